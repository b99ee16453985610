package id.antrean.sandbox.aggregator.midtrans;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class MidtransSignatureTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/midtrans-signatures.csv")
  void isWhatMidtransPublishes(
      String orderId, String statusCode, String grossAmount, String serverKey, String signature) {
    assertThat(MidtransSignature.of(orderId, statusCode, grossAmount, serverKey))
        .isEqualTo(signature);
  }
}
