package id.antrean.offices;

import id.antrean.domain.office.Lane;
import id.antrean.gateway.Faults;
import id.antrean.gateway.Request;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The days, months and lanes in paths and queries. What cannot be read is noted as a fault and
 * answered as empty; ask {@link Faults#check} before using it.
 */
final class CalendarParameters {
  private static final String DATE = "2026-12-07";
  private static final String MONTH = "2026-12";

  /** No office has a calendar before or after. */
  private static final int FIRST_YEAR = 2000;

  private static final int LAST_YEAR = 2100;

  private CalendarParameters() {}

  static Optional<LocalDate> dateInPath(Request request, Faults faults) {
    return date(request.parameter("date"), "/path/date", faults);
  }

  static Optional<LocalDate> dateInQuery(Request request, Faults faults) {
    return required("date", request, faults).flatMap(text -> date(text, "/query/date", faults));
  }

  private static Optional<LocalDate> date(String text, String pointer, Faults faults) {
    try {
      if (text.length() == DATE.length()) {
        LocalDate date = LocalDate.parse(text);
        return inRange(date.getYear(), pointer, faults) ? Optional.of(date) : Optional.empty();
      }
    } catch (DateTimeException notADate) {
      // Told below, as is a text of another length.
    }
    faults.add(pointer, "date");
    return Optional.empty();
  }

  static Optional<YearMonth> month(Request request, Faults faults) {
    return required("month", request, faults).flatMap(text -> month(text, faults));
  }

  private static Optional<YearMonth> month(String text, Faults faults) {
    try {
      if (text.length() == MONTH.length()) {
        YearMonth month = YearMonth.parse(text);
        return inRange(month.getYear(), "/query/month", faults)
            ? Optional.of(month)
            : Optional.empty();
      }
    } catch (DateTimeException notAMonth) {
      // Told below, as is a text of another length.
    }
    faults.add("/query/month", "month");
    return Optional.empty();
  }

  private static boolean inRange(int year, String pointer, Faults faults) {
    if (year >= FIRST_YEAR && year <= LAST_YEAR) {
      return true;
    }
    faults.add(pointer, "year", FIRST_YEAR, LAST_YEAR);
    return false;
  }

  /** Empty for every lane too. */
  static Optional<Lane> lane(Request request, Faults faults) {
    Optional<String> text = request.query("lane");
    Optional<Lane> lane =
        text.flatMap(
            name -> Arrays.stream(Lane.values()).filter(it -> it.name().equals(name)).findFirst());
    if (text.isPresent() && lane.isEmpty()) {
      faults.add(
          "/query/lane",
          "one-of",
          Arrays.stream(Lane.values()).map(Lane::name).collect(Collectors.joining(", ")));
    }
    return lane;
  }

  private static Optional<String> required(String name, Request request, Faults faults) {
    Optional<String> text = request.query(name);
    if (text.isEmpty()) {
      faults.add("/query/" + name, "required");
    }
    return text;
  }
}
