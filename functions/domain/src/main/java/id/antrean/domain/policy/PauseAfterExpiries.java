package id.antrean.domain.policy;

import id.antrean.domain.application.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Seats are not held for sport: who lets too many expire waits until the oldest of them is a day
 * old.
 */
final class PauseAfterExpiries implements SeatRule {
  private final HoldTerms terms;

  PauseAfterExpiries(HoldTerms terms) {
    this.terms = terms;
  }

  @Override
  public Optional<Refusal> refuses(Wish wish) {
    List<Instant> recent =
        wish.application().booking().history().expiriesSince(wish.now().minus(HoldTerms.PAUSE));
    return recent.size() < terms.expiriesBeforePause()
        ? Optional.empty()
        : Optional.of(
            new Refusal.Pause(
                recent
                    .get(terms.expiriesBeforePause() - 1)
                    .plus(HoldTerms.PAUSE)
                    .atZone(wish.office().zone())));
  }
}
