package id.antrean.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.sandbox.http.Json;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DukcapilTest {
  private static final String VERIFY =
      "/sandbox/dukcapil/dukcapil/get_json/IMIGRASI/CALL_VERIFY_BY_ELEMEN";

  @TempDir Path folder;
  private RunningSandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = new RunningSandbox(folder);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void anOrdinaryPersonMatchesInEveryElementAsked() {
    JsonNode answer = sandbox.postJson(VERIFY, asking("SITI AMINAH"));

    assertThat(answer.at("/content/0/NIK").asText()).isEqualTo("Sesuai");
    assertThat(answer.at("/content/0/NAMA_LGKP").asText()).isEqualTo("Sesuai (100)");
    assertThat(answer.at("/content/0/TGL_LHR").asText()).isEqualTo("Sesuai");
    assertThat(answer.at("/content/0").has("ALAMAT")).isFalse();
    assertThat(answer.path("quotaLimiter").isInt()).isTrue();
  }

  @Test
  void anotherNameDiffers() {
    JsonNode answer = sandbox.postJson(VERIFY, asking("siti beda"));

    assertThat(answer.at("/content/0/NAMA_LGKP").asText()).isEqualTo("Tidak Sesuai (40)");
    assertThat(answer.at("/content/0/TGL_LHR").asText()).isEqualTo("Sesuai");
  }

  @ParameterizedTest
  @CsvSource({"SITI TIADA, 13", "SITI WAFAT, 11", "SITI NONAKTIF, 14"})
  void anOutcomeHasItsCode(String name, String code) {
    assertThat(sandbox.postJson(VERIFY, asking(name)).at("/content/0/RESPONSE_CODE").asText())
        .isEqualTo(code);
  }

  @Test
  void aQuotaUsedUpIsSaidWithoutACode() {
    JsonNode answer = sandbox.postJson(VERIFY, asking("SITI KUOTA"));

    assertThat(answer.at("/content/0/RESPON").asText()).startsWith("Kuota Akses Hari ini");
    assertThat(answer.at("/content/0").has("RESPONSE_CODE")).isFalse();
  }

  @Test
  void garbageIsNotJson() {
    assertThat(Json.parse(sandbox.post(VERIFY, asking("SITI SAMPAH")).body())).isEmpty();
  }

  @Test
  void aSlowAnswerHoldsUpNobodyElse() {
    CompletableFuture<HttpResponse<String>> slow = sandbox.postAsync(VERIFY, asking("SITI LAMBAT"));

    assertThat(sandbox.post(VERIFY, asking("SITI AMINAH")).statusCode()).isEqualTo(200);
    assertThat(slow).isNotDone();
  }

  @Test
  void aWrongPasswordIsALoginFailure() {
    String request = asking("SITI AMINAH").replace(AwsOnLoopback.DUKCAPIL_PASSWORD, "guess");

    assertThat(sandbox.postJson(VERIFY, request).at("/content/0/RESPON").asText())
        .isEqualTo("Login Gagal");
  }

  @Test
  void itCanBeTakenDownAndBroughtBack() {
    sandbox.post("/sandbox/dukcapil/outage", "{\"down\":true}");
    assertThat(sandbox.post(VERIFY, asking("SITI AMINAH")).statusCode()).isEqualTo(503);

    sandbox.post("/sandbox/dukcapil/outage", "{\"down\":false}");
    assertThat(sandbox.post(VERIFY, asking("SITI AMINAH")).statusCode()).isEqualTo(200);
  }

  @Test
  void theSwitchSaysWhatItExpects() {
    HttpResponse<String> answer = sandbox.post("/sandbox/dukcapil/outage", "{}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("/down");
  }

  private static String asking(String name) {
    return Json.object()
        .put("USER_ID", "ANTREAN")
        .put("PASSWORD", AwsOnLoopback.DUKCAPIL_PASSWORD)
        .put("IP_USER", "10.0.0.1")
        .put("TRESHOLD", "90")
        .put("NIK", "9901014107950001")
        .put("NAMA_LGKP", name)
        .put("TGL_LHR", "01-07-1995")
        .toString();
  }
}
