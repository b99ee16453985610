package id.antrean.senders.doku;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.senders.Aggregator.Understood;
import id.antrean.senders.PayableCodes;
import id.antrean.senders.SenderApi;
import id.antrean.senders.StatusServer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether money came at DOKU that it has not told of. */
class DokuStatusTest {
  private static final Instant NOW = Instant.parse("2026-11-27T02:00:00.5Z");
  private static final BillingCode BILL = new BillingCode("819204837561120");
  private static final String PAID =
      """
      {"order":{"invoice_number":"819204837561120","amount":"950000"},
       "transaction":{"status":"SUCCESS","date":"2026-11-27T01:00:00Z","original_request_id":"r-1"},
       "channel":{"id":"VIRTUAL_ACCOUNT_BCA"}}""";

  private StatusServer server;
  private DokuStatus status;
  private Doku doku;

  @BeforeEach
  void start() throws IOException {
    server = new StatusServer();
    status =
        new DokuStatus(
            SenderApi.at(server.url()), () -> List.of("MCH-1"), () -> List.of("secret", "former"));
    doku = new Doku(() -> List.of("MCH-1"), () -> List.of("secret"), "", status);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void moneyThatCameIsReadAsIfDokuHadToldOfIt() {
    server.answers(200, PAID);

    PayableCodes.Seen seen = status.seeBill(BILL, NOW);

    assertThat(server.asked().getFirst().path()).isEqualTo("/orders/v1/status/819204837561120");
    assertThat(seen).isInstanceOf(PayableCodes.Paid.class);
    Understood told = (Understood) doku.translate(((PayableCodes.Paid) seen).told());
    assertThat(told.notification().kind()).isEqualTo(Kind.PAID);
    assertThat(told.notification().amount()).isEqualTo(950_000);
    assertThat(told.notification().paymentId()).isEqualTo("r-1");
    assertThat(told.notification().reference()).isEqualTo(BILL.value());
  }

  /** Asked again, it is the same event: nobody takes it for another. */
  @Test
  void askedAgainItIsTheSameEvent() {
    server.answers(200, PAID);

    assertThat(((PayableCodes.Paid) status.seeBill(BILL, NOW)).told().id())
        .isEqualTo(((PayableCodes.Paid) status.seeBill(BILL, NOW.plusSeconds(60))).told().id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PENDING", "FAILED", "EXPIRED", "TIMEOUT", "REDIRECT", "REFUNDED", ""})
  void whatIsNotPaidIsNot(String word) {
    server.answers(200, PAID.replace("SUCCESS", word));

    assertThat(status.seeBill(BILL, NOW)).isEqualTo(new PayableCodes.Unpaid());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | {\"error\":{\"code\":\"data_not_found\"}} | Unpaid",
        "400 | {\"error\":{\"code\":\"invalid_signature\"}} | Silent",
        "401 | {} | Silent",
        "500 | {} | Silent",
        "200 | no JSON | Silent"
      })
  void whatItAnswersOtherwiseIsNoMoney(int code, String body, String seen) {
    server.answers(code, body);

    assertThat(status.seeBill(BILL, NOW).getClass().getSimpleName()).isEqualTo(seen);
  }

  @Test
  void whoHangsUpIsSilent() {
    server.hangsUp();

    assertThat(status.seeBill(BILL, NOW)).isEqualTo(new PayableCodes.Silent());
  }

  @Test
  void whereThereIsNobodyToAskNobodyIs() {
    Doku nowhere =
        new Doku(
            () -> List.of("MCH-1"),
            () -> List.of("secret"),
            "",
            new DokuStatus(SenderApi.at(""), () -> List.of("MCH-1"), () -> List.of("secret")));

    assertThat(nowhere.money()).isEmpty();
    assertThat(doku.money()).isPresent();
    assertThat(doku.codes()).as("codes that it would make").isEmpty();
  }

  /** A request without a body has no digest. developers.doku.com, signature component. */
  @Test
  void whatIsSignedOfARequestHasFourLines() {
    assertThat(
            new DokuSignature(
                    "MCH-1", "r", "2026-11-27T02:00:00Z", "/orders/v1/status/8", Optional.empty())
                .component())
        .isEqualTo(
            "Client-Id:MCH-1\nRequest-Id:r\nRequest-Timestamp:2026-11-27T02:00:00Z\n"
                + "Request-Target:/orders/v1/status/8");
  }
}
