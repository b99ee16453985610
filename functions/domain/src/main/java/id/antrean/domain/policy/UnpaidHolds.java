package id.antrean.domain.policy;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * How many seats an account may hold without having paid for them. Unlike the rules that {@link
 * SeatPolicy} asks, it looks beyond the one application: who asks has found the others.
 *
 * @param most what is paid does not count
 */
public record UnpaidHolds(int most) {

  /**
   * Whether an application may hold a seat.
   *
   * @param unpaid of the same account, those that hold one unpaid, maybe this one among them
   */
  public boolean allow(Application application, Collection<ApplicationId> unpaid) {
    return application.booking().paid()
        || unpaid.size() < most
        || unpaid.contains(application.id());
  }

  /** What the account is told: until when the first of those has to be paid, if it still can be. */
  public Refusal refusal(Stream<Application> unpaid, ZoneId zone, Instant now) {
    return new Refusal.TooManyHolds(
        most,
        unpaid
            .flatMap(it -> it.booking().payBy().stream())
            .min(Instant::compareTo)
            .filter(now::isBefore)
            .map(payBy -> payBy.atZone(zone))
            .orElse(null));
  }
}
