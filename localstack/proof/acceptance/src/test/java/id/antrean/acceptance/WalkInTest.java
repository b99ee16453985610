package id.antrean.acceptance;

import static id.antrean.acceptance.stack.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.Officer;
import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.people.Person;
import id.antrean.acceptance.stack.Ability;
import id.antrean.acceptance.stack.Answer;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** People without a phone come to the desk with their papers, and are as well off as the others. */
@OnAStack
@DisplayName("Somebody without a phone")
final class WalkInTest {
  private static final String KEY = "Idempotency-Key";

  private final Stack stack;

  WalkInTest(Stack stack) {
    this.stack = stack;
  }

  /** A session of a day some weeks ahead, in the lane that is kept for the desk. */
  private OpenSession keepsForTheDesk(int quota) {
    OpenSession session = stack.plans(quota);
    OpenSession kept =
        new OpenSession(session.office(), session.date(), session.start(), "WALK_IN", quota);
    stack.officer(kept.office()).sets(kept);
    return kept;
  }

  private void pays(Officer officer, PassportApplication walkIn) {
    String code = officer.triesToRead(walkIn).accepted().getString("bill.billingCode");
    assertThat(stack.standard().takesPayment(code)).containsExactly(200);
    soon(() -> assertThat(status(officer, walkIn)).isNotEqualTo("AWAITING_PAYMENT"));
  }

  private static String status(Officer officer, PassportApplication walkIn) {
    return officer.triesToRead(walkIn).accepted().getString("status");
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void is_registered_booked_paid_and_served_on_one_morning() {
    VisitDay day = VisitDay.at("DPS", stack);
    OpenSession session = day.opens("09:00", "WALK_IN", 2);
    day.comes("09:20");
    Officer officer = day.officer();

    Answer answer = officer.triesToRegister(Person.adult(), session);
    PassportApplication siti = officer.registered(answer);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.accepted().getString("status")).isEqualTo("AWAITING_PAYMENT");
    assertThat(answer.accepted().getList("documents.status")).containsOnly("VERIFIED");
    pays(officer, siti);
    assertThat(status(officer, siti)).isEqualTo("CONFIRMED");
    JsonPath ticket = officer.triesToPrint(siti).accepted();
    assertThat(ticket.getString("session.id")).isEqualTo(session.id());
    int number = officer.triesToCheckIn(ticket.getString("code")).accepted().getInt("number");
    assertThat(officer.calls("3")).isEqualTo(number);
    officer.triesToEnd(siti, "COMPLETED").accepted();
    assertThat(status(officer, siti)).isEqualTo("COMPLETED");
    soon(
        () ->
            assertThat(
                    day.supervisor()
                        .triesToSeeStatistics(day.date(), day.date())
                        .accepted()
                        .getMap("days[0].lanes.find { it.lane == 'WALK_IN' }"))
                .containsEntry("held", 1)
                .containsEntry("paid", 1)
                .containsEntry("completed", 1));
  }

  @Test
  void has_seats_of_their_own_that_nobody_else_sees_or_takes() {
    OpenSession session = keepsForTheDesk(1);
    PassportApplication other = stack.readyApplication();

    other.triesToHold(session).refused(409, "not-offered");

    assertThat(
            stack
                .visitor()
                .looksAtMonth(session.office(), Map.of("month", session.month()))
                .accepted()
                .getList("days.sessions.flatten().lane"))
        .doesNotContain("WALK_IN");
    assertThat(
            stack
                .visitor()
                .looksWronglyAtMonth(
                    session.office(), Map.of("month", session.month(), "lane", "WALK_IN"))
                .pointers())
        .containsExactly("/query/lane");
    assertThat(stack.officer(session.office()).sees(session)).containsEntry("quota", 1);
    stack.officer(session.office()).triesToRegister(Person.adult(), session).accepted();
    assertThat(stack.officer(session.office()).taken(session)).isEqualTo(1);
  }

  @Test
  void is_given_the_last_seat_by_one_of_several_officers_at_once() {
    OpenSession session = keepsForTheDesk(1);
    OpenSession regular = stack.opens(5);

    List<Answer> answers =
        Crowd.ofAtMost(4)
            .each(
                Stream.generate(
                        () ->
                            (Callable<Answer>)
                                () ->
                                    stack
                                        .officer(session.office())
                                        .triesToRegister(Person.adult(), session))
                    .limit(4));

    assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
    assertThat(answers).extracting(Answer::problem).containsOnly("", "sold-out");
    assertThat(answers).allSatisfy(it -> assertThat(it.header("Location")).isNotBlank());
    Answer refused = answers.stream().filter(it -> it.status() == 409).findFirst().orElseThrow();
    Officer officer = stack.officer(session.office());
    PassportApplication siti = officer.registered(refused);
    assertThat(status(officer, siti)).isEqualTo("READY");
    officer.triesToBook(siti, regular).refused(404, "unknown-session");
    assertThat(officer.taken(session)).isEqualTo(1);
  }

  /** Nothing that the others may is closed to them: their money and their way on are theirs. */
  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void finds_another_seat_for_late_money_and_when_they_have_to_come_again() {
    VisitDay day = VisitDay.at("CLG", stack);
    OpenSession eight = day.opens("08:00", "WALK_IN", 1);
    OpenSession nine = day.opens("09:00", "WALK_IN", 1);
    day.comes("08:05");
    Officer officer = day.officer();
    PassportApplication siti = officer.registers(Person.adult(), eight);
    stack.sandbox().letPass(Duration.ofMinutes(130));
    soon(() -> assertThat(status(officer, siti)).isEqualTo("READY"));
    officer.triesToRegister(Person.adult(), eight).accepted();

    pays(officer, siti);
    soon(() -> assertThat(status(officer, siti)).isEqualTo("PAID_UNSCHEDULED"));
    officer.triesToBook(siti, nine).accepted();

    assertThat(status(officer, siti)).isEqualTo("CONFIRMED");
    officer.checksIn(siti);
    officer.triesToEnd(siti, "RETURN", "the photograph is too dark").accepted();
    assertThat(status(officer, siti)).isEqualTo("PAID_UNSCHEDULED");
    officer.triesToBook(siti, nine).accepted();
    assertThat(status(officer, siti)).isEqualTo("CONFIRMED");
  }

  @Test
  void belongs_to_the_desk_and_whoever_has_an_account_does_not() {
    OpenSession session = keepsForTheDesk(2);
    Officer officer = stack.officer(session.office());
    String elsewhere = session.office().equals("CLG") ? "DPS" : "CLG";
    PassportApplication siti = officer.registers(Person.adult(), session);
    PassportApplication own = stack.readyApplication();
    OpenSession regular = stack.alsoOpens(session, "REGULAR", 2);
    own.holds(regular);

    stack.officer(elsewhere).triesToCancel(siti).refused(404, "not-found");
    stack.officer(elsewhere).triesToRead(siti).refused(404, "not-found");
    stack.officer(elsewhere).triesToPrint(siti).refused(404, "not-found");
    officer.triesToBook(own, session).refused(404, "not-found");
    officer.triesToCancel(own).refused(404, "not-found");
    assertThat(own.status()).isEqualTo("AWAITING_PAYMENT");
    assertThat(
            officer
                .triesToSeeWalkIns(Map.of("limit", 5))
                .accepted()
                .getList("items.id", String.class))
        .contains(siti.id())
        .doesNotContain(own.id());
    assertThat(officer.triesToCancel(siti).accepted().getString("status")).isEqualTo("CANCELLED");
  }

  @Test
  void is_one_person_however_often_an_officer_repeats() {
    OpenSession session = keepsForTheDesk(5);
    Officer officer = stack.officer(session.office()).with(KEY, UUID.randomUUID().toString());
    Person siti = Person.adult();

    Answer first = officer.triesToRegister(siti, session);
    Answer again = officer.triesToRegister(siti, session);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.accepted().getString("id")).isEqualTo(first.accepted().getString("id"));
    officer.triesToRegister(Person.adult(), session).refused(422, "key-reused");
    assertThat(stack.officer(session.office()).taken(session)).isEqualTo(1);
  }

  @Test
  void is_told_at_once_what_is_wrong_with_the_form_and_which_paper_is_missing() {
    OpenSession session = keepsForTheDesk(1);
    Officer officer = stack.officer(session.office());
    Map<String, Object> body = Officer.walkIn(Person.adult(), session);
    body.put("papersSeen", List.of("ID_CARD"));

    JsonPath missing = officer.registersWrongly(body).refused(409, "not-ready");
    JsonPath wrong =
        officer
            .registersWrongly(Map.of("papersSeen", List.of(), "kind", "NEW", "office", "CLG"))
            .refused(400, "validation");

    assertThat(missing.getList("missing")).containsExactly("FAMILY_CARD", "BIRTH_CERTIFICATE");
    assertThat(wrong.getList("errors.pointer", String.class))
        .contains("/sessionId", "/papersSeen", "/passport", "/applicant", "/office");
    assertThat(officer.taken(session)).isZero();
  }
}
