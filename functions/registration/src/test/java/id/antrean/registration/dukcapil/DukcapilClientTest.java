package id.antrean.registration.dukcapil;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.domain.applicant.DukcapilAnswer;
import id.antrean.domain.applicant.DukcapilAnswer.Cause;
import id.antrean.domain.applicant.DukcapilAnswer.Deceased;
import id.antrean.domain.applicant.DukcapilAnswer.Matched;
import id.antrean.domain.applicant.DukcapilAnswer.Unavailable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DukcapilClientTest {

  private static final Duration AMPLE = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(200);

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
  void asksInTheRegistrysOwnFormat() throws IOException {
    assertThat(ask(AMPLE)).isEqualTo(new Matched());

    RegistryServer.Asked asked = registry.asked().getFirst();
    assertThat(asked.method()).isEqualTo("POST");
    assertThat(asked.uri()).isEqualTo("/dukcapil/get_json/IMIGRASI/CALL_VERIFY_BY_ELEMEN");
    assertThat(asked.contentType()).isEqualTo("application/json");
    assertThat(json(asked.body()))
        .isEqualTo(
            json(
                """
                {"USER_ID":"imigrasi","PASSWORD":"rahasia","IP_USER":"10.0.0.9","TRESHOLD":"90",
                 "NIK":"9901014107950001","NAMA_LGKP":"SITI AMINAH","TMPT_LHR":"SERANG",
                 "TGL_LHR":"01-07-1995","JENIS_KLMIN":"Perempuan"}"""));
  }

  @Test
  void aManIsAskedForAsAManAndQuotationMarksInANameDoNoHarm() throws IOException {
    client(AMPLE).ask(People.BUDI);

    JsonNode body = json(registry.asked().getFirst().body());
    assertThat(body.path("JENIS_KLMIN").asText()).isEqualTo("Laki-Laki");
    assertThat(body.path("NAMA_LGKP").asText()).isEqualTo("BUDI \"BUD\" SANTOSO");
    assertThat(body.path("TGL_LHR").asText()).isEqualTo("15-02-2001");
  }

  @Test
  void theVerdictIsReadFromTheEnvelope() {
    registry.replies(RegistryServer.answer(200, "{\"content\":[{\"RESPONSE_CODE\":\"11\"}]}"));

    assertThat(ask(AMPLE)).isEqualTo(new Deceased());
  }

  @ParameterizedTest
  @CsvSource({
    "500, DOWN",
    "502, DOWN",
    "503, DOWN",
    "504, DOWN",
    "400, REFUSED",
    "401, REFUSED",
    "403, REFUSED",
    "404, REFUSED",
    "429, QUOTA",
    "302, GARBAGE",
    "204, GARBAGE"
  })
  void anyOtherStatusIsNoVerdict(int status, Cause cause) {
    registry.replies(RegistryServer.answer(status, status == 204 ? "" : RegistryServer.ALL_AGREES));

    assertThat(ask(AMPLE)).isEqualTo(new Unavailable(cause));
  }

  @Test
  void silenceIsSlow() {
    registry.replies(registry.silence());

    assertThat(ask(SHORT)).isEqualTo(new Unavailable(Cause.SLOW));
  }

  @Test
  void theLimitCoversTheBodyToo() {
    registry.replies(registry.halfAnAnswer());

    assertThat(ask(SHORT)).isEqualTo(new Unavailable(Cause.SLOW));
  }

  @Test
  void aConnectionClosedWithoutAnAnswerIsDown() {
    registry.replies(RegistryServer.hangUp());

    assertThat(ask(AMPLE)).isEqualTo(new Unavailable(Cause.DOWN));
  }

  @Test
  void nobodyListeningIsDown() {
    DukcapilClient client = client(AMPLE);
    registry.close();

    assertThat(client.ask(People.SITI)).isEqualTo(new Unavailable(Cause.DOWN));
  }

  @Test
  void anAnswerWithoutEndIsCutOff() {
    registry.replies(RegistryServer.answer(200, " ".repeat(100_000) + RegistryServer.ALL_AGREES));

    assertThat(ask(AMPLE)).isInstanceOf(Unavailable.class);
  }

  @Test
  void aRotatedPasswordIsTakenUpByTheNextQuestion() throws IOException {
    AtomicInteger rotation = new AtomicInteger();
    DukcapilClient client =
        new DukcapilClient(
            http,
            registry.url(),
            () -> new DukcapilAccess("imigrasi", "p" + rotation.incrementAndGet(), "10.0.0.9"),
            AMPLE);

    client.ask(People.SITI);
    client.ask(People.SITI);

    List<RegistryServer.Asked> asked = registry.asked();
    assertThat(json(asked.get(0).body()).path("PASSWORD").asText()).isEqualTo("p1");
    assertThat(json(asked.get(1).body()).path("PASSWORD").asText()).isEqualTo("p2");
  }

  @Test
  void neitherThePersonNorThePasswordShowsInTextForms() {
    assertThat(People.SITI.toString()).doesNotContain("9901014107950001", "SITI", "SERANG", "1995");
    assertThat(new DukcapilAccess("imigrasi", "rahasia", "10.0.0.9").toString())
        .doesNotContain("rahasia");
  }

  private DukcapilAnswer ask(Duration limit) {
    return client(limit).ask(People.SITI);
  }

  private DukcapilClient client(Duration limit) {
    return new DukcapilClient(
        http, registry.url(), () -> new DukcapilAccess("imigrasi", "rahasia", "10.0.0.9"), limit);
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }
}
