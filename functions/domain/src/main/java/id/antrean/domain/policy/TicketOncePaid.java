package id.antrean.domain.policy;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.booking.BookingState.CheckedIn;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.booking.BookingState.Held;
import id.antrean.domain.booking.BookingState.Seated;
import java.time.Instant;
import java.util.Optional;

/** A ticket is for a seat that is paid for, until its visit has an outcome. */
public final class TicketOncePaid implements ApplicationRule {

  @Override
  public Optional<Refusal> refuses(Application application, Instant now) {
    return ticketed(application).isPresent()
        ? Optional.empty()
        : Optional.of(
            application.booking().seated().filter(TicketOncePaid::isForAVisit).isPresent()
                ? new Refusal.NotPaid()
                : new Refusal.WrongStatus(application.status()));
  }

  /** The seat that a ticket is for; empty where there is none. */
  public static Optional<Seated> ticketed(Application application) {
    return application
        .booking()
        .seated()
        .filter(TicketOncePaid::isForAVisit)
        .filter(seated -> application.booking().paid());
  }

  private static boolean isForAVisit(Seated seated) {
    return switch (seated) {
      case Confirmed _, CheckedIn _ -> true;
      case Held _ -> false;
    };
  }
}
