package id.antrean.acceptance;

import static id.antrean.acceptance.stack.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.Officer;
import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.stack.Ability;
import id.antrean.acceptance.stack.Answer;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An office closes, and nobody loses more by it than the seat. */
@OnAStack
@DisplayName("A closure")
final class ClosureTest {
  private static final String WHY = "The roof leaks";

  /** Days that no other test uses: a closure would close theirs too. */
  private static final int FIRST_DAY_AHEAD = 120;

  private static final AtomicInteger TURN = new AtomicInteger();

  private final Stack stack;
  private final List<Runnable> standing = new ArrayList<>();

  ClosureTest(Stack stack) {
    this.stack = stack;
  }

  @AfterEach
  void nothingStaysClosed() {
    standing.forEach(Runnable::run);
  }

  /** A session on a far day of its own that nobody has set. */
  private OpenSession plans(int quota) {
    OpenSession near = stack.plans(quota);
    return new OpenSession(
        near.office(),
        stack.today().plusDays(FIRST_DAY_AHEAD + TURN.getAndIncrement()),
        near.start(),
        near.lane(),
        quota);
  }

  private OpenSession opens(int quota) {
    OpenSession session = plans(quota);
    stack.officer(session.office()).sets(session);
    return session;
  }

  private String closes(String office, Map<String, ?> closure) {
    Officer supervisor = stack.supervisor(office);
    String id = supervisor.triesToClose(closure).accepted().getString("id");
    standing.add(() -> supervisor.triesToTakeBack(id).accepted());
    return id;
  }

  /** Closes its day and waits until that is done. */
  private String isClosed(OpenSession session) {
    String closure = closes(session.office(), Officer.day(session, WHY));
    isSoon(session.office(), closure, "CLOSED");
    return closure;
  }

  private void isSoon(String office, String closure, String state) {
    soon(() -> assertThat(stack.supervisor(office).stateOf(closure)).isEqualTo(state));
  }

  private void nobodyIsExpected(OpenSession session) {
    soon(() -> assertThat(stack.officer(session.office()).appointments(session.date())).isEmpty());
  }

  private void takesBack(OpenSession session, String closure) {
    stack.supervisor(session.office()).triesToTakeBack(closure).accepted();
    isSoon(session.office(), closure, "OPEN");
  }

  // ---- Who loses what ----

  @Test
  void tells_what_it_is_and_how_far() {
    OpenSession session = opens(5);
    stack.confirmed(session);
    Officer supervisor = stack.supervisor(session.office());

    Answer accepted = supervisor.triesToClose(Officer.day(session, WHY));

    String id = accepted.accepted().getString("id");
    standing.add(() -> supervisor.triesToTakeBack(id).accepted());
    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.header("Location"))
        .endsWith("/offices/" + session.office() + "/closures/" + id);
    isSoon(session.office(), id, "CLOSED");
    JsonPath closure = stack.auditor(session.office()).triesToSeeClosure(id).accepted();
    assertThat(closure.getString("from")).isEqualTo(session.date().toString());
    assertThat(closure.getString("to")).isEqualTo(session.date().toString());
    assertThat(closure.getString("reason")).isEqualTo(WHY);
    assertThat(closure.getInt("sessions")).isEqualTo(1);
    assertThat(closure.getInt("closed")).isEqualTo(1);
    assertThat(closure.getInt("left")).isZero();
  }

  @Test
  void leaves_who_has_not_paid_with_nothing_to_pay_and_free_to_book() {
    OpenSession session = opens(2);
    PassportApplication application = stack.readyApplication();
    application.holds(session);

    isClosed(session);

    application.isSoon("READY");
    assertThat(application.bill().getString("status")).isEqualTo("VOID");
    assertThat(application.events()).endsWith("SESSION_CLOSED");
    nobodyIsExpected(session);
    JsonPath another = application.holds(stack.opens(1));
    assertThat(another.getString("status")).isEqualTo("AWAITING_PAYMENT");
  }

  @Test
  void leaves_who_has_paid_with_the_money_and_the_move() {
    OpenSession session = opens(2);
    PassportApplication application = stack.confirmed(session);

    isClosed(session);

    application.isSoon("PAID_UNSCHEDULED");
    assertThat(application.events()).endsWith("SESSION_CLOSED");
    application.triesToSeeTicket().refused(409, "wrong-status");
    nobodyIsExpected(session);
    JsonPath chosen = application.holds(stack.opens(1));
    assertThat(chosen.getString("status")).isEqualTo("CONFIRMED");
    assertThat(chosen.getInt("booking.rescheduled")).isZero();
    JsonPath moved = application.holds(stack.opens(1));
    assertThat(moved.getString("status")).isEqualTo("CONFIRMED");
    assertThat(moved.getInt("booking.rescheduled")).isEqualTo(1);
    application.triesToHold(stack.opens(1)).refused(409, "reschedule-limit");
  }

  @Test
  void says_why_to_whom_it_concerns_in_their_language() {
    OpenSession session = opens(2);
    PassportApplication held = stack.readyApplication();
    held.holds(session);
    PassportApplication paid = stack.confirmed(session);

    isClosed(session);

    String unpaid = lastDetail(held);
    assertThat(unpaid).contains(WHY, "Kantor Imigrasi");
    assertThat(lastDetail(held.inEnglish())).contains(WHY).isNotEqualTo(unpaid);
    assertThat(lastDetail(paid)).contains(WHY).isNotEqualTo(unpaid);
  }

  private static String lastDetail(PassportApplication application) {
    return application
        .triesToSeeTimeline()
        .accepted()
        .getList("items.detail", String.class)
        .getLast();
  }

  /** It was paid at a bank as the office closed. */
  @Test
  void loses_no_money_that_comes_for_a_bill_that_is_owed_no_more() {
    OpenSession session = opens(2);
    PassportApplication application = stack.readyApplication();
    String code = application.holds(session).getString("bill.billingCode");
    isClosed(session);

    assertThat(stack.standard().takesPayment(code)).containsExactly(200);

    application.isSoon("PAID_UNSCHEDULED");
    assertThat(application.holds(stack.opens(1)).getString("status")).isEqualTo("CONFIRMED");
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void takes_no_seat_from_who_has_come_already() {
    VisitDay day = VisitDay.at("CLG", stack);
    OpenSession session = day.opens(2);
    PassportApplication here = day.expects(session);
    PassportApplication late = day.expects(session);
    day.comes("16:30");
    day.officer().checksIn(here);

    String closure = isClosed(session);

    assertThat(here.status()).isEqualTo("CHECKED_IN");
    late.isSoon("PAID_UNSCHEDULED");
    soon(() -> assertThat(stack.taken(session)).isEqualTo(1));
    day.officer().triesToCheckIn(late).refused(409, "wrong-status");
    day.officer().triesToEnd(here, "COMPLETED").accepted();
    // For today nobody takes a seat any more; who had one has it back and is let in.
    takesBack(session, closure);
    late.isSoon("CONFIRMED");
    day.officer().checksIn(late);
  }

  // ---- What is closed ----

  @Test
  void takes_nobody_from_then_on_and_everybody_sees_it() {
    OpenSession session = opens(2);
    PassportApplication application = stack.readyApplication();

    isClosed(session);

    application.triesToHold(session).refused(409, "session-closed");
    soon(
        () ->
            assertThat(stack.visitor().sees(session))
                .containsEntry("state", "CLOSED")
                .containsEntry("free", 0));
    nobodyIsExpected(session);
  }

  @Test
  void holds_whatever_the_day_is_set_to() {
    OpenSession session = opens(2);
    PassportApplication application = stack.readyApplication();
    String closure = isClosed(session);

    stack.officer(session.office()).sets(session.quota(9));

    application.triesToHold(session).refused(409, "session-closed");
    assertThat(stack.supervisor(session.office()).stateOf(closure)).isEqualTo("CLOSED");
    takesBack(session, closure);
    application.holds(session);
    soon(() -> assertThat(stack.visitor().sees(session)).containsEntry("quota", 9));
  }

  @Test
  void closes_what_is_set_later_too() {
    OpenSession session = plans(2);
    PassportApplication application = stack.readyApplication();
    String closure = isClosed(session);

    stack.officer(session.office()).sets(session);

    soon(
        () -> {
          JsonPath seen = stack.supervisor(session.office()).triesToSeeClosure(closure).accepted();
          assertThat(seen.getInt("sessions")).isEqualTo(1);
          assertThat(seen.getString("state")).isEqualTo("CLOSED");
        });
    application.triesToHold(session).refused(409, "session-closed");
  }

  @Test
  void may_be_of_a_lane_or_of_a_session_alone() {
    OpenSession regular = plans(2);
    OpenSession express =
        new OpenSession(regular.office(), regular.date(), regular.start(), "EXPRESS", 2);
    OpenSession early = new OpenSession(regular.office(), regular.date(), "06:15", "REGULAR", 2);
    stack.officer(regular.office()).sets(regular, express, early);

    Map<String, Object> ofALane = new HashMap<>(Officer.day(regular, WHY));
    ofALane.put("lane", "EXPRESS");
    Map<String, Object> ofASession = new HashMap<>(Officer.day(regular, WHY));
    ofASession.put("sessionId", early.id());
    isSoon(regular.office(), closes(regular.office(), ofALane), "CLOSED");
    isSoon(regular.office(), closes(regular.office(), ofASession), "CLOSED");

    soon(
        () -> {
          assertThat(stack.visitor().sees(express)).containsEntry("state", "CLOSED");
          assertThat(stack.visitor().sees(early)).containsEntry("state", "CLOSED");
          assertThat(stack.visitor().sees(regular)).containsEntry("state", "OPEN");
        });
    stack.readyApplication().holds(regular);
  }

  // ---- Taken back ----

  @Test
  void that_is_taken_back_gives_its_seat_to_who_had_paid_and_has_not_chosen_anew() {
    OpenSession session = opens(3);
    PassportApplication waits = stack.confirmed(session);
    PassportApplication chose = stack.confirmed(session);
    PassportApplication unpaid = stack.readyApplication();
    unpaid.holds(session);
    String closure = isClosed(session);
    OpenSession another = stack.opens(1);
    chose.holds(another);

    Answer back = stack.supervisor(session.office()).triesToTakeBack(closure);

    assertThat(back.status()).isEqualTo(202);
    assertThat(back.accepted().getString("state")).isIn("OPENING", "OPEN");
    isSoon(session.office(), closure, "OPEN");
    waits.isSoon("CONFIRMED");
    JsonPath booking = waits.look();
    assertThat(booking.getString("booking.session.id")).isEqualTo(session.id());
    assertThat(booking.getInt("booking.rescheduled")).isZero();
    assertThat(waits.events()).endsWith("SESSION_CLOSED", "SEAT_CHOSEN");
    waits.triesToSeeTicket().accepted();
    assertThat(chose.look().getString("booking.session.id")).isEqualTo(another.id());
    assertThat(unpaid.status()).isEqualTo("READY");
    soon(() -> assertThat(stack.taken(session)).isEqualTo(1));
    soon(
        () ->
            assertThat(stack.visitor().sees(session))
                .containsEntry("state", "OPEN")
                .containsEntry("free", 2));
    unpaid.holds(session);
  }

  @Test
  void that_is_taken_back_again_stays_so() {
    OpenSession session = opens(1);
    PassportApplication application = stack.confirmed(session);
    String closure = isClosed(session);
    takesBack(session, closure);
    application.isSoon("CONFIRMED");
    List<String> events = application.events();

    takesBack(session, closure);

    assertThat(application.events()).isEqualTo(events);
  }

  @Test
  void beside_another_keeps_closed_what_both_are_about() {
    OpenSession session = opens(1);
    PassportApplication application = stack.confirmed(session);
    String one = isClosed(session);
    String other = isClosed(session);

    takesBack(session, one);
    application.triesToHold(session).refused(409, "session-closed");
    assertThat(stack.supervisor(session.office()).stateOf(other)).isEqualTo("CLOSED");

    takesBack(session, other);
    application.isSoon("CONFIRMED");
  }

  // ---- Asked for ----

  @Test
  void asked_for_twice_under_one_key_is_one() {
    OpenSession session = opens(1);
    Officer supervisor =
        stack.supervisor(session.office()).with("Idempotency-Key", UUID.randomUUID().toString());

    JsonPath first = supervisor.closesTheDayOf(session, WHY);
    JsonPath again = supervisor.closesTheDayOf(session, WHY);

    String id = first.getString("id");
    standing.add(() -> supervisor.triesToTakeBack(id).accepted());
    assertThat(again.getString("id")).isEqualTo(id);
    supervisor.triesToClose(Officer.day(session, "The power is out")).refused(422, "key-reused");
  }

  @Test
  void is_told_every_fault_at_once() {
    Map<String, Object> wrong =
        Map.of(
            "from",
            stack.today().minusDays(1).toString(),
            "to",
            "2027-02-29",
            "reason",
            "no",
            "lane",
            "FAST",
            "sessionId",
            "someday",
            "colour",
            "red");

    assertThat(stack.supervisor("CLG").closesWrongly(wrong).pointers())
        .containsExactlyInAnyOrder("/from", "/to", "/reason", "/lane", "/sessionId", "/colour");
    assertThat(stack.supervisor("CLG").closesWrongly(Map.of()).pointers())
        .containsExactlyInAnyOrder("/from", "/to", "/reason");
  }

  @Test
  void names_nobody() {
    OpenSession session = plans(1);

    assertThat(
            stack
                .supervisor(session.office())
                .closesWrongly(Officer.day(session, "for 9901014107950001"))
                .pointers())
        .containsExactly("/reason");
  }

  @Test
  void of_another_office_is_nobodys_business() {
    OpenSession session = opens(1);
    String closure = isClosed(session);
    String elsewhere = session.office().equals("CLG") ? "DPS" : "CLG";
    Officer stranger = stack.supervisor(elsewhere);

    stranger.triesToSeeClosure(closure).refused(404, "not-found");
    stranger.triesToTakeBack(closure).refused(404, "not-found");
    stranger.at(session.office()).triesToSeeClosure(closure).refused(403, "forbidden");
    stranger.at(session.office()).triesToTakeBack(closure).refused(403, "forbidden");
    assertThat(stack.supervisor(session.office()).stateOf(closure)).isEqualTo("CLOSED");
  }

  @Test
  void stands_in_the_history_of_its_office_with_the_reason() {
    OpenSession session = opens(1);
    String why = "The roof leaks " + UUID.randomUUID().toString().substring(0, 8);
    Officer supervisor = stack.supervisor(session.office());
    String closure = closes(session.office(), Officer.day(session, why));
    supervisor.triesToTakeBack(closure).accepted();

    List<Map<String, Object>> changes =
        stack.history(session.office()).stream()
            .filter(change -> change.toString().contains(why))
            .toList();

    String days = session.date() + " to " + session.date();
    assertThat(changes)
        .extracting(change -> change.get("kind"))
        .containsExactly("CLOSURE", "CLOSURE_TAKEN_BACK");
    assertThat(changes.getFirst())
        .containsEntry("role", "supervisor")
        .containsEntry("before", List.of())
        .containsEntry("after", List.of(days, why, "closure " + closure));
    assertThat(changes.getLast())
        .containsEntry("before", List.of(days, why, "closure " + closure))
        .containsEntry("after", List.of());
  }
}
