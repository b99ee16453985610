package id.antrean.domain.policy;

import id.antrean.domain.application.Refusal;
import java.time.Duration;
import java.util.Optional;

/** Sessions are compared by looking, not by taking one after the other. */
final class TakesWithinAnHour implements SeatRule {
  private final HoldTerms terms;

  TakesWithinAnHour(HoldTerms terms) {
    this.terms = terms;
  }

  @Override
  public Optional<Refusal> refuses(Wish wish) {
    return wish.application()
        .booking()
        .history()
        .mayTakeFrom(terms.takesPerHour(), wish.now())
        .map(from -> new Refusal.TooManyRequests(Duration.between(wish.now(), from)));
  }
}
