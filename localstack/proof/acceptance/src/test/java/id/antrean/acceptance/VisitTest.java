package id.antrean.acceptance;

import static id.antrean.acceptance.stack.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.files.Pictures;
import id.antrean.acceptance.people.DeclaredFile;
import id.antrean.acceptance.people.Officer;
import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.people.Person;
import id.antrean.acceptance.stack.Ability;
import id.antrean.acceptance.stack.Answer;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How a visit goes is put down once, and the person it was about can go on from there. */
@OnAStack
@DisplayName("A visit")
final class VisitTest {
  private static final String CUT = "The lower half is cut off";

  private final Stack stack;

  VisitTest(Stack stack) {
    this.stack = stack;
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void that_is_completed_ends_the_ticket_and_its_person_may_book_again() {
    VisitDay day = VisitDay.at("CLG", stack);
    Person siti = Person.adult();
    PassportApplication application =
        stack.confirms(stack.applicant("siti").registers(siti).becomesReady(), day.opens(1));
    String code = application.ticket().getString("code");
    PassportApplication next = stack.applicant("budi").registers(siti).becomesReady();
    day.comes("16:30");
    day.officer().checksIn(application);
    OpenSession later = stack.opens(1);
    next.triesToHold(later).refused(409, "nik-has-booking");

    JsonPath end = day.officer().triesToEnd(application, "COMPLETED").accepted();

    assertThat(end.getString("applicationId")).isEqualTo(application.id());
    assertThat(end.getString("status")).isEqualTo("COMPLETED");
    assertThat(application.status()).isEqualTo("COMPLETED");
    assertThat(application.version()).isEqualTo(end.getInt("version"));
    assertThat(application.events()).endsWith("CHECKED_IN", "COMPLETED");
    application.triesToSeeTicket().refused(409, "wrong-status");
    day.officer().triesToCheckIn(code).refused(409, "wrong-status");
    day.officer().triesToCall("1").refused(409, "nobody-waits");
    next.holds(later);
    stack.applicant("siti").registers(siti);
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void that_was_completed_keeps_its_seat_from_being_sold_again() {
    VisitDay day = VisitDay.at("DPS", stack);
    OpenSession session = day.opens(1);
    PassportApplication application = day.expects(session);
    day.comes("16:30");
    day.officer().checksIn(application);

    day.officer().triesToEnd(application, "COMPLETED").accepted();

    assertThat(stack.taken(session)).isEqualTo(1);
    soon(
        () ->
            assertThat(day.officer().sees(session))
                .containsEntry("paid", 1)
                .containsEntry("checkedIn", 1));
  }

  @ParameterizedTest
  @CsvSource({"COMPLETED, COMPLETED", "RETURN, PAID_UNSCHEDULED"})
  @Needs(Ability.MOVABLE_CLOCK)
  void that_was_put_down_is_answered_alike_again_and_again(String outcome, String status) {
    VisitDay day = VisitDay.at("JAP", stack);
    PassportApplication application = day.expects(day.opens(1));
    day.comes("16:30");
    day.officer().checksIn(application);
    int version = application.version();
    Officer seenThen = day.officer().with("If-Match", "\"" + version + "\"");

    Answer first = seenThen.triesToEnd(application, outcome, "the old passport is missing");
    List<String> events = application.events();
    Answer again = seenThen.triesToEnd(application, outcome, "the old passport is missing");

    assertThat(first.accepted().getString("status")).isEqualTo(status);
    assertThat(again.accepted().getMap("")).isEqualTo(first.accepted().getMap(""));
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(application.events()).isEqualTo(events);
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void is_not_ended_by_who_saw_it_otherwise() {
    VisitDay day = VisitDay.at("CLG", stack);
    PassportApplication application = day.expects(day.opens(1));
    int seen = application.version();
    day.comes("16:30");
    Answer came = day.officer().triesToCheckIn(application);

    JsonPath stale =
        day.officer()
            .with("If-Match", "\"" + seen + "\"")
            .triesToEnd(application, "COMPLETED")
            .refused(412, "stale");

    assertThat(stale.getInt("version")).isEqualTo(came.accepted().getInt("version"));
    assertThat(application.status()).isEqualTo("CHECKED_IN");
    day.officer()
        .with("If-Match", came.header("ETag"))
        .triesToEnd(application, "COMPLETED")
        .accepted();
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void that_has_to_be_repeated_costs_nothing_more_and_says_why() {
    VisitDay day = VisitDay.at("DPS", stack);
    OpenSession session = day.opens(1);
    PassportApplication application = day.expects(session);
    JsonPath old = application.ticket();
    day.comes("16:30");
    day.officer().checksIn(application);

    day.officer().triesToEnd(application, "RETURN", "the old passport is missing").accepted();

    assertThat(application.status()).isEqualTo("PAID_UNSCHEDULED");
    JsonPath told = application.triesToSeeTimeline().accepted();
    assertThat(told.getList("items.event", String.class)).endsWith("CHECKED_IN", "COMES_AGAIN");
    assertThat(told.getList("items.detail", String.class).getLast())
        .contains("the old passport is missing");
    application.triesToSeeTicket().refused(409, "wrong-status");
    soon(() -> assertThat(stack.taken(session)).isZero());

    OpenSession another = stack.opens(1);
    JsonPath scheduled = application.holds(another);
    assertThat(scheduled.getString("status")).isEqualTo("CONFIRMED");
    assertThat(scheduled.getInt("booking.rescheduled")).isZero();
    assertThat(application.ticket().getString("code")).isNotEqualTo(old.getString("code"));
    day.officer().triesToCheckIn(old.getString("code")).refused(409, "ticket-void");
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void that_has_to_be_repeated_needs_a_reason_without_a_number_of_anybody() {
    VisitDay day = VisitDay.at("JAP", stack);
    Person siti = Person.adult();
    PassportApplication application =
        stack.confirms(stack.applicant("siti").registers(siti).becomesReady(), day.opens(1));
    day.comes("16:30");
    day.officer().checksIn(application);

    assertThat(day.officer().triesToEnd(application, "RETURN").pointers())
        .containsExactly("/reason");
    assertThat(day.officer().triesToEnd(application, "RETURN", "not " + siti.nik()).pointers())
        .containsExactly("/reason");

    assertThat(application.status()).isEqualTo("CHECKED_IN");
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void is_missed_by_nobody_before_it_begins_and_by_nobody_who_came() {
    VisitDay day = VisitDay.at("CLG", stack);
    OpenSession session = day.opens(2);
    PassportApplication comes = day.expects(session);
    PassportApplication missing = day.expects(session);
    day.comes("16:30");
    day.officer().checksIn(comes);

    JsonPath early = day.officer().triesToEnd(missing, "NO_SHOW").refused(409, "too-early");
    assertThat(OffsetDateTime.parse(early.getString("from"))).isEqualTo(day.at("17:00"));
    day.comes("17:00");

    day.officer().triesToEnd(comes, "NO_SHOW").refused(409, "wrong-status");
    day.officer().triesToEnd(missing, "COMPLETED").refused(409, "wrong-status");
    day.officer()
        .triesToEnd(missing, "RETURN", "the old passport is missing")
        .refused(409, "wrong-status");
    JsonPath end = day.officer().triesToEnd(missing, "NO_SHOW").accepted();
    assertThat(end.getString("status")).isEqualTo("NO_SHOW");
    assertThat(missing.events()).endsWith("NO_SHOW");
    assertThat(day.officer().triesToEnd(missing, "NO_SHOW").accepted().getMap(""))
        .isEqualTo(end.getMap(""));
    day.officer().triesToCheckIn(missing).refused(409, "wrong-status");
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void is_missed_by_who_did_not_come_where_somebody_did() {
    VisitDay day = VisitDay.at("DPS", stack);
    OpenSession session = day.opens(3);
    PassportApplication served = day.expects(session);
    PassportApplication forgotten = day.expects(session);
    PassportApplication missing = day.expects(session);
    VisitDay closed = VisitDay.at("JAP", stack);
    PassportApplication nobodysFault = closed.expects(closed.opens(1));
    day.comes("16:30");
    day.officer().checksIn(served);
    day.officer().checksIn(forgotten);
    day.officer().triesToEnd(served, "COMPLETED").accepted();

    day.isOver();
    closed.isOver();

    missing.isSoon("NO_SHOW");
    assertThat(missing.events()).endsWith("NO_SHOW");
    stack.sandbox().runNow("NoShowsFunction");
    assertThat(missing.events()).containsOnlyOnce("NO_SHOW");
    assertThat(served.status()).isEqualTo("COMPLETED");
    assertThat(forgotten.status()).isEqualTo("CHECKED_IN");
    assertThat(nobodysFault.status()).isEqualTo("CONFIRMED");
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void that_was_missed_is_opened_again_by_a_supervisor() {
    VisitDay day = VisitDay.at("CLG", stack);
    OpenSession session = day.opens(2);
    PassportApplication missed = day.expects(session);
    PassportApplication came = day.expects(session);
    day.comes("17:00");
    day.officer().checksIn(came);
    day.isOver();
    missed.isSoon("NO_SHOW");
    missed.triesToHold(stack.opens(1)).refused(409, "wrong-status");
    day.officer().triesToReopen(missed, "the bus broke down").refused(403, "forbidden");

    day.supervisor().triesToReopen(missed, "the bus broke down").accepted();

    assertThat(missed.status()).isEqualTo("PAID_UNSCHEDULED");
    assertThat(missed.events()).endsWith("NO_SHOW", "BOOKING_REOPENED");
    assertThat(missed.holds(stack.opens(1)).getString("status")).isEqualTo("CONFIRMED");
  }

  static Stream<Arguments> wrongEnds() {
    return Stream.of(
        Arguments.of(Map.of(), List.of("/outcome")),
        Arguments.of(Map.of("outcome", "LATE"), List.of("/outcome")),
        Arguments.of(Map.of("outcome", "RETURN", "reason", "no"), List.of("/reason")),
        Arguments.of(Map.of("outcome", "COMPLETED", "reason", "x".repeat(201)), List.of("/reason")),
        Arguments.of(Map.of("outcome", 1, "desk", "3"), List.of("/outcome", "/desk")));
  }

  @ParameterizedTest
  @MethodSource("wrongEnds")
  void has_no_end_that_there_is_not(Map<String, Object> end, List<String> pointers) {
    PassportApplication nobodys = stack.applicant("siti").application("AAAAAAAAAAAAAAAA");

    assertThat(stack.officer("CLG").endsWrongly(nobodys, end).pointers())
        .containsExactlyInAnyOrderElementsOf(pointers);
  }

  @Test
  void is_nothing_to_an_office_where_it_is_not() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.confirmed(session);
    String elsewhere = session.office().equals("CLG") ? "DPS" : "CLG";
    Officer stranger = stack.officer(elsewhere);

    for (String outcome : List.of("COMPLETED", "NO_SHOW")) {
      stranger.triesToEnd(application, outcome).refused(404, "not-found");
      stranger.at(session.office()).triesToEnd(application, outcome).refused(403, "forbidden");
      stack.auditor(session.office()).triesToEnd(application, outcome).refused(403, "forbidden");
    }
    stack
        .officer(session.office())
        .triesToEnd(application, "COMPLETED")
        .refused(409, "wrong-status");
    assertThat(application.status()).isEqualTo("CONFIRMED");
  }

  // ---- What the office sees of it before ----

  @Test
  void is_prepared_with_the_whole_application_and_its_papers() {
    OpenSession session = stack.opens(1);
    Person siti = Person.adult();
    PassportApplication application =
        stack.confirms(stack.applicant("siti").registers(siti).becomesReady(), session);
    JsonPath seen = application.look();

    Answer answer = stack.officer(session.office()).triesToRead(application);

    JsonPath whole = answer.accepted();
    assertThat(answer.header("ETag")).isEqualTo("\"" + seen.getInt("version") + "\"");
    for (String same : List.of("applicant", "booking", "passport", "fee")) {
      assertThat(whole.getMap(same)).as(same).isEqualTo(seen.getMap(same));
    }
    assertThat(whole.getString("bill.billingCode")).isEqualTo(seen.getString("bill.billingCode"));
    assertThat(answer.response().asString()).doesNotContain(siti.nik());
    String url = whole.getString("documents.find { it.kind == 'ID_CARD' }.download.url");
    Response paper = RestAssured.given().urlEncodingEnabled(false).get(url);
    assertThat(paper.statusCode()).isEqualTo(200);
    assertThat(paper.asByteArray()).isEqualTo(Pictures.jpeg().bytes());
    assertThat(paper.header("Content-Type")).isEqualTo("image/jpeg");
  }

  @Test
  void is_seen_by_its_office_and_auditors_alone() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.confirmed(session);
    String elsewhere = session.office().equals("CLG") ? "DPS" : "CLG";

    stack.supervisor(session.office()).triesToRead(application).accepted();
    stack.auditor(session.office()).triesToRead(application).accepted();

    stack.officer(elsewhere).triesToRead(application).refused(404, "not-found");
    stack.auditor(elsewhere).triesToRead(application).refused(404, "not-found");
    stack
        .officer(elsewhere)
        .at(session.office())
        .triesToRead(application)
        .refused(403, "forbidden");
    stack.officer(session.office()).triesToRead(stack.readyApplication()).refused(404, "not-found");
  }

  @Test
  void is_prepared_by_asking_for_a_paper_anew_while_the_seat_stays() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.confirmed(session);
    Officer officer = stack.officer(session.office());
    String first = String.valueOf(paper(application.look()).get("id"));
    Map<String, Object> review =
        Map.of(
            "papers",
            List.of(
                Map.of("kind", "ID_CARD", "verdict", "ACCEPTED"),
                Map.of("kind", "FAMILY_CARD", "verdict", "AGAIN", "reason", CUT)),
            "note",
            "Please bring the original");
    application.triesToDeclare("FAMILY_CARD", Pictures.jpeg()).refused(409, "locked");

    Answer reviewed = officer.triesToReview(application, review);

    assertThat(reviewed.accepted().getString("status")).isEqualTo("CONFIRMED");
    JsonPath seen = application.look();
    assertThat(reviewed.header("ETag")).isEqualTo("\"" + seen.getInt("version") + "\"");
    assertThat(paper(seen)).containsEntry("status", "REJECTED");
    assertThat(seen.getString("documents.find { it.kind == 'FAMILY_CARD' }.reason.code"))
        .isEqualTo("SENT_BACK");
    assertThat(seen.getString("documents.find { it.kind == 'FAMILY_CARD' }.reason.detail"))
        .contains(CUT);
    JsonPath told = application.inEnglish().triesToSeeTimeline().accepted();
    assertThat(told.getList("items.event", String.class))
        .endsWith("DOCUMENT_ACCEPTED", "DOCUMENT_SENT_BACK", "OFFICE_NOTED");
    assertThat(told.getList("items.detail", String.class).reversed())
        .satisfies(details -> assertThat(details.get(0)).contains("Please bring the original"))
        .satisfies(details -> assertThat(details.get(1)).contains(CUT));
    assertThat(officer.triesToReview(application, review).header("ETag"))
        .as("said once more")
        .isEqualTo(reviewed.header("ETag"));

    application.triesToDeclare("ID_CARD", Pictures.jpeg()).refused(409, "locked");
    DeclaredFile sent = application.uploads("FAMILY_CARD", Pictures.otherJpeg());

    soon(() -> assertThat(paper(application.look())).containsEntry("status", "VERIFIED"));
    assertThat(paper(application.look())).containsEntry("id", sent.id());
    assertThat(application.triesToSeeDocument(first).response().statusCode()).isEqualTo(404);
    assertThat(application.status()).isEqualTo("CONFIRMED");
    assertThat(stack.taken(session)).isEqualTo(1);
    application.ticket();
    application.triesToDeclare("FAMILY_CARD", Pictures.jpeg()).refused(409, "locked");
  }

  @Test
  void is_prepared_by_its_office_alone_and_while_there_is_one_to_come() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.confirmed(session);
    String elsewhere = session.office().equals("CLG") ? "DPS" : "CLG";
    Map<String, Object> review = Map.of("note", "Please bring the original");
    int version = application.version();

    stack.officer(elsewhere).triesToReview(application, review).refused(404, "not-found");
    stack
        .officer(elsewhere)
        .at(session.office())
        .triesToReview(application, review)
        .refused(403, "forbidden");
    stack.auditor(session.office()).triesToReview(application, review).refused(403, "forbidden");
    Officer officer = stack.officer(session.office());
    officer
        .with("If-Match", "\"" + (version - 1) + "\"")
        .triesToReview(application, review)
        .refused(412, "stale");
    officer
        .triesToReview(
            application,
            Map.of("papers", List.of(Map.of("kind", "OLD_PASSPORT", "verdict", "ACCEPTED"))))
        .refused(409, "wrong-status");

    assertThat(application.version()).isEqualTo(version);
    stack.supervisor(session.office()).triesToReopen(application, "the camera broke").accepted();
    officer.triesToReview(application, review).refused(409, "wrong-status");
  }

  static Stream<Arguments> wrongReviews() {
    return Stream.of(
        Arguments.of(
            Map.of("papers", List.of(Map.of("kind", "FAMILY_CARD", "verdict", "AGAIN"))),
            List.of("/papers/0/reason")),
        Arguments.of(
            Map.of("papers", List.of(Map.of("kind", "SELFIE", "verdict", "MAYBE", "page", 1))),
            List.of("/papers/0/kind", "/papers/0/verdict", "/papers/0/page")),
        Arguments.of(
            Map.of(
                "papers",
                List.of(
                    Map.of("kind", "ID_CARD", "verdict", "ACCEPTED"),
                    Map.of("kind", "ID_CARD", "verdict", "AGAIN", "reason", CUT))),
            List.of("/papers/1/kind")),
        Arguments.of(
            Map.of("identity", Map.of("verdict", "PENDING"), "note", "no"),
            List.of("/identity/verdict", "/identity/reason", "/note")),
        Arguments.of(Map.of(), List.of("")),
        Arguments.of(Map.of("note", "of 3601014107950001", "seat", 1), List.of("/note", "/seat")),
        Arguments.of(Map.of("note", "of 3601 0141 0795 0001"), List.of("/note")));
  }

  @ParameterizedTest
  @MethodSource("wrongReviews")
  void is_prepared_with_words_that_are_understood(
      Map<String, Object> review, List<String> pointers) {
    PassportApplication nobodys = stack.applicant("siti").application("AAAAAAAAAAAAAAAA");

    assertThat(stack.officer("CLG").reviewsWrongly(nobodys, review).pointers())
        .containsExactlyInAnyOrderElementsOf(pointers);
  }

  private static Map<String, Object> paper(JsonPath application) {
    return application.getMap("documents.find { it.kind == 'FAMILY_CARD' }");
  }
}
