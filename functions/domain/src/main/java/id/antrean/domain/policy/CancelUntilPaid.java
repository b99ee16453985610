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
 * An application is cancelled until it is paid, and not once its visit has come or it has ended.
 */
public final class CancelUntilPaid implements ApplicationRule {
  @Override
  public Optional<Refusal> refuses(Application application, Instant now) {
    if (application.booking().paid()) {
      return Optional.of(new Refusal.AlreadyPaid(InsteadOfLeaving.of(application, now)));
    }
    return switch (application.booking().state()) {
      case None _, Held _, Confirmed _, PaidWithoutSeat _ -> Optional.empty();
      case CheckedIn _, Visited _, Cancelled _ ->
          Optional.of(new Refusal.WrongStatus(application.status()));
    };
  }
}
