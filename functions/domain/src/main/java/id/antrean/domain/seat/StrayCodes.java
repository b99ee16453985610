package id.antrean.domain.seat;

import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.booking.Seat;
import java.time.Duration;

/**
 * Codes that may still be paid though a step has left nothing to be paid by them: the message of
 * the seat's hold has them ended at their aggregators.
 */
public final class StrayCodes {
  private StrayCodes() {}

  /**
   * Sends that message at once. Where the queue does not take it, the one that was armed before has
   * them ended later, and so does their own end.
   *
   * @param seat that the step left, or that it was about
   */
  public static void endSoon(ArmHold arm, Application after, Seat seat) {
    if (!after.booking().hasStrayCode()) {
      return;
    }
    try {
      arm.armAfter(seat.hold(), seat.session(), Duration.ZERO);
    } catch (Unavailable later) {
      return;
    }
  }
}
