package id.antrean.domain.policy;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal.AlreadyPaid.Instead;
import id.antrean.domain.booking.BookingState.CheckedIn;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.booking.BookingState.Ending;
import id.antrean.domain.booking.BookingState.Held;
import id.antrean.domain.booking.BookingState.None;
import id.antrean.domain.booking.BookingState.Over;
import id.antrean.domain.booking.BookingState.PaidWithoutSeat;
import java.time.Instant;

/** What is left to whoever may not leave, for they have paid. */
final class InsteadOfLeaving {
  private InsteadOfLeaving() {}

  static Instead of(Application application, Instant now) {
    return switch (application.booking().state()) {
      case PaidWithoutSeat _ -> Instead.CHOOSE_SEAT;
      case Confirmed(var seat) ->
          now.isBefore(seat.dayBegins()) ? Instead.MOVE : Instead.ASK_OFFICE;
      case CheckedIn _ -> Instead.ASK_OFFICE;
      case Over(Ending how) -> how == Ending.NO_SHOW ? Instead.ASK_OFFICE : Instead.NOTHING;
      case None _, Held _ -> Instead.SEND_PAPERS;
    };
  }
}
