package id.antrean.domain.allowance;

import id.antrean.domain.EffectiveDated;
import id.antrean.domain.EffectiveDated.Row;
import id.antrean.domain.application.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets an account do what it may within a time, by {@code allowances.csv} beside this class,
 * effective-dated. To be asked when everything else speaks for a request, just before it costs
 * something: what is refused for another reason spends nothing.
 *
 * <p>A store that cannot count is a store that is down: the request is not let through uncounted,
 * else whoever floods the counter would be free of it.
 */
public final class SpendAllowance {
  private static final List<Row> ROWS = EffectiveDated.rows(SpendAllowance.class, "allowances.csv");

  private final CountUse uses;
  private final Clock clock;

  public SpendAllowance(CountUse uses, Clock clock) {
    this.uses = uses;
    this.clock = clock;
  }

  /** Spends one; what refuses it otherwise, with the time until there is room again. */
  public Optional<Refusal> spend(Allowance allowance, String whose) {
    return spend(allowance, whose, 1);
  }

  /** Spends so many at once, or none; what refuses them otherwise. */
  public Optional<Refusal> spend(Allowance allowance, String whose, int times) {
    Instant now = clock.instant();
    LocalDate today = now.atZone(EffectiveDated.JAKARTA).toLocalDate();
    for (Map.Entry<Duration, Integer> limit : limits(ROWS, allowance, today).entrySet()) {
      Window window = Window.around(now, limit.getKey());
      if (!uses.count(allowance, whose, window, times, limit.getValue())) {
        return Optional.of(new Refusal.TooManyRequests(Duration.between(now, window.end())));
      }
    }
    return Optional.empty();
  }

  /** The limits by the length of their windows, the shortest first. */
  static Map<Duration, Integer> limits(List<Row> rows, Allowance allowance, LocalDate day) {
    Map<Duration, Integer> limits = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> row.column(0).equals(allowance.name()) && !row.from().isAfter(day))
        .sorted(Comparator.comparing(SpendAllowance::window).thenComparing(Row::from))
        .forEach(row -> limits.put(window(row), Integer.parseInt(row.column(2))));
    return limits;
  }

  private static Duration window(Row row) {
    return Duration.parse(row.column(1));
  }
}
