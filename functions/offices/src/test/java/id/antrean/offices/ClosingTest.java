package id.antrean.offices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.ClosureId;
import id.antrean.domain.office.OfficeChange;
import id.antrean.domain.office.OfficeChange.Kind;
import id.antrean.domain.office.SessionId;
import id.antrean.offices.OfficesAt.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a supervisor asks for, and what is told of how far it is. */
class ClosingTest {
  private static final String MONDAY = "2026-12-07";
  private static final SessionId AT_EIGHT =
      SessionId.parse("CLG.2026-12-07.0800.REGULAR").orElseThrow();
  private static final SessionId AT_NINE =
      SessionId.parse("CLG.2026-12-07.0900.REGULAR").orElseThrow();
  private static final String KEY = "closing-20261207";

  /** Wednesday, 2 December, noon in Jakarta. */
  private final OfficesAt offices = new OfficesAt("2026-12-02T05:00:00Z");

  private final People people = new People(offices);

  @BeforeEach
  void someDays() {
    offices.layOutCalendar().run();
  }

  private static ObjectNode closing(String from, String to) {
    return new ObjectMapper()
        .createObjectNode()
        .put("from", from)
        .put("to", to)
        .put("reason", "The roof leaks");
  }

  private static ObjectNode monday() {
    return closing(MONDAY, MONDAY);
  }

  private Reply closes(JsonNode body) {
    return closes(body, "supervisor");
  }

  private Reply closes(JsonNode body, String token) {
    return offices.close(body.toString(), token, Map.of());
  }

  private Reply closesByKey(JsonNode body, String token) {
    return offices.close(body.toString(), token, Map.of("Idempotency-Key", KEY));
  }

  private static String id(Reply reply) {
    return reply.body().path("id").asText();
  }

  private Reply look(Reply closed) {
    return offices.closure("GET", "CLG", id(closed), "supervisor");
  }

  private Reply takesBack(Reply closed) {
    return offices.closure("DELETE", "CLG", id(closed), "supervisor");
  }

  private static String progress(Reply reply) {
    JsonNode body = reply.body();
    return "%s %d of %d, %d left"
        .formatted(
            body.path("state").asText(),
            body.path("closed").asInt(),
            body.path("sessions").asInt(),
            body.path("left").asInt());
  }

  private List<Kind> history() {
    return offices.calendar.world.closures.history().stream().map(OfficeChange::kind).toList();
  }

  // ---- Asking ----

  @Test
  void theAnswerSaysWhatIsClosedAndWhereToLook() {
    Reply reply = closes(monday());

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.headers()).containsEntry("Cache-Control", "no-store");
    assertThat(reply.headers().get("Location")).endsWith("/offices/CLG/closures/" + id(reply));
    assertThat(id(reply)).startsWith(MONDAY + "-").hasSizeGreaterThan(20);
    assertThat(reply.body().path("from").asText()).isEqualTo(MONDAY);
    assertThat(reply.body().path("to").asText()).isEqualTo(MONDAY);
    assertThat(reply.body().path("lane").isNull()).isTrue();
    assertThat(reply.body().path("sessionId").isNull()).isTrue();
    assertThat(reply.body().path("reason").asText()).isEqualTo("The roof leaks");
    assertThat(reply.body().path("closedAt").asText()).isEqualTo("2026-12-02T12:00:00+07:00");
    assertThat(progress(reply)).isEqualTo("CLOSING 0 of 2, 0 left");
    assertThat(look(reply).body()).isEqualTo(reply.body());
  }

  @Test
  void aLaneOrASessionIsToldAsItWasAsked() {
    Reply lane = closes(monday().put("lane", "EXPRESS"));
    Reply session = closes(monday().put("sessionId", AT_EIGHT.toString()));

    assertThat(lane.body().path("lane").asText()).isEqualTo("EXPRESS");
    assertThat(progress(lane)).isEqualTo("CLOSED 0 of 0, 0 left");
    assertThat(session.body().path("sessionId").asText()).isEqualTo(AT_EIGHT.toString());
    assertThat(progress(session)).isEqualTo("CLOSING 0 of 1, 0 left");
  }

  /** Where its supervisor has lost the answer, they take it back by what the record says. */
  @Test
  void theRecordNamesTheClosure() {
    Reply reply = closes(monday());

    assertThat(offices.calendar.world.closures.history().getFirst().after())
        .contains("closure " + id(reply));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "2026-12-07-ä", "2026-12-07-%00"})
  void whatCanBeTheIdOfNoneIsOfNone(String id) {
    for (String none : List.of(id, id + "a".repeat(2000))) {
      assertThat(offices.closure("GET", "CLG", none, "supervisor").status()).isEqualTo(404);
      assertThat(offices.closure("DELETE", "CLG", none, "supervisor").status()).isEqualTo(404);
    }
  }

  /** Who reads the day and sets it again does not lose what is closed only for now. */
  @Test
  void theDayStillHasWhatAClosureKeepsClosed() {
    closes(monday().put("sessionId", AT_EIGHT.toString()));
    offices.worksOff();

    assertThat(offices.day(MONDAY, "officer").body().path("sessions").toString())
        .contains("\"id\":\"" + AT_EIGHT + "\"");
  }

  @Test
  void aSessionIsClosedInItsOwnLaneOrInNone() {
    ObjectNode session = monday().put("sessionId", AT_EIGHT.toString());

    assertThat(closes(session.put("lane", "EXPRESS")).pointers()).containsExactly("/lane");
    assertThat(history()).isEmpty();
    assertThat(closes(session.put("lane", "REGULAR")).status()).isEqualTo(202);
  }

  @Test
  void whatIsAbsentIsWhatIsNull() {
    Reply reply = closes(monday().putNull("lane").putNull("sessionId"));

    assertThat(reply.status()).isEqualTo(202);
    assertThat(progress(reply)).isEqualTo("CLOSING 0 of 2, 0 left");
  }

  /** Working days only: New Year and Isra Mikraj, 5 January, are none. */
  @Test
  void severalMonthsAreClosedAtOnce() {
    Reply reply = closes(closing("2026-12-28", "2027-01-06"));
    offices.worksOff();

    assertThat(progress(look(reply))).isEqualTo("CLOSED 12 of 12, 0 left");
  }

  @Test
  void anEmptyRequestIsToldEveryFaultAtOnce() {
    assertThat(closes(new ObjectMapper().createObjectNode()).pointers())
        .containsExactlyInAnyOrder("/from", "/to", "/reason");
    assertThat(offices.close("[]", "supervisor", Map.of()).pointers()).containsExactly("");
  }

  @Test
  void everyFaultIsToldAtOnceAndNothingIsClosed() {
    ObjectNode wrong =
        closing("7 December", "2026-02-30")
            .put("reason", "=1+1")
            .put("lane", "VIP")
            .put("sessionId", "no-session")
            .put("colour", "red");

    Reply reply = offices.close(wrong.toString(), "supervisor", Map.of("Idempotency-Key", "short"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointers())
        .containsExactlyInAnyOrder(
            "/header/Idempotency-Key", "/from", "/to", "/reason", "/lane", "/sessionId", "/colour");
    assertThat(history()).isEmpty();
    assertThat(offices.calendar.world.closures.queue.waiting()).isEmpty();
  }

  /** A year ahead, a quarter of it at once, and nothing that has passed. */
  @ParameterizedTest
  @CsvSource({
    "2026-12-01, 2026-12-07, /from",
    "2026-12-02, 2026-12-02, ''",
    "2026-12-07, 2026-12-06, /to",
    "2026-12-07, 2027-03-09, ''",
    "2026-12-07, 2027-03-10, /to",
    "2027-12-03, 2027-12-03, ''",
    "2027-12-04, 2027-12-04, /to",
    "9999-12-31, 9999-12-31, /to"
  })
  void aClosureIsOfDaysThatCome(String from, String to, String pointer) {
    Reply reply = closes(closing(from, to));

    assertThat(reply.status()).isEqualTo(pointer.isEmpty() ? 202 : 400);
    assertThat(reply.pointers())
        .isEqualTo(pointer.isEmpty() ? List.<String>of() : List.of(pointer));
  }

  /** Half an hour before midnight in Jakarta, in Jayapura it is tomorrow. */
  @Test
  void todayIsTheOfficesOwn() {
    offices.clock.reach(Instant.parse("2026-12-02T16:30:00Z"));
    String today = closing("2026-12-02", "2026-12-02").toString();

    Reply inPapua =
        offices.ask(
            "POST",
            "/offices/{officeId}/closures",
            Map.of("officeId", "JAP"),
            Map.of(),
            "papua",
            Map.of(),
            today);

    assertThat(inPapua.pointers()).containsExactly("/from");
    assertThat(offices.close(today, "supervisor", Map.of()).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "+62 rain", "of 9901014107950001 I tell nothing"})
  void aReasonIsWordsWithoutAnybodysNumber(String reason) {
    assertThat(closes(monday().put("reason", reason)).pointers()).containsExactly("/reason");
    assertThat(closes(monday().put("reason", "x".repeat(201))).pointers())
        .containsExactly("/reason");
    assertThat(closes(monday().put("reason", "x".repeat(200))).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CLG.2026-12-08.0800.REGULAR",
        "CLG.2026-12-06.0800.REGULAR",
        "JAP.2026-12-07.0800.REGULAR"
      })
  void aSessionIsOneOfTheOfficeAndOfThoseDays(String session) {
    assertThat(closes(monday().put("sessionId", session)).pointers()).containsExactly("/sessionId");
  }

  @ParameterizedTest
  @CsvSource({
    "supervisor, 202, 200, 202",
    "officer, 403, 403, 403",
    "auditor, 403, 200, 403",
    "papua, 403, 403, 403",
    "elsewhere, 403, 403, 403",
    "applicant, 403, 403, 403",
    "nobody, 401, 401, 401"
  })
  void aClosureIsItsSupervisorsOwn(String token, int close, int look, int takeBack) {
    String id = id(closes(closing("2026-12-08", "2026-12-08")));

    assertThat(closes(monday(), token).status()).isEqualTo(close);
    assertThat(offices.closure("GET", "CLG", id, token).status()).isEqualTo(look);
    assertThat(offices.closure("DELETE", "CLG", id, token).status()).isEqualTo(takeBack);
  }

  @Test
  void aClosureThatIsNoneIsNotFound() {
    String id = id(closes(monday()));

    assertThat(offices.closure("GET", "CLG", MONDAY + "-nothing", "supervisor").status())
        .isEqualTo(404);
    assertThat(offices.closure("DELETE", "CLG", MONDAY + "-nothing", "supervisor").status())
        .isEqualTo(404);
    assertThat(offices.closure("GET", "JAP", id, "papua").status())
        .as("another office's")
        .isEqualTo(404);
    assertThat(offices.closure("DELETE", "JAP", id, "papua").status()).isEqualTo(404);
    assertThat(history()).containsExactly(Kind.CLOSURE);
  }

  @Test
  void anOfficeThatIsNoneHasNothingToClose() {
    assertThat(
            offices
                .ask(
                    "POST",
                    "/offices/{officeId}/closures",
                    Map.of("officeId", "JAP"),
                    Map.of(),
                    "supervisor",
                    Map.of(),
                    monday().toString())
                .status())
        .isEqualTo(403);
  }

  // ---- Asking again ----

  @Test
  void theSameRequestUnderItsKeyIsTheSameClosure() {
    Reply first = closesByKey(monday(), "supervisor");
    Reply again = closesByKey(monday(), "supervisor");

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(history()).containsExactly(Kind.CLOSURE);
  }

  /** As after a crash between keeping it and having it carried out. */
  @Test
  void whatWasKeptAndNotBegunIsBegunByAskingAgain() {
    offices.calendar.faults.down("spread");
    Reply failed = closesByKey(monday(), "supervisor");

    Reply again = closesByKey(monday(), "supervisor");
    offices.worksOff();

    assertThat(failed.status()).isEqualTo(503);
    assertThat(progress(look(again))).isEqualTo("CLOSED 2 of 2, 0 left");
    assertThat(history()).containsExactly(Kind.CLOSURE);
  }

  @Test
  void anotherRequestUnderTheSameKeyIsRefused() {
    closesByKey(monday(), "supervisor");

    Reply other = closesByKey(monday().put("reason", "The power is out"), "supervisor");

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.body().path("type").asText()).isEqualTo("/problems/key-reused");
    assertThat(history()).hasSize(1);
  }

  /** The last day is no part of the key. */
  @Test
  void anotherLastDayUnderTheSameKeyIsRefusedToo() {
    closesByKey(monday(), "supervisor");

    Reply other = closesByKey(closing(MONDAY, "2026-12-08"), "supervisor");

    assertThat(other.status()).isEqualTo(422);
    assertThat(history()).hasSize(1);
  }

  @Test
  void aKeyIsItsCallersOwn() {
    Reply sris = closesByKey(monday(), "supervisor");
    Reply ratnas = closesByKey(monday(), "colleague");

    assertThat(ratnas.status()).isEqualTo(202);
    assertThat(id(ratnas)).isNotEqualTo(id(sris));
  }

  @Test
  void withoutAKeyEveryRequestIsAClosureOfItsOwn() {
    assertThat(id(closes(monday()))).isNotEqualTo(id(closes(monday())));
    assertThat(history()).containsExactly(Kind.CLOSURE, Kind.CLOSURE);
  }

  @Test
  void whatWasTakenBackIsNotClosedByALateRepeat() {
    Reply first = closesByKey(monday(), "supervisor");
    offices.worksOff();
    takesBack(first);
    offices.worksOff();

    Reply late = closesByKey(monday(), "supervisor");
    offices.worksOff();

    assertThat(id(late)).isEqualTo(id(first));
    assertThat(progress(look(late))).isEqualTo("OPEN 0 of 2, 0 left");
  }

  // ---- How far it is ----

  @Test
  void itIsClosedOnceEverySessionIsAndEverybodyHasGone() {
    Application siti = people.holds("siti", AT_EIGHT);
    Application budi = people.paid("budi", AT_EIGHT);
    Reply closing = closes(monday());

    assertThat(progress(look(closing))).isEqualTo("CLOSING 0 of 2, 0 left");
    offices.worksOff();

    assertThat(progress(look(closing))).isEqualTo("CLOSED 2 of 2, 0 left");
    assertThat(people.status(siti)).isEqualTo(Status.READY);
    assertThat(people.status(budi)).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(offices.calendar.session(AT_EIGHT).seats()).isEmpty();
  }

  /** The session is closed, and nobody has gone yet. */
  @Test
  void whoHasToGoStillIsCounted() {
    people.holds("siti", AT_EIGHT);
    people.paid("budi", AT_EIGHT);
    Reply closing = closes(monday());
    offices.calendar.world.seats.close(AT_EIGHT, new ClosureId(id(closing)));

    assertThat(progress(look(closing))).isEqualTo("CLOSING 1 of 2, 2 left");
    offices.worksOff();
    assertThat(progress(look(closing))).isEqualTo("CLOSED 2 of 2, 0 left");
  }

  @Test
  void whoHasComeKeepsTheSeatAndIsNotWaitedFor() {
    Application siti = people.here("siti", AT_EIGHT);
    Reply closing = closes(monday());
    offices.worksOff();

    assertThat(progress(look(closing))).isEqualTo("CLOSED 2 of 2, 0 left");
    assertThat(people.status(siti)).isEqualTo(Status.CHECKED_IN);
    assertThat(offices.calendar.session(AT_EIGHT).seats()).hasSize(1);
  }

  @Test
  void onlyTheSessionThatWasAskedForIsClosed() {
    Application siti = people.holds("siti", AT_NINE);
    closes(monday().put("sessionId", AT_EIGHT.toString()));
    offices.worksOff();

    assertThat(offices.calendar.openOn(AT_EIGHT.date())).containsExactly(AT_NINE);
    assertThat(people.status(siti)).isEqualTo(Status.AWAITING_PAYMENT);
  }

  @Test
  void everybodySeesThatTheDayIsClosed() {
    closes(monday());
    offices.worksOff();
    offices.pass(Duration.ofSeconds(5));

    JsonNode days = offices.availability("CLG", Map.of("month", "2026-12")).body().path("days");

    for (JsonNode day : days) {
      if (day.path("date").asText().equals(MONDAY)) {
        assertThat(day.path("state").asText()).isEqualTo("CLOSED");
        assertThat(day.findValuesAsText("free")).containsOnly("0");
      }
    }
    assertThat(days.findValuesAsText("date")).contains(MONDAY);
  }

  // ---- Taking it back ----

  @Test
  void takenBackItOpensAndThenIsOpen() {
    Application budi = people.paid("budi", AT_EIGHT);
    Reply closing = closes(monday());
    offices.worksOff();

    Reply back = takesBack(closing);

    assertThat(back.status()).isEqualTo(202);
    assertThat(back.headers().get("Location")).endsWith("/offices/CLG/closures/" + id(closing));
    assertThat(progress(back)).isEqualTo("OPENING 2 of 2, 0 left");
    offices.worksOff();
    assertThat(progress(look(closing))).isEqualTo("OPEN 0 of 2, 0 left");
    assertThat(offices.calendar.openOn(AT_EIGHT.date())).containsExactly(AT_EIGHT, AT_NINE);
    assertThat(people.status(budi)).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void takingBackAgainChangesNothing() {
    Reply closing = closes(monday());
    offices.worksOff();
    takesBack(closing);
    offices.worksOff();

    Reply again = takesBack(closing);
    offices.worksOff();

    assertThat(again.status()).isEqualTo(202);
    assertThat(progress(again)).isEqualTo("OPEN 0 of 2, 0 left");
    assertThat(history()).containsExactly(Kind.CLOSURE, Kind.CLOSURE_TAKEN_BACK);
  }

  @Test
  void whatWasTakenBackBeforeItWasBegunWasNeverClosed() {
    Application siti = people.holds("siti", AT_EIGHT);
    Reply closing = closes(monday());
    takesBack(closing);
    offices.worksOff();

    assertThat(progress(look(closing))).isEqualTo("OPEN 0 of 2, 0 left");
    assertThat(people.status(siti)).isEqualTo(Status.AWAITING_PAYMENT);
  }

  /** Who, when, what and why, in words. */
  @Test
  void bothAreOnRecord() {
    Reply closing = closes(closing(MONDAY, "2026-12-08").put("lane", "REGULAR"));
    offices.pass(Duration.ofMinutes(1));
    offices.closure("DELETE", "CLG", id(closing), "colleague");

    List<String> lines =
        List.of("2026-12-07 to 2026-12-08 REGULAR", "The roof leaks", "closure " + id(closing));
    assertThat(offices.calendar.world.closures.history())
        .containsExactly(
            new OfficeChange(
                OfficesAt.CILEGON,
                Instant.parse("2026-12-02T05:00:00Z"),
                "supervisor",
                "sri",
                Kind.CLOSURE,
                null,
                List.of(),
                lines),
            new OfficeChange(
                OfficesAt.CILEGON,
                Instant.parse("2026-12-02T05:01:00Z"),
                "supervisor",
                "ratna",
                Kind.CLOSURE_TAKEN_BACK,
                null,
                lines,
                List.of()));
  }
}
