package id.antrean.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.domain.CurrentRequest;
import id.antrean.gateway.EventLog.Detail;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventLogTest {
  private static final String APPLICATION = "AbCdEfGhIjKlMnOp";
  private static final String NIK = "9901014107950001";

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final EventLog log =
      new EventLog(
          new PrintStream(written, true, StandardCharsets.UTF_8),
          Clock.fixed(Instant.parse("2026-11-26T00:00:00Z"), ZoneOffset.UTC),
          "tried");

  private JsonNode line() throws IOException {
    assertThat(written.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    return new ObjectMapper().readTree(written.toByteArray());
  }

  private record Passport(String type) implements View {}

  private static Request request(String method, String resource, Map<String, String> path) {
    return new Request(
        method,
        resource,
        path,
        Map.of("cursor", NIK),
        Map.of("Authorization", "Bearer secret"),
        "{\"nik\":\"9901014107950001\"}".getBytes(StandardCharsets.UTF_8),
        "request-1");
  }

  @Test
  void aRequestIsALineOfRouteStatusTimeAndOutcome() throws IOException {
    log.answered(
        request("PUT", "/applications/{id}/booking", Map.of("id", APPLICATION)),
        Answer.noContent(),
        34);

    JsonNode line = line();
    assertThat(line.path("timestamp").asText()).isEqualTo("2026-11-26T00:00:00Z");
    assertThat(line.path("event").asText()).isEqualTo("request");
    assertThat(line.path("requestId").asText()).isEqualTo("request-1");
    assertThat(line.path("route").asText()).isEqualTo("PUT /applications/{id}/booking");
    assertThat(line.path("status").intValue()).isEqualTo(204);
    assertThat(line.path("millis").intValue()).isEqualTo(34);
    assertThat(line.path("outcome").asText()).isEqualTo("done");
    assertThat(line.path("applicationId").asText()).isEqualTo(APPLICATION);
  }

  @Test
  void aRefusalIsNamedByItsProblem() throws IOException {
    Request request = request("GET", "/applications", Map.of());
    log.answered(request, Api.problem(Problem.of(ProblemType.UNAUTHENTICATED), request), 1);

    assertThat(line().path("outcome").asText()).isEqualTo("unauthenticated");
    assertThat(line().path("status").intValue()).isEqualTo(401);
  }

  @Test
  void anInvalidRequestIsNamedByItsProblemToo() throws IOException {
    Request request = request("POST", "/applications", Map.of());
    log.answered(request, Api.problem(Problem.of(ProblemType.VALIDATION), request), 1);

    assertThat(line().path("outcome").asText()).isEqualTo("validation");
  }

  @Test
  void whatIsDoneIsDoneWhateverTypeItHas() throws IOException {
    log.answered(request("GET", "/things", Map.of()), Answer.ok(new Passport("ORDINARY")), 1);

    assertThat(line().path("outcome").asText()).isEqualTo("done");
  }

  @Test
  void whatWasMadeIsNamedByItsId() throws IOException {
    log.answered(
        request("POST", "/applications", Map.of()),
        Answer.created("/applications/" + APPLICATION, new Passport("ORDINARY")),
        1);

    assertThat(line().path("applicationId").asText()).isEqualTo(APPLICATION);
  }

  @Test
  void anIdentityNumberInThePathIsNotWrittenDown() throws IOException {
    log.answered(request("GET", "/applications/{id}", Map.of("id", NIK)), Answer.noContent(), 1);

    assertThat(line().has("applicationId")).isFalse();
    assertThat(written.toString(StandardCharsets.UTF_8)).doesNotContain(NIK, "secret");
  }

  @Test
  void aMessageIsDoneInTheNameOfTheRequestThatCausedIt() throws IOException {
    Errand errand = Errand.message("deadline", "message-1", "request-1").about(APPLICATION);

    long begun = System.nanoTime();
    log.errand(errand, () -> CurrentRequest.id().equals("request-1") ? "done" : "astray");
    long took = (System.nanoTime() - begun) / 1_000_000;

    JsonNode line = line();
    assertThat(line.path("event").asText()).isEqualTo("message");
    assertThat(line.path("source").asText()).isEqualTo("deadline");
    assertThat(line.path("requestId").asText()).isEqualTo("request-1");
    assertThat(line.path("messageId").asText()).isEqualTo("message-1");
    assertThat(line.path("applicationId").asText()).isEqualTo(APPLICATION);
    assertThat(line.path("outcome").asText()).isEqualTo("done");
    assertThat(line.path("level").asText()).isEqualTo("INFO");
    assertThat(line.path("millis").longValue()).isBetween(0L, took);
  }

  @Test
  void aMessageThatFailsIsALineTooAndComesAgain() throws IOException {
    assertThatThrownBy(
            () ->
                log.errand(
                    Errand.schedule("calendar", "run-1"),
                    () -> {
                      throw new IllegalStateException("of " + NIK);
                    }))
        .isInstanceOf(IllegalStateException.class);

    JsonNode line = line();
    assertThat(line.path("event").asText()).isEqualTo("schedule");
    assertThat(line.path("outcome").asText()).isEqualTo("failed");
    assertThat(line.path("level").asText()).isEqualTo("ERROR");
    assertThat(line.path("fault").asText()).isEqualTo("IllegalStateException");
    assertThat(written.toString(StandardCharsets.UTF_8)).doesNotContain(NIK);
  }

  @Test
  void whatIsWorthCountingIsNotedWithItsIds() throws IOException {
    log.tell(
        LogEvent.DAY_SET,
        "request-1",
        new Detail("applicationId", APPLICATION),
        new Detail("aggregator", "bank"));

    JsonNode line = line();
    assertThat(line.path("level").asText()).isEqualTo("INFO");
    assertThat(line.path("event").asText()).isEqualTo("day-set");
    assertThat(line.path("requestId").asText()).isEqualTo("request-1");
    assertThat(line.path("applicationId").asText()).isEqualTo(APPLICATION);
    assertThat(line.path("aggregator").asText()).isEqualTo("bank");
    assertThat(line.has("fault")).isFalse();
  }

  @Test
  void whatAPersonShouldKnowIsAnError() throws IOException {
    log.tell(LogEvent.PAYMENT_EXCEPTION, "request-1", new Detail("paymentId", "p-1"));

    assertThat(line().path("level").asText()).isEqualTo("ERROR");
    assertThat(line().path("event").asText()).isEqualTo("payment-exception");
    assertThat(line().path("paymentId").asText()).isEqualTo("p-1");
  }

  @Test
  void aFaultIsToldByItsKindsAndItsPlace() throws IOException {
    log.fault(
        LogEvent.FAULT,
        "request-1",
        new IllegalStateException("of " + NIK, new IOException("of " + NIK)),
        new Detail("route", "/x"));

    JsonNode line = line();
    assertThat(line.path("level").asText()).isEqualTo("ERROR");
    assertThat(line.path("route").asText()).isEqualTo("/x");
    assertThat(line.path("fault").asText()).isEqualTo("IllegalStateException <- IOException");
    assertThat(line.path("at").asText()).contains("EventLogTest.aFaultIsToldByItsKindsAndItsPlace");
    assertThat(line.toString()).doesNotContain(NIK);
  }

  @Test
  void aFaultWithoutAPlaceIsToldAllTheSame() throws IOException {
    IllegalStateException fault = new IllegalStateException();
    fault.setStackTrace(new StackTraceElement[0]);

    log.fault(LogEvent.FAULT, "request-1", fault);

    assertThat(line().path("fault").asText()).isEqualTo("IllegalStateException");
    assertThat(line().has("at")).isFalse();
  }

  // ---- What is measured ----

  @Test
  void whatIsMeasuredStandsInTheFormThatCloudWatchReads() throws IOException {
    log.measure(
        "request-1",
        List.of(
            Measure.of(Metric.HOLDS, 2),
            Measure.once(
                Metric.NOTIFICATIONS,
                new Detail("aggregator", "midtrans"),
                new Detail("verdict", "settled"))));

    assertThat(line())
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"timestamp":"2026-11-26T00:00:00Z","level":"INFO","event":"measured",
                     "requestId":"request-1",
                     "_aws":{"Timestamp":1795651200000,"CloudWatchMetrics":[
                       {"Namespace":"tried","Dimensions":[[]],
                        "Metrics":[{"Name":"Holds","Unit":"Count"}]},
                       {"Namespace":"tried","Dimensions":[[],["aggregator","verdict"]],
                        "Metrics":[{"Name":"Notifications","Unit":"Count"}]}]},
                     "Holds":2,"aggregator":"midtrans","verdict":"settled","Notifications":1}
                    """));
  }

  @Test
  void whereNothingIsMeasuredNothingIsWritten() {
    log.measure("request-1", List.of());

    assertThat(written.size()).isZero();
  }

  @Test
  void timeIsMeasuredInSecondsAndNeverBelowNothing() throws IOException {
    log.measure("request-1", List.of(Measure.of(Metric.OLDEST_OVERDUE, Duration.ofSeconds(-5))));

    assertThat(line().path("OldestOverdue").asLong()).isZero();
    assertThat(line().at("/_aws/CloudWatchMetrics/0/Metrics/0/Unit").asText()).isEqualTo("Seconds");
  }

  @Test
  void whatAPersonShouldKnowOfIsCountedOnItsOwnLine() throws IOException {
    log.tell(LogEvent.PAYMENT_EXCEPTION, "request-1");

    assertThat(line().path("Alarming").asInt()).isEqualTo(1);
    assertThat(line().at("/_aws/CloudWatchMetrics/0/Dimensions/1/0").asText()).isEqualTo("event");
    assertThat(line().path("event").asText()).isEqualTo("payment-exception");
  }

  @Test
  void anErrandThatFailedIsCountedToo() throws IOException {
    assertThatThrownBy(
            () ->
                log.errand(
                    Errand.schedule("sweep", "run-1"),
                    () -> {
                      throw new IllegalStateException("no store");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(line().path("Alarming").asInt()).isEqualTo(1);
    assertThat(line().path("event").asText()).isEqualTo("schedule");
  }

  @Test
  void whatIsAsItShouldBeIsNotCounted() throws IOException {
    log.tell(LogEvent.CHECKED_IN, "request-1");

    assertThat(line().has("_aws")).isFalse();
  }
}
