package id.antrean.domain.policy;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.document.DocumentKind;
import java.util.List;
import java.util.Optional;

/** A seat is for somebody whose papers are verified. */
final class PapersComplete implements SeatRule {
  @Override
  public Optional<Refusal> refuses(Wish wish) {
    List<DocumentKind> missing = wish.application().dossier().missing();
    return missing.isEmpty() ? Optional.empty() : Optional.of(new Refusal.NotReady(missing));
  }
}
