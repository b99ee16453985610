package id.antrean.bench.costs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What every step asks of AWS, as {@code ./antrean costs --measure} has counted it. */
record CountedWork(List<Work> all) {
  private static final String HEADING =
      """
      # What each step asks of AWS once. ./antrean costs --measure counts it on the whole stack, and writes it.
      step,by,unit,amount
      """;

  static CountedWork read(Path file) {
    return new CountedWork(
        Csv.rows(file).stream()
            .map(
                row ->
                    new Work(
                        row.text("step"),
                        row.text("by"),
                        Unit.of(row.text("unit")),
                        row.number("amount")))
            .toList());
  }

  void write(Path file) {
    String rows =
        all.stream()
            .map(
                one ->
                    "%s,%s,%s,%s\n"
                        .formatted(one.step(), one.by(), one.unit(), one.amount().toPlainString()))
            .collect(Collectors.joining());
    try {
      Files.writeString(file, HEADING + rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * That of a step.
   *
   * @throws IllegalArgumentException if it was not counted
   */
  List<Work> of(String step) {
    List<Work> its = all.stream().filter(one -> one.step().equals(step)).toList();
    if (its.isEmpty()) {
      throw new IllegalArgumentException(
          "counted.csv has no step " + step + ": ./antrean costs --measure counts it");
    }
    return its;
  }

  BigDecimal of(String step, Unit unit) {
    return of(step).stream()
        .filter(one -> one.unit() == unit)
        .map(Work::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
