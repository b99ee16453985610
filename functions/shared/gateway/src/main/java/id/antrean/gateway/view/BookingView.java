package id.antrean.gateway.view;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.gateway.Times;
import id.antrean.gateway.View;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The seat of an application. */
public record BookingView(
    SessionView session, BookingState state, @Nullable String payBy, int rescheduled)
    implements View {

  /** Whether the seat is paid for. */
  public enum BookingState {
    HELD,
    CONFIRMED
  }

  /** Empty without a seat. */
  static Optional<BookingView> of(Application application) {
    return application
        .booking()
        .seat()
        .map(
            seat ->
                new BookingView(
                    SessionView.of(seat),
                    application.status() == Status.AWAITING_PAYMENT
                        ? BookingState.HELD
                        : BookingState.CONFIRMED,
                    payBy(application),
                    application.booking().history().rescheduled()));
  }

  /** Until when the seat that is held has to be paid for, in its office's time. */
  static @Nullable String payBy(Application application) {
    return application
        .booking()
        .payBy()
        .map(payBy -> Times.at(payBy, ApplicationView.zone(application)))
        .orElse(null);
  }
}
