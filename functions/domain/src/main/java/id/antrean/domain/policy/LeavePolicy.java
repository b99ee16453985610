package id.antrean.domain.policy;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Refusal.AlreadyPaid.Instead;
import id.antrean.domain.booking.BookingState.CheckedIn;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.booking.BookingState.Ending;
import id.antrean.domain.booking.BookingState.Held;
import id.antrean.domain.booking.BookingState.None;
import id.antrean.domain.booking.BookingState.Over;
import id.antrean.domain.booking.BookingState.PaidWithoutSeat;
import java.time.Instant;
import java.util.Optional;

/** Who may leave: nobody who has paid, for their money would have nothing to go to. */
public final class LeavePolicy {
  private LeavePolicy() {}

  /** Why a seat may not be given back; empty where it may, or where there is none. */
  public static Optional<Refusal> refusesGivingBack(Application application, Instant now) {
    return switch (application.booking().state()) {
      case None _, Held _ -> Optional.empty();
      // Where its money was taken back, nobody has to keep a seat that is not paid.
      case Confirmed _ when !application.booking().paid() -> Optional.empty();
      case Over(Ending how) when how == Ending.CANCELLED -> wrongStatus(application);
      case Confirmed _, PaidWithoutSeat _, CheckedIn _, Over _ -> alreadyPaid(application, now);
    };
  }

  /** Why an application may not be cancelled; empty where it may. */
  public static Optional<Refusal> refusesCancelling(Application application, Instant now) {
    if (application.booking().paid()) {
      return alreadyPaid(application, now);
    }
    return switch (application.booking().state()) {
      case None _, Held _, Confirmed _, PaidWithoutSeat _ -> Optional.empty();
      case CheckedIn _, Over _ -> wrongStatus(application);
    };
  }

  private static Optional<Refusal> wrongStatus(Application application) {
    return Optional.of(new Refusal.WrongStatus(application.status()));
  }

  private static Optional<Refusal> alreadyPaid(Application application, Instant now) {
    return Optional.of(new Refusal.AlreadyPaid(instead(application, now)));
  }

  private static Instead instead(Application application, Instant now) {
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
