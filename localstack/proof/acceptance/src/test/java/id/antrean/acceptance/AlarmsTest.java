package id.antrean.acceptance;

import static id.antrean.acceptance.stack.Soon.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.files.Pictures;
import id.antrean.acceptance.people.MoneyDesk;
import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.people.Person;
import id.antrean.acceptance.stack.RunningStack;
import id.antrean.acceptance.stack.Sandbox.Fault;
import id.antrean.acceptance.stack.Step;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * The template's alarms on a stack of their own: silent in a week in which nothing is wrong; each
 * rings when what it watches for is brought about, and all are silent again when that is over.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("An alarm")
@DisabledIfEnvironmentVariable(
    named = "ANTREAN_URL",
    matches = ".+",
    disabledReason = "only a stack of one's own is disturbed by nobody else")
final class AlarmsTest {
  /** What comes after whatever is brought about without letting time pass. */
  private static final int HOURS_LATER = 20;

  private static final int WELL_AGAIN = 30;

  /**
   * What cannot be brought about on one machine without waiting, or not at all. How an alarm is
   * reckoned is shown where it is.
   */
  private static final Set<String> NOT_HERE =
      Set.of(
          "ApiSlowAlarm", // no answer takes ten seconds
          "CountingIdleAlarm", // no mapping is switched off
          "FunctionsThrottledAlarm", // nobody else takes the account's thousand
          "InspectionFaultsAlarm"); // no file is known that makes the inspection fail

  private final Set<String> rung = new LinkedHashSet<>();
  private RunningStack running;
  private Stack stack;

  @BeforeAll
  void begins(@TempDir Path data) {
    running = RunningStack.keptIn(data);
    stack = new Stack(running);
  }

  @AfterAll
  void ends() {
    running.close();
  }

  @AfterEach
  void works_again() {
    stack.sandbox().repair();
  }

  private List<String> ringing() {
    return stack.sandbox().alarms().getList("alarms.findAll { it.state == 'ALARM' }.name");
  }

  private void rings(String... alarms) {
    soon(() -> assertThat(ringing()).contains(alarms));
    rung.addAll(Arrays.asList(alarms));
  }

  private void passes(int minutes) {
    stack.sandbox().letPass(Duration.ofMinutes(minutes));
  }

  private void breaks(String function) {
    stack.sandbox().breaks(new Step(function, "dynamodb", null, null), Fault.ERROR);
  }

  @Test
  @Order(1)
  void is_silent_in_a_week_in_which_nothing_is_wrong() {
    for (int day = 0; day < 7; day++) {
      OpenSession session = stack.opens(2);
      stack.confirmed(session);
      PassportApplication unpaid = stack.readyApplication();
      unpaid.holds(session);
      stack.readyApplication().triesToHold(session).refused(409, "sold-out");
      assertThat(ringing()).as("day %d", day).isEmpty();

      passes(124);
      soon(() -> assertThat(unpaid.status()).isEqualTo("READY"));
      assertThat(ringing()).as("day %d, when a hold has expired", day).isEmpty();
      passes(22 * 60);
      assertThat(ringing()).as("day %d, at its end", day).isEmpty();
    }
  }

  // ---- What is seen at once ----

  @Test
  @Order(2)
  void tells_of_what_queues_gave_up_on() {
    List<String> queues =
        List.of("Deadline", "Closure", "Identity", "Upload", "Notification", "Counting");
    queues.forEach(
        queue -> stack.sandbox().send(queue + "DeadLetterQueue", Map.of("given", "up"), 1));

    rings(queues.stream().map(queue -> queue + "DeadLetterAlarm").toArray(String[]::new));

    queues.forEach(queue -> stack.sandbox().purge(queue + "DeadLetterQueue"));
  }

  @Test
  @Order(2)
  void tells_of_a_schedule_that_fails() {
    stack.sandbox().breaks(Step.of("OverdueSweepFunction", "dynamodb", "Query"), Fault.ERROR);
    triesToSweep().statusCode(500);

    rings("SchedulesFailAlarm", "ScheduleDeadLetterAlarm");

    stack.sandbox().purge("ScheduleDeadLetterQueue");
  }

  private ValidatableResponse triesToSweep() {
    return given()
        .baseUri(stack.sandbox().base().toString())
        .post("/sandbox/schedules/OverdueSweepFunction")
        .then();
  }

  @Test
  @Order(2)
  void tells_of_messages_that_nobody_understands_and_of_files_that_nobody_declared() {
    stack.sandbox().send("DeadlineQueue", "what is this", 1);
    Map<String, Object> object = Map.of("object", Map.of("key", "incoming/strange/file"));
    stack.sandbox().send("UploadQueue", Map.of("Records", List.of(Map.of("s3", object))), 1);

    rings("MessagesUnknownAlarm", "UploadsUnknownAlarm");
  }

  @Test
  @Order(2)
  void tells_of_a_session_that_has_more_people_than_seats() {
    OpenSession session = stack.opens(2);
    stack.confirmed(session);
    stack.officer(session.office()).sets(session.quota(0));
    stack.sandbox().runNow("OrphanSweepFunction");

    rings("SeatsOverfullAlarm");

    stack.officer(session.office()).sets(session);
  }

  @Test
  @Order(2)
  void tells_of_a_registry_that_is_down_and_of_a_question_that_will_not_be_asked_again() {
    stack.sandbox().dukcapilIsDown();
    for (int person = 0; person < 3; person++) {
      stack.applicant("siti").registers(Person.adult());
    }

    rings("DukcapilDownAlarm");

    stack.sandbox().breaks(Step.of("RegistrationFunction", "sqs", "SendMessage"), Fault.ERROR);
    stack.applicant("siti").registers(Person.adult());

    rings("IdentityNotRemindedAlarm");
  }

  @Test
  @Order(2)
  void tells_of_a_store_that_does_not_answer() {
    PassportApplication application = stack.readyApplication();
    OpenSession session = stack.opens(1);
    breaks("BookingFunction");
    for (int request = 0; request < 45; request++) {
      application.look();
    }
    for (int request = 0; request < 5; request++) {
      application.triesToHold(session).refused(503, "unavailable");
    }

    rings("StoresAwayAlarm", "ApiErrorsAlarm");
  }

  @Test
  @Order(2)
  void tells_of_a_fault_of_ours() {
    PassportApplication application = stack.readyApplication();
    stack.store().spoils("ApplicationsTable", Map.of("id", application.id(), "part", "main"));
    application.triesToLook().refused(503, "unavailable");

    rings("FaultsAlarm");
  }

  @Test
  @Order(2)
  void tells_of_a_table_that_is_not_there() {
    PassportApplication application = stack.readyApplication();
    stack.sandbox().breaks(new Step("BookingFunction", "dynamodb", null, null), Fault.MISSING);
    application.triesToHold(stack.opens(1)).refused(503, "unavailable");

    rings("ThingsMissingAlarm");
  }

  @Test
  @Order(2)
  void tells_of_a_flood_of_forgeries() {
    String code = stack.readyApplication().holds(stack.opens(1)).getString("bill.billingCode");
    assertThat(stack.standard().takesPayment(code, Map.of("tamper", true, "times", 21)))
        .hasSize(21)
        .containsOnly(401);

    rings("ForgedMoneyAlarm");
  }

  @Test
  @Order(2)
  void tells_of_an_aggregator_that_does_not_tell() {
    for (int person = 0; person < 3; person++) {
      PassportApplication application = stack.readyApplication();
      String code = application.holds(stack.opens(1)).getString("bill.billingCode");
      stack.midtrans().takesPayment(code, Map.of("times", 0));
      application.triesToCheckBill().accepted();
      application.isSoon("CONFIRMED");
    }

    rings("SenderSilentAlarm");
  }

  @Test
  @Order(2)
  void tells_of_a_list_that_an_aggregator_does_not_give() {
    stack.sandbox().isDown("midtrans");
    stack.sandbox().runNow("ReconcileFunction");

    rings("SettlementListMissingAlarm");
  }

  /** The last of the reminders that go out in three days. */
  @Test
  @Order(2)
  void tells_of_a_registry_that_never_answered_about_a_person() {
    stack.sandbox().dukcapilIsDown();
    PassportApplication pending = stack.applicant("siti").registers(Person.adult());
    stack
        .sandbox()
        .send(
            "IdentityQueue",
            Map.of(
                "schema",
                1,
                "applicationId",
                pending.id(),
                "attempt",
                290,
                "requestId",
                openSince(pending)),
            1);

    rings("IdentityUnansweredAlarm");
  }

  private String openSince(PassportApplication pending) {
    return stack
        .store()
        .one("ApplicationsTable", Map.of("id", pending.id(), "part", "main"))
        .at("/identity/M/openSince/S")
        .asText();
  }

  /** Which stands in no list of offices: as if it had been there when the seat was taken. */
  @Test
  @Order(2)
  void tells_of_steps_of_an_office_that_is_gone() {
    PassportApplication application = stack.readyApplication();
    OpenSession session = stack.opens(1);
    application.holds(session);
    Map<String, String> key = Map.of("id", application.id(), "part", "main");
    String held = stack.store().one("ApplicationsTable", key).toString();
    String elsewhere = "A".repeat(application.id().length());

    stack
        .store()
        .puts(
            "ApplicationsTable",
            held.replace(session.office() + ".", "ZZZ.").replace(application.id(), elsewhere));

    rings("StepsOfNoOfficeAlarm");

    stack.store().removes("ApplicationsTable", Map.of("id", elsewhere, "part", "main"));
  }

  // ---- What takes time ----

  @Test
  @Order(HOURS_LATER)
  void tells_of_functions_that_fail_again_and_again() {
    // Of a table that is gone a function does not try again.
    stack.sandbox().breaks(Step.of("OverdueSweepFunction", "dynamodb", "Query"), Fault.MISSING);
    for (int period = 0; period < 3; period++) {
      if (period > 0) {
        passes(5);
      }
      for (int run = 0; run < 11; run++) {
        triesToSweep().statusCode(500);
      }
    }

    rings("FunctionErrorsAlarm");

    stack.sandbox().purge("ScheduleDeadLetterQueue");
  }

  @Test
  @Order(HOURS_LATER)
  void tells_of_tables_and_timers_that_take_no_more() {
    stack.sandbox().breaks(Step.of("BookingFunction", "dynamodb", "UpdateItem"), Fault.THROTTLE);
    PassportApplication first = stack.readyApplication();
    PassportApplication second = stack.readyApplication();
    OpenSession session = stack.opens(2);
    first.triesToHold(session).refused(503, "unavailable");
    passes(5);
    second.triesToHold(session).refused(503, "unavailable");

    rings("TablesThrottledAlarm");

    stack.sandbox().repair();
    stack.sandbox().breaks(Step.of("ExpiryFunction", "states", "StartExecution"), Fault.THROTTLE);
    first.holds(session);
    passes(5);
    second.holds(session);
    passes(10);
    passes(5);

    rings("TimersThrottledAlarm");
  }

  @Test
  @Order(HOURS_LATER)
  void tells_of_timers_that_fail() {
    // A state machine calls under its own name, and not under the template's.
    stack
        .sandbox()
        .breaks(Step.of("antrean-paspor-PaymentDeadline", "sqs", "SendMessage"), Fault.ERROR);
    PassportApplication unpaid = stack.readyApplication();
    unpaid.holds(stack.opens(1));
    passes(16);
    passes(120);
    // It tries nine times, the last ten minutes after the one before.
    for (int tries = 0; tries < 9 && !ringing().contains("TimersFailAlarm"); tries++) {
      passes(11);
    }

    rings("TimersFailAlarm");

    unpaid.cancels();
  }

  /** One of each stands still: what is to be done about people, their papers, seats and money. */
  @Test
  @Order(HOURS_LATER)
  void tells_of_queues_that_nobody_works_off_and_of_what_is_late_by_it() {
    OpenSession closed = stack.opens(1);
    stack.confirmed(closed);
    PassportApplication paid = stack.readyApplication();
    String code = paid.holds(stack.opens(1)).getString("bill.billingCode");
    PassportApplication asked = stack.readyApplication();
    String unsigned = asked.holds(stack.opens(1)).getString("bill.billingCode");
    PassportApplication unpaid = stack.readyApplication();
    OpenSession leaked = stack.opens(1);
    stack
        .sandbox()
        .breaks(
            Step.of("BookingFunction", "dynamodb", "TransactWriteItems").saying("AWAITING_PAYMENT"),
            Fault.DROP_REQUEST);
    stack.readyApplication().triesToHold(leaked).refused(503, "unavailable");
    stack.sandbox().repair();

    stack.sandbox().isDown("midtrans");
    stack.sandbox().breaks(Step.of("PaymentsFunction", "sqs", "SendMessage"), Fault.ERROR);
    stack.midtrans().takesPayment(unsigned);
    rings("MoneyWaitsForSweepAlarm");
    stack.sandbox().repair();

    stack.sandbox().isDown("midtrans");
    stack.sandbox().dukcapilIsDown();
    List.of("PaymentsFunction", "SettlementFunction", "ExpiryFunction", "ClosingFunction")
        .forEach(this::breaks);
    List.of("VerificationFunction", "IdentityFunction", "CountingFunction").forEach(this::breaks);
    assertThat(stack.standard().takesPayment(code)).allMatch(status -> status / 100 == 2);
    stack.applicant("siti").registers(Person.adult()).uploads("ID_CARD", Pictures.jpeg());
    stack.supervisor(closed.office()).closesTheDayOf(closed, "Banjir");
    unpaid.holds(stack.opens(1));
    rings("MoneyCapturedAlarm");

    // A stream's record is as old as it is when it is first read.
    passes(1);
    passes(78);
    rings("CountingBehindAlarm");
    stack.sandbox().runNow("OrphanSweepFunction");
    passes(62);
    passes(5);
    stack.sandbox().runNow("OrphanSweepFunction");
    rings(
        "SeatsOrphanedAlarm",
        "ClosureQueueOldAlarm",
        "DeadlineQueueOldAlarm",
        "IdentityQueueOldAlarm",
        "NotificationQueueOldAlarm",
        "UploadQueueOldAlarm",
        "HoldsOverdueAlarm",
        "MoneyUnsettledAlarm");

    stack.sandbox().repair();
    passes(4);
    rings("FreedLateAlarm", "FreedVeryLateAlarm", "VerifiedLateAlarm");
    soon(() -> assertThat(unpaid.status()).isEqualTo("READY"));
    soon(() -> assertThat(paid.status()).isEqualTo("CONFIRMED"));
    soon(() -> assertThat(stack.taken(leaked)).isZero());
  }

  /** One payment, told again and again; then everything is as it should be, and nothing rings. */
  @Test
  @Order(WELL_AGAIN)
  void tells_of_money_that_settles_nothing_and_all_are_silent_when_it_is_decided() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    String code = application.holds(session).getString("bill.billingCode");
    stack.standard().takesPayment(code, Map.of("amount", 1000, "times", 21));
    rings("MoneyExceptionsAlarm");
    passes(49 * 60);
    rings("MoneyUndecidedAlarm");

    MoneyDesk desk = stack.moneyDesk("ratna", session.office());
    String id = desk.exceptionOf(code).getString("id");
    desk.triesToDecide(id, Map.of("action", "REFUND", "reason", "too little")).accepted();
    passes(125);

    soon(() -> assertThat(ringing()).isEmpty());
  }

  /** Twenty are kept of each bill. What is made up here a person would have to decide about. */
  @Test
  @Order(WELL_AGAIN + 1)
  void tells_of_more_notices_than_are_kept_of_a_bill() {
    String code = stack.readyApplication().holds(stack.opens(1)).getString("bill.billingCode");
    stack.sandbox().isDown("midtrans");
    for (int payment = 0; payment < 21; payment++) {
      stack.midtrans().takesPayment(code, Map.of("paymentId", "p-" + payment + "-" + code));
    }

    rings("MoneyUnconfirmedAlarm");
  }

  @Test
  @Order(WELL_AGAIN + 2)
  void of_the_template_has_rung_or_cannot_here() {
    assertThat(stack.sandbox().alarms().getList("alarms.name", String.class))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(rung.stream(), NOT_HERE.stream()).toList());
  }
}
