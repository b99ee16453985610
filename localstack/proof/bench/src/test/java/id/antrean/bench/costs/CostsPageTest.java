package id.antrean.bench.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of what the system costs, and the data that it is made of. */
class CostsPageTest {
  private static final Path HOME = Path.of("../../..");
  private static final Path DATA = HOME.resolve("infra/costs");

  @TempDir Path folder;

  @Test
  void thePageHasEveryFigureAsItsDataMakeIt() throws IOException {
    assertThat(Files.readString(CostsPage.in(HOME)))
        .as("infra/costs.md is not what its data make of it: ./antrean costs --write")
        .isEqualTo(CostsPage.of(HOME).text());
  }

  @Test
  void ofAPriceTheNewestRowCounts() throws IOException {
    Path file = folder.resolve("prices.csv");
    Files.writeString(
        file,
        """
        # For people.
        from,service,name,usd,per,checked,source,note
        2027-01-01,DynamoDB,write unit,3,1000,no,https://aws.amazon.com/,dearer, by much
        2026-01-01,DynamoDB,write unit,1,1000,yes,https://aws.amazon.com/,
        """);

    Prices prices = Prices.read(file);

    assertThat(prices.of(Charge.WRITE_UNIT).of(BigDecimal.valueOf(2000))).isEqualByComparingTo("6");
    assertThat(prices.day()).isEqualTo("2027-01-01");
    assertThatThrownBy(() -> prices.of(Charge.READ_UNIT))
        .hasMessage("prices.csv has no price of a read unit");
  }

  @Test
  void aRowThatLacksAFieldIsTold() throws IOException {
    Path file = folder.resolve("life.csv");
    Files.writeString(file, "step,times,why\nregister,1\n");

    assertThatThrownBy(() -> Life.read(file))
        .hasMessage("life.csv: \"register,1\" has not every field of [step, times, why]");
  }

  @Test
  void everyChargeHasAPriceWithAnAddressToCheckItAt() {
    Set<String> names = new TreeSet<>();
    for (Csv.Row row : Csv.rows(DATA.resolve("prices.csv"))) {
      names.add(row.text("name"));
      assertThat(row.text("source")).startsWith("https://aws.amazon.com/");
      assertThat(row.number("usd")).isPositive();
    }

    assertThat(names).containsAll(Arrays.stream(Charge.values()).map(Charge::price).toList());
  }

  @Test
  void everyStepThatWasCountedIsInALifeOrRunsBySchedule() {
    Deployed deployed = Deployed.read(HOME);
    Set<String> expected = new TreeSet<>(Life.read(DATA.resolve("life.csv")).times().keySet());
    expected.addAll(deployed.schedules().keySet());

    Set<String> counted =
        CountedWork.read(DATA.resolve("counted.csv")).all().stream()
            .map(Work::step)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(counted).isEqualTo(expected);
  }

  @Test
  void whoWorksInAStepIsAFunctionOfTheTemplate() {
    List<String> others = List.of("people", "tables");

    assertThat(CountedWork.read(DATA.resolve("counted.csv")).all())
        .extracting(Work::by)
        .filteredOn(by -> !others.contains(by))
        .isNotEmpty()
        .isSubsetOf(Deployed.read(HOME).memory().keySet());
  }
}
