package id.antrean.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.counter.KeepTicketSecret;
import id.antrean.gateway.Api;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.Origins;
import id.antrean.memory.Faults;
import id.antrean.memory.SampleEvents;
import id.antrean.memory.World;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Secrets Manager sends is what the entry takes, and it hears of a refusal by a failure. */
class RotationRequestTest {
  private static final String VERSION = "5b6d2f0e-4c1a-4a77-9f1e-0d4f3f3f2a11";
  private static final String SEED = "a-seed-that-nobody-reads";

  private final World world = new World(Counter.at("07:00"), new Faults());
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final EventLog log =
      new EventLog(new PrintStream(written, true, StandardCharsets.UTF_8), world.time, "tried");
  private final Kept secret = new Kept();
  private final CounterFunction function =
      new CounterFunction(
          new Api(token -> Optional.empty(), log, Origins.NONE),
          new MarkNoShows(
              world.offices,
              world.applications,
              world.applications,
              world.applications,
              world.counter,
              world.time),
          new RotateTicketKey(secret, () -> SEED, seed -> true),
          log);

  /** A secret with one pending version. */
  private static final class Kept implements KeepTicketSecret {
    private Optional<String> seed = Optional.empty();

    @Override
    public Stage stage(String version) {
      return version.equals(VERSION) ? Stage.PENDING : Stage.NEITHER;
    }

    @Override
    public Optional<String> pendingSeed(String version) {
      return seed;
    }

    @Override
    public void keep(String version, String kept) {
      seed = Optional.of(kept);
    }

    @Override
    public void makeCurrent(String version) {
      throw new AssertionError("not asked for");
    }
  }

  private String logged() {
    return written.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aStepIsTakenAndWrittenDownWithoutTheSeed() {
    function.ticketKey(SampleEvents.read("rotation.json", RotationRequest.class));

    assertThat(secret.seed).contains(SEED);
    assertThat(logged())
        .contains(
            "\"event\":\"schedule\"", "\"source\":\"ticket-key\"", "\"step\":\"createSecret\"")
        .contains("\"requestId\":\"" + VERSION + "\"", "\"outcome\":\"created\"")
        .doesNotContain(SEED);
  }

  /** As whoever deploys starts each function once. */
  @Test
  void anEventThatAsksForNothingOnlyStartsTheFunction() {
    function.ticketKey(new RotationRequest(null, null));

    assertThat(logged()).isEmpty();
  }

  @Test
  void whatIsRefusedFailsAndIsAlarmed() {
    assertThatThrownBy(() -> function.ticketKey(new RotationRequest("another", "testSecret")))
        .isInstanceOf(RotationRefused.class)
        .hasMessage("the version is not pending");
    assertThatThrownBy(() -> function.ticketKey(new RotationRequest(VERSION, "deleteSecret")))
        .isInstanceOf(RotationRefused.class)
        .hasMessage("no such step");

    assertThat(logged().lines())
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("\"level\":\"ERROR\"", "\"event\":\"schedule\"", "RotationRefused"));
  }
}
