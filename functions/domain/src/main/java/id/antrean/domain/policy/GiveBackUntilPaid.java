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
import java.time.Instant;
import java.util.Optional;

/**
 * A seat is given back until it is paid, for the money would have nothing to go to. Where there is
 * none yet, nothing stands against giving it back.
 */
public final class GiveBackUntilPaid implements ApplicationRule {
  @Override
  public Optional<Refusal> refuses(Application application, Instant now) {
    return switch (application.booking().state()) {
      case None _, Held _ -> Optional.empty();
      // Where its money was taken back, nobody has to keep a seat that is not paid.
      case Confirmed _ when !application.booking().paid() -> Optional.empty();
      case Cancelled _ -> Optional.of(new Refusal.WrongStatus(application.status()));
      case Confirmed _, PaidWithoutSeat _, CheckedIn _, Visited _ ->
          Optional.of(new Refusal.AlreadyPaid(InsteadOfLeaving.of(application, now)));
    };
  }
}
