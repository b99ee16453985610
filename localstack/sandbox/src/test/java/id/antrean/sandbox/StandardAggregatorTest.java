package id.antrean.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import id.antrean.sandbox.RunningSandbox.Received;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardAggregatorTest {
  private static final String PAYMENTS = "/sandbox/aggregators/standard/payments";

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
  void aNotificationIsVerifiedByTheReferenceLibrary() {
    sandbox.post(PAYMENTS, "{\"billingCode\":\"819204837561120\"}");

    Received received = sandbox.received().getFirst();
    assertThatCode(() -> verify(received)).doesNotThrowAnyException();
    JsonNode body = received.json();
    assertThat(body.path("type").asText()).isEqualTo("payment.succeeded");
    assertThat(body.at("/data/billingCode").asText()).isEqualTo("819204837561120");
    assertThat(body.at("/data/amount").asLong()).isEqualTo(950_000);
    assertThat(body.at("/data/currency").asText()).isEqualTo("IDR");
    assertThat(OffsetDateTime.parse(body.at("/data/paidAt").asText()).getOffset().getTotalSeconds())
        .isEqualTo(7 * 3600);
  }

  @Test
  void aTamperedNotificationIsNot() {
    sandbox.post(PAYMENTS, "{\"billingCode\":\"819204837561120\",\"tamper\":true}");

    Received received = sandbox.received().getFirst();
    assertThatThrownBy(() -> verify(received)).isInstanceOf(WebhookVerificationException.class);
    assertThat(received.json().at("/data/amount").asLong()).isNotEqualTo(950_000);
  }

  @Test
  void theSameDeliveryIsRepeatedByteForByte() {
    JsonNode answer =
        sandbox.postJson(PAYMENTS, "{\"billingCode\":\"819204837561120\",\"times\":3}");

    assertThat(answer.path("deliveries")).hasSize(3);
    assertThat(sandbox.received().stream().map(Received::body).collect(Collectors.toSet()))
        .hasSize(1);
    assertThat(sandbox.received().stream().map(r -> header(r, "webhook-id")).distinct()).hasSize(1);
  }

  @Test
  void eachCallIsANewPayment() {
    sandbox.post(PAYMENTS, "{\"billingCode\":\"819204837561120\"}");
    sandbox.post(PAYMENTS, "{\"billingCode\":\"819204837561120\"}");

    assertThat(sandbox.received().stream().map(r -> r.json().at("/data/paymentId").asText()))
        .doesNotHaveDuplicates();
  }

  @Test
  void aNotificationIsStampedWithBusinessTime() {
    sandbox.post("/sandbox/clock", "{\"advance\":\"P3D\"}");

    sandbox.post(PAYMENTS, "{\"billingCode\":\"819204837561120\"}");

    long stamped = Long.parseLong(header(sandbox.received().getFirst(), "webhook-timestamp"));
    assertThat(sandbox.businessTime().getEpochSecond() - stamped).isBetween(0L, 60L);
  }

  @Test
  void itsSecretIsToldAsAnIntegratorWouldConfigureIt() {
    assertThat(sandbox.getJson("/sandbox/aggregators/standard").path("secret").asText())
        .isEqualTo("whsec_" + AwsOnLoopback.STANDARD_SECRET);
  }

  private static void verify(Received received) throws Exception {
    Map<String, List<String>> headers =
        received.headers().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
    new Webhook("whsec_" + AwsOnLoopback.STANDARD_SECRET).verify(received.body(), headers);
  }

  private static String header(Received received, String name) {
    return Objects.requireNonNull(
        received.headers().entrySet().stream()
            .filter(entry -> entry.getKey().equalsIgnoreCase(name))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null));
  }
}
