package id.antrean.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTest {
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
  void movesForwardByWhatIsAsked() {
    OffsetDateTime before =
        OffsetDateTime.parse(sandbox.getJson("/sandbox/clock").path("now").asText());

    OffsetDateTime after =
        OffsetDateTime.parse(
            sandbox.postJson("/sandbox/clock", "{\"advance\":\"PT2H1M\"}").path("now").asText());

    assertThat(Duration.between(before, after)).isGreaterThanOrEqualTo(Duration.ofMinutes(121));
    assertThat(after.getOffset().toString()).isEqualTo("+07:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"advance\":\"-PT1H\"}",
        "{\"advance\":\"an hour\"}",
        "{\"advance\":3600}",
        "{\"advance\":\"P500D\"}",
        "nonsense"
      })
  void refusesWhatIsNotAStepForward(String body) {
    HttpResponse<String> answer = sandbox.post("/sandbox/clock", body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
  }
}
