package id.antrean.domain.policy;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who is let in at an office: whoever has a seat there that is paid for, on its day, from so long
 * before their session on as the office says. Whoever is late is let in until the day ends.
 */
public record CheckInOnTheDay(Office office) implements ApplicationRule {

  /** From when on somebody with that seat is let in: at that office, and on the day itself. */
  public Instant letsInFrom(Seat seat) {
    Instant opens = seat.startsAt().minus(office.rules().letsIn());
    return opens.isBefore(seat.dayBegins()) ? seat.dayBegins() : opens;
  }

  @Override
  public Optional<Refusal> refuses(Application application, Instant now) {
    return application
        .booking()
        .place()
        .flatMap(seat -> elsewhere(seat, now))
        .or(() -> refusesHere(application, now));
  }

  private Optional<Refusal> elsewhere(Seat seat, Instant now) {
    if (!seat.session().office().equals(office.id())) {
      return Optional.of(new Refusal.WrongOffice(seat.session().office()));
    }
    LocalDate day = seat.session().date();
    return day.equals(LocalDate.ofInstant(now, office.zone()))
        ? Optional.empty()
        : Optional.of(new Refusal.WrongDay(day));
  }

  private Optional<Refusal> refusesHere(Application application, Instant now) {
    if (!(application.booking().state() instanceof Confirmed(Seat seat))) {
      return Optional.of(new Refusal.WrongStatus(application.status()));
    }
    if (!application.booking().paid()) {
      return Optional.of(new Refusal.NotPaid());
    }
    Instant opens = letsInFrom(seat);
    return now.isBefore(opens)
        ? Optional.of(new Refusal.TooEarly(opens.atZone(office.zone())))
        : Optional.empty();
  }
}
