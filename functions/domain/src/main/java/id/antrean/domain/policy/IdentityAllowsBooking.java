package id.antrean.domain.policy;

import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Refusal;
import java.util.Optional;

/** The civil registry may know of nobody, or of somebody who is dead. */
final class IdentityAllowsBooking implements SeatRule {
  @Override
  public Optional<Refusal> refuses(Wish wish) {
    IdentityVerdict verdict = wish.application().dossier().identity().verdict();
    return verdict.allowsBooking() ? Optional.empty() : Optional.of(new Refusal.Identity(verdict));
  }
}
