package id.antrean.domain.policy;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.Lane;
import java.time.ZonedDateTime;
import java.util.Optional;

/** A passport that is made on the same day is prepared for: its seat is taken the day before. */
final class ExpressADayAhead implements SeatRule {

  @Override
  public Optional<Refusal> refuses(Wish wish) {
    ZonedDateTime dayBegins = wish.session().date().atStartOfDay(wish.office().zone());
    return wish.session().lane() != Lane.EXPRESS || wish.now().isBefore(dayBegins.toInstant())
        ? Optional.empty()
        : Optional.of(new Refusal.TooLate(dayBegins));
  }
}
