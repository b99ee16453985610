package id.antrean.domain.payment;

import id.antrean.domain.EffectiveDated;
import id.antrean.domain.EffectiveDated.Row;
import id.antrean.domain.office.Lane;
import id.antrean.domain.passport.PassportRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The state's fees: {@code tariffs.csv} beside this class, effective-dated. A bill freezes what it
 * was issued with.
 */
public final class Tariffs {
  private static final List<Row> ROWS = EffectiveDated.rows(Tariffs.class, "tariffs.csv");

  private Tariffs() {}

  /** What has a tariff. */
  public enum Item {
    ORDINARY_5,
    ORDINARY_10,
    ELECTRONIC_5,
    ELECTRONIC_10,
    EXPRESS,
    LOST,
    DAMAGED
  }

  /** The fee for that passport in that lane, as the tariffs stand at that moment. */
  public static Fee fee(PassportRequest passport, Lane lane, Instant at) {
    LocalDate day = at.atZone(EffectiveDated.JAKARTA).toLocalDate();
    return new Fee(
        items(passport, lane).stream().map(item -> new Fee.Line(item, amount(item, day))).toList());
  }

  private static List<Item> items(PassportRequest passport, Lane lane) {
    List<Item> items = new ArrayList<>();
    items.add(Item.valueOf(passport.type() + "_" + passport.validityYears()));
    switch (passport.kind()) {
      case LOST -> items.add(Item.LOST);
      case DAMAGED -> items.add(Item.DAMAGED);
      case NEW, RENEWAL, DATA_CHANGE -> {}
    }
    if (lane == Lane.EXPRESS) {
      items.add(Item.EXPRESS);
    }
    return items;
  }

  private static long amount(Item item, LocalDate day) {
    return ROWS.stream()
        .filter(row -> row.column(0).equals(item.name()) && !row.from().isAfter(day))
        .max(Comparator.comparing(Row::from))
        .map(row -> Long.parseLong(row.column(1)))
        .orElseThrow(() -> new IllegalStateException("no tariff for " + item + " on " + day));
  }
}
