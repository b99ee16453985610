package id.antrean.domain.policy;

import id.antrean.domain.application.Refusal;
import java.util.Optional;

/** A seat that is had already stays, whatever its office offers by now. */
final class OfficeOffersPassport implements SeatRule {
  @Override
  public Optional<Refusal> refuses(Wish wish) {
    return wish.office().offers(wish.application().dossier().passport(), wish.session().lane())
        ? Optional.empty()
        : Optional.of(new Refusal.NotOffered());
  }
}
