package id.antrean.domain.payment;

import java.util.List;

/** What an application costs, line by line, in whole rupiah. */
public record Fee(List<Line> lines) {

  public Fee {
    lines = List.copyOf(lines);
  }

  /** One tariff. */
  public record Line(Tariffs.Item item, long amount) {}

  public long amount() {
    return lines.stream().mapToLong(Line::amount).sum();
  }
}
