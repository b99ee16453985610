package id.antrean.domain.policy;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal.AlreadyPaid.Instead;
import id.antrean.domain.booking.BookingState.Cancelled;
import id.antrean.domain.booking.BookingState.CheckedIn;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.booking.BookingState.Held;
import id.antrean.domain.booking.BookingState.None;
import id.antrean.domain.booking.BookingState.PaidWithoutSeat;
import id.antrean.domain.booking.BookingState.Visit;
import id.antrean.domain.booking.BookingState.Visited;
import java.time.Instant;

/** What is left to whoever may not leave, for they have paid. */
final class InsteadOfLeaving {
  private InsteadOfLeaving() {}

  static Instead of(Application application, Instant now) {
    return switch (application.booking().state()) {
      case PaidWithoutSeat _ -> Instead.CHOOSE_SEAT;
      case Confirmed(var seat) ->
          now.isBefore(application.isMadeAtDesk() ? seat.dayEnds() : seat.dayBegins())
              ? Instead.MOVE
              : Instead.ASK_OFFICE;
      case CheckedIn _ -> Instead.ASK_OFFICE;
      case Visited(_, Visit how) -> how == Visit.NO_SHOW ? Instead.ASK_OFFICE : Instead.NOTHING;
      case Cancelled _ -> Instead.NOTHING;
      case None _, Held _ -> Instead.SEND_PAPERS;
    };
  }
}
