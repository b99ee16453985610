package id.antrean.offices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.ArrangeDay.Planner;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.DayPlan.PlannedSession;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.offices.OfficesAt.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingADayTest {
  private static final String MONDAY = "2026-12-07";
  private static final LocalDate DAY = LocalDate.parse(MONDAY);
  private static final SessionId AT_EIGHT =
      SessionId.parse("CLG.2026-12-07.0800.REGULAR").orElseThrow();
  private static final SessionId AT_NINE =
      SessionId.parse("CLG.2026-12-07.0900.REGULAR").orElseThrow();
  private static final SessionId AT_TEN =
      SessionId.parse("CLG.2026-12-07.1000.REGULAR").orElseThrow();
  private static final HoldId HOLD = Bookings.hold(1);
  private static final Planner BUDI = new Planner("officer", "budi");

  /** Wednesday, 2 December, noon in Jakarta. */
  private final OfficesAt offices = new OfficesAt("2026-12-02T05:00:00Z");

  private static String sessions(String... sessions) {
    return "{\"sessions\":[" + String.join(",", sessions) + "]}";
  }

  private static String session(String start, int minutes, int quota) {
    return "{\"start\":\"%s\",\"minutes\":%d,\"lane\":\"REGULAR\",\"quota\":%d}"
        .formatted(start, minutes, quota);
  }

  private static JsonNode line(Reply reply, int index) {
    return reply.body().path("sessions").path(index);
  }

  @Test
  void theAnswerIsTheDayAsItNowStands() {
    Reply reply =
        offices.set(MONDAY, sessions(session("09:00", 30, 5), session("08:00", 60, 20)), "officer");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers()).containsEntry("Cache-Control", "no-store");
    assertThat(reply.body().toString())
        .isEqualTo(
            "{\"officeId\":\"CLG\",\"date\":\"2026-12-07\",\"version\":1,\"holiday\":null,"
                + "\"opensAt\":null,\"releases\":[],\"sessions\":["
                + "{\"id\":\"CLG.2026-12-07.0800.REGULAR\",\"start\":\"08:00\",\"minutes\":60,"
                + "\"lane\":\"REGULAR\",\"quota\":20,\"state\":\"OPEN\",\"open\":true,\"held\":0,\"paid\":0,"
                + "\"checkedIn\":0},"
                + "{\"id\":\"CLG.2026-12-07.0900.REGULAR\",\"start\":\"09:00\",\"minutes\":30,"
                + "\"lane\":\"REGULAR\",\"quota\":5,\"state\":\"OPEN\",\"open\":true,\"held\":0,\"paid\":0,"
                + "\"checkedIn\":0}]}");
    assertThat(offices.day(MONDAY, "auditor").body()).isEqualTo(reply.body());
  }

  @Test
  void whoSetItIsOnRecord() {
    offices.set(MONDAY, sessions(), "supervisor");

    assertThat(offices.calendar.plannerOf(OfficesAt.CILEGON, DAY))
        .isEqualTo(new Planner("supervisor", "sri"));
  }

  @Test
  void settingItAgainChangesNothing() {
    String body = sessions(session("08:00", 60, 20));

    Reply first = offices.set(MONDAY, body, "officer");
    Reply again = offices.set(MONDAY, body, "officer");

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers()).containsEntry("ETag", "\"1\"");
  }

  @Test
  void whatTheCalendarHasLaidOutIsSetByWhoeverSaysTheSame() {
    offices.layOutCalendar().run();
    DayPlan laidOut =
        offices.calendar.days().find(OfficesAt.CILEGON, DAY).setting().orElseThrow().plan();
    String same =
        sessions(
            laidOut.sessions().stream()
                .map(it -> session(it.start().toString(), it.minutes(), it.quota()))
                .toArray(String[]::new));

    assertThat(offices.set(MONDAY, same, "officer").headers()).containsEntry("ETag", "\"2\"");
    assertThat(offices.set(MONDAY, same, "officer").headers()).containsEntry("ETag", "\"2\"");
  }

  @Test
  void whatIsLeftOutTakesNoNewHoldsAndKeepsItsTaken() {
    offices.layOutCalendar().run();
    offices.calendar.claim(AT_NINE, HOLD);

    Reply reply = offices.set(MONDAY, sessions(session("10:00", 60, 5)), "officer");

    assertThat(offices.calendar.openOn(DAY)).containsExactly(AT_TEN);
    assertThat(offices.calendar.session(AT_NINE).seats()).containsExactly(HOLD);
    // The one at eight had nobody: for the office it is gone.
    assertThat(reply.body().path("sessions")).hasSize(2);
    assertThat(line(reply, 0).path("state").asText()).isEqualTo("CLOSED");
    assertThat(line(reply, 0).path("open").asBoolean()).isFalse();
    assertThat(line(reply, 1).path("state").asText()).isEqualTo("OPEN");
    assertThat(line(reply, 1).path("open").asBoolean()).isTrue();
  }

  @Test
  void aQuotaBelowWhatIsTakenKeepsTheTaken() {
    offices.layOutCalendar().run();
    offices.calendar.claim(AT_EIGHT, HOLD);
    offices.calendar.claim(AT_EIGHT, Bookings.hold(2));

    Reply reply = offices.set(MONDAY, sessions(session("08:00", 60, 1)), "officer");

    assertThat(offices.calendar.session(AT_EIGHT).seats()).hasSize(2);
    assertThat(line(reply, 0).path("state").asText()).isEqualTo("FULL");
  }

  @Test
  void whatWasLeftOutCanBeTakenInAgain() {
    offices.layOutCalendar().run();
    offices.calendar.claim(AT_EIGHT, HOLD);
    offices.set(MONDAY, sessions(), "officer");

    offices.set(MONDAY, sessions(session("08:00", 60, 20)), "officer");

    assertThat(offices.calendar.openOn(DAY)).containsExactly(AT_EIGHT);
    assertThat(offices.calendar.session(AT_EIGHT).seats()).containsExactly(HOLD);
  }

  @Test
  void aDayMayOpenLater() {
    Reply reply =
        offices.set(
            MONDAY,
            "{\"opensAt\":\"2026-12-03T02:00:00Z\",\"sessions\":[" + session("08:00", 60, 1) + "]}",
            "officer");

    assertThat(reply.body().path("opensAt").asText()).isEqualTo("2026-12-03T09:00:00+07:00");
    assertThat(line(reply, 0).path("state").asText()).isEqualTo("NOT_YET_OPEN");
  }

  @Test
  void anOpeningThatIsNullIsNow() {
    Reply reply =
        offices.set(
            MONDAY, "{\"opensAt\":null,\"sessions\":[" + session("08:00", 60, 1) + "]}", "officer");

    assertThat(line(reply, 0).path("state").asText()).isEqualTo("OPEN");
  }

  @Test
  void thePatternNeverOverridesWhatAnOfficerSet() {
    offices.set(MONDAY, sessions(session("10:00", 60, 5)), "officer");

    offices.layOutCalendar().run();

    assertThat(offices.calendar.openOn(DAY)).containsExactly(AT_TEN);
  }

  @Test
  void thePatternNeverOverridesWhatAnOfficerIsJustSetting() {
    offices.calendar.beforeNextWrites(() -> {}, () -> offices.layOutCalendar().run());

    offices.set(MONDAY, sessions(session("10:00", 60, 5)), "officer");

    assertThat(offices.calendar.openOn(DAY)).containsExactly(AT_TEN);
  }

  @Test
  void aClaimAtTheSameMomentLosesNothing() {
    offices.layOutCalendar().run();
    offices.calendar.beforeNextWrites(
        () -> offices.calendar.claim(AT_EIGHT, HOLD),
        () -> offices.calendar.claim(AT_EIGHT, Bookings.hold(2)),
        () -> offices.calendar.claim(AT_NINE, Bookings.hold(3)));

    offices.set(MONDAY, sessions(session("08:00", 30, 7)), "officer");

    assertThat(offices.calendar.session(AT_EIGHT).seats())
        .containsExactlyInAnyOrder(HOLD, Bookings.hold(2));
    assertThat(offices.calendar.session(AT_NINE).seats()).containsExactly(Bookings.hold(3));
  }

  /** Whatever write of the first the second comes before, and whoever finishes last. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void ofTwoOfficersAtOnceTheLaterSettingCountsWhole(int writesBefore) {
    offices.layOutCalendar().run();
    SetDay setDay = offices.setDay();
    Office office = offices.find(OfficesAt.CILEGON).orElseThrow();
    Runnable[] happenings = new Runnable[writesBefore + 1];
    Arrays.fill(happenings, (Runnable) () -> {});
    happenings[writesBefore] = () -> setDay.set(office, plan("11:00"), BUDI);
    offices.calendar.beforeNextWrites(happenings);

    setDay.set(office, plan("08:00", "10:00"), BUDI);

    List<SessionId> expected =
        writesBefore == 0
            ? List.of(AT_EIGHT, AT_TEN)
            : List.of(SessionId.parse("CLG.2026-12-07.1100.REGULAR").orElseThrow());
    assertThat(offices.calendar.openOn(DAY)).isEqualTo(expected);
  }

  private static DayPlan plan(String... starts) {
    return new DayPlan(
        DAY,
        Arrays.stream(starts)
            .map(start -> new PlannedSession(LocalTime.parse(start), 60, Lane.REGULAR, 5))
            .toList(),
        null);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aCrashHalfWayIsRepairedByRepeating(int writesBefore) {
    offices.layOutCalendar().run();
    offices.calendar.crashAfter(writesBefore);
    String body = sessions(session("10:00", 60, 5), session("11:00", 60, 5));
    Reply crashed = offices.set(MONDAY, body, "officer");
    offices.calendar.restart();

    Reply repeated = offices.set(MONDAY, body, "officer");

    assertThat(crashed.status()).isEqualTo(503);
    assertThat(repeated.status()).isEqualTo(200);
    assertThat(offices.calendar.openOn(DAY))
        .containsExactly(AT_TEN, SessionId.parse("CLG.2026-12-07.1100.REGULAR").orElseThrow());
  }

  @Test
  void thoseInASessionAreCountedByHowFarTheyHaveCome() {
    offices.layOutCalendar().run();
    Session session = offices.calendar.session(AT_EIGHT);
    List<Status> statuses =
        List.of(
            Status.AWAITING_PAYMENT,
            Status.AWAITING_PAYMENT,
            Status.CONFIRMED,
            Status.CHECKED_IN,
            Status.CONFIRMED);
    for (int i = 0; i < statuses.size(); i++) {
      offices.applications.add(Bookings.of(i, "ORANG " + i, statuses.get(i), session));
    }

    JsonNode line = line(offices.day(MONDAY, "officer"), 0);

    assertThat(line.path("held").asInt()).isEqualTo(2);
    assertThat(line.path("paid").asInt()).isEqualTo(3);
    assertThat(line.path("checkedIn").asInt()).isEqualTo(1);
  }

  /** The session's own times are right on every view. */
  @Test
  void whoHasASeatInASessionSeesItsNewEnd() {
    offices.layOutCalendar().run();
    Application siti = Bookings.of(1, "SITI", Status.CONFIRMED, offices.calendar.session(AT_EIGHT));
    Application budi = Bookings.of(2, "BUDI", Status.CONFIRMED, offices.calendar.session(AT_NINE));
    for (Application holder : List.of(siti, budi)) {
      offices.applications.add(holder);
      offices.calendar.world.has(holder);
    }

    Reply reply =
        offices.set(
            MONDAY, sessions(session("08:00", 30, 20), session("09:00", 60, 20)), "officer");

    assertThat(line(reply, 0).path("minutes").asInt()).isEqualTo(30);
    assertThat(offices.calendar.world.see(siti.id()).booking().seat().orElseThrow().endsAt())
        .isEqualTo(Instant.parse("2026-12-07T01:30:00Z"));
    assertThat(offices.calendar.world.see(budi.id())).isEqualTo(budi);
    assertThat(
            offices
                .get(
                    "/offices/{officeId}/appointments",
                    Map.of("officeId", "CLG"),
                    Map.of("date", MONDAY),
                    "officer")
                .body()
                .findValues("endsAt"))
        .extracting(JsonNode::asText)
        .containsExactly("2026-12-07T08:30:00+07:00", "2026-12-07T10:00:00+07:00");
  }

  @Test
  void aDayThatNobodySetIsEmpty() {
    Reply reply = offices.day("2027-11-01", "officer");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("sessions")).isEmpty();
  }

  @Test
  void everyFaultIsToldAtOnceAndNothingIsChanged() {
    int before = offices.calendar.writes();

    Reply reply =
        offices.set(
            "2026-12-01",
            "{\"opensAt\":\"tomorrow\",\"closed\":true,\"sessions\":["
                + session("08:00", 60, 501)
                + ","
                + session("8:00", 0, -1)
                + ",{\"start\":\"23:30\",\"minutes\":60,\"lane\":\"VIP\",\"quota\":1,\"note\":1},7,"
                + session("08:00", 60, 1)
                + "]}",
            "officer");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointers())
        .containsExactlyInAnyOrder(
            "/path/date",
            "/opensAt",
            "/closed",
            "/sessions/0/quota",
            "/sessions/1/start",
            "/sessions/1/minutes",
            "/sessions/1/quota",
            "/sessions/2/lane",
            "/sessions/2/note",
            "/sessions/2/minutes",
            "/sessions/3",
            "/sessions/4/start");
    assertThat(offices.calendar.writes()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "23:00, 60, 200",
    "23:01, 60, 400",
    "00:00, 720, 200",
    "00:00, 721, 400",
    "12:00, 720, 200",
    "12:01, 720, 400"
  })
  void aSessionEndsOnItsDay(String start, int minutes, int status) {
    assertThat(offices.set(MONDAY, sessions(session(start, minutes, 1)), "officer").status())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01, 400",
    "2026-12-02, 200",
    "2027-12-03, 200",
    "2027-12-04, 400",
    "2026-02-30, 400",
    "2026-1-1, 400",
    "besok, 400"
  })
  void aDayIsTodayOrWithinAYear(String date, int status) {
    Reply reply = offices.set(date, sessions(), "officer");

    assertThat(reply.status()).isEqualTo(status);
    if (status == 400) {
      assertThat(reply.pointers()).containsExactly("/path/date");
    }
  }

  /** Seats of a Monday can be held until the midnight before it. */
  @ParameterizedTest
  @CsvSource({
    "2026-12-06T23:59:59+07:00, 200",
    "2026-12-07T00:00:00+07:00, 400",
    "2026-12-06T17:00:00Z, 400",
    "2026-12-07T08:00:00+07:00, 400",
    "9999-12-31T23:59:59-18:00, 400",
    "+10000-01-01T00:00:00Z, 400",
    "2024-12-06T00:00:00+07:00, 200",
    "2024-12-04T23:59:59+07:00, 400",
    "0001-01-01T00:00:00Z, 400",
    "-0001-01-01T00:00:00Z, 400"
  })
  void anOpeningLetsSomebodyHoldASeatOfTheDay(String opensAt, int status) {
    Reply reply =
        offices.set(MONDAY, "{\"opensAt\":\"" + opensAt + "\",\"sessions\":[]}", "officer");

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.pointers()).isEqualTo(status == 400 ? List.of("/opensAt") : List.<String>of());
  }

  @Test
  void anOpeningIsKeptInTheSecondsInWhichItIsTold() {
    offices.set(
        MONDAY,
        "{\"opensAt\":\"2026-12-03T02:00:00.999Z\",\"sessions\":[" + session("08:00", 60, 1) + "]}",
        "officer");

    assertThat(offices.calendar.session(AT_EIGHT).opensAt())
        .isEqualTo(Instant.parse("2026-12-03T02:00:00Z"));
  }

  @Test
  void theDayHasAVersionFromTheFirstSettingOn() {
    Reply before = offices.day(MONDAY, "officer");
    Reply set = offices.set(MONDAY, sessions(), "officer");

    assertThat(before.headers()).containsEntry("ETag", "\"0\"");
    assertThat(before.body().path("version").asInt()).isZero();
    assertThat(set.headers()).containsEntry("ETag", "\"1\"");
    assertThat(offices.day(MONDAY, "auditor").headers()).containsEntry("ETag", "\"1\"");
  }

  @Test
  void whoSawAnotherVersionIsToldAndChangesNothing() {
    offices.layOutCalendar().run();
    offices.set(MONDAY, sessions(session("10:00", 60, 5)), "officer");

    Reply late =
        offices.set(
            MONDAY, sessions(session("08:00", 60, 5)), "supervisor", Map.of("If-Match", "\"1\""));
    Reply informed =
        offices.set(
            MONDAY, sessions(session("09:00", 60, 5)), "supervisor", Map.of("If-Match", "\"2\""));

    assertThat(late.status()).isEqualTo(412);
    assertThat(late.body().path("type").asText()).isEqualTo("/problems/stale");
    assertThat(late.body().path("version").asInt()).isEqualTo(2);
    assertThat(informed.status()).isEqualTo(200);
    assertThat(informed.body().path("version").asInt()).isEqualTo(3);
    assertThat(offices.calendar.openOn(DAY)).containsExactly(AT_NINE);
  }

  /** Whatever write of the first the second comes before: the plan's own write decides. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void ofTwoWhoSawTheSameVersionOneSetsTheDay(int writesBefore) {
    offices.layOutCalendar().run();
    Map<String, String> sawIt = Map.of("If-Match", "\"1\"");
    Runnable[] happenings = new Runnable[writesBefore + 1];
    Arrays.fill(happenings, (Runnable) () -> {});
    List<Reply> others = new ArrayList<>();
    happenings[writesBefore] =
        () ->
            others.add(offices.set(MONDAY, sessions(session("11:00", 60, 5)), "supervisor", sawIt));
    offices.calendar.beforeNextWrites(happenings);

    Reply reply =
        offices.set(
            MONDAY, sessions(session("08:00", 60, 5), session("10:00", 60, 5)), "officer", sawIt);

    assertThat(others).hasSize(1);
    assertThat(List.of(reply.status(), others.getFirst().status()))
        .isEqualTo(writesBefore == 0 ? List.of(412, 200) : List.of(200, 412));
    assertThat(offices.calendar.openOn(DAY))
        .isEqualTo(
            writesBefore == 0
                ? List.of(SessionId.parse("CLG.2026-12-07.1100.REGULAR").orElseThrow())
                : List.of(AT_EIGHT, AT_TEN));
  }

  /** Every version that stands there is one that was seen, but none stands long enough. */
  @Test
  void whoeverLosesToOthersAgainAndAgainHearsThatTheDayHasChanged() {
    offices.layOutCalendar().run();
    othersSetTheDay(5);

    Reply lost =
        offices.set(
            MONDAY,
            sessions(session("08:00", 60, 5)),
            "officer",
            Map.of("If-Match", "\"1\", \"2\", \"3\", \"4\", \"5\", \"6\""));

    assertThat(lost.status()).isEqualTo(412);
    assertThat(lost.body().path("type").asText()).isEqualTo("/problems/stale");
    assertThat(lost.body().path("version").asInt()).isEqualTo(6);
  }

  private void othersSetTheDay(int timesBeforeAWrite) {
    if (timesBeforeAWrite > 0) {
      offices.calendar.beforeNextWrites(
          () -> {
            offices
                .calendar
                .days()
                .putInForce(
                    OfficesAt.CILEGON,
                    new DayPlan(DAY, List.of(), null),
                    BUDI,
                    offices.clock.instant(),
                    offices.calendar.days().find(OfficesAt.CILEGON, DAY).setting().orElse(null));
            othersSetTheDay(timesBeforeAWrite - 1);
          });
    }
  }

  @Test
  void aDayThatNobodyHasSetCanBeAskedFor() {
    Map<String, String> onlyNew = Map.of("If-None-Match", "*");

    assertThat(offices.set(MONDAY, sessions(), "officer", onlyNew).status()).isEqualTo(200);
    assertThat(offices.set(MONDAY, sessions(), "officer", onlyNew).status()).isEqualTo(412);
    assertThat(
            offices.set(MONDAY, sessions(), "officer", Map.of("If-None-Match", "\"1\"")).pointers())
        .containsExactly("/header/If-None-Match");
  }

  @ParameterizedTest
  @CsvSource({"1999-12-31", "2101-01-01", "9999-12-31", "0000-01-01"})
  void aDayOfAnotherCenturyIsNoDay(String date) {
    assertThat(offices.day(date, "officer").pointers()).containsExactly("/path/date");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-12-03", "2026-12-03T09:00:00", "+999999999-12-03T09:00:00Z", "nanti"})
  void anOpeningIsAMomentWithAnOffset(String opensAt) {
    Reply reply =
        offices.set(MONDAY, "{\"opensAt\":\"" + opensAt + "\",\"sessions\":[]}", "officer");

    assertThat(reply.pointers()).containsExactly("/opensAt");
  }

  @Test
  void aDayNeedsItsSessions() {
    assertThat(offices.set(MONDAY, "{}", "officer").pointers()).containsExactly("/sessions");
    assertThat(offices.set(MONDAY, "[]", "officer").pointers()).containsExactly("");
  }

  @ParameterizedTest
  @CsvSource({
    "officer, 200, 200",
    "supervisor, 200, 200",
    "auditor, 200, 403",
    "elsewhere, 403, 403",
    "applicant, 403, 403",
    "nobody, 401, 401"
  })
  void aDayIsItsOfficesOwn(String token, int read, int write) {
    assertThat(offices.day(MONDAY, token).status()).isEqualTo(read);
    assertThat(offices.set(MONDAY, sessions(), token).status()).isEqualTo(write);
  }

  // ---- In parts ----

  private static String inParts(String releases) {
    return "{\"releases\":[" + releases + "],\"sessions\":[" + session("08:00", 60, 20) + "]}";
  }

  private static String release(String at, int quota) {
    return "{\"at\":\"%s\",\"quota\":%d}".formatted(at, quota);
  }

  @Test
  void aDayMayOpenInParts() {
    Reply reply =
        offices.set(
            MONDAY,
            inParts(
                release("2026-12-03T02:00:00Z", 12)
                    + ","
                    + release("2026-12-04T14:00:00+07:00", 3)),
            "officer");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("opensAt").asText()).isEqualTo("2026-12-03T09:00:00+07:00");
    assertThat(reply.body().path("releases").toString())
        .isEqualTo(
            "[{\"at\":\"2026-12-03T09:00:00+07:00\",\"quota\":12},"
                + "{\"at\":\"2026-12-04T14:00:00+07:00\",\"quota\":3}]");
    assertThat(line(reply, 0).path("quota").asInt()).isEqualTo(20);
    assertThat(line(reply, 0).path("state").asText()).isEqualTo("NOT_YET_OPEN");
  }

  @Test
  void everybodySeesWhatIsOpenOfADayInPartsAndWhenMoreOpens() {
    offices.set(
        MONDAY,
        inParts(release("2026-12-03T02:00:00Z", 1) + "," + release("2026-12-04T02:00:00Z", 4)),
        "officer");

    offices.clock.reach(Instant.parse("2026-12-03T02:00:00Z"));
    assertThat(seen().path("state").asText()).isEqualTo("OPEN");
    assertThat(seen().path("sessions").path(0).path("free").asInt()).isEqualTo(1);
    assertThat(offices.day(MONDAY, "officer").body().path("opensAt").isNull()).isTrue();

    offices.calendar.claim(AT_EIGHT, HOLD);
    offices.pass(Duration.ofSeconds(5));
    assertThat(seen().path("state").asText()).isEqualTo("NOT_YET_OPEN");
    assertThat(seen().path("opensAt").asText()).isEqualTo("2026-12-04T09:00:00+07:00");

    offices.clock.reach(Instant.parse("2026-12-04T02:00:00Z"));
    assertThat(seen().path("sessions").path(0).path("free").asInt()).isEqualTo(4);
  }

  /** The Monday as everybody sees it. */
  private JsonNode seen() {
    return offices.availability("CLG", Map.of("month", "2026-12")).body().path("days").path(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]"})
  void withoutPartsADayOpensAtOnceOrAtItsOpening(String none) {
    Reply atOnce = offices.set(MONDAY, partsAndOpening(none, "null"), "officer");
    assertThat(line(atOnce, 0).path("state").asText()).isEqualTo("OPEN");

    Reply later = offices.set(MONDAY, partsAndOpening(none, "\"2026-12-03T02:00:00Z\""), "officer");
    assertThat(later.status()).isEqualTo(200);
    assertThat(line(later, 0).path("state").asText()).isEqualTo("NOT_YET_OPEN");
    assertThat(later.body().path("releases")).isEmpty();
  }

  private static String partsAndOpening(String releases, String opensAt) {
    return "{\"releases\":%s,\"opensAt\":%s,\"sessions\":[%s]}"
        .formatted(releases, opensAt, session("08:00", 60, 20));
  }

  @Test
  void aDayInPartsHasNoOtherOpening() {
    Reply reply =
        offices.set(
            MONDAY,
            partsAndOpening(
                "[" + release("2026-12-03T02:00:00Z", 1) + "]", "\"2026-12-03T02:00:00Z\""),
            "officer");

    assertThat(reply.pointers()).containsExactly("/opensAt");
  }

  @Test
  void everyFaultOfThePartsIsToldAtOnce() {
    Reply reply =
        offices.set(
            MONDAY,
            inParts(
                release("tomorrow", 0)
                    + ",7,"
                    + release("2026-12-05T02:00:00Z", 501)
                    + ",{\"at\":\"2026-12-05T03:00:00Z\",\"seats\":1}"),
            "officer");

    assertThat(reply.pointers())
        .containsExactlyInAnyOrder(
            "/releases/0/at",
            "/releases/0/quota",
            "/releases/1",
            "/releases/2/quota",
            "/releases/3/quota",
            "/releases/3/seats");
  }

  /** Told in seconds, so two within one are at once. */
  @ParameterizedTest
  @CsvSource({
    "2026-12-03T02:00:00Z, 2026-12-03T02:00:01Z, ''",
    "2026-12-03T02:00:00Z, 2026-12-03T09:00:01+07:00, ''",
    "2026-12-03T02:00:00Z, 2026-12-03T02:00:00Z, /releases/1/at",
    "2026-12-03T02:00:00Z, 2026-12-03T02:00:00.999Z, /releases/1/at",
    "2026-12-03T02:00:00Z, 2026-12-03T09:00:00+07:00, /releases/1/at",
    "2026-12-03T02:00:00Z, 2026-12-03T08:59:59+07:00, /releases/1/at"
  })
  void laterPartsComeLast(String first, String second, String pointer) {
    Reply reply =
        offices.set(MONDAY, inParts(release(first, 1) + "," + release(second, 1)), "officer");

    assertThat(reply.pointers())
        .isEqualTo(pointer.isEmpty() ? List.<String>of() : List.of(pointer));
  }

  @Test
  void ofFourPartsEachOpensAndAFifthIsTooMany() {
    String four =
        IntStream.rangeClosed(3, 6)
            .mapToObj(day -> release("2026-12-0" + day + "T02:00:00Z", 1))
            .collect(Collectors.joining(","));

    assertThat(offices.set(MONDAY, inParts(four), "officer").body().path("releases")).hasSize(4);
    assertThat(
            offices
                .set(MONDAY, inParts(four + "," + release("2026-12-06T03:00:00Z", 1)), "officer")
                .pointers())
        .containsExactly("/releases");
  }

  /** Seats of a Monday can be held until the midnight before it. */
  @Test
  void everyPartLetsSomebodyHoldASeatOfTheDay() {
    Reply reply =
        offices.set(
            MONDAY,
            inParts(
                release("2020-01-01T00:00:00Z", 1)
                    + ","
                    + release("2026-12-06T23:59:59+07:00", 1)
                    + ","
                    + release("2026-12-07T00:00:00+07:00", 1)),
            "officer");

    assertThat(reply.pointers()).containsExactly("/releases/0/at", "/releases/2/at");
  }

  @Test
  void otherPartsAreAnotherSettingAndTheSameAreNone() {
    String one = inParts(release("2026-12-03T02:00:00Z", 1));

    assertThat(offices.set(MONDAY, one, "officer").headers()).containsEntry("ETag", "\"1\"");
    assertThat(offices.set(MONDAY, one, "officer").headers()).containsEntry("ETag", "\"1\"");
    assertThat(
            offices.set(MONDAY, inParts(release("2026-12-03T02:00:00Z", 2)), "officer").headers())
        .containsEntry("ETag", "\"2\"");
  }
}
