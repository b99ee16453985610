package id.antrean.bench.costs;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What AWS takes, as the newest row of each price says. */
record Prices(List<Price> all) {

  /**
   * One row.
   *
   * @param from the day from which it holds, or on which it was looked up
   * @param usd US dollars for so many
   * @param checked whether somebody has looked at its source
   */
  record Price(
      LocalDate from,
      String service,
      String name,
      BigDecimal usd,
      BigDecimal per,
      boolean checked) {
    BigDecimal of(BigDecimal amount) {
      return amount.multiply(usd).divide(per, MathContext.DECIMAL64);
    }
  }

  static Prices read(Path file) {
    return new Prices(Csv.rows(file).stream().map(Prices::price).toList());
  }

  private static Price price(Csv.Row row) {
    return new Price(
        LocalDate.parse(row.text("from")),
        row.text("service"),
        row.text("name"),
        row.number("usd"),
        row.number("per"),
        row.text("checked").equals("yes"));
  }

  /**
   * The newest of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  Price named(String name) {
    Optional<Price> newest =
        all.stream()
            .filter(price -> price.name().equals(name))
            .max(Comparator.comparing(Price::from));
    return newest.orElseThrow(
        () -> new IllegalArgumentException("prices.csv has no price of a " + name));
  }

  Price of(Charge charge) {
    return named(charge.price());
  }

  /** The day of the newest row. */
  LocalDate day() {
    return all.stream().map(Price::from).max(Comparator.naturalOrder()).orElseThrow();
  }
}
