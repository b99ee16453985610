package id.antrean.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.simulation.Attempt.Broken;
import id.antrean.simulation.Attempt.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchedulesTest {
  private static final long SCHEDULES = 4_000;

  /** Every mutant falls within this many schedules; most within a hundred. */
  private static final long SCHEDULES_FOR_A_MUTANT = 200_000;

  @Test
  void everyRuleHoldsInEverySchedule() throws InterruptedException {
    Campaign.Result result = new Campaign(Mutant.NONE, count -> {}).run(1, SCHEDULES);
    assertThat(result.broken()).isEmpty();
    assertThat(result.schedules()).isEqualTo(SCHEDULES);
  }

  static List<Mutant> everyWayToBreakIt() {
    return Mutants.ALL;
  }

  @ParameterizedTest
  @MethodSource("everyWayToBreakIt")
  void whateverBreaksTheProtocolIsCaught(Mutant mutant) throws InterruptedException {
    Campaign.Result result = new Campaign(mutant, count -> {}).run(1, SCHEDULES_FOR_A_MUTANT);
    assertThat(result.broken()).as(mutant.how()).isPresent();
  }

  @Test
  void aSeedReplaysExactlyAndTellsItsStory() throws InterruptedException {
    Mutant mutant = Mutants.named("no-arm").orElseThrow();
    Campaign.Found found =
        new Campaign(mutant, count -> {}).run(1, SCHEDULES_FOR_A_MUTANT).broken().orElseThrow();
    Verdict once = Attempt.told(found.seed(), mutant);
    Verdict again = Attempt.told(found.seed(), mutant);
    assertThat(again).isEqualTo(once);
    assertThat(((Broken) once).rule()).isEqualTo(found.broken().rule());
    assertThat(((Broken) once).story())
        .anyMatch(line -> line.contains("→ claimed in"))
        .last()
        .asString()
        .startsWith("BROKEN: never leaked");
  }
}
