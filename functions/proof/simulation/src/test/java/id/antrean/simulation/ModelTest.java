package id.antrean.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that can happen in worlds small enough to try it all. */
class ModelTest {
  private static final Executor BESIDE_THE_ACTORS = Thread::startVirtualThread;

  private static Exploration.Result explore(Scene scene, Mutant mutant) {
    return CompletableFuture.supplyAsync(
            () -> new Exploration(scene, mutant).run(), BESIDE_THE_ACTORS)
        .join();
  }

  static List<Scene> scenes() {
    return Scene.ALL;
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void noRuleBreaksWhateverHappens(Scene scene) {
    Exploration.Result result = explore(scene, Mutant.NONE);
    assertThat(Optional.ofNullable(result.broken()).map(Attempt.Broken::story).orElse(List.of()))
        .isEmpty();
    assertThat(result.ends()).isPositive();
    assertThat(result.standings()).isGreaterThan(result.ends());
  }

  @Test
  void theModelSeesASeatLeakWithoutTheArm() {
    Exploration.Result result =
        explore(Scene.ALL.getFirst(), Mutants.named("no-arm").orElseThrow());
    assertThat(result.broken())
        .isNotNull()
        .extracting(Attempt.Broken::rule)
        .isEqualTo(Rules.LEAKED);
  }

  @Test
  void theModelSeesADayThatIsLeftHalfSet() {
    Scene officers =
        Scene.ALL.stream()
            .filter(scene -> scene.name().equals("two officers set a day"))
            .findFirst()
            .orElseThrow();
    for (String mutant : List.of("half-set-day-believed", "done-for-another")) {
      assertThat(explore(officers, Mutants.named(mutant).orElseThrow()).broken())
          .as(mutant)
          .isNotNull()
          .extracting(Attempt.Broken::rule)
          .isEqualTo(Rules.AS_SET);
    }
  }

  @Test
  void theModelSeesAQuotaThatIsNotAskedFor() {
    Exploration.Result result =
        explore(Scene.ALL.getFirst(), Mutants.named("claim-without-quota").orElseThrow());
    assertThat(result.broken())
        .isNotNull()
        .extracting(Attempt.Broken::rule)
        .isEqualTo(Rules.OVERSOLD);
  }
}
