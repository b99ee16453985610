package id.antrean.domain.policy;

import id.antrean.domain.application.Application;
import id.antrean.domain.booking.BookingHistory;
import java.time.Duration;

/**
 * The terms of holding a seat without having paid.
 *
 * @param paymentWindow what the applicant is told
 * @param grace hidden time after it in which a payment still wins, because webhooks take a while
 * @param unpaidHolds how many seats an account may hold unpaid at once
 * @param expiriesBeforePause how many holds an application may let expire within {@link #PAUSE}
 *     before it has to wait
 * @param takesPerHour how many seats an application may hold or move to within an hour without
 *     having paid: each is looked after by a message later
 * @param guardedDays for how many days after its day a visit of which nobody said how it went
 *     stands in the way of another booking of the same person
 */
public record HoldTerms(
    Duration paymentWindow,
    Duration grace,
    int unpaidHolds,
    int expiriesBeforePause,
    int takesPerHour,
    int guardedDays) {

  public HoldTerms {
    if (expiriesBeforePause > BookingHistory.EXPIRIES) {
      throw new IllegalArgumentException(
          "no more than " + BookingHistory.EXPIRIES + " expired holds are remembered");
    }
  }

  /** How many seats an office's desk may hold unpaid at once: as many people as stand at it. */
  private static final int DESK_HOLDS = 100;

  /** How many seats the account of an application may hold unpaid at once. */
  public int unpaidHoldsOf(Application application) {
    return application.isMadeAtDesk() ? Math.max(DESK_HOLDS, unpaidHolds) : unpaidHolds;
  }

  /** How long an expired hold counts. */
  public static final Duration PAUSE = Duration.ofDays(1);
}
