package id.antrean.domain.office;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** A session's public id, {@code office.date.HHmm.lane}, in the office's own zone. */
public record SessionId(OfficeId office, LocalDate date, LocalTime start, Lane lane) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

  /**
   * Empty for anything that does not have the form; whether the session exists is the calendar's
   * matter.
   */
  public static Optional<SessionId> parse(String text) {
    List<String> parts = List.of(text.split("\\.", -1));
    if (parts.size() != 4 || !OfficeId.isValid(parts.get(0))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new SessionId(
              new OfficeId(parts.get(0)),
              LocalDate.parse(parts.get(1)),
              LocalTime.parse(parts.get(2), TIME),
              Lane.valueOf(parts.get(3))));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public YearMonth month() {
    return YearMonth.from(date);
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
