package id.antrean.domain.payment;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

  /**
   * Whether the same things are paid for, whatever each of them cost on its day. Equal amounts say
   * nothing: two passports of different kinds may cost the same.
   */
  public boolean isForTheSameAs(Fee other) {
    return items().equals(other.items());
  }

  private Set<Tariffs.Item> items() {
    return lines.stream().map(Line::item).collect(Collectors.toUnmodifiableSet());
  }
}
