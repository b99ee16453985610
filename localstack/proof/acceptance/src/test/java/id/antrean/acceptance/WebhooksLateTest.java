package id.antrean.acceptance;

import static id.antrean.acceptance.stack.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.stack.Ability;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notices do not come when they should, nor in the order in which they should. */
@OnAStack
@DisplayName("A webhook")
final class WebhooksLateTest {
  private final Stack stack;
  private final PassportApplication application;
  private final String code;

  WebhooksLateTest(Stack stack) {
    this.stack = stack;
    this.application = stack.readyApplication();
    application.holds(stack.opens(1));
    this.code = application.bill().getString("billingCode");
  }

  @ParameterizedTest
  @CsvSource({"standard, PT5S", "xendit, PT15M", "snap, PT2M"})
  @Needs({Ability.FAULTS, Ability.MOVABLE_CLOCK})
  void that_can_be_kept_nowhere_comes_again_when_its_sender_does(String name, Duration wait) {
    stack.sandbox().breaks("dynamodb");
    stack.sandbox().breaks("sqs");
    assertThat(stack.sender(name).takesPayment(code, Map.of("amount", 950_000, "retry", true)))
        .singleElement()
        .matches(status -> status >= 500);
    stack.sandbox().repair();
    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");

    stack.sandbox().letPass(wait);

    soon(() -> assertThat(application.status()).isEqualTo("CONFIRMED"));
  }

  /**
   * Of a bank no list is read: a stack that many tests move on may pass a night on the way, and who
   * has a list has its money settled by it, sooner than here.
   */
  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void that_comes_when_its_hold_is_over_has_the_seat_back() {
    assertThat(stack.sender("snap").takesPayment(code, Map.of("after", "PT2H30M"))).isEmpty();
    stack.sandbox().letPass(Duration.ofMinutes(130));
    assertThat(application.status()).isEqualTo("READY");

    stack.sandbox().letPass(Duration.ofMinutes(21));

    soon(() -> assertThat(application.status()).isEqualTo("CONFIRMED"));
  }

  @ParameterizedTest
  @CsvSource({
    "standard, payment.expired, 1",
    "standard, payment.expired, 2",
    "midtrans, pending, 3",
    "midtrans, pending, 4",
    "xendit, PENDING, 5",
    "xendit, EXPIRED, 6",
    "doku, PENDING, 7",
    "doku, EXPIRED, 8",
    "snap, 03, 9",
    "snap, 03, 10"
  })
  void is_as_good_in_any_order(String name, String other, int seed) {
    String payment = "shuffled-" + seed + "-" + code;
    Map<String, Object> paid =
        name.equals("snap")
            ? Map.of("channel", "QRIS", "paymentId", payment, "after", "PT1H", "times", 3)
            : Map.of("paymentId", payment, "after", "PT1H", "times", 3);
    stack
        .sender(name)
        .takesPayment(
            code, Map.of("status", other, "paymentId", payment, "after", "PT1H", "times", 3));
    stack.sender(name).takesPayment(code, paid);

    stack.sandbox().tellsShuffled(name, seed);

    application.isSoon("CONFIRMED");
    assertThat(application.bill().getList("refunds")).isEmpty();
  }
}
