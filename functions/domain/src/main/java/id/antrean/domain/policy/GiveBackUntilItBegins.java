package id.antrean.domain.policy;

import id.antrean.domain.application.Refusal;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A seat that a closure took is given back until its session begins: whoever had it was to come
 * then, so that nothing is taken up anew for which an office's cut-off would leave no time.
 */
final class GiveBackUntilItBegins implements SeatRule {
  @Override
  public Optional<Refusal> refuses(Wish wish) {
    ZonedDateTime begins =
        wish.session().date().atTime(wish.session().start()).atZone(wish.office().zone());
    return wish.now().isBefore(begins.toInstant())
        ? Optional.empty()
        : Optional.of(new Refusal.TooLate(begins));
  }
}
