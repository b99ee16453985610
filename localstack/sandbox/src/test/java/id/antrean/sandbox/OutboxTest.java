package id.antrean.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import id.antrean.sandbox.RunningSandbox.Received;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an aggregator tells late, in another order, or again. */
class OutboxTest {
  private static final String STANDARD = "/sandbox/aggregators/standard";
  private static final String BILL = "\"billingCode\":\"819204837561120\"";

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

  private JsonNode pays(String aggregator, String more) {
    return sandbox.postJson(
        "/sandbox/aggregators/" + aggregator + "/payments", "{" + BILL + more + "}");
  }

  private void passes(String time) {
    sandbox.post("/sandbox/clock", "{\"advance\":\"" + time + "\"}");
  }

  private int waiting(String aggregator) {
    return sandbox.getJson("/sandbox/aggregators/" + aggregator + "/outbox").path("waiting").size();
  }

  @Test
  void whatIsToldLateComesAtItsTimeAndIsSignedThen() {
    JsonNode answer = pays("standard", ",\"after\":\"PT3H\"");
    assertThat(answer.path("deliveries")).isEmpty();
    assertThat(answer.path("waiting").asInt()).isEqualTo(1);

    passes("PT2H59M");
    assertThat(sandbox.received()).isEmpty();
    passes("PT2H");

    assertThat(sandbox.received()).hasSize(1);
    long signed = Long.parseLong(header(sandbox.received().getFirst(), "webhook-timestamp"));
    assertThat(sandbox.businessTime().getEpochSecond() - signed)
        .as("seconds since it was signed, of an hour and 59 minutes that passed after it")
        .isBetween(7_100L, 7_200L);
    assertThat(waiting("standard")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "standard, 503, PT5S PT5M PT30M PT2H PT5H PT10H PT14H PT20H PT24H",
    "midtrans, 503, PT2M PT10M PT30M PT90M",
    "midtrans, 500, PT2M",
    "midtrans, 404, PT2M PT10M",
    "midtrans, 418, PT2M PT10M PT30M PT90M PT210M",
    "midtrans, 302, ''",
    "xendit, 503, PT15M PT45M PT2H PT3H PT6H PT12H",
    "doku, 503, PT30M PT330M PT6H"
  })
  void whatIsRefusedComesAgainAsItsSenderDoes(String aggregator, int status, String waits) {
    sandbox.answers(status);
    JsonNode answer = pays(aggregator, ",\"retry\":true");
    assertThat(answer.at("/deliveries/0/status").asInt()).isEqualTo(status);

    int told = 1;
    for (String wait : waits.isEmpty() ? new String[0] : waits.split(" ", -1)) {
      assertThat(waiting(aggregator)).isEqualTo(1);
      passes(wait);
      assertThat(sandbox.received()).as("after " + wait).hasSize(++told);
    }
    assertThat(waiting(aggregator)).isZero();
    assertThat(sandbox.received().stream().map(Received::body).distinct()).hasSize(1);
  }

  @Test
  void everyAttemptOfAWeekIsMadeInOneStepEachAtItsTime() {
    sandbox.answers(503);
    pays("standard", ",\"retry\":true");

    passes("P7D");

    assertThat(sandbox.received()).hasSize(10);
    assertThat(sandbox.received().stream().map(it -> header(it, "webhook-id")).distinct())
        .hasSize(1);
    assertThat(sandbox.received().stream().map(it -> header(it, "webhook-timestamp")).distinct())
        .hasSize(10);
    assertThat(sandbox.received())
        .allMatch(it -> header(it, "webhook-signature").equals(signatureOf(it)));
  }

  @Test
  void whatIsAnsweredWellInTheEndComesNoMore() {
    sandbox.answers(503);
    pays("xendit", ",\"retry\":true");
    sandbox.answers(200);

    passes("P2D");

    assertThat(sandbox.received()).hasSize(2);
  }

  @Test
  void whatNobodyAskedToRepeatIsToldOnce() {
    sandbox.answers(503);
    pays("standard", "");

    assertThat(waiting("standard")).isZero();
  }

  @Test
  void allThatWaitsCanBeToldInAnotherOrderAndTheSameOrderOnceMore() {
    List<String> shuffled = toldInOrder("{\"order\":\"shuffled\",\"seed\":7}");
    List<String> again = toldInOrder("{\"order\":\"shuffled\",\"seed\":7}");
    List<String> reversed = toldInOrder("{\"order\":\"reversed\"}");
    List<String> due = toldInOrder("{}");

    assertThat(due).containsExactly("p0", "p1", "p2", "p3", "p4");
    assertThat(reversed).isEqualTo(due.reversed());
    assertThat(shuffled)
        .isEqualTo(again)
        .isNotEqualTo(due)
        .containsExactlyInAnyOrderElementsOf(due);
  }

  private List<String> toldInOrder(String order) {
    for (int i = 0; i < 5; i++) {
      pays("standard", ",\"paymentId\":\"p" + i + "\",\"after\":\"PT1H\"");
    }
    JsonNode answer = sandbox.postJson(STANDARD + "/outbox", order);
    assertThat(answer.path("waiting").asInt()).isZero();
    return answer
        .path("deliveries")
        .valueStream()
        .map(one -> one.path("paymentId").asText())
        .toList();
  }

  @Test
  void oneAggregatorsOutboxIsNotAnothers() {
    pays("standard", ",\"after\":\"PT1H\"");
    sandbox.post("/sandbox/aggregators/midtrans/outbox", "{}");

    assertThat(waiting("standard")).isEqualTo(1);
    assertThat(sandbox.received()).isEmpty();
  }

  @Test
  void whoNeverLetsTimePassIsStoppedAtSomePoint() {
    for (int i = 0; i < 10; i++) {
      pays("standard", ",\"times\":1000,\"after\":\"P1D\"");
    }

    assertThat(
            sandbox.post(STANDARD + "/payments", "{" + BILL + ",\"after\":\"P1D\"}").statusCode())
        .isEqualTo(429);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"-PT1H\"", "\"P31D\"", "\"soon\"", "60", "true"})
  void aLatenessThatIsNoneIsSaid(String after) {
    JsonNode answer = pays("standard", ",\"after\":" + after);

    assertThat(answer.at("/errors/0/pointer").asText()).isEqualTo("/after");
    assertThat(sandbox.received()).isEmpty();
  }

  @Test
  void anOrderThatIsNoneIsSaid() {
    JsonNode answer = sandbox.postJson(STANDARD + "/outbox", "{\"order\":\"upside down\"}");

    assertThat(answer.at("/errors/0/pointer").asText()).isEqualTo("/order");
    assertThat(sandbox.get("/sandbox/aggregators/nobody/outbox").statusCode()).isEqualTo(404);
  }

  private static String signatureOf(Received received) {
    try {
      return new Webhook("whsec_" + AwsOnLoopback.STANDARD_SECRET)
          .sign(
              header(received, "webhook-id"),
              Long.parseLong(header(received, "webhook-timestamp")),
              received.body());
    } catch (EmptyWebhookSecretException | WebhookSigningException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String header(Received received, String name) {
    return received.headers().entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
