package id.antrean.senders.snap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.senders.Digests;
import id.antrean.senders.Keys;
import id.antrean.senders.Vectors;
import id.antrean.senders.Webhooks;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The standard's signatures, held against vectors that its participants publish. */
class SnapVectorsTest {
  private static final Keys NONE = List::of;

  private static SnapPartner partner(JsonNode vector) {
    return new SnapPartner(
        "bank",
        NONE,
        () -> List.of("another", vector.path("secret").asText("none")),
        () -> List.of("not a key", vector.path("publicKeyX509Base64").asText("none")));
  }

  private static byte[] signature(JsonNode vector) {
    return Base64.getDecoder().decode(vector.path("signature").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"S3", "S4"})
  void aTextThatAPrivateKeySignedIsTheirs(String id) {
    JsonNode vector = Vectors.of(id);
    String text = vector.path("stringToSign").asText();

    assertThat(partner(vector).privateKeySigned(List.of(text), signature(vector))).isTrue();
    assertThat(partner(vector).privateKeySigned(List.of(text + " "), signature(vector))).isFalse();
  }

  @Test
  void aTextThatASharedSecretSignedIsTheirs() {
    JsonNode vector = Vectors.of("S2");
    String text = vector.path("stringToSign").asText();

    assertThat(partner(vector).sharedSecretSigned(List.of(text), signature(vector))).isTrue();
    assertThat(partner(vector).sharedSecretSigned(List.of(text + " "), signature(vector)))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"S4", "S5", "O-SNAP1"})
  void aBodyIsHashedMinified(String id) {
    JsonNode vector = Vectors.of(id);
    byte[] body = vector.path("body").asText().getBytes(StandardCharsets.UTF_8);

    assertThat(Digests.hex(Digests.sha256(MinifiedJson.of(body))))
        .isEqualTo(vector.path("bodySha256").asText());
  }

  /**
   * Method, path, token, body and time are one text; the path is the one that the partner knows.
   */
  @Test
  void aPaymentUnderATokenIsSignedAsTheVectorSays() {
    JsonNode vector = Vectors.of("O-SNAP1");
    SnapCall call =
        new SnapCall(
            Webhooks.at(
                SnapService.VA_PAYMENT.resource(),
                Map.of("partner", "bank"),
                Map.of("X-TIMESTAMP", vector.path("timestamp").asText()),
                vector.path("body").asText()),
            SnapService.VA_PAYMENT,
            partner(vector));

    assertThat(call.signedTexts(vector.path("token").asText() + ":"))
        .anyMatch(text -> partner(vector).sharedSecretSigned(List.of(text), signature(vector)));
    assertThat(call.signedTexts("another:"))
        .noneMatch(text -> partner(vector).sharedSecretSigned(List.of(text), signature(vector)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`{ }` | `{}`",
        "`{ \"a\" : [ 1 , 10000.00 ] }` | `{\"a\":[1,10000.00]}`",
        "`{\"a\": \"Midtrans Yudhi\"}` | `{\"a\":\"Midtrans Yudhi\"}`",
        "`{\"a\": \"John \\\"JD\\\" Doe\"}` | `{\"a\":\"John \\\"JD\\\" Doe\"}`",
        "`{\"a\": \"ends in \\\\\" , \"b\": 1}` | `{\"a\":\"ends in \\\\\",\"b\":1}`",
        "`` | ``"
      })
  void whiteSpaceGoesOutsideOfTextsAlone(String json, String minified) {
    assertThat(
            new String(
                MinifiedJson.of(json.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
        .isEqualTo(minified);
  }

  /** Of every vector there is a test that reads it. */
  @Test
  void noVectorIsForgotten() {
    assertThat(Vectors.ids())
        .containsExactlyInAnyOrder(
            "M1", "O-M-200", "O-M-201", "O-M-407", "S2", "S3", "S4", "S5", "O-SNAP1", "O-D1",
            "O-D2", "SW1", "SW1-neg", "O-SW2");
  }
}
