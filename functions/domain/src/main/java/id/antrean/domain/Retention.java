package id.antrean.domain;

import id.antrean.domain.EffectiveDated.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;

/**
 * How long personal data are kept: {@code retention.csv} beside this class, effective-dated. Law
 * 27/2022 asks for a purpose and an end; Law 43/2009 on archives for the time a record of the state
 * is needed.
 */
public final class Retention {
  private static final List<Row> ROWS = EffectiveDated.rows(Retention.class, "retention.csv");

  private Retention() {}

  /** Until when a record of that kind, made then, is kept. */
  public static Instant until(String kind, Instant made) {
    return until(ROWS, kind, made);
  }

  /** By the rule of the day on which it was made; by the first where that was before any rule. */
  static Instant until(List<Row> rows, String kind, Instant made) {
    LocalDate day = made.atZone(EffectiveDated.JAKARTA).toLocalDate();
    List<Row> ofKind =
        rows.stream()
            .filter(row -> row.column(0).equals(kind))
            .sorted(Comparator.comparing(Row::from))
            .toList();
    Period kept =
        ofKind.stream()
            .filter(row -> !row.from().isAfter(day))
            .reduce((older, newer) -> newer)
            .or(() -> ofKind.stream().findFirst())
            .map(row -> Period.parse(row.column(1)))
            .orElseThrow(() -> new IllegalStateException("no retention for " + kind));
    return made.atZone(EffectiveDated.JAKARTA).plus(kept).toInstant();
  }
}
