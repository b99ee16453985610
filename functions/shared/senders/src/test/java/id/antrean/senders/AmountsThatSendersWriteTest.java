package id.antrean.senders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.domain.payment.PaymentNotification;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole rupiah, or nothing: what could be read in two ways is not read at all. */
class AmountsThatSendersWriteTest {

  private static long read(String json) {
    JsonNode body = SenderJson.object("{\"amount\":" + json + "}").orElseThrow();
    return WholeRupiah.of(body.path("amount"));
  }

  @ParameterizedTest
  @CsvSource({
    "950000, 950000",
    "950000.00, 950000",
    "'\"950000\"', 950000",
    "'\"950000.00\"', 950000",
    "0, 0",
    "'\"0.00\"', 0",
    "999999999999999, 999999999999999",
    "'\"999999999999999\"', 999999999999999"
  })
  void aWholeAmountIsReadHoweverItIsWritten(String json, long amount) {
    assertThat(read(json)).isEqualTo(amount);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1000000000000000",
        "\"1000000000000000\"",
        "-1",
        "-0.5",
        "0.5",
        "\"950.000\"",
        "\"950000.5\"",
        "\"\"",
        "null",
        "true",
        "[950000]"
      })
  void anythingElseIsNotTold(String json) {
    assertThat(read(json)).isEqualTo(PaymentNotification.NOT_TOLD);
  }
}
