package id.antrean.registration.dukcapil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antrean.domain.applicant.DukcapilAnswer;
import id.antrean.domain.applicant.DukcapilAnswer.Cause;
import id.antrean.domain.applicant.DukcapilAnswer.Matched;
import id.antrean.domain.applicant.DukcapilAnswer.NotFound;
import id.antrean.domain.applicant.DukcapilAnswer.Unavailable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DukcapilCircuitTest {

  private static final Duration FOR_EVER = Duration.ofDays(1);
  private static final Duration A_MOMENT = Duration.ofMillis(20);
  private static final int ENOUGH = 6;

  private final HttpClient http = HttpClient.newHttpClient();
  private RegistryServer registry;

  @BeforeEach
  void openRegistry() throws IOException {
    registry = new RegistryServer();
  }

  @AfterEach
  void closeRegistry() {
    registry.close();
    http.shutdownNow();
  }

  @Test
  void aRegistryThatKeepsFailingIsLeftAlone() {
    DukcapilCircuit circuit = circuit(FOR_EVER);
    registry.replies(RegistryServer.answer(503, "down"));

    assertThat(ask(circuit, ENOUGH)).isEqualTo(new Unavailable(Cause.DOWN));
    registry.replies(RegistryServer.answer(200, RegistryServer.ALL_AGREES));
    assertThat(ask(circuit, 3)).isEqualTo(new Unavailable(Cause.OPEN_CIRCUIT));
    assertThat(registry.asked()).hasSize(ENOUGH);
  }

  @Test
  void afterItsRestItIsAskedAgain() {
    DukcapilCircuit circuit = circuit(A_MOMENT);
    registry.replies(RegistryServer.answer(503, "down"));
    ask(circuit, ENOUGH);
    registry.replies(RegistryServer.answer(200, RegistryServer.ALL_AGREES));

    await().until(() -> circuit.ask(People.SITI), new Matched()::equals);
    assertThat(ask(circuit, 10)).isEqualTo(new Matched());
  }

  @Test
  void fewFailuresAmongAnswersAreBorne() {
    DukcapilCircuit circuit = circuit(FOR_EVER);
    for (int round = 0; round < 20; round++) {
      registry.replies(RegistryServer.answer(503, "down"));
      assertThat(ask(circuit, 2)).isEqualTo(new Unavailable(Cause.DOWN));
      registry.replies(RegistryServer.answer(200, RegistryServer.ALL_AGREES));
      assertThat(ask(circuit, 1)).isEqualTo(new Matched());
    }
  }

  @Test
  void badNewsAboutPeopleIsNoFailureOfTheRegistry() {
    DukcapilCircuit circuit = circuit(FOR_EVER);
    registry.replies(RegistryServer.answer(200, "{\"content\":[{\"RESPONSE_CODE\":\"13\"}]}"));

    assertThat(ask(circuit, 3 * ENOUGH)).isEqualTo(new NotFound());
  }

  @Test
  void aUsedUpQuotaIsAskedForAgainSoThatItsRenewalIsNoticed() {
    DukcapilCircuit circuit = circuit(FOR_EVER);
    registry.replies(
        RegistryServer.answer(
            200, "{\"content\":[{\"RESPON\":\"Kuota Akses Hari ini telah Habis\"}]}"));

    assertThat(ask(circuit, 3 * ENOUGH)).isEqualTo(new Unavailable(Cause.QUOTA));
  }

  @ParameterizedTest
  @EnumSource(
      value = Cause.class,
      names = {"QUOTA", "OPEN_CIRCUIT"},
      mode = EnumSource.Mode.EXCLUDE)
  void everyOtherCauseCounts(Cause cause) {
    DukcapilCircuit circuit = new DukcapilCircuit(question -> new Unavailable(cause), FOR_EVER);

    assertThat(ask(circuit, ENOUGH)).isEqualTo(new Unavailable(cause));
    assertThat(ask(circuit, 1)).isEqualTo(new Unavailable(Cause.OPEN_CIRCUIT));
  }

  private DukcapilCircuit circuit(Duration rest) {
    return new DukcapilCircuit(
        new DukcapilClient(
            http,
            registry.url(),
            () -> new DukcapilAccess("imigrasi", "rahasia", "10.0.0.9"),
            Duration.ofSeconds(30)),
        rest);
  }

  /** Asks so many times and gives the last answer. */
  private static DukcapilAnswer ask(DukcapilCircuit circuit, int times) {
    DukcapilAnswer last = circuit.ask(People.SITI);
    for (int i = 1; i < times; i++) {
      last = circuit.ask(People.SITI);
    }
    return last;
  }
}
