package id.antrean.domain.policy;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.booking.BookingState.Cancelled;
import id.antrean.domain.booking.BookingState.CheckedIn;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.booking.BookingState.Held;
import id.antrean.domain.booking.BookingState.None;
import id.antrean.domain.booking.BookingState.PaidWithoutSeat;
import id.antrean.domain.booking.BookingState.Visited;
import id.antrean.domain.booking.Seat;
import java.time.Instant;

/**
 * A person has one live booking, whatever accounts it was made with. Like {@link UnpaidHolds} it
 * looks beyond the one application: who asks has found the person's other one.
 *
 * @param guardedDays for how many days after its day a visit of which nobody said how it went
 *     stands in the way
 */
public record OneLiveBooking(int guardedDays) {

  /**
   * Whether a person may have another booking beside that one. One that is not paid stands in the
   * way as long as it is there, for its money may come; a paid one until its visit is over, or for
   * some days after it where nobody says how the visit went.
   */
  public boolean allowsBeside(Application other, Instant now) {
    return switch (other.booking().state()) {
      case Held _ -> false;
      case Confirmed(Seat seat) -> guardIsOver(seat, now);
      case CheckedIn(Seat seat, _) -> guardIsOver(seat, now);
      case None _, PaidWithoutSeat _, Visited _, Cancelled _ -> true;
    };
  }

  private boolean guardIsOver(Seat seat, Instant now) {
    return !now.isBefore(seat.guardedUntil(guardedDays).toInstant());
  }

  /** What the person is told: from when on that one is in nobody's way, where that is known. */
  public Refusal refusal(Application other) {
    return new Refusal.NikHasBooking(
        other.booking().state() instanceof Held
            ? null
            : other.booking().seat().map(seat -> seat.guardedUntil(guardedDays)).orElse(null));
  }
}
