package id.antrean.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the bench counts, on a small crowd. How long it takes is not looked at here. */
class MeasuringTest {
  private static final Plan SMALL = new Plan(300, 20, 1, 200, 2, 5, 8, 1);

  private static final Path HOME = Path.of("../../..");

  @Test
  void everySeatIsSoldOnceAndWhoIsTurnedAwayCostsTheReadOfTheirOwnApplication() {
    Result result = new Measuring(HOME, SMALL, progress -> {}).run();

    assertThat(result.broken()).isEmpty();
    Map<String, Double> figures =
        result.figures().collect(Collectors.toMap(Figure::key, Figure::value));
    assertThat(figures)
        .containsEntry("hot.oversold", 0.0)
        .containsEntry("hot.sold", 100.0)
        .containsEntry("open.oversold", 0.0)
        .containsEntry("open.sold", 100.0)
        .containsEntry("hot.shed.writes", 0.0)
        .containsEntry("hot.winner.calls", 5.0)
        .containsEntry("hot.winner.writes", 1.0)
        .containsEntry("cost.shed", 1.0);
    assertThat(figures.get("hot.shed")).isGreaterThan(200);
  }

  /** What is paid for with every application: it rises when an index or an item grows. */
  @Test
  void anApplicationCostsNoMoreThanItDid() throws IOException {
    Map<String, Double> figures =
        new Measuring(HOME, SMALL, progress -> {})
            .costs()
            .figures()
            .collect(Collectors.toMap(Figure::key, Figure::value));

    assertThat(figures.get("cost.bind")).isLessThanOrEqualTo(12);
    assertThat(figures.get("cost.application")).isLessThanOrEqualTo(45);
    assertThat(figures.get("cost.application.calls")).isLessThanOrEqualTo(14);
    assertThat(figures.get("cost.application.hold"))
        .as("a hold is no longer as the page of costs has it: ./antrean costs --measure --write")
        .isCloseTo(keptOfAHold(), within(2.0));
  }

  private static double keptOfAHold() throws IOException {
    return Files.readAllLines(HOME.resolve("infra/costs/counted.csv")).stream()
        .filter(row -> row.matches("hold,BookingFunction,(write|read) units,.*"))
        .mapToDouble(row -> Double.parseDouble(row.substring(row.lastIndexOf(',') + 1)))
        .sum();
  }
}
