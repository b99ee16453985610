package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.antrean.acceptance.people.Applicant;
import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.people.Person;
import id.antrean.acceptance.stack.Ability;
import id.antrean.acceptance.stack.Answer;
import id.antrean.acceptance.stack.Terms;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Point 4: who gets a seat, and why somebody does not. */
@OnAStack
@DisplayName("Holding a seat")
final class HoldingASeatTest {
  private final Stack stack;

  HoldingASeatTest(Stack stack) {
    this.stack = stack;
  }

  @Test
  void says_until_when_the_last_seat_is_held_and_that_it_is_gone_once_paid() {
    OpenSession session = stack.opens(1);
    PassportApplication first = stack.readyApplication();
    PassportApplication second = stack.readyApplication();
    OffsetDateTime payBy = OffsetDateTime.parse(first.holds(session).getString("booking.payBy"));

    JsonPath held = second.triesToHold(session).refused(409, "sold-out");
    assertThat(OffsetDateTime.parse(held.getString("heldUntil")))
        .as("the deadline that people know, nothing of what comes after it")
        .isBetween(payBy.minusSeconds(1), payBy.plusSeconds(1));

    pay(first);
    JsonPath gone = second.triesToHold(session).refused(409, "sold-out");
    assertThat(gone.getString("heldUntil")).isNull();
    assertThat(gone.getMap("")).containsKey("heldUntil");
    assertThat(stack.visitor().sees(session))
        .containsEntry("free", 0)
        .containsEntry("state", "FULL");
  }

  @Test
  void names_the_papers_that_are_missing() {
    PassportApplication draft = stack.applicant("siti").registers(Person.adult());

    JsonPath refused = draft.triesToHold(stack.opens(1)).refused(409, "not-ready");

    assertThat(refused.getList("missing", String.class))
        .containsExactlyInAnyOrder("ID_CARD", "FAMILY_CARD", "BIRTH_CERTIFICATE");
  }

  @Test
  void gives_no_seat_in_a_session_that_the_office_took_out() {
    OpenSession closed = stack.opens(1);
    stack.officer(closed.office()).triesToSet(closed.date()).accepted();

    stack.readyApplication().triesToHold(closed).refused(409, "session-closed");
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void gives_no_seat_before_the_day_opens_and_says_when_it_does() {
    OpenSession session = stack.plans(1);
    OffsetDateTime opensAt = stack.sandbox().now().plusMinutes(30).truncatedTo(ChronoUnit.SECONDS);
    stack.officer(session.office()).sets(opensAt, session);
    PassportApplication application = stack.readyApplication();

    JsonPath refused = application.triesToHold(session).refused(409, "not-open-yet");
    assertThat(OffsetDateTime.parse(refused.getString("opensAt"))).isAtSameInstantAs(opensAt);

    stack.sandbox().letPass(Duration.ofMinutes(31));
    application.holds(session);
  }

  @Test
  void gives_no_seat_for_the_same_day() {
    OpenSession today = new OpenSession("CLG", stack.today(), "22:30", "REGULAR", 5);
    stack.officer("CLG").sets(today);

    JsonPath refused = stack.readyApplication().triesToHold(today).refused(409, "too-late");

    assertThat(OffsetDateTime.parse(refused.getString("until")).toLocalDate())
        .isBeforeOrEqualTo(today.date());
    assertThat(stack.visitor().sees(today)).containsEntry("free", 0);
  }

  @Test
  void knows_no_session_that_the_office_does_not_have() {
    PassportApplication application = stack.readyApplication();
    OpenSession day = stack.plans(1);
    OpenSession session = new OpenSession(day.office(), day.date(), "03:33", "REGULAR", 1);

    application.triesToHold(session).refused(404, "unknown-session");
    application.triesToHold("CLG.someday.0800.REGULAR").refused(404, "unknown-session");
    application.triesToHold("XYZ" + session.id().substring(3)).refused(404, "unknown-session");
  }

  @Test
  void allows_one_live_booking_for_a_person_whichever_account_applies() {
    Person siti = Person.adult();
    PassportApplication first = stack.applicant("siti").registers(siti).becomesReady();
    PassportApplication second = stack.applicant("budi").registers(siti).becomesReady();
    OpenSession session = stack.opens(5);
    first.holds(session);

    second.triesToHold(session).refused(409, "nik-has-booking");
    assertThat(stack.taken(session)).isEqualTo(1);

    first.givesBack();
    second.holds(session);
  }

  @Test
  void leaves_no_trace_where_it_refuses() {
    Person siti = Person.adult();
    PassportApplication first = stack.applicant("siti").registers(siti).becomesReady();
    PassportApplication second = stack.applicant("budi").registers(siti).becomesReady();
    OpenSession session = stack.opens(5);
    first.holds(session);
    String before = second.triesToLook().response().asString();
    int version = second.version();
    List<String> events = second.events();

    for (int refusals = 0; refusals < 12; refusals++) {
      second.triesToHold(session).refused(409, "nik-has-booking");
    }

    assertThat(second.triesToLook().response().asString()).isEqualTo(before);
    assertThat(second.events()).isEqualTo(events);
    first.givesBack();
    second.ifStill(version).holds(session);
  }

  @Test
  void stops_whoever_takes_one_seat_after_the_other() {
    OpenSession here = stack.opens(1);
    OpenSession there = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    for (int taken = 0; taken < 20; taken++) {
      application.holds(taken % 2 == 0 ? here : there);
    }
    int version = application.version();

    Answer refused = application.triesToHold(here);

    refused.refused(429, "too-many-requests");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(60, 3600);
    assertThat(application.version()).isEqualTo(version);
    assertThat(application.look().getString("booking.session.id")).isEqualTo(there.id());
    assertThat(stack.taken(here)).isZero();
    application.holds(there);
  }

  @Test
  void stops_one_account_from_hoarding_unpaid_seats() {
    Applicant hoarder = stack.applicant("calo");
    OpenSession session = stack.opens(40);
    Crowd.ofAtMost(4)
        .each(
            IntStream.range(0, Terms.HERE.unpaidHolds())
                .mapToObj(i -> () -> hoarder.isReady().holds(session)));

    JsonPath refused = hoarder.isReady().triesToHold(session).refused(409, "too-many-holds");

    assertThat(refused.getInt("limit")).isEqualTo(Terms.HERE.unpaidHolds());
    assertThat(OffsetDateTime.parse(refused.getString("until")))
        .isBeforeOrEqualTo(stack.sandbox().now().plus(Terms.HERE.paymentWindow()));
    assertThat(stack.taken(session)).isEqualTo(Terms.HERE.unpaidHolds());
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void pauses_whoever_lets_holds_expire_again_and_again() {
    OpenSession session = stack.opens(5);
    PassportApplication application = stack.readyApplication();
    for (int i = 0; i < 3; i++) {
      application.holds(session);
      stack.sandbox().letPass(Duration.ofMinutes(124));
      application.isSoon("READY");
    }

    JsonPath refused = application.triesToHold(session).refused(409, "pause");

    assertThat(OffsetDateTime.parse(refused.getString("until"))).isAfter(stack.sandbox().now());
  }

  // ---- Moving and giving back ----

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void moves_an_unpaid_seat_and_keeps_its_deadline_and_code() {
    OpenSession from = stack.opens(1);
    OpenSession to = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    JsonPath held = application.holds(from);
    stack.sandbox().letPass(Duration.ofMinutes(1));

    JsonPath moved = application.holds(to);

    assertThat(moved.getString("booking.session.id")).isEqualTo(to.id());
    // The offices may lie in different zones; the moment is the same.
    assertThat(OffsetDateTime.parse(moved.getString("booking.payBy")))
        .isAtSameInstantAs(OffsetDateTime.parse(held.getString("booking.payBy")));
    assertThat(moved.getString("bill.billingCode")).isEqualTo(held.getString("bill.billingCode"));
    assertThat(moved.getInt("booking.rescheduled")).isZero();
    assertThat(stack.taken(from)).isZero();
    assertThat(stack.taken(to)).isEqualTo(1);
  }

  @Test
  void gives_one_of_many_seats_asked_for_at_once_and_tells_the_others_which() {
    List<OpenSession> sessions = IntStream.range(0, 8).mapToObj(i -> stack.opens(1)).toList();
    PassportApplication application = stack.readyApplication();

    List<Answer> answers =
        Crowd.ofAtMost(8)
            .each(sessions.stream().map(session -> () -> application.triesToHold(session)));

    assertThat(answers).extracting(Answer::status).containsOnly(200, 409);
    answers.stream()
        .filter(answer -> answer.status() == 409)
        .forEach(
            answer ->
                assertThat(answer.refused(409, "overtaken").getString("sessionId"))
                    .isIn(sessions.stream().map(OpenSession::id).toList()));
    assertThat(sessions.stream().mapToInt(stack::taken).sum()).isEqualTo(1);
  }

  @Test
  void keeps_the_old_seat_when_the_new_one_cannot_be_had() {
    OpenSession from = stack.opens(1);
    OpenSession full = stack.opens(1);
    stack.readyApplication().holds(full);
    PassportApplication application = stack.readyApplication();
    application.holds(from);

    application.triesToHold(full).refused(409, "sold-out");

    assertThat(application.look().getString("booking.session.id")).isEqualTo(from.id());
    assertThat(stack.taken(from)).isEqualTo(1);
  }

  @Test
  void makes_another_bill_for_another_fee() {
    OpenSession regular = stack.opens(1);
    OpenSession express = stack.alsoOpens(regular, "EXPRESS", 1);
    PassportApplication application = stack.readyApplication();
    JsonPath held = application.holds(regular);

    JsonPath moved = application.holds(express);

    assertThat(moved.getInt("bill.amount")).isEqualTo(1_950_000);
    assertThat(moved.getString("bill.billingCode"))
        .isNotEqualTo(held.getString("bill.billingCode"));
    assertThat(moved.getList("bill.lines.amount", Integer.class))
        .containsExactlyInAnyOrder(950_000, 1_000_000);
    assertThat(application.holds(regular).getString("bill.billingCode"))
        .as("the former fee is billed by its former code")
        .isEqualTo(held.getString("bill.billingCode"));
  }

  @Test
  void moves_a_confirmed_seat_once() {
    OpenSession first = stack.opens(1);
    OpenSession second = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    application.holds(first);
    pay(application);

    JsonPath moved = application.holds(second);
    assertThat(moved.getString("status")).isEqualTo("CONFIRMED");
    assertThat(moved.getInt("booking.rescheduled")).isEqualTo(1);
    assertThat(stack.taken(first)).isZero();

    JsonPath refused = application.triesToHold(first).refused(409, "reschedule-limit");
    assertThat(refused.getInt("limit")).isEqualTo(1);
    assertThat(application.look().getString("booking.session.id")).isEqualTo(second.id());
  }

  @Test
  void moves_no_confirmed_seat_to_a_dearer_lane() {
    OpenSession regular = stack.opens(1);
    OpenSession express = stack.alsoOpens(regular, "EXPRESS", 1);
    PassportApplication application = stack.readyApplication();
    application.holds(regular);
    pay(application);

    application.triesToHold(express).refused(409, "other-fee");

    assertThat(stack.taken(express)).isZero();
  }

  @Test
  void gives_an_unpaid_seat_back_and_keeps_everything_else() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    String code = application.holds(session).getString("bill.billingCode");

    JsonPath ready = application.givesBack();

    assertThat(ready.getString("status")).isEqualTo("READY");
    assertThat(ready.getString("booking")).isNull();
    assertThat(stack.taken(session)).isZero();
    assertThat(application.givesBack().getInt("version")).isEqualTo(ready.getInt("version"));
    assertThat(application.holds(session).getString("bill.billingCode")).isEqualTo(code);
  }

  @Test
  void gives_nothing_back_and_cancels_nothing_once_paid() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    application.holds(session);
    pay(application);

    application.triesToGiveBack().refused(409, "already-paid");
    application.triesToCancel().refused(409, "already-paid");

    assertThat(application.status()).isEqualTo("CONFIRMED");
    assertThat(stack.taken(session)).isEqualTo(1);
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void is_reopened_by_its_office_for_who_could_not_come() {
    OpenSession visit = visitSoon("10:45");
    PassportApplication application = stack.readyApplication();
    application.holds(visit);
    pay(application);
    stack
        .sandbox()
        .letPass(
            Duration.between(
                stack.sandbox().now(),
                OffsetDateTime.parse(application.look().getString("booking.session.startsAt"))
                    .plusDays(1)));
    OpenSession next = stack.opens(1);

    application.triesToHold(next).refused(409, "too-late");
    assertThat(
            application
                .inEnglish()
                .triesToCancel()
                .refused(409, "already-paid")
                .getString("detail"))
        .contains("office")
        .doesNotContain("move");
    JsonPath reopened =
        stack
            .supervisor(visit.office())
            .triesToReopen(application, "the office was without power")
            .accepted();

    assertThat(reopened.getString("status")).isEqualTo("PAID_UNSCHEDULED");
    assertThat(stack.supervisor(visit.office()).triesToReopen(application, "again").accepted())
        .extracting(it -> it.getInt("version"))
        .isEqualTo(reopened.getInt("version"));
    assertThat(application.status()).isEqualTo("PAID_UNSCHEDULED");
    JsonPath booked = application.holds(next);
    assertThat(booked.getString("status")).isEqualTo("CONFIRMED");
    assertThat(booked.getInt("booking.rescheduled")).isZero();
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void lets_a_person_book_anew_a_month_after_a_visit_of_which_nobody_says_how_it_went() {
    Person siti = Person.adult();
    OpenSession visit = visitSoon("11:45");
    PassportApplication first = stack.applicant("siti").registers(siti).becomesReady();
    first.holds(visit);
    pay(first);
    PassportApplication second = stack.applicant("siti").registers(siti).becomesReady();
    OffsetDateTime until =
        OffsetDateTime.parse(
            second.triesToHold(stack.opens(1)).refused(409, "nik-has-booking").getString("until"));
    assertThat(until.toLocalDate()).isEqualTo(visit.date().plusDays(31));

    stack.sandbox().letPass(Duration.between(stack.sandbox().now(), until));

    second.holds(stack.opens(1));
    assertThat(first.status()).isEqualTo("CONFIRMED");
  }

  // ---- The bill ----

  @Test
  void has_no_bill_before_the_first_hold_and_a_whole_one_after() {
    PassportApplication application = stack.readyApplication();
    application.triesToSeeBill().refused(404, "not-found");
    OpenSession session = stack.opens(1);
    OffsetDateTime now = stack.sandbox().now();

    application.holds(session);

    JsonPath bill = application.bill();
    assertThat(bill.getString("billingCode")).matches("8\\d{14}");
    assertThat(bill.getString("status")).isEqualTo("UNPAID");
    assertThat(bill.getList("lines.amount", Integer.class)).containsExactly(950_000);
    assertThat(OffsetDateTime.parse(bill.getString("payBy")))
        .isCloseTo(now.plus(Terms.HERE.paymentWindow()), within(30, ChronoUnit.SECONDS));
    assertThat(application.inEnglish().bill().getString("lines[0].detail"))
        .isNotEqualTo(bill.getString("lines[0].detail"));
  }

  /** The day after tomorrow, so that not much time has to pass until it is over. */
  private OpenSession visitSoon(String start) {
    OpenSession session = new OpenSession("CLG", stack.today().plusDays(2), start, "REGULAR", 1);
    stack.officer("CLG").sets(session);
    return session;
  }

  private void pay(PassportApplication application) {
    assertThat(stack.standard().takesPayment(application.bill().getString("billingCode"), Map.of()))
        .containsExactly(200);
    assertThat(application.status()).isEqualTo("CONFIRMED");
  }
}
