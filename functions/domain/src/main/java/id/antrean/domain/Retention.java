package id.antrean.domain;

import java.time.Instant;
import java.time.Period;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How long personal data are kept: {@code retention.csv} beside this class. Law 27/2022 asks for a
 * purpose and an end; Law 43/2009 on archives for the time a record of the state is needed.
 */
public final class Retention {
  private static final Map<String, Period> KEPT =
      EffectiveDated.rows(Retention.class, "retention.csv").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row.column(0),
                  row -> Period.parse(row.column(1)),
                  (older, newer) -> newer));

  private Retention() {}

  /** Until when a record of that kind, made then, is kept. */
  public static Instant until(String kind, Instant made) {
    Period period = Objects.requireNonNull(KEPT.get(kind), () -> "no retention for " + kind);
    return made.atZone(EffectiveDated.JAKARTA).plus(period).toInstant();
  }
}
