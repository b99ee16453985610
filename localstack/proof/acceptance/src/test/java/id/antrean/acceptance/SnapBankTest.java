package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.people.SnapBank;
import id.antrean.acceptance.people.SnapBank.Call;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The national standard from the outside: its codes, its signatures and its ids. */
@OnAStack
@DisplayName("A bank by SNAP BI")
final class SnapBankTest {
  private static final String NOBODYS = "800000000000000";
  private final Stack stack;
  private final SnapBank bank;
  private final PassportApplication application;
  private final String bill;

  SnapBankTest(Stack stack) {
    this.stack = stack;
    this.bank = stack.bank();
    this.application = stack.readyApplication();
    application.holds(stack.opens(1));
    this.bill = application.bill().getString("billingCode");
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  // ---- Tokens ----

  @Test
  void gets_a_token_for_a_quarter_of_an_hour() {
    Response token = bank.sends(bank.asksForToken());

    assertThat(token.statusCode()).isEqualTo(200);
    assertThat(token.jsonPath().getString("responseCode")).isEqualTo("2007300");
    assertThat(token.jsonPath().getString("expiresIn")).isEqualTo("900");
    assertThat(token.header("X-TIMESTAMP")).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "X-SIGNATURE, bm90IHRoaXMgb25l, 4017300",
    "X-CLIENT-KEY, somebody, 4017300",
    "X-TIMESTAMP, 2020-01-01T00:00:00+07:00, 4017300",
    "X-TIMESTAMP, yesterday, 4017300"
  })
  void gets_no_token_unless_it_signs(String header, String value, String code) {
    assertThat(bank.code(bank.asksForToken().with(header, value))).isEqualTo(code);
  }

  @Test
  void gets_no_token_without_saying_who_or_what_for() {
    assertThat(bank.code(bank.asksForToken().without("X-CLIENT-KEY"))).isEqualTo("4007302");
    assertThat(bank.code(bank.asksForToken().saying("{}"))).isEqualTo("4007302");
    assertThat(bank.code(bank.asksForToken().saying("{\"grantType\":\"password\"}")))
        .isEqualTo("4007301");
  }

  @Test
  void of_a_name_that_nobody_has_finds_nothing() {
    assertThat(bank.sends(bank.asksForToken(), "nobody").statusCode()).isEqualTo(404);
  }

  // ---- Inquiry ----

  @Test
  void learns_what_a_bill_is_before_it_takes_money() {
    Response answer = bank.sends(bank.inquires(bill));

    assertThat(answer.jsonPath().getString("responseCode")).isEqualTo("2002400");
    assertThat(answer.jsonPath().getString("virtualAccountData.totalAmount.value"))
        .isEqualTo("950000.00");
    assertThat(answer.asString()).doesNotContain("SITI");
  }

  @Test
  void learns_that_a_bill_is_nobodys_or_paid() {
    assertThat(bank.code(bank.inquires(NOBODYS))).isEqualTo("4042412");

    stack.standard().takesPayment(bill);
    application.isSoon("CONFIRMED");

    assertThat(bank.code(bank.inquires(bill))).isEqualTo("4042414");
  }

  @Test
  void learns_that_the_time_of_a_bill_is_over() {
    stack.letUnpaidHoldExpire(application);
    application.isSoon("READY");

    assertThat(bank.code(bank.inquires(bill))).isEqualTo("4042419");
  }

  // ---- Payment ----

  @Test
  void is_told_that_its_payment_was_taken_in_however_often_it_tells() {
    Call payment = bank.tellsOfPayment(bill, id(), "950000.00");

    assertThat(bank.sends(payment).jsonPath().getString("responseCode")).isEqualTo("2002500");
    Response again = bank.sends(payment);

    assertThat(again.jsonPath().getString("responseCode")).isEqualTo("2002500");
    assertThat(again.jsonPath().getString("virtualAccountData.paymentFlagStatus")).isEqualTo("00");
    application.isSoon("CONFIRMED");
    assertThat(application.bill().getList("refunds")).isEmpty();
  }

  @Test
  void pays_late_and_the_seat_is_won_back() {
    stack.letUnpaidHoldExpire(application);
    application.isSoon("READY");

    assertThat(bank.code(bank.tellsOfPayment(bill, id(), "950000.00"))).isEqualTo("2002500");
    application.isSoon("CONFIRMED");
  }

  @Test
  void is_refused_in_its_own_codes_what_settles_nothing() {
    assertThat(bank.code(bank.tellsOfPayment(NOBODYS, id(), "950000.00"))).isEqualTo("4042512");
    assertThat(bank.code(bank.tellsOfPayment(bill, id(), "1000.00"))).isEqualTo("4042513");
    assertThat(bank.code(bank.tellsOfPayment(bill, id(), "950000.00"))).isEqualTo("2002500");
    assertThat(bank.code(bank.tellsOfPayment(bill, id(), "950000.00"))).isEqualTo("4042514");
  }

  @Test
  void is_refused_the_same_request_with_another_amount() {
    String request = id();
    bank.sends(bank.tellsOfPayment(bill, request, "1000.00"));

    assertThat(bank.code(bank.tellsOfPayment(bill, request, "950000.00"))).isEqualTo("4042518");
    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");
  }

  @Test
  void may_use_an_external_id_once_a_day() {
    String unique = id().substring(0, 30);
    Call first = bank.tellsOfPayment(bill, id(), "950000.00").with("X-EXTERNAL-ID", unique);
    Call other = bank.tellsOfPayment(NOBODYS, id(), "950000.00").with("X-EXTERNAL-ID", unique);

    assertThat(bank.code(first)).isEqualTo("2002500");
    assertThat(bank.code(other)).isEqualTo("4092500");
    assertThat(bank.code(first)).isEqualTo("2002500");
  }

  // ---- QRIS ----

  @Test
  void tells_of_qris_and_of_its_refund() {
    String reference = id();

    assertThat(bank.code(bank.tellsOfQris(bill, reference, "00", "950000.00")))
        .isEqualTo("2005200");
    application.isSoon("CONFIRMED");
    assertThat(bank.code(bank.tellsOfQris(bill, reference, "04", "950000.00")))
        .isEqualTo("2005200");
    assertThat(application.bill().getString("status")).isEqualTo("REFUNDED");
  }

  @Test
  void tells_of_money_that_has_moved_and_it_is_kept_whatever_it_is_for() {
    assertThat(bank.code(bank.tellsOfQris(NOBODYS, id(), "00", "1.00"))).isEqualTo("2005200");
    assertThat(bank.code(bank.tellsOfQris(bill, id(), "00", "1.00"))).isEqualTo("2005200");
    assertThat(application.bill().getString("refunds[0].status")).isEqualTo("REFUND_DUE");
  }

  // ---- Forgery ----

  @ParameterizedTest
  @CsvSource({
    "X-SIGNATURE, bm90IHRoaXMgb25l, 4012500",
    "X-SIGNATURE, not base 64, 4012500",
    "X-TIMESTAMP, 2020-01-01T00:00:00+07:00, 4012500",
    "Authorization, Bearer sandbox.9999999999.bm90IHRoaXMgb25l, 4012501",
    "Authorization, Bearer x, 4012501"
  })
  void that_does_not_sign_as_it_must_is_refused(String header, String value, String code) {
    Response answer = bank.sends(bank.tellsOfPayment(bill, id(), "950000.00").with(header, value));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.jsonPath().getString("responseCode")).isEqualTo(code);
    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-SIGNATURE", "X-TIMESTAMP", "Authorization"})
  void that_leaves_out_what_it_signs_with_is_refused(String header) {
    assertThat(bank.code(bank.tellsOfPayment(bill, id(), "950000.00").without(header)))
        .startsWith("40125");
    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");
  }

  @Test
  void that_signed_another_body_is_refused() {
    Call payment = bank.tellsOfPayment(bill, id(), "950000.00");

    assertThat(bank.code(payment.saying(payment.body().replace("two  spaces", "two spaces"))))
        .isEqualTo("4012500");
    assertThat(bank.code(bank.tellsOfQris(bill, id(), "00", "950000.00").saying("{}")))
        .isEqualTo("4015200");
  }

  /** What is signed for one service is nothing at another. */
  @Test
  void that_replays_a_signature_at_another_service_is_refused() {
    Call inquiry = bank.inquires(bill);

    assertThat(bank.code(new Call("/transfer-va/payment", inquiry.body(), inquiry.headers())))
        .isEqualTo("4012500");
  }

  @Test
  void that_signed_more_than_five_minutes_ago_is_refused() {
    String token = bank.token();
    Call old =
        bank.underToken(
            "/transfer-va/inquiry",
            "{\"customerNo\":\"" + bill + "\"}",
            token,
            stack.sandbox().now().toInstant().minus(Duration.ofSeconds(310)));

    assertThat(bank.sends(old).jsonPath().getString("responseMessage"))
        .contains("more than five minutes ago");
  }

  // ---- What is not as it must be ----

  @Test
  void is_told_which_field_is_missing() {
    Call bare = bank.underToken("/transfer-va/payment", "{}");

    assertThat(bank.sends(bare).jsonPath().getString("responseCode")).isEqualTo("4002502");
    assertThat(bank.sends(bare).jsonPath().getString("responseMessage"))
        .contains("paymentRequestId");
    assertThat(bank.code(bank.underToken("/transfer-va/payment", "no json"))).isEqualTo("4002500");
    assertThat(bank.code(bank.inquires(bill).without("X-EXTERNAL-ID"))).isEqualTo("4002402");
  }

  @Test
  void is_told_that_its_body_is_too_large() {
    Call large = bank.inquires(bill).saying("\"" + "x".repeat(257 * 1024) + "\"");

    assertThat(bank.sends(large).statusCode()).isEqualTo(413);
  }
}
