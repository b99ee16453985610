package id.antrean.domain.office;

import id.antrean.domain.EffectiveDated;
import id.antrean.domain.EffectiveDated.Row;
import id.antrean.domain.office.Holiday.Kind;
import id.antrean.domain.office.Holiday.Occasion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The state's holidays and days of collective leave: {@code holidays.csv} beside this class, by the
 * day on which each was decided, because the state declares and moves them at short notice.
 */
public final class Holidays {
  private static final String WORKING_DAY = "WORKING_DAY";

  private static final Map<LocalDate, List<Row>> BY_DAY =
      EffectiveDated.rows(Holidays.class, "holidays.csv").stream()
          .collect(Collectors.groupingBy(row -> LocalDate.parse(row.column(0))));

  private Holidays() {}

  /** What closes offices on that day, by what was decided until that moment. */
  public static Optional<Holiday> on(LocalDate day, Instant now) {
    return latest(BY_DAY.getOrDefault(day, List.of()), now);
  }

  /** The same for each day of a month that has a holiday. */
  public static Map<LocalDate, Holiday> in(YearMonth month, Instant now) {
    return month
        .atDay(1)
        .datesUntil(month.plusMonths(1).atDay(1))
        .filter(day -> on(day, now).isPresent())
        .collect(Collectors.toMap(day -> day, day -> on(day, now).orElseThrow()));
  }

  /** Of rows decided on the same day the one further down counts. */
  static Optional<Holiday> latest(List<Row> rows, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, EffectiveDated.JAKARTA);
    return rows.stream()
        .filter(row -> !row.from().isAfter(today))
        .reduce((one, next) -> next.from().isBefore(one.from()) ? one : next)
        .filter(row -> !row.column(1).equals(WORKING_DAY))
        .map(row -> new Holiday(Kind.valueOf(row.column(1)), Occasion.valueOf(row.column(2))));
  }
}
