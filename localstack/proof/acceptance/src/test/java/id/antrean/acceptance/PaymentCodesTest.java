package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.stack.Ability;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bill is paid by one code at a time, and money for it is found though nobody told of it. */
@OnAStack
@DisplayName("A payment code")
final class PaymentCodesTest {
  private final Stack stack;
  private final PassportApplication application;
  private final String bill;

  PaymentCodesTest(Stack stack) {
    this.stack = stack;
    this.application = stack.readyApplication();
    application.holds(stack.opens(1));
    this.bill = application.bill().getString("billingCode");
  }

  private JsonPath code(String channel, String aggregator) {
    return application.getsCode(Map.of("channel", channel, "aggregator", aggregator));
  }

  @Test
  void can_be_asked_for_in_every_way_that_is_offered() {
    assertThat(application.codes().getList("items")).isEmpty();
    assertThat(application.codes().getList("channels.channel", String.class))
        .containsExactlyInAnyOrder("BANK_VA", "QRIS", "INDOMARET", "POST_OFFICE", "MARKETPLACE");
  }

  @ParameterizedTest
  @CsvSource({
    "BANK_VA, midtrans",
    "BANK_VA, xendit",
    "BANK_VA, snap",
    "QRIS, midtrans",
    "QRIS, xendit",
    "INDOMARET, midtrans",
    "INDOMARET, xendit",
    "POST_OFFICE, snap",
    "MARKETPLACE, snap"
  })
  void is_paid_at_its_aggregator_and_confirms_the_seat(String channel, String aggregator) {
    JsonPath code = code(channel, aggregator);

    assertThat(code.getString("channel")).isEqualTo(channel);
    assertThat(code.getString("code")).isNotBlank();
    assertThat(code.getString("howTo")).isNotBlank();
    assertThat(code.getString("expiresAt")).isEqualTo(application.bill().getString("payBy"));
    assertThat(application.codes().getString("items[0].code")).isEqualTo(code.getString("code"));

    stack.sender(aggregator).takesPayment(bill);
    application.isSoon("CONFIRMED");
    assertThat(application.codes().getList("items")).isEmpty();
  }

  @Test
  void of_qris_is_a_picture_and_the_same_again_is_the_same() {
    JsonPath first = code("QRIS", "midtrans");

    assertThat(first.getString("qr")).startsWith("000201");
    assertThat(code("QRIS", "midtrans").getString("qr")).isEqualTo(first.getString("qr"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"midtrans", "xendit"})
  void is_dead_before_another_lives(String aggregator) {
    code("BANK_VA", aggregator);
    code("POST_OFFICE", "snap");

    stack.sandbox().refusesPayment(aggregator, bill + "-1");
    assertThat(application.codes().getList("items.aggregator", String.class))
        .containsExactly("snap");
    assertThat(stack.bank().code(stack.bank().inquires(bill))).isEqualTo("2002400");
  }

  @Test
  void of_another_is_why_a_bank_refuses_the_bill() {
    code("QRIS", "midtrans");

    assertThat(stack.bank().code(stack.bank().inquires(bill))).isEqualTo("4042419");
  }

  @Test
  @Needs(Ability.FAULTS)
  void is_not_given_while_the_former_cannot_be_ended() {
    code("BANK_VA", "midtrans");
    stack.sandbox().isDown("midtrans");

    assertThat(
            application
                .triesToGetCode(Map.of("channel", "QRIS", "aggregator", "xendit"))
                .refused(503, "unavailable")
                .getString("detail"))
        .isNotBlank();
    assertThat(application.codes().getList("items.aggregator", String.class))
        .containsExactly("midtrans");

    stack.sandbox().isUp("midtrans");
    assertThat(code("QRIS", "xendit").getString("aggregator")).isEqualTo("xendit");
  }

  @Test
  void is_not_given_to_who_holds_no_seat_or_asks_for_what_is_not_offered() {
    application
        .triesToGetCode(Map.of("channel", "QRIS", "aggregator", "doku"))
        .refused(409, "not-offered");
    assertThat(application.getsCodeWrongly(Map.of("channel", "CASH")).pointers())
        .containsExactly("/channel");

    application.givesBack();
    application.triesToGetCode(Map.of("channel", "QRIS")).refused(409, "wrong-status");
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void dies_with_the_hold_that_is_given_back() {
    code("BANK_VA", "midtrans");
    application.givesBack();
    stack.letArmedMessagesArrive();

    stack.sandbox().refusesPayment("midtrans", bill + "-1");
  }

  // ---- Money that nobody told of ----

  @ParameterizedTest
  @ValueSource(strings = {"midtrans", "xendit"})
  void that_was_paid_and_never_told_of_is_found_by_asking(String aggregator) {
    code("BANK_VA", aggregator);
    stack.sender(aggregator).takesPayment(bill, Map.of("times", 0));
    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");

    assertThat(application.triesToCheckBill().accepted().getString("status")).isEqualTo("PAID");
    assertThat(application.status()).isEqualTo("CONFIRMED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"midtrans", "doku"})
  void is_not_needed_to_find_money_for_the_bill_itself(String aggregator) {
    stack.sender(aggregator).takesPayment(bill, Map.of("times", 0));

    assertThat(application.triesToCheckBill().accepted().getString("status")).isEqualTo("PAID");
  }

  @Test
  void is_asked_about_at_most_once_in_thirty_seconds() {
    assertThat(application.triesToCheckBill().accepted().getString("status")).isEqualTo("UNPAID");
    application.triesToCheckBill().refused(429, "too-many-requests");
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void that_was_paid_and_never_told_of_wins_over_the_deadline() {
    code("BANK_VA", "midtrans");
    stack.sender("midtrans").takesPayment(bill, Map.of("times", 0));

    stack.letDeadlinePass();

    application.isSoon("CONFIRMED");
  }
}
