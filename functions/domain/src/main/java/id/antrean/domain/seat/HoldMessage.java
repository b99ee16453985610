package id.antrean.domain.seat;

import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * The message that looks after a hold: it decides nothing, it only says where to look.
 *
 * @param left the seat that the hold is exchanged for; null where it is the only one
 */
public record HoldMessage(HoldId hold, SessionId session, @Nullable Left left) {

  /** A seat that is left for another once that is bound. */
  public record Left(HoldId hold, SessionId session) {

    public static Left of(Seat seat) {
      return new Left(seat.hold(), seat.session());
    }
  }

  public HoldMessage(HoldId hold, SessionId session) {
    this(hold, session, null);
  }
}
