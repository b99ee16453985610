package id.antrean.domain.office;

import id.antrean.domain.OfficeId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** A session's public id, {@code office.date.HHmm.lane}, in the office's own zone. */
public record SessionId(OfficeId office, LocalDate date, LocalTime start, Lane lane) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

  /**
   * Empty for anything that is not written as an id is: one session has one name, and {@code 2400}
   * or a year of five digits is none. Whether the session exists is the calendar's matter.
   */
  public static Optional<SessionId> parse(String text) {
    List<String> parts = List.of(text.split("\\.", -1));
    if (parts.size() != 4 || !OfficeId.isValid(parts.get(0))) {
      return Optional.empty();
    }
    try {
      SessionId id =
          new SessionId(
              new OfficeId(parts.get(0)),
              LocalDate.parse(parts.get(1)),
              LocalTime.parse(parts.get(2), TIME),
              Lane.valueOf(parts.get(3)));
      return Optional.of(id).filter(it -> it.inOurTime() && it.toString().equals(text));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean inOurTime() {
    return date.getYear() >= 0 && date.getYear() <= 9999;
  }

  public YearMonth month() {
    return YearMonth.from(date);
  }

  /** The midnight with which its day is over, in its office's zone. */
  public ZonedDateTime dayEnds(ZoneId zone) {
    return date.plusDays(1).atStartOfDay(zone);
  }

  /** That moment, but no later than the end of its day, in its office's zone. */
  public Instant withinItsDay(Instant moment, ZoneId zone) {
    Instant ends = dayEnds(zone).toInstant();
    return moment.isBefore(ends) ? moment : ends;
  }

  /** Start as the id writes it, {@code 0800}. */
  public String time() {
    return TIME.format(start);
  }

  @Override
  public String toString() {
    return office + "." + date + "." + time() + "." + lane;
  }
}
