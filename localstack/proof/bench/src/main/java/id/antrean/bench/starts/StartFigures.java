package id.antrean.bench.starts;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of it, and how it stands to what it should be.
 *
 * @param starts of each, of which the median counts
 */
public record StartFigures(int starts, List<Measured> measured) {
  private static final double LARGEST_PROGRAM = 70;
  private static final double MOST_MEMORY = 80;
  private static final String LINE = "  %-30s %10s %14s %12s %14s %14s %10s%n";

  private record Aim(String what, String value, boolean met) {}

  /** As a table on a terminal. */
  public void print(PrintWriter out) {
    out.println();
    out.printf(LINE, heading().toArray());
    measured.forEach(one -> out.printf(LINE, row(one).toArray()));
    out.println();
    aims()
        .forEach(
            aim ->
                out.printf(
                    "  %-58s %14s  %s%n", aim.what(), aim.value(), aim.met() ? "met" : "MISSED"));
    out.printf("%n  Medians of %d starts, from exec to the first answer.%n", starts);
    out.flush();
  }

  /** As a page. */
  public void write(Path file) {
    String rows = measured.stream().map(one -> tag("td", row(one))).collect(Collectors.joining());
    String aims =
        aims().stream()
            .map(aim -> tag("td", List.of(aim.what(), aim.value(), aim.met() ? "met" : "missed")))
            .collect(Collectors.joining());
    try (InputStream in = StartFigures.class.getResourceAsStream("starts.html")) {
      String page = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
      Files.writeString(
          file,
          page.replace("<!--starts-->", String.valueOf(starts))
              .replace("<!--heading-->", tag("th", heading()))
              .replace("<!--rows-->", rows)
              .replace("<!--aims-->", aims));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tag(String cell, List<String> texts) {
    return texts.stream()
        .map(text -> "<%s>%s</%s>".formatted(cell, text, cell))
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }

  private static List<String> heading() {
    return List.of("", "size", "first answer", "memory", "after 1,000", "a hold's CPU", "later");
  }

  private static List<String> row(Measured one) {
    return List.of(
        one.subject().toString(),
        "%.1f MB".formatted(one.subject().megabytes()),
        "%.0f ms".formatted(one.answered()),
        "%.0f MB".formatted(one.memory()),
        one.holding().map(it -> "%.0f MB".formatted(it.memory())).orElse(""),
        one.holding().map(it -> "%.1f ms".formatted(it.early())).orElse(""),
        one.holding().map(it -> "%.1f ms".formatted(it.late())).orElse(""));
  }

  private List<Aim> aims() {
    List<Aim> aims = new ArrayList<>();
    Optional<Measured> floor = of("floor", "native");
    Optional<Measured> booking = of("booking", "native");
    Optional<Measured> registration = of("registration", "native");
    floor.ifPresent(
        least -> {
          booking.ifPresent(one -> aims.add(times("first hold", one, least, 2)));
          registration.ifPresent(one -> aims.add(times("first registration", one, least, 3)));
        });
    booking.ifPresent(
        one ->
            aims.add(
                most("the program of booking, MB", one.subject().megabytes(), LARGEST_PROGRAM)));
    booking.flatMap(Measured::holding).ifPresent(it -> aims.addAll(ofHolding(it)));
    registration.ifPresent(
        one ->
            aims.add(
                most(
                    "the program of registration, MB",
                    one.subject().megabytes(),
                    LARGEST_PROGRAM)));
    return aims;
  }

  private List<Aim> ofHolding(Measured.Holding its) {
    List<Aim> aims = new ArrayList<>();
    aims.add(most("memory after 1,000 holds, MB", its.memory(), MOST_MEMORY));
    of("booking", "JVM")
        .flatMap(Measured::holding)
        .ifPresent(
            jvm ->
                aims.add(
                    most(
                        "a hold's processor time, of the JVM's, early",
                        its.early() / jvm.early(),
                        1 / 3.0)));
    return aims;
  }

  private static Aim times(String what, Measured one, Measured floor, double bound) {
    double ratio = one.answered() / floor.answered();
    return new Aim(
        "%s, times the floor, at most %.0f".formatted(what, bound),
        "%.1f".formatted(ratio),
        ratio <= bound);
  }

  private static Aim most(String what, double value, double bound) {
    return new Aim(
        "%s, at most %s".formatted(what, bound < 1 ? "1/3" : "%.0f".formatted(bound)),
        (bound < 1 ? "%.2f" : "%.0f").formatted(value),
        value <= bound);
  }

  private Optional<Measured> of(String function, String way) {
    return measured.stream()
        .filter(one -> one.subject().function().equals(function))
        .filter(one -> one.subject().way().equals(way))
        .findFirst();
  }
}
