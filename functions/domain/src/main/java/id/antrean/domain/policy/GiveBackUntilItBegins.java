package id.antrean.domain.policy;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.SessionId;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A seat that a closure took is given back until its session begins: whoever had it was to come
 * then, so that nothing is taken up anew for which an office's cut-off would leave no time. Whom
 * the desk has booked for comes as long as the day lasts.
 */
final class GiveBackUntilItBegins implements SeatRule {
  @Override
  public Optional<Refusal> refuses(Wish wish) {
    ZonedDateTime until = until(wish);
    return wish.now().isBefore(until.toInstant())
        ? Optional.empty()
        : Optional.of(new Refusal.TooLate(until));
  }

  private static ZonedDateTime until(Wish wish) {
    SessionId session = wish.session();
    ZoneId zone = wish.office().zone();
    return wish.application().isMadeAtDesk()
        ? session.dayEnds(zone)
        : session.date().atTime(session.start()).atZone(zone);
  }
}
