package id.antrean.domain.office;

import id.antrean.domain.OfficeId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** Lays out days that nobody has set. Throws {@link id.antrean.domain.Unavailable}. */
public interface LayOutDay {

  /** How the days of a month are laid out or set already, strongly consistent. */
  Map<LocalDate, CalendarDay.Setting> laidOut(OfficeId office, YearMonth month);

  /**
   * Lays out the day with those sessions, all of it or nothing. A day that was laid out or set
   * meanwhile stays as it is.
   *
   * @return whether it was laid out now
   */
  boolean layOut(OfficeId office, DayPlan plan, List<Session> sessions, Instant at);
}
