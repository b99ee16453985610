package id.antrean.senders.midtrans;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.senders.Aggregator.Confirmation;
import id.antrean.senders.Aggregator.Confirmed;
import id.antrean.senders.Aggregator.NoAnswer;
import id.antrean.senders.Aggregator.NotSo;
import id.antrean.senders.SenderApi;
import id.antrean.senders.StatusServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Midtrans' status API is asked about each payment, over the wire. An answer that is none is no no:
 * the payment waits, and is asked about again.
 */
class AskingMidtransTest {
  private static final String SETTLED =
      """
      {"transaction_id":"t1","transaction_status":"settlement","status_code":"200",
       "order_id":"820261123000001-1","gross_amount":"950000.00","payment_type":"qris"}""";

  private static final RawNotification RAW =
      new RawNotification("midtrans", "", "{}", Instant.parse("2026-11-23T02:00:00Z"));

  private final StatusServer server = new StatusServer();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Midtrans midtrans = asking(server.url());

  AskingMidtransTest() throws IOException {}

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  private Midtrans asking(String url) {
    return new Midtrans(
        () -> List.of("present", "former"),
        new StatusApi(new SenderApi(http, url), () -> List.of("present", "former")));
  }

  private static PaymentNotification claimed(String transaction) {
    return new PaymentNotification(
        "midtrans",
        "t1.settlement.200",
        transaction,
        "820261123000001",
        950_000,
        -1,
        "IDR",
        Kind.PAID,
        Instant.parse("2026-11-23T02:00:00Z"),
        null,
        null);
  }

  private Confirmation confirmation() {
    return midtrans.confirm(claimed("t1"), RAW);
  }

  @Test
  void whatMidtransKnowsTooIsSo() {
    server.answers(200, SETTLED);

    assertThat(confirmation())
        .isInstanceOfSatisfying(
            Confirmed.class,
            it -> assertThat(it.notification().channel()).as("the API's").isEqualTo("qris"));
  }

  @Test
  void itIsAskedAboutThatPaymentUnderThePresentKey() {
    assertThat(midtrans.confirm(claimed("a/b c"), RAW)).isInstanceOf(NoAnswer.class);

    // "present:" in Base64, as HTTP Basic has a user without a password.
    assertThat(server.asked())
        .containsExactly(
            new StatusServer.Asked(
                "GET", "/v2/a%2Fb+c/status", "Basic cHJlc2VudDo=", "application/json"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"t2 | 820261123000001-1", "t1 | 820261123000002-1"})
  void anotherPaymentOrAnotherBillIsNotSo(String transaction, String order) {
    server.answers(
        200,
        SETTLED.replace("\"t1\"", "\"" + transaction + "\"").replace("820261123000001-1", order));

    assertThat(confirmation()).isInstanceOf(NotSo.class);
  }

  @Test
  void anAnswerThatSaysTooLittleIsNotSo() {
    server.answers(200, SETTLED.replace("transaction_status", "status"));

    assertThat(confirmation()).isInstanceOf(NotSo.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"500 | {}", "200 | <html>", "200 | []", "200 | ''"})
  void anAnswerThatIsNoneIsNoAnswer(int status, String body) {
    server.answers(status, body);

    assertThat(confirmation()).isInstanceOf(NoAnswer.class);
  }

  @Test
  void anErrorThatLooksLikeAnAnswerIsNone() {
    server.answers(502, SETTLED);

    assertThat(confirmation()).isInstanceOf(NoAnswer.class);
  }

  @Test
  void aConnectionThatBreaksIsNoAnswer() {
    server.hangsUp();

    assertThat(confirmation()).isInstanceOf(NoAnswer.class);
    assertThat(server.asked()).isNotEmpty();
  }

  @Test
  void withoutAnAddressNobodyIsAskedAndNothingIsSo() {
    assertThat(asking("").confirm(claimed("t1"), RAW)).isInstanceOf(NoAnswer.class);
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void aFunctionThatIsBeingStoppedDoesNotWaitAndStaysStopped() {
    server.answers(200, SETTLED);
    Thread.currentThread().interrupt();

    Confirmation confirmation = confirmation();

    // Also takes the mark away, so that no other test finds it.
    assertThat(Thread.interrupted()).isTrue();
    assertThat(confirmation).isInstanceOf(NoAnswer.class);
  }
}
