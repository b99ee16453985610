package id.antrean.gateway;

import id.antrean.domain.office.Lane;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The days, months and lanes in paths and queries. What cannot be read is noted as a fault and
 * answered as empty; ask {@link FieldErrors#check} before using it.
 */
public final class CalendarParameters {
  private static final String DATE = "2026-12-07";
  private static final String MONTH = "2026-12";

  /** No office has a calendar before or after. */
  private static final int FIRST_YEAR = 2000;

  private static final int LAST_YEAR = 2100;

  private CalendarParameters() {}

  public static Optional<LocalDate> dateInPath(Request request, FieldErrors errors) {
    return date(request.parameter("date"), "/path/date", errors);
  }

  /** A date that has to be there. */
  public static Optional<LocalDate> dateInQuery(String name, Request request, FieldErrors errors) {
    return required(name, request, errors).flatMap(text -> date(text, "/query/" + name, errors));
  }

  /** Days from the first to the last. */
  public record Period(LocalDate from, LocalDate to) {}

  /** {@code from} and {@code to}, which have to be there, so many days at the most. */
  public static Optional<Period> periodInQuery(int mostDays, Request request, FieldErrors errors) {
    Optional<LocalDate> from = dateInQuery("from", request, errors);
    Optional<LocalDate> to = dateInQuery("to", request, errors);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    Period period = new Period(from.get(), to.get());
    check(period, mostDays, "/query/to", errors);
    return Optional.of(period);
  }

  /**
   * Notes a fault where it ends before it begins, or has too many days.
   *
   * @param toPointer where its last day is said
   */
  public static void check(Period period, int mostDays, String toPointer, FieldErrors errors) {
    if (period.to().isBefore(period.from())) {
      errors.add(toPointer, "before-from");
    } else if (ChronoUnit.DAYS.between(period.from(), period.to()) >= mostDays) {
      errors.add(toPointer, "period", mostDays);
    }
  }

  private static Optional<LocalDate> date(String text, String pointer, FieldErrors errors) {
    try {
      if (text.length() == DATE.length()) {
        LocalDate date = LocalDate.parse(text);
        return inRange(date.getYear(), pointer, errors) ? Optional.of(date) : Optional.empty();
      }
    } catch (DateTimeException notADate) {
      // Told below, as is a text of another length.
    }
    errors.add(pointer, "date");
    return Optional.empty();
  }

  public static Optional<YearMonth> month(Request request, FieldErrors errors) {
    return required("month", request, errors).flatMap(text -> month(text, errors));
  }

  private static Optional<YearMonth> month(String text, FieldErrors errors) {
    try {
      if (text.length() == MONTH.length()) {
        YearMonth month = YearMonth.parse(text);
        return inRange(month.getYear(), "/query/month", errors)
            ? Optional.of(month)
            : Optional.empty();
      }
    } catch (DateTimeException notAMonth) {
      // Told below, as is a text of another length.
    }
    errors.add("/query/month", "month");
    return Optional.empty();
  }

  private static boolean inRange(int year, String pointer, FieldErrors errors) {
    if (year >= FIRST_YEAR && year <= LAST_YEAR) {
      return true;
    }
    errors.add(pointer, "year", FIRST_YEAR, LAST_YEAR);
    return false;
  }

  /** One in which applicants book; empty for all of these too. */
  public static Optional<Lane> lane(Request request, FieldErrors errors) {
    Optional<String> text = request.query("lane");
    Optional<Lane> lane =
        text.flatMap(
            name -> Lane.forApplicants().stream().filter(it -> it.name().equals(name)).findFirst());
    if (text.isPresent() && lane.isEmpty()) {
      errors.add(
          "/query/lane",
          "one-of",
          Lane.forApplicants().stream().map(Lane::name).collect(Collectors.joining(", ")));
    }
    return lane;
  }

  private static Optional<String> required(String name, Request request, FieldErrors errors) {
    Optional<String> text = request.query(name);
    if (text.isEmpty()) {
      errors.add("/query/" + name, "required");
    }
    return text;
  }
}
