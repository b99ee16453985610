package id.antrean.counter;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.counter.RotateTicketKey.Done;
import id.antrean.counter.RotateTicketKey.Outcome;
import id.antrean.counter.RotateTicketKey.Refused;
import id.antrean.counter.RotateTicketKey.Step;
import id.antrean.domain.counter.KeepTicketSecret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** As Secrets Manager asks for it, once or several times, in its order or in another. */
class RotatingTheTicketKeyTest {
  private static final String PENDING = "version-2";

  private final Versions secret = new Versions();
  private final List<String> broken = new ArrayList<>();
  private int drawn;
  private final RotateTicketKey rotation =
      new RotateTicketKey(secret, () -> "seed " + ++drawn, seed -> !broken.contains(seed));

  /** A secret whose version 1 is current, and version 2 pending without a seed. */
  private static final class Versions implements KeepTicketSecret {
    private final Map<String, String> seeds = new HashMap<>(Map.of("version-1", "seed 0"));
    private String current = "version-1";
    private String pending = PENDING;

    @Override
    public Stage stage(String version) {
      if (version.equals(current)) {
        return Stage.CURRENT;
      }
      return version.equals(pending) ? Stage.PENDING : Stage.NEITHER;
    }

    @Override
    public Optional<String> pendingSeed(String version) {
      return Optional.ofNullable(seeds.get(version));
    }

    @Override
    public void keep(String version, String seed) {
      seeds.putIfAbsent(version, seed);
    }

    @Override
    public void makeCurrent(String version) {
      current = version;
    }

    Optional<String> signs() {
      return Optional.ofNullable(seeds.get(current));
    }
  }

  private Outcome take(Step step) {
    return rotation.take(step, PENDING);
  }

  @Test
  void theFourStepsInTheirOrderMakeANewKeyTheCurrentOne() {
    for (Step step : Step.values()) {
      assertThat(secret.signs()).as("before " + step).contains("seed 0");
      assertThat(take(step)).isInstanceOf(Done.class);
    }

    assertThat(secret.signs()).contains("seed 1");
  }

  @Test
  void eachStepTwiceIsAsOnce() {
    for (Step step : Step.values()) {
      assertThat(take(step)).isInstanceOf(Done.class);
      assertThat(take(step)).isInstanceOf(Done.class);
    }

    assertThat(secret.signs()).contains("seed 1");
    assertThat(drawn).isEqualTo(1);
  }

  /** Secrets Manager begins at the first step again when one has failed. */
  @ParameterizedTest
  @EnumSource
  void fromTheBeginningAgainAfterAnyStepItEndsAlike(Step failed) {
    for (Step step : Step.values()) {
      take(step);
      if (step == failed) {
        break;
      }
    }

    for (Step step : Step.values()) {
      assertThat(take(step)).isInstanceOf(Done.class);
    }

    assertThat(secret.signs()).contains("seed 1");
  }

  /** As Secrets Manager asks when a schedule is set up. */
  @Test
  void ofAVersionWithoutASeedThereIsNothingToTest() {
    assertThat(take(Step.TEST)).isEqualTo(new Done("nothing to test"));
    assertThat(secret.signs()).contains("seed 0");
  }

  @Test
  void whatHasNoSeedYetIsNotMadeCurrent() {
    take(Step.SET);

    assertThat(take(Step.FINISH)).isEqualTo(new Refused("the version has no seed"));
    assertThat(secret.signs()).contains("seed 0");
  }

  @Test
  void whatWasNotTestedIsTestedBeforeItIsMadeCurrent() {
    take(Step.CREATE);
    broken.add("seed 1");

    assertThat(take(Step.TEST)).isInstanceOf(Refused.class);
    assertThat(take(Step.FINISH)).isEqualTo(new Refused("the key of the version does not work"));
    assertThat(secret.signs()).contains("seed 0");
  }

  @ParameterizedTest
  @EnumSource
  void aVersionThatIsNotPendingIsRefused(Step step) {
    assertThat(rotation.take(step, "of another secret"))
        .isEqualTo(new Refused("the version is not pending"));
    assertThat(drawn).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsLeftToDoForTheCurrentVersion(Step step) {
    assertThat(rotation.take(step, "version-1")).isInstanceOf(Done.class);
    assertThat(secret.signs()).contains("seed 0");
    assertThat(drawn).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aFormerVersionDoesNotComeBack(Step step) {
    for (Step each : Step.values()) {
      take(each);
    }

    assertThat(rotation.take(step, "version-1")).isInstanceOf(Refused.class);
    assertThat(secret.signs()).contains("seed 1");
  }

  @Test
  void stepsAreKnownByTheNamesThatSecretsManagerHas() {
    assertThat(List.of("createSecret", "setSecret", "testSecret", "finishSecret"))
        .map(Step::named)
        .containsExactly(
            Optional.of(Step.CREATE),
            Optional.of(Step.SET),
            Optional.of(Step.TEST),
            Optional.of(Step.FINISH));
    assertThat(Step.named("deleteSecret")).isEmpty();
  }
}
