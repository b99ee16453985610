package id.antrean.senders.midtrans;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.senders.SenderApi;
import id.antrean.senders.Vectors;
import id.antrean.senders.WebhookSender.Authentic;
import id.antrean.senders.WebhookSender.Refused;
import id.antrean.senders.WebhookSender.Verdict;
import id.antrean.senders.Webhooks;
import id.antrean.senders.Why;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Midtrans' signature, held against vectors. */
class MidtransVectorsTest {
  private static Verdict verdict(JsonNode vector, String amount) {
    Midtrans midtrans =
        new Midtrans(
            () -> List.of(vector.path("serverKey").asText()),
            new StatusApi(SenderApi.at(""), List::of));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (String field : List.of("order_id", "status_code", "signature_key")) {
      body.set(field, vector.path(field));
    }
    body.put("gross_amount", amount);
    return midtrans.verify(Webhooks.posted(Map.of(), body.toString()), Instant.EPOCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"M1", "O-M-200", "O-M-201", "O-M-407"})
  void aSignatureIsGoodForItsAmountAlone(String id) {
    JsonNode vector = Vectors.of(id);
    String amount = vector.path("gross_amount").asText();

    assertThat(verdict(vector, amount)).isInstanceOf(Authentic.class);
    assertThat(verdict(vector, amount.replace(".00", "")))
        .isEqualTo(new Refused(Why.WRONG_SIGNATURE));
  }
}
