package id.antrean.senders.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.senders.Vectors;
import id.antrean.senders.WebhookSender.Authentic;
import id.antrean.senders.WebhookSender.Refused;
import id.antrean.senders.WebhookSender.Verdict;
import id.antrean.senders.Webhooks;
import id.antrean.senders.Why;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The specification's signatures, held against vectors of its reference libraries. */
class StandardVectorsTest {
  private static Verdict verdict(JsonNode vector, String signature) {
    StandardWebhooks standard = new StandardWebhooks(() -> List.of(vector.path("secret").asText()));
    String timestamp = vector.path("webhookTimestamp").asText();
    return standard.verify(
        Webhooks.posted(
            Map.of(
                "webhook-id",
                vector.path("webhookId").asText(),
                "webhook-timestamp",
                timestamp,
                "webhook-signature",
                signature),
            vector.path("payload").asText()),
        Instant.ofEpochSecond(Long.parseLong(timestamp)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SW1", "O-SW2"})
  void aSignatureIsGood(String id) {
    JsonNode vector = Vectors.of(id);

    assertThat(verdict(vector, vector.path("signature").asText())).isInstanceOf(Authentic.class);
  }

  @Test
  void aWrongOneBeforeItDoesNotHideIt() {
    JsonNode vector = Vectors.of("SW1");
    String wrong = Vectors.of("SW1-neg").path("signature").asText();

    assertThat(verdict(vector, wrong)).isEqualTo(new Refused(Why.WRONG_SIGNATURE));
    assertThat(verdict(vector, wrong + " " + vector.path("signature").asText()))
        .isInstanceOf(Authentic.class);
  }
}
