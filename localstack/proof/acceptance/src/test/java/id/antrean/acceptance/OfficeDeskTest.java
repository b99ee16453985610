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
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Point 8: an office steers its own queue, and nobody else's. */
@OnAStack
@DisplayName("The office's desk")
final class OfficeDeskTest {
  private final Stack stack;

  OfficeDeskTest(Stack stack) {
    this.stack = stack;
  }

  @Test
  void sets_a_day_and_sees_it_as_set() {
    OpenSession regular = stack.plans(20);
    OpenSession express = new OpenSession(regular.office(), regular.date(), "06:15", "EXPRESS", 3);
    Officer officer = stack.officer(regular.office());

    JsonPath set = officer.sets(regular, express);

    assertThat(set.getString("date")).isEqualTo(regular.date().toString());
    assertThat(officer.sees(express))
        .containsEntry("start", "06:15")
        .containsEntry("minutes", 60)
        .containsEntry("lane", "EXPRESS")
        .containsEntry("quota", 3)
        .containsEntry("state", "OPEN")
        .containsEntry("held", 0)
        .containsEntry("paid", 0)
        .containsEntry("checkedIn", 0);
    assertThat(officer.triesToSeeDay(regular.date()).accepted().getMap(""))
        .isEqualTo(set.getMap(""));
  }

  @Test
  void is_told_when_another_officer_was_faster() {
    OpenSession session = stack.plans(4);
    Officer budi = stack.officer(session.office());
    Officer ratna = stack.supervisor(session.office());
    budi.sets(session);
    String seen = budi.triesToSeeDay(session.date()).header("ETag");

    Answer faster = ratna.triesToSetIf(seen, session.quota(5));
    Answer late = budi.triesToSetIf(seen, session.quota(6));

    int version = faster.accepted().getInt("version");
    assertThat(faster.header("ETag")).isEqualTo("\"" + version + "\"").isNotEqualTo(seen);
    assertThat(late.refused(412, "stale").getInt("version")).isEqualTo(version);
    assertThat(budi.sees(session)).containsEntry("quota", 5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"9999-12-31T23:59:59-18:00", "+10000-01-01T00:00:00Z", "0001-01-01T00:00:00Z"})
  void opens_no_day_at_a_moment_that_is_none_of_it(String opensAt) {
    OpenSession session = stack.plans(4);

    assertThat(stack.officer(session.office()).triesToSet(opensAt, session).pointers())
        .containsExactly("/opensAt");
  }

  @Test
  void opens_no_day_when_it_is_over() {
    OpenSession session = stack.plans(4);

    assertThat(
            stack
                .officer(session.office())
                .triesToSet(session.date().plusDays(1) + "T08:00:00+09:00", session)
                .pointers())
        .containsExactly("/opensAt");
  }

  @Test
  void shortens_a_session_and_everybody_sees_its_new_end() {
    OpenSession session = stack.opens(4);
    Officer officer = stack.officer(session.office());
    PassportApplication application = stack.readyApplication();
    application.holds(session);
    String endedAt = application.look().getString("booking.session.endsAt");

    officer.sets(session, 30);

    String endsAt = application.look().getString("booking.session.endsAt");
    assertThat(OffsetDateTime.parse(endsAt))
        .isEqualTo(OffsetDateTime.parse(endedAt).minusMinutes(30));
    assertThat(officer.sees(session)).containsEntry("minutes", 30);
    assertThat(stack.visitor().sees(session)).containsEntry("endsAt", endsAt);
    soon(
        () ->
            assertThat(
                    officer
                        .triesToSeeAppointments(session.date())
                        .accepted()
                        .getList("items.session.endsAt", String.class))
                .contains(endsAt));
    assertThat(application.events()).endsWith("SESSION_CHANGED");
  }

  @Test
  void leaves_a_session_out_and_its_taken_seats_stay() {
    OpenSession session = stack.opens(5);
    Officer officer = stack.officer(session.office());
    PassportApplication application = stack.readyApplication();
    application.holds(session);

    officer.triesToSet(session.date()).accepted();

    assertThat(officer.sees(session)).containsEntry("state", "CLOSED").containsEntry("held", 1);
    stack.readyApplication().triesToHold(session).refused(409, "session-closed");
    assertThat(stack.standard().takesPayment(application.bill().getString("billingCode")))
        .containsExactly(200);
    assertThat(application.status()).isEqualTo("CONFIRMED");
  }

  @Test
  void opens_again_what_it_took_out() {
    OpenSession session = stack.opens(5);
    Officer officer = stack.officer(session.office());
    officer.triesToSet(session.date()).accepted();

    officer.sets(session);

    stack.readyApplication().holds(session);
  }

  @Test
  void lowers_a_quota_below_what_is_taken_and_the_taken_stay() {
    OpenSession session = stack.opens(2);
    PassportApplication first = stack.readyApplication();
    PassportApplication second = stack.readyApplication();
    first.holds(session);
    second.holds(session);

    stack.officer(session.office()).sets(session.quota(1));

    assertThat(stack.officer(session.office()).sees(session))
        .containsEntry("quota", 1)
        .containsEntry("held", 2);
    assertThat(first.status()).isEqualTo("AWAITING_PAYMENT");
    assertThat(second.status()).isEqualTo("AWAITING_PAYMENT");
    second.givesBack();
    stack.readyApplication().triesToHold(session).refused(409, "sold-out");
  }

  @Test
  void raises_a_quota_and_more_people_come() {
    OpenSession session = stack.opens(1);
    stack.readyApplication().holds(session);
    PassportApplication application = stack.readyApplication();
    application.triesToHold(session).refused(409, "sold-out");

    stack.officer(session.office()).sets(session.quota(2));

    application.holds(session);
  }

  @Test
  void is_told_every_fault_of_a_day_at_once() {
    OpenSession session = stack.plans(1);
    Map<String, Object> wrong =
        Map.of(
            "sessions",
            List.of(
                Map.of("start", "25:00", "minutes", 0, "lane", "FAST", "quota", 501),
                Map.of("start", "08:00", "minutes", 60, "lane", "REGULAR", "quota", -1),
                Map.of(
                    "start", "09:00", "minutes", 60, "lane", "REGULAR", "quota", 1, "name", "x")),
            "colour",
            "red");

    Answer answer = stack.officer(session.office()).setsWrongly(session.date().toString(), wrong);

    assertThat(answer.pointers())
        .containsExactlyInAnyOrder(
            "/sessions/0/start",
            "/sessions/0/minutes",
            "/sessions/0/lane",
            "/sessions/0/quota",
            "/sessions/1/quota",
            "/sessions/2/name",
            "/colour");
  }

  @Test
  void sets_no_session_twice() {
    OpenSession session = stack.plans(1);
    Map<String, Object> twice = Map.of("sessions", List.of(session.json(), session.json()));

    assertThat(
            stack
                .officer(session.office())
                .setsWrongly(session.date().toString(), twice)
                .pointers())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("/sessions/1");
  }

  @Test
  void sets_no_day_that_has_passed_or_never_comes() {
    Map<String, Object> day = Map.of("sessions", List.of());
    Officer officer = stack.officer("CLG");

    assertThat(officer.setsWrongly(stack.today().minusDays(1).toString(), day).pointers())
        .containsExactly("/path/date");
    assertThat(officer.setsWrongly("2027-02-29", day).pointers()).containsExactly("/path/date");
    assertThat(officer.setsWrongly("tomorrow", day).pointers()).containsExactly("/path/date");
  }

  @Test
  void sees_an_empty_day_where_nothing_was_set() {
    JsonPath day = stack.officer("CLG").triesToSeeDay(stack.today().plusYears(2)).accepted();

    assertThat(day.getList("sessions")).isEmpty();
  }

  @Test
  void lists_whom_it_expects_with_no_more_of_their_nik_than_needed() {
    OpenSession session = stack.opens(5);
    Person siti = Person.adult("SITI AMINAH");
    PassportApplication held = stack.applicant("siti").registers(siti).becomesReady();
    held.holds(session);
    PassportApplication paid = stack.readyApplication();
    paid.holds(session);
    stack.standard().takesPayment(paid.bill().getString("billingCode"));
    PassportApplication seatless = stack.readyApplication();

    Officer officer = stack.officer(session.office());
    // On a stack that lives long another test has people on the same day.
    soon(
        () ->
            assertThat(officer.appointments(session.date()))
                .extracting(listed -> listed.get("applicationId"))
                .contains(held.id(), paid.id())
                .doesNotContain(seatless.id()));
    Answer list = officer.triesToSeeAppointments(session.date());

    JsonPath sitis =
        list.accepted().setRootPath("items.find { it.applicationId == '" + held.id() + "' }");
    assertThat(sitis.getString("name")).isEqualTo("SITI AMINAH");
    assertThat(sitis.getString("nik")).isEqualTo("*".repeat(12) + siti.nik().substring(12));
    assertThat(sitis.getString("session.id")).isEqualTo(session.id());
    assertThat(sitis.getString("status")).isEqualTo("AWAITING_PAYMENT");
    assertThat(list.response().asString()).doesNotContain(siti.nik());
    assertThat(
            list.accepted()
                .getString("items.find { it.applicationId == '" + paid.id() + "' }.status"))
        .isEqualTo("CONFIRMED");
  }

  @Test
  void takes_its_list_along_as_a_table_or_as_lines() {
    OpenSession session = stack.opens(5);
    Person siti = Person.adult("SITI AMINAH");
    PassportApplication held = stack.applicant("siti").registers(siti).becomesReady();
    held.holds(session);
    PassportApplication paid = stack.confirmed(session);
    Officer officer = stack.officer(session.office());
    soon(
        () ->
            assertThat(officer.appointments(session.date()))
                .extracting(appointment -> appointment.get("status"))
                .contains("AWAITING_PAYMENT", "CONFIRMED"));

    Answer table = officer.with("Accept", "text/csv").triesToSeeAppointments(session.date());
    Answer lines =
        officer.with("Accept", "application/x-ndjson").triesToSeeAppointments(session.date());

    assertThat(table.status()).isEqualTo(200);
    assertThat(table.response().contentType()).startsWith("text/csv");
    assertThat(table.response().asString()).endsWith("\r\n").doesNotContain(siti.nik());
    List<String> rows = table.response().asString().lines().toList();
    assertThat(rows).hasSizeGreaterThanOrEqualTo(3);
    assertThat(rows.getFirst()).startsWith("\"applicationId\",\"name\",\"nik\",\"sessionId\"");
    assertThat(rows)
        .anySatisfy(
            row ->
                assertThat(row)
                    .contains(
                        "\"" + held.id() + "\"",
                        "\"SITI AMINAH\"",
                        "\"" + "*".repeat(12) + siti.nik().substring(12) + "\"",
                        "\"" + session.id() + "\"",
                        "\"AWAITING_PAYMENT\""))
        .anySatisfy(row -> assertThat(row).contains("\"" + paid.id() + "\"", "\"CONFIRMED\""));

    assertThat(lines.status()).isEqualTo(200);
    assertThat(lines.response().contentType()).startsWith("application/x-ndjson");
    assertThat(
            lines
                .response()
                .asString()
                .lines()
                .map(line -> new JsonPath(line).getMap(""))
                .map(Object.class::cast)
                .toList())
        .isEqualTo(List.<Object>copyOf(officer.appointments(session.date())));
  }

  @Test
  void gives_no_table_to_other_offices() {
    OpenSession session = stack.opens(1);
    String elsewhere = session.office().equals("CLG") ? "DPS" : "CLG";

    stack
        .officer(elsewhere)
        .at(session.office())
        .with("Accept", "text/csv")
        .triesToSeeAppointments(session.date())
        .refused(403, "forbidden");
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void opens_a_day_in_parts_and_keeps_back_what_it_does_not_name() {
    OpenSession session = stack.plans(5);
    OffsetDateTime first = stack.sandbox().now().plusMinutes(30).truncatedTo(ChronoUnit.SECONDS);
    OffsetDateTime second = first.plusMinutes(30);
    Officer officer = stack.officer(session.office());

    JsonPath day =
        officer.setsInParts(
            List.of(
                Map.of("at", Officer.written(first), "quota", 1),
                Map.of("at", Officer.written(second), "quota", 1)),
            session);
    assertThat(day.getList("releases.quota", Integer.class)).containsExactly(1, 1);
    List<PassportApplication> people =
        List.of(stack.readyApplication(), stack.readyApplication(), stack.readyApplication());

    opensAt(first, people.getFirst(), session);
    stack.sandbox().letPass(Duration.ofMinutes(31));
    people.getFirst().holds(session);
    opensAt(second, people.get(1), session);
    soon(
        () ->
            assertThat(stack.visitor().sees(session))
                .containsEntry("free", 0)
                .containsEntry("quota", 5)
                .containsEntry("state", "NOT_YET_OPEN"));

    stack.sandbox().letPass(Duration.ofMinutes(31));
    people.get(1).holds(session);
    people.getLast().triesToHold(session).refused(409, "sold-out");
    assertThat(officer.taken(session)).isEqualTo(2);
  }

  private static void opensAt(
      OffsetDateTime moment, PassportApplication application, OpenSession session) {
    JsonPath refused = application.triesToHold(session).refused(409, "not-open-yet");
    assertThat(OffsetDateTime.parse(refused.getString("opensAt"))).isAtSameInstantAs(moment);
  }

  @Test
  void is_told_every_fault_of_the_parts_of_a_day_at_once() {
    OpenSession session = stack.plans(1);
    String tomorrow = stack.sandbox().now().plusDays(1).truncatedTo(ChronoUnit.SECONDS).toString();
    Map<String, Object> wrong =
        Map.of(
            "opensAt",
            tomorrow,
            "releases",
            List.of(
                Map.of("at", tomorrow, "quota", 0),
                Map.of("at", tomorrow, "quota", 1),
                Map.of("at", session.date().plusDays(1) + "T08:00:00+09:00", "quota", 1)),
            "sessions",
            List.of(session.json()));

    assertThat(
            stack
                .officer(session.office())
                .setsWrongly(session.date().toString(), wrong)
                .pointers())
        .containsExactlyInAnyOrder(
            "/opensAt", "/releases/0/quota", "/releases/1/at", "/releases/2/at");
  }

  @Test
  void lists_nobody_who_gave_the_seat_back() {
    OpenSession session = stack.opens(5);
    PassportApplication application = stack.readyApplication();
    application.holds(session);
    application.givesBack();

    soon(
        () ->
            assertThat(stack.officer(session.office()).appointments(session.date()))
                .extracting(listed -> listed.get("applicationId"))
                .doesNotContain(application.id()));
  }

  @Test
  void needs_a_date_for_its_list() {
    Answer answer =
        new Answer(
            stack
                .api()
                .wronglyAs(stack.officer("CLG").token())
                .queryParam("limit", 101)
                .get("/offices/CLG/appointments"));

    assertThat(answer.pointers()).containsExactlyInAnyOrder("/query/date", "/query/limit");
  }

  @Test
  void lets_a_supervisor_do_what_an_officer_may() {
    OpenSession session = stack.plans(1);

    stack.supervisor(session.office()).sets(session);

    stack.supervisor(session.office()).triesToSeeAppointments(session.date()).accepted();
  }

  @Test
  void lets_an_auditor_look_at_every_office_and_change_none() {
    OpenSession session = stack.opens(1);
    Officer auditor = stack.auditor(session.office());

    auditor.triesToSeeDay(session.date()).accepted();
    auditor.triesToSeeAppointments(session.date()).accepted();
    auditor.triesToSet(session.date(), session.quota(9)).refused(403, "forbidden");
  }

  /** Whoever decides on what is no longer so hears that first, whatever the status is by now. */
  @Test
  void reopens_nothing_that_is_not_as_it_was_seen_whatever_its_status() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    int seen = application.version();
    application.holds(session);
    Officer supervisor = stack.supervisor(session.office());

    supervisor.triesToReopen(application, "nobody could come").refused(409, "wrong-status");
    assertThat(
            supervisor
                .triesToReopenIfStill(seen, application, "nobody could come")
                .refused(412, "stale")
                .getInt("version"))
        .isEqualTo(application.version());
    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");
  }

  @Test
  void is_closed_to_other_offices() {
    OpenSession session = stack.opens(1);
    String elsewhere = session.office().equals("CLG") ? "DPS" : "CLG";
    Officer stranger = stack.officer(elsewhere).at(session.office());

    stranger.triesToSet(session.date(), session.quota(0)).refused(403, "forbidden");
    stranger.triesToSeeDay(session.date()).refused(403, "forbidden");
    stranger.triesToSeeAppointments(session.date()).refused(403, "forbidden");
    assertThat(stack.visitor().sees(session)).containsEntry("free", 1);
  }
}
