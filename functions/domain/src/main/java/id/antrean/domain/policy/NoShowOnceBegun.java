package id.antrean.domain.policy;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.booking.Seat;
import java.time.Instant;
import java.util.Optional;

/** Nobody is missing before their session has begun, and nobody is who has come. */
public final class NoShowOnceBegun implements ApplicationRule {

  @Override
  public Optional<Refusal> refuses(Application application, Instant now) {
    if (!(application.booking().state() instanceof Confirmed(Seat seat))) {
      return Optional.of(new Refusal.WrongStatus(application.status()));
    }
    return now.isBefore(seat.startsAt())
        ? Optional.of(new Refusal.TooEarly(seat.startsAt().atZone(seat.zone())))
        : Optional.empty();
  }
}
