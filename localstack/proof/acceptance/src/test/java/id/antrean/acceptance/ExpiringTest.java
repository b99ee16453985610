package id.antrean.acceptance;

import static id.antrean.acceptance.stack.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.stack.Ability;
import id.antrean.acceptance.stack.Sandbox.Fault;
import id.antrean.acceptance.stack.Step;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Point 6 and rule 4: never early, never forgotten, whatever is down meanwhile. */
@OnAStack
@DisplayName("An unpaid hold")
final class ExpiringTest {
  private static final Duration ARM_DELAY = Duration.ofMinutes(15);
  private static final Duration GRACE = Duration.ofMinutes(3);
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final Step ARM =
      Step.of("BookingFunction", "sqs", "SendMessage").saying("DeadlineQueue");
  private static final Step EXPIRE =
      Step.of("ExpiryFunction", "dynamodb", "TransactWriteItems").saying("HOLD_EXPIRED");

  private final Stack stack;

  ExpiringTest(Stack stack) {
    this.stack = stack;
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void is_kept_to_its_deadline_and_through_the_grace_in_which_a_payment_wins() {
    OpenSession session = stack.opens(2);
    PassportApplication application = stack.readyApplication();
    PassportApplication another = stack.readyApplication();
    OffsetDateTime payBy = holds(application, session);
    holds(another, session);

    untilShortlyBefore(payBy);
    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");
    stack.sandbox().letPass(A_MINUTE.multipliedBy(2));
    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");
    assertThat(stack.taken(session)).isEqualTo(2);

    assertThat(stack.standard().takesPayment(application.bill().getString("billingCode")))
        .containsExactly(200);
    assertThat(application.status()).isEqualTo("CONFIRMED");
    stack.sandbox().letPass(A_MINUTE.multipliedBy(5));
    // Whoever held at the same time and did not pay has lost the seat by now.
    another.isSoon("READY");
    soon(() -> assertThat(stack.taken(session)).isEqualTo(1));
    assertThat(application.status()).isEqualTo("CONFIRMED");
    assertThat(stack.taken(session)).isEqualTo(1);
    assertThat(application.events()).doesNotContain("HOLD_EXPIRED");
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void is_given_up_within_a_minute_of_deadline_and_grace() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    OffsetDateTime payBy = holds(application, session);
    stack.sandbox().letPass(ARM_DELAY);
    untilShortlyBefore(payBy);

    stack.sandbox().letPass(A_MINUTE.plus(GRACE).plus(A_MINUTE));

    application.isSoon("READY");
    soon(() -> assertThat(stack.taken(session)).isZero());
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void does_not_expire_once_its_seat_was_given_back() {
    OpenSession session = stack.opens(2);
    PassportApplication application = stack.readyApplication();
    holds(application, session);
    application.givesBack();
    PassportApplication another = stack.readyApplication();
    holds(another, session);
    stack.sandbox().letPass(Duration.ofMinutes(60));
    holds(application, session);

    // The first hold's messages all arrive, and are none of the second hold's business.
    stack.sandbox().letPass(Duration.ofMinutes(64));
    another.isSoon("READY");
    soon(() -> assertThat(stack.taken(session)).isEqualTo(1));
    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");

    stack.sandbox().letPass(Duration.ofMinutes(61));
    application.isSoon("READY");
  }

  @Test
  @Needs({Ability.FAULTS, Ability.MOVABLE_CLOCK})
  void expires_although_step_functions_is_down_all_the_while() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    stack.sandbox().breaks("states");
    OffsetDateTime payBy = holds(application, session);
    stack.sandbox().letPass(ARM_DELAY.plus(A_MINUTE));
    untilShortlyBefore(payBy);
    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");

    stack.sandbox().letPass(A_MINUTE.plus(GRACE).plus(A_MINUTE));
    stack.sandbox().runNow("OverdueSweepFunction");

    application.isSoon("READY");
    soon(() -> assertThat(stack.taken(session)).isZero());
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void expires_although_every_message_about_it_was_lost() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    OffsetDateTime payBy = holds(application, session);
    stack.sandbox().purge("DeadlineQueue");
    untilShortlyBefore(payBy);
    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");

    stack.sandbox().letPass(A_MINUTE.plus(GRACE).plus(A_MINUTE));
    stack.sandbox().runNow("OverdueSweepFunction");

    application.isSoon("READY");
    soon(() -> assertThat(stack.taken(session)).isZero());
  }

  @Test
  @Needs({Ability.FAULTS, Ability.MOVABLE_CLOCK})
  void expires_once_although_its_messages_come_twice() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    // The queue has the message, the function does not hear so and sends it again.
    stack.sandbox().breaks(ARM, Fault.DROP_ANSWER, 1);
    holds(application, session);

    stack.sandbox().letPass(Duration.ofMinutes(124));
    stack.sandbox().runNow("OverdueSweepFunction");
    application.isSoon("READY");
    stack.readyApplication().holds(session);
    stack.sandbox().letPass(ARM_DELAY);

    assertThat(Collections.frequency(application.events(), "HOLD_EXPIRED")).isEqualTo(1);
    assertThat(stack.taken(session)).isEqualTo(1);
  }

  @Test
  @Needs({Ability.FAULTS, Ability.MOVABLE_CLOCK})
  void expires_later_when_the_table_is_down_at_its_deadline() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    OffsetDateTime payBy = holds(application, session);
    stack.sandbox().letPass(ARM_DELAY);
    untilShortlyBefore(payBy);
    stack.sandbox().breaks(EXPIRE, Fault.ERROR);
    stack.sandbox().letPass(A_MINUTE.plus(GRACE).plus(A_MINUTE));
    stack.sandbox().repair();
    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");

    soon(
        () -> {
          stack.sandbox().letPass(A_MINUTE);
          assertThat(application.status()).isEqualTo("READY");
        });
    soon(() -> assertThat(stack.taken(session)).isZero());
  }

  private static OffsetDateTime holds(PassportApplication application, OpenSession session) {
    return OffsetDateTime.parse(application.holds(session).getString("booking.payBy"));
  }

  /** To a minute before. */
  private void untilShortlyBefore(OffsetDateTime deadline) {
    stack.sandbox().letPass(Duration.between(stack.sandbox().now(), deadline).minus(A_MINUTE));
  }
}
