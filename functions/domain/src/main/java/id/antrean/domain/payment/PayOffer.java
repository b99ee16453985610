package id.antrean.domain.payment;

import id.antrean.domain.EffectiveDated;
import id.antrean.domain.EffectiveDated.Row;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A way to pay that is offered through an aggregator: {@code pay-offers.csv} beside this class,
 * effective-dated, in the order in which they are preferred.
 *
 * @param bank of a virtual account; null where there is nothing to choose
 */
public record PayOffer(PayChannel channel, String aggregator, @Nullable String bank) {
  private static final List<Row> ROWS = EffectiveDated.rows(PayOffer.class, "pay-offers.csv");

  /** What is offered at an office at that moment of its day; the preferred come first. */
  public static List<PayOffer> at(String office, ZonedDateTime moment) {
    return at(ROWS, office, moment);
  }

  /** The one that is asked for; what is left open is chosen. */
  public static Optional<PayOffer> chosen(
      List<PayOffer> offers,
      PayChannel channel,
      @Nullable String aggregator,
      @Nullable String bank) {
    return offers.stream()
        .filter(offer -> offer.channel() == channel)
        .filter(offer -> aggregator == null || offer.aggregator().equals(aggregator))
        .filter(offer -> bank == null || bank.equals(offer.bank()))
        .findFirst();
  }

  /** Columns: channel, aggregator, bank, office or *, from and to of the day or empty. */
  static List<PayOffer> at(List<Row> rows, String office, ZonedDateTime moment) {
    LocalDate day = moment.withZoneSameInstant(EffectiveDated.JAKARTA).toLocalDate();
    return rows.stream()
        .filter(row -> !row.from().isAfter(day))
        .filter(row -> row.column(3).equals("*") || row.column(3).equals(office))
        .filter(row -> isWithin(row, moment.toLocalTime()))
        .map(
            row ->
                new PayOffer(
                    PayChannel.valueOf(row.column(0)),
                    row.column(1),
                    row.column(2).isEmpty() ? null : row.column(2)))
        .distinct()
        .toList();
  }

  private static boolean isWithin(Row row, LocalTime time) {
    return row.column(4).isEmpty()
        || (!time.isBefore(LocalTime.parse(row.column(4)))
            && time.isBefore(LocalTime.parse(row.column(5))));
  }
}
