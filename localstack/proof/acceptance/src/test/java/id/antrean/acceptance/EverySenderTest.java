package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.Aggregator;
import id.antrean.acceptance.people.PassportApplication;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A round trip by HTTP for each sender, in each format that it has. */
@OnAStack
@DisplayName("Every sender's money")
final class EverySenderTest {
  private final Stack stack;
  private final PassportApplication application;

  EverySenderTest(Stack stack) {
    this.stack = stack;
    this.application = stack.readyApplication();
    application.holds(stack.opens(1));
  }

  private String code() {
    return application.bill().getString("billingCode");
  }

  @ParameterizedTest
  @ValueSource(strings = {"midtrans", "standard", "xendit", "doku", "snap"})
  void confirms_the_seat_and_stands_on_the_bill(String name) {
    assertThat(stack.sender(name).takesPayment(code())).containsExactly(200);

    application.isSoon("CONFIRMED");
    assertThat(application.bill().getString("aggregator")).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payment_v3",
        "payment_v2",
        "invoice",
        "virtual_account",
        "retail_outlet",
        "qr_code"
      })
  void of_xendit_counts_in_each_format_once_its_api_agrees(String format) {
    stack.sender("xendit").takesPayment(code(), Map.of("format", format, "times", 3));

    application.isSoon("CONFIRMED");
    assertThat(application.bill().getList("refunds")).isEmpty();
  }

  @Test
  void a_storm_of_two_hundred_is_one_payment() {
    assertThat(stack.sender("standard").takesPayment(code(), Map.of("times", 200)))
        .hasSize(200)
        .containsOnly(200);

    application.isSoon("CONFIRMED");
    assertThat(application.bill().getList("refunds")).isEmpty();
  }

  @Test
  void by_qris_of_a_bank_confirms_the_seat() {
    stack.sender("snap").takesPayment(code(), Map.of("channel", "QRIS"));

    application.isSoon("CONFIRMED");
    assertThat(application.bill().getString("channel")).isEqualTo("QRIS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"midtrans", "standard", "xendit", "doku", "snap"})
  void that_was_tampered_with_changes_nothing(String name) {
    assertThat(stack.sender(name).takesPayment(code(), Map.of("tamper", true)))
        .containsExactly(401);
    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");
  }

  @ParameterizedTest
  @CsvSource({
    "xendit, FAILED",
    "xendit, EXPIRED",
    "xendit, PENDING",
    "doku, FAILED",
    "doku, PENDING",
    "doku, EXPIRED",
    "doku, TIMEOUT",
    "snap, 03",
    "snap, 06",
    "snap, 08"
  })
  void that_did_not_come_changes_nothing(String name, String status) {
    assertThat(stack.sender(name).takesPayment(code(), Map.of("status", status)))
        .containsExactly(200);
    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");
  }

  @ParameterizedTest
  @CsvSource({"xendit, REFUNDED", "doku, REFUNDED", "snap, 04"})
  void that_goes_back_is_on_the_bill(String name, String status) {
    Aggregator sender = stack.sender(name);
    sender.takesPayment(code(), name.equals("snap") ? Map.of("channel", "QRIS") : Map.of());
    application.isSoon("CONFIRMED");

    sender.takesPayment(code(), Map.of("status", status));

    assertThat(application.bill().getString("status")).isEqualTo("REFUNDED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xendit", "doku"})
  void of_another_amount_is_kept_for_a_person(String name) {
    Map<String, Object> told =
        stack.sender(name).isToldOfPayment(code(), Map.of("amount", 1000)).getFirst();

    assertThat(told).containsEntry("outcome", "EXCEPTION").containsEntry("reason", "WRONG_AMOUNT");
    assertThat(application.bill().getString("refunds[0].status")).isEqualTo("REFUND_DUE");
  }
}
