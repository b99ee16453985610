package id.antrean.acceptance;

import static id.antrean.acceptance.stack.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.acceptance.files.Pictures;
import id.antrean.acceptance.people.Aggregator;
import id.antrean.acceptance.people.MidtransNotification;
import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.stack.Ability;
import id.antrean.acceptance.stack.Sandbox.Fault;
import id.antrean.acceptance.stack.Step;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Point 5 and rule 3: money is never lost, and counts once. */
@OnAStack
@DisplayName("A payment")
final class PayingTest {
  private static final Duration UNTIL_ASKED_AGAIN = Duration.ofMinutes(2);
  private static final Step SETTLE =
      Step.of("PaymentsFunction", "dynamodb", "TransactWriteItems").saying("CONFIRMED");

  private final Stack stack;

  PayingTest(Stack stack) {
    this.stack = stack;
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard", "midtrans"})
  void confirms_the_seat_whoever_brings_the_money(String name) {
    PassportApplication application = holding();

    assertThat(aggregator(name).takesPayment(code(application))).containsExactly(200);

    JsonPath confirmed = application.look();
    assertThat(confirmed.getString("status")).isEqualTo("CONFIRMED");
    JsonPath bill = application.bill();
    assertThat(bill.getString("status")).isEqualTo("PAID");
    assertThat(bill.getString("aggregator")).isEqualTo(name);
    assertThat(bill.getString("paidAt")).isNotNull();
    assertThat(bill.getString("channel")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard", "midtrans"})
  void told_again_and_again_counts_once(String name) {
    PassportApplication application = holding();

    assertThat(aggregator(name).takesPayment(code(application), Map.of("times", 5)))
        .isEqualTo(Collections.nCopies(5, 200));

    assertThat(application.status()).isEqualTo("CONFIRMED");
    assertThat(Collections.frequency(application.events(), "PAYMENT_RECEIVED")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"standard, 949999", "standard, 950001", "midtrans, 949999", "midtrans, 1"})
  void of_a_wrong_amount_is_kept_and_settles_nothing(String name, int amount) {
    PassportApplication application = holding();

    assertThat(aggregator(name).takesPayment(code(application), Map.of("amount", amount)))
        .containsExactly(200);
    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");
    assertThat(application.bill().getString("status")).isEqualTo("UNPAID");

    assertThat(aggregator(name).takesPayment(code(application))).containsExactly(200);
    assertThat(application.status()).isEqualTo("CONFIRMED");
  }

  @Test
  void of_a_wrong_amount_is_shown_to_whoever_paid_it() {
    PassportApplication application = holding();

    stack.standard().takesPayment(code(application), Map.of("amount", 949_999));

    JsonPath bill = application.bill();
    assertThat(bill.getString("refunds[0].status")).isEqualTo("REFUND_DUE");
    assertThat(bill.getInt("refunds[0].amount")).isEqualTo(949_999);
    assertThat(bill.getString("refunds[0].reason")).isEqualTo("WRONG_AMOUNT");
    assertThat(bill.getString("refunds[0].detail")).contains("Rp949.999");
    assertThat(application.events()).contains("PAYMENT_KEPT");
  }

  @Test
  void with_a_fee_of_the_aggregator_on_top_confirms_the_seat() {
    PassportApplication application = holding();

    assertThat(stack.midtrans().takesPayment(code(application), Map.of("fee", 4_440)))
        .containsExactly(200);

    assertThat(application.status()).isEqualTo("CONFIRMED");
    assertThat(application.bill().getInt("amount")).isEqualTo(950_000);
  }

  @ParameterizedTest
  @CsvSource({
    "standard, payment.refunded",
    "standard, payment.failed",
    "midtrans, refund",
    "midtrans, chargeback",
    "midtrans, deny"
  })
  void that_goes_back_leaves_the_seat_and_is_shown(String name, String status) {
    PassportApplication application = holding();
    aggregator(name).takesPayment(code(application));

    assertThat(aggregator(name).takesPayment(code(application), Map.of("status", status)))
        .containsExactly(200);

    assertThat(application.status()).isEqualTo("CONFIRMED");
    assertThat(application.bill().getString("status")).isEqualTo("REFUNDED");
    assertThat(application.bill().getInt("refunds[0].amount")).isEqualTo(950_000);
    assertThat(application.events()).contains("PAYMENT_RETURNED");
  }

  @ParameterizedTest
  @CsvSource({"standard, payment.refunded, payment.refunded", "midtrans, partial_refund, refund"})
  void that_goes_back_in_parts_is_refunded_with_the_last(String name, String first, String last) {
    PassportApplication application = holding();
    String code = code(application);
    aggregator(name).takesPayment(code);

    aggregator(name).takesPayment(code, Map.of("status", first, "amount", 400_000));
    assertThat(application.bill().getString("status")).isEqualTo("PAID");
    assertThat(application.bill().getInt("refunds[0].amount")).isEqualTo(400_000);

    aggregator(name).takesPayment(code, Map.of("status", last, "amount", 550_000));
    assertThat(application.bill().getString("status")).isEqualTo("REFUNDED");
  }

  @ParameterizedTest
  @CsvSource({"standard, payment.refunded, payment.succeeded", "midtrans, refund, settlement"})
  void told_after_it_went_back_confirms_nothing(String name, String back, String paid) {
    PassportApplication application = holding();
    String code = code(application);

    aggregator(name).takesPayment(code, Map.of("paymentId", "p-" + code, "status", back));
    aggregator(name).takesPayment(code, Map.of("paymentId", "p-" + code, "status", paid));

    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");
    assertThat(application.bill().getString("refunds[0].status")).isEqualTo("REFUNDED");
  }

  @Test
  void is_not_gone_because_somebody_writes_so_around_a_genuine_signature() {
    PassportApplication application = holding();
    stack.midtrans().takesPayment(code(application));
    String serverKey = stack.sandbox().secretsOf("midtrans").getString("serverKey");
    MidtransNotification genuine = MidtransNotification.paid(code(application), 950_000, serverKey);

    for (String status : List.of("refund", "chargeback", "deny", "cancel")) {
      assertThat(stack.midtrans().notifies(Map.of(), genuine.body(status)).status()).isEqualTo(200);
    }

    assertThat(application.bill().getString("status")).isEqualTo("PAID");
    assertThat(application.bill().getList("refunds")).isEmpty();
  }

  @Test
  void in_another_currency_settles_nothing() {
    PassportApplication application = holding();

    assertThat(stack.standard().takesPayment(code(application), Map.of("currency", "USD")))
        .containsExactly(200);

    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");
  }

  @ParameterizedTest
  @CsvSource({
    "standard, 899999999999999",
    "standard, not-one-of-ours",
    "midtrans, 899999999999998",
    "midtrans, not-one-of-yours"
  })
  void for_an_unknown_bill_is_put_before_somebody_each_time_it_is_told(String name, String bill) {
    assertThat(aggregator(name).isToldOfPayment(bill, Map.of("amount", 950_000, "times", 2)))
        .hasSize(2)
        .allSatisfy(
            told ->
                assertThat(told)
                    .containsEntry("outcome", "EXCEPTION")
                    .containsEntry("reason", "UNKNOWN_BILL"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard", "midtrans"})
  @Needs(Ability.TABLES)
  void for_an_unknown_bill_is_kept_once_and_word_for_word(String name) {
    String bill = "nobodys." + UUID.randomUUID().toString().substring(0, 8);

    aggregator(name).takesPayment(bill, Map.of("amount", 950_000, "times", 2));

    List<JsonNode> kept = new Census(stack.store()).notices(bill);
    assertThat(kept).hasSize(1);
    JsonNode notice = kept.getFirst();
    assertThat(notice.at("/openState/S").asText())
        .as("what is to be looked at")
        .isEqualTo("EXCEPTION");
    assertThat(notice.at("/aggregator/S").asText()).isEqualTo(name);
    assertThat(notice.at("/amount/N").asInt()).isEqualTo(950_000);
    assertThat(notice.at("/rawBody/S").asText()).contains(bill);
  }

  @Test
  void made_twice_confirms_one_seat_and_keeps_the_second() {
    PassportApplication application = holding();
    String code = code(application);

    assertThat(stack.standard().takesPayment(code)).containsExactly(200);
    assertThat(stack.midtrans().takesPayment(code)).containsExactly(200);

    assertThat(application.status()).isEqualTo("CONFIRMED");
    JsonPath bill = application.bill();
    assertThat(bill.getString("status")).isEqualTo("PAID");
    assertThat(bill.getString("aggregator")).isEqualTo("standard");
    assertThat(bill.getString("refunds[0].reason")).isEqualTo("ALREADY_PAID");
    assertThat(application.inEnglish().bill().getString("refunds[0].detail"))
        .contains("paid already");
  }

  @Test
  void still_pending_confirms_nothing_and_late_news_of_it_takes_nothing_back() {
    PassportApplication application = holding();
    Map<String, ?> pending = Map.of("status", "pending");

    assertThat(stack.midtrans().takesPayment(code(application), pending)).containsExactly(200);
    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");

    assertThat(stack.midtrans().takesPayment(code(application))).containsExactly(200);
    assertThat(application.status()).isEqualTo("CONFIRMED");

    assertThat(stack.midtrans().takesPayment(code(application), pending)).containsExactly(200);
    assertThat(application.status()).isEqualTo("CONFIRMED");
  }

  @ParameterizedTest
  @CsvSource({
    "midtrans, deny",
    "midtrans, expire",
    "midtrans, cancel",
    "standard, payment.expired"
  })
  void that_did_not_happen_leaves_the_seat_held(String name, String status) {
    PassportApplication application = holding();

    assertThat(aggregator(name).takesPayment(code(application), Map.of("status", status)))
        .containsExactly(200);

    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");
    assertThat(aggregator(name).takesPayment(code(application))).containsExactly(200);
    assertThat(application.status()).isEqualTo("CONFIRMED");
  }

  @Test
  @Needs({Ability.FAULTS, Ability.MOVABLE_CLOCK})
  void is_taken_in_while_midtrans_cannot_be_asked_and_settles_when_it_can() {
    PassportApplication application = holding();
    stack.sandbox().isDown("midtrans");

    assertThat(stack.midtrans().takesPayment(code(application))).containsExactly(200);
    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");

    stack.sandbox().isUp("midtrans");
    soon(
        () -> {
          stack.sandbox().letPass(UNTIL_ASKED_AGAIN);
          assertThat(application.status()).isEqualTo("CONFIRMED");
        });
  }

  @Test
  @Needs({Ability.FAULTS, Ability.MOVABLE_CLOCK})
  void that_midtrans_does_not_know_of_is_not_believed_however_well_signed() {
    PassportApplication application = holding();
    String serverKey = stack.sandbox().secretsOf("midtrans").getString("serverKey");
    String captured = MidtransNotification.paid(code(application), 950_000, serverKey).body();

    PassportApplication witness = holding();
    stack.sandbox().isDown("midtrans");
    assertThat(stack.midtrans().notifies(Map.of(), captured).status()).isEqualTo(200);
    assertThat(stack.midtrans().takesPayment(code(witness))).containsExactly(200);

    stack.sandbox().isUp("midtrans");
    // Both are asked about at the same time; one of them is so.
    soon(
        () -> {
          stack.sandbox().letPass(UNTIL_ASKED_AGAIN);
          assertThat(witness.status()).isEqualTo("CONFIRMED");
        });
    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");
  }

  @Test
  @Needs({Ability.FAULTS, Ability.MOVABLE_CLOCK})
  void is_never_lost_when_the_tables_are_down() {
    PassportApplication application = holding();
    String code = code(application);
    stack.sandbox().breaks("dynamodb");

    assertThat(stack.standard().takesPayment(code, Map.of("amount", 950_000)))
        .as("it is safe on its queue")
        .containsExactly(200);
    stack.sandbox().repair();

    soon(
        () -> {
          stack.sandbox().letPass(UNTIL_ASKED_AGAIN);
          assertThat(application.status()).isEqualTo("CONFIRMED");
        });
  }

  @Test
  @Needs(Ability.FAULTS)
  void that_can_be_kept_nowhere_is_asked_for_again() {
    PassportApplication application = holding();
    String code = code(application);
    stack.sandbox().breaks("dynamodb");
    stack.sandbox().breaks("sqs");

    assertThat(stack.standard().takesPayment(code, Map.of("amount", 950_000))).containsExactly(503);
    stack.sandbox().repair();
    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");

    assertThat(stack.standard().takesPayment(code)).containsExactly(200);
    assertThat(application.status()).isEqualTo("CONFIRMED");
  }

  @Test
  @Needs(Ability.FAULTS)
  void whose_transaction_meets_a_conflict_is_neither_lost_nor_taken_for_a_repeat() {
    PassportApplication application = holding();
    stack.sandbox().breaks(SETTLE, Fault.CONFLICT, 2);

    assertThat(stack.standard().takesPayment(code(application))).containsExactly(200);

    soon(() -> assertThat(application.status()).isEqualTo("CONFIRMED"));
  }

  @Test
  @Needs(Ability.FAULTS)
  void whose_answer_got_lost_is_sent_again_and_counts_once() {
    PassportApplication application = holding();
    stack.sandbox().breaks(SETTLE, Fault.DROP_ANSWER, 1);

    assertThat(stack.standard().takesPayment(code(application), Map.of("times", 2)))
        .containsExactly(200, 200);

    assertThat(application.status()).isEqualTo("CONFIRMED");
    assertThat(Collections.frequency(application.events(), "PAYMENT_RECEIVED")).isEqualTo(1);
  }

  @Test
  void after_cancelling_is_kept_and_revives_nothing() {
    PassportApplication application = holding();
    String code = code(application);
    application.cancels();

    assertThat(stack.standard().takesPayment(code)).containsExactly(200);

    assertThat(application.status()).isEqualTo("CANCELLED");
    assertThat(application.bill().getString("status")).isEqualTo("REFUND_DUE");
    assertThat(application.look().getString("bill.refunds[0].reason"))
        .isEqualTo("APPLICATION_CANCELLED");
    assertThat(application.events()).endsWith("PAYMENT_KEPT");

    stack.standard().takesPayment(code, Map.of("status", "payment.refunded"));
    assertThat(application.bill().getString("status")).isEqualTo("REFUNDED");
  }

  @Test
  void for_a_seat_that_was_given_back_wins_it_back() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    application.holds(session);
    String code = code(application);
    application.givesBack();

    assertThat(stack.standard().takesPayment(code)).containsExactly(200);

    application.isSoon("CONFIRMED");
    assertThat(stack.taken(session)).isEqualTo(1);
  }

  @Test
  void for_somebody_whose_papers_are_not_complete_waits_for_the_last_paper() {
    PassportApplication application = holding();
    String code = code(application);
    stack.letUnpaidHoldExpire(application);
    application.isSoon("READY");
    String idCard = application.look().getString("documents.find { it.kind == 'ID_CARD' }.id");
    application.triesToTakeBack(idCard).response().then().statusCode(204);

    assertThat(stack.standard().takesPayment(code)).containsExactly(200);
    assertThat(application.status()).isEqualTo("DRAFT");
    assertThat(application.bill().getString("status")).isEqualTo("PAID");

    application.uploads("ID_CARD", Pictures.otherJpeg());
    application.isSoon("PAID_UNSCHEDULED");
    assertThat(application.holds(stack.opens(1)).getString("status")).isEqualTo("CONFIRMED");
  }

  private Aggregator aggregator(String name) {
    return name.equals("midtrans") ? stack.midtrans() : stack.standard();
  }

  private PassportApplication holding() {
    PassportApplication application = stack.readyApplication();
    application.holds(stack.opens(1));
    return application;
  }

  private static String code(PassportApplication application) {
    return application.bill().getString("billingCode");
  }
}
