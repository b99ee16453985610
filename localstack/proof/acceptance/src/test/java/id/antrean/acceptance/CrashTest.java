package id.antrean.acceptance;

import static id.antrean.acceptance.stack.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.stack.Ability;
import id.antrean.acceptance.stack.Answer;
import id.antrean.acceptance.stack.Sandbox.Broken;
import id.antrean.acceptance.stack.Sandbox.Fault;
import id.antrean.acceptance.stack.Step;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rule 2: never leaked, whatever fails between a function and its stores. */
@OnAStack
@DisplayName("A booking that crashes on its way")
final class CrashTest {
  private static final String BOOKING = "BookingFunction";
  private static final Step CLAIM = Step.of(BOOKING, "dynamodb", "UpdateItem").saying("ADD seats");
  private static final Step RELEASE =
      Step.of(BOOKING, "dynamodb", "UpdateItem").saying("DELETE seats");
  private static final Step BIND =
      Step.of(BOOKING, "dynamodb", "TransactWriteItems").saying("AWAITING_PAYMENT");
  private static final Step SWAP =
      Step.of(BOOKING, "dynamodb", "UpdateItem").saying("ApplicationsTable");
  private static final Step SWAP_WITH_ITS_BILL =
      Step.of(BOOKING, "dynamodb", "TransactWriteItems").saying("PaymentsTable");
  private static final Step ARM = Step.of(BOOKING, "sqs", "SendMessage").saying("DeadlineQueue");
  private static final Duration PAST_THE_ARM_DELAY = Duration.ofMinutes(16);

  private final Stack stack;

  CrashTest(Stack stack) {
    this.stack = stack;
  }

  @Test
  @Needs({Ability.FAULTS, Ability.MOVABLE_CLOCK})
  void between_claim_and_bind_leaves_the_seat_free_after_its_message() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    crashesBetweenClaimAndBind(application, session);

    stack.sandbox().letPass(PAST_THE_ARM_DELAY);

    PassportApplication other = stack.readyApplication();
    soon(() -> other.holds(session));
    assertThat(application.status()).isEqualTo("READY");
    assertThat(application.look().getString("bill")).isNull();
    assertThat(stack.taken(session)).isEqualTo(1);
  }

  @Test
  @Needs({Ability.FAULTS, Ability.MOVABLE_CLOCK})
  void is_repaired_by_the_sweep_when_even_its_message_is_lost() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    crashesBetweenClaimAndBind(application, session);
    stack.sandbox().purge("DeadlineQueue");

    stack.sandbox().runNow("OrphanSweepFunction");
    stack.sandbox().letPass(PAST_THE_ARM_DELAY);

    PassportApplication other = stack.readyApplication();
    soon(() -> other.holds(session));
    assertThat(application.status()).isEqualTo("READY");
  }

  @Test
  @Needs({Ability.FAULTS, Ability.MOVABLE_CLOCK})
  void can_be_repeated_at_once_and_gets_the_same_seat() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    crashesBetweenClaimAndBind(application, session);

    OpenSession elsewhere = stack.opens(1);
    crashesBetweenClaimAndBind(stack.readyApplication(), elsewhere);

    application.holds(session);
    stack.sandbox().letPass(PAST_THE_ARM_DELAY);

    // Who crashed at the same time and did not repeat it has lost the seat by now.
    PassportApplication other = stack.readyApplication();
    soon(() -> other.holds(elsewhere));
    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");
    assertThat(stack.taken(session)).isEqualTo(1);
    stack.readyApplication().triesToHold(session).refused(409, "sold-out");
  }

  @Test
  @Needs(Ability.FAULTS)
  void after_the_bind_has_its_seat_although_nobody_heard_the_answer() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    Broken bind = stack.sandbox().breaks(BIND, Fault.DROP_ANSWER, 1);

    JsonPath held = application.holds(session);

    assertThat(bind.hits()).isEqualTo(1);
    assertThat(application.holds(session).getString("booking.payBy"))
        .isEqualTo(held.getString("booking.payBy"));
    assertThat(stack.taken(session)).isEqualTo(1);
  }

  @Test
  @Needs(Ability.FAULTS)
  void whose_claim_went_unheard_is_read_back_and_costs_one_seat() {
    OpenSession session = stack.opens(2);
    PassportApplication application = stack.readyApplication();
    Broken claim = stack.sandbox().breaks(CLAIM, Fault.DROP_ANSWER, 1);

    application.holds(session);

    assertThat(claim.hits()).isEqualTo(1);
    assertThat(stack.taken(session)).isEqualTo(1);
  }

  @Test
  @Needs(Ability.FAULTS)
  void by_a_passing_conflict_is_tried_again_and_bound() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    Broken bind = stack.sandbox().breaks(BIND, Fault.CONFLICT, 2);

    application.holds(session);

    assertThat(bind.hits()).isEqualTo(2);
    assertThat(stack.taken(session)).isEqualTo(1);
  }

  @Test
  @Needs(Ability.FAULTS)
  void before_it_is_armed_takes_no_seat() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    stack.sandbox().breaks(ARM, Fault.ERROR);

    application.triesToHold(session).refused(503, "unavailable");

    stack.sandbox().repair();
    assertThat(stack.taken(session)).isZero();
    assertThat(application.status()).isEqualTo("READY");
    application.holds(session);
  }

  @Test
  @Needs(Ability.FAULTS)
  void of_a_busy_store_is_told_to_come_back_and_never_that_seats_are_gone() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    stack.sandbox().breaks(CLAIM, Fault.THROTTLE);

    Answer answer = application.triesToHold(session);

    answer.refused(503, "unavailable");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    stack.sandbox().repair();
    application.holds(session);
  }

  @Test
  @Needs({Ability.FAULTS, Ability.MOVABLE_CLOCK})
  void while_moving_keeps_one_seat_and_frees_the_other() {
    OpenSession from = stack.opens(1);
    OpenSession to = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    application.holds(from);
    stack.sandbox().breaks(SWAP, Fault.DROP_REQUEST);

    keepsItsSeatAndLeavesTheOther(application, from, to);
  }

  @Test
  @Needs({Ability.FAULTS, Ability.MOVABLE_CLOCK})
  void while_moving_to_another_fee_keeps_one_seat_and_frees_the_other() {
    OpenSession from = stack.opens(1);
    OpenSession to = stack.alsoOpens(from, "EXPRESS", 1);
    PassportApplication application = stack.readyApplication();
    String code = application.holds(from).getString("bill.billingCode");
    stack.sandbox().breaks(SWAP_WITH_ITS_BILL, Fault.DROP_REQUEST);

    keepsItsSeatAndLeavesTheOther(application, from, to);
    assertThat(application.bill().getString("billingCode")).isEqualTo(code);
  }

  @Test
  @Needs({Ability.FAULTS, Ability.MOVABLE_CLOCK})
  void after_moving_frees_the_seat_that_was_left() {
    OpenSession from = stack.opens(1);
    OpenSession to = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    application.holds(from);
    stack.sandbox().breaks(RELEASE, Fault.DROP_REQUEST);
    application.holds(to);
    stack.sandbox().repair();
    assertThat(application.look().getString("booking.session.id")).isEqualTo(to.id());
    assertThat(stack.taken(from)).as("seats of the session that was left, for now").isEqualTo(1);

    stack.sandbox().letPass(PAST_THE_ARM_DELAY);

    PassportApplication other = stack.readyApplication();
    soon(() -> other.holds(from));
    assertThat(application.look().getString("booking.session.id")).isEqualTo(to.id());
  }

  private void keepsItsSeatAndLeavesTheOther(
      PassportApplication application, OpenSession from, OpenSession to) {
    application.triesToHold(to).refused(503, "unavailable");
    stack.sandbox().repair();

    assertThat(stack.taken(to)).as("seats claimed, and swapped for none").isEqualTo(1);

    stack.sandbox().letPass(PAST_THE_ARM_DELAY);

    PassportApplication other = stack.readyApplication();
    soon(() -> other.holds(to));
    assertThat(application.look().getString("booking.session.id")).isEqualTo(from.id());
    assertThat(stack.taken(from)).isEqualTo(1);
  }

  private void crashesBetweenClaimAndBind(PassportApplication application, OpenSession session) {
    stack.sandbox().breaks(BIND, Fault.DROP_REQUEST);
    Answer answer = application.triesToHold(session);
    answer.refused(503, "unavailable");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    stack.sandbox().repair();
    assertThat(application.status()).isEqualTo("READY");
    assertThat(stack.taken(session)).as("seats claimed, and bound to nobody").isEqualTo(1);
  }
}
