package id.antrean.offices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.office.ArrangeDay.Planner;
import id.antrean.domain.office.CalendarDay;
import id.antrean.domain.office.ChangeOffice.Standing;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.OfficeChange;
import id.antrean.domain.office.SessionId;
import id.antrean.offices.OfficesAt.Reply;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A supervisor sets the week, the rules and the services, and the coming days follow. */
class SettingTheWeekTest {
  private static final String MONDAY = "2026-12-07";
  private static final LocalDate DAY = LocalDate.parse(MONDAY);
  private static final LocalDate FRIDAY = LocalDate.parse("2026-12-11");
  private static final SessionId AT_EIGHT =
      SessionId.parse("CLG.2026-12-07.0800.REGULAR").orElseThrow();
  private static final SessionId AT_TEN =
      SessionId.parse("CLG.2026-12-07.1000.REGULAR").orElseThrow();
  private static final String BY_HAND =
      """
      {"sessions": [{"start": "13:00", "minutes": 60, "lane": "REGULAR", "quota": 3}]}
      """;

  /** From Monday to Thursday at ten: five sessions fewer than it was, and none on Fridays. */
  private static final String AT_TEN_UNTIL_THURSDAY =
      """
      {"sessions": [
        {"days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY"],
         "start": "10:00", "minutes": 60, "lane": "REGULAR", "quota": 7}],
       "rescheduleLimit": 2, "cutOffDays": 3, "letsInMinutes": 90}
      """;

  /** The working days of the coming 61, as {@link LayingOutTheCalendarTest} counts them. */
  private static final int WORKING_DAYS = 39;

  /** Wednesday, 2 December, noon in Jakarta. */
  private final OfficesAt offices = new OfficesAt("2026-12-02T05:00:00Z");

  @BeforeEach
  void someDays() {
    offices.layOutCalendar().run();
  }

  private Reply sets(String body, String... condition) {
    return offices.atCilegon(
        "PUT",
        "pattern",
        "supervisor",
        condition.length == 0 ? Map.of() : Map.of(condition[0], condition[1]),
        body);
  }

  private Reply offers(String body, String... condition) {
    return offices.atCilegon(
        "PUT",
        "services",
        "supervisor",
        condition.length == 0 ? Map.of() : Map.of(condition[0], condition[1]),
        body);
  }

  private Reply looks() {
    return offices.get(
        "/offices/{officeId}/pattern", Map.of("officeId", "CLG"), Map.of(), "auditor");
  }

  private Standing standing() {
    return offices.weeks.find(OfficesAt.CILEGON).orElseThrow();
  }

  private static List<String> kept(Reply reply) {
    List<String> kept = new ArrayList<>();
    reply
        .body()
        .path("kept")
        .forEach(day -> kept.add(day.path("date").asText() + " " + day.path("reason").asText()));
    return kept;
  }

  private static ObjectNode week() {
    try {
      return (ObjectNode) new ObjectMapper().readTree(AT_TEN_UNTIL_THURSDAY);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  // ---- Looking ----

  @Test
  void theWeekIsShownAsItStands() {
    Reply reply = looks();

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers())
        .containsEntry("ETag", "\"0\"")
        .containsEntry("Cache-Control", "no-store");
    assertThat(reply.body().toString())
        .isEqualTo(
            "{\"officeId\":\"CLG\",\"version\":0,\"sessions\":["
                + "{\"days\":[\"MONDAY\",\"TUESDAY\",\"WEDNESDAY\",\"THURSDAY\",\"FRIDAY\"],"
                + "\"start\":\"08:00\",\"minutes\":60,\"lane\":\"REGULAR\",\"quota\":20},"
                + "{\"days\":[\"MONDAY\",\"TUESDAY\",\"WEDNESDAY\",\"THURSDAY\",\"FRIDAY\"],"
                + "\"start\":\"09:00\",\"minutes\":60,\"lane\":\"REGULAR\",\"quota\":20}],"
                + "\"releases\":[],\"rescheduleLimit\":1,\"cutOffDays\":1,\"letsInMinutes\":60}");
  }

  @ParameterizedTest
  @CsvSource({
    "supervisor, 200, 200, 200",
    "auditor, 200, 403, 403",
    "officer, 403, 403, 403",
    "papua, 403, 403, 403",
    "applicant, 403, 403, 403",
    "nobody, 401, 401, 401"
  })
  void theWeekIsItsSupervisorsOwn(String token, int look, int set, int offer) {
    assertThat(
            offices
                .get("/offices/{officeId}/pattern", Map.of("officeId", "CLG"), Map.of(), token)
                .status())
        .isEqualTo(look);
    assertThat(offices.atCilegon("PUT", "pattern", token, Map.of(), AT_TEN_UNTIL_THURSDAY).status())
        .isEqualTo(set);
    assertThat(offices.atCilegon("PUT", "services", token, Map.of(), "{\"services\":[]}").status())
        .isEqualTo(offer);
  }

  // ---- Setting ----

  @Test
  void theComingDaysThatNobodySetOrBookedFollow() {
    Reply reply = sets(AT_TEN_UNTIL_THURSDAY);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers()).containsEntry("ETag", "\"1\"");
    assertThat(reply.body().path("followed").asInt()).isEqualTo(WORKING_DAYS);
    assertThat(kept(reply)).isEmpty();
    assertThat(reply.body().path("pattern")).isEqualTo(looks().body());
    assertThat(looks().body().path("version").asInt()).isEqualTo(1);
    assertThat(offices.calendar.openOn(DAY)).containsExactly(AT_TEN);
    assertThat(offices.calendar.session(AT_TEN).quota()).isEqualTo(7);
    assertThat(offices.calendar.openOn(FRIDAY)).isEmpty();
    assertThat(offices.calendar.openOn(LocalDate.parse("2027-01-28"))).hasSize(1);
    assertThat(offices.calendar.openOn(LocalDate.parse("2027-02-01"))).isEmpty();
  }

  @Test
  void theRulesAreKeptWithIt() {
    sets(AT_TEN_UNTIL_THURSDAY);

    Office.Rules rules = standing().office().rules();
    assertThat(rules.rescheduleLimit()).isEqualTo(2);
    assertThat(rules.cutOffDays()).isEqualTo(3);
    assertThat(rules.letsIn()).hasMinutes(90);
    assertThat(rules.releases()).isEmpty();
  }

  @Test
  void aDayThatAnOfficerSetOrSomebodyBookedStaysAndIsNamedWithTheReason() {
    offices.set("2026-12-09", BY_HAND, "officer");
    offices.calendar.claim(AT_EIGHT, Bookings.hold(1));

    Reply reply = sets(AT_TEN_UNTIL_THURSDAY);

    assertThat(kept(reply)).containsExactly("2026-12-07 BOOKED", "2026-12-09 SET_BY_HAND");
    assertThat(reply.body().path("followed").asInt()).isEqualTo(WORKING_DAYS - 2);
    assertThat(offices.calendar.openOn(DAY)).hasSize(2).contains(AT_EIGHT);
    assertThat(offices.calendar.session(AT_EIGHT).seats()).containsExactly(Bookings.hold(1));
    assertThat(offices.calendar.openOn(LocalDate.parse("2026-12-09")))
        .extracting(SessionId::toString)
        .containsExactly("CLG.2026-12-09.1300.REGULAR");
  }

  /** The day was read as the calendar's own, and then an officer was there first. */
  @Test
  void aDayThatAnOfficerSetsMeanwhileIsNotOverridden() {
    offices.calendar.faults.before("calendar", () -> offices.set(MONDAY, BY_HAND, "officer"));

    Reply reply = sets(AT_TEN_UNTIL_THURSDAY);

    assertThat(reply.body().path("followed").asInt()).isEqualTo(WORKING_DAYS - 1);
    assertThat(offices.calendar.openOn(DAY))
        .extracting(SessionId::toString)
        .containsExactly("CLG.2026-12-07.1300.REGULAR");
    assertThat(offices.calendar.plannerOf(OfficesAt.CILEGON, DAY))
        .isEqualTo(new Planner("officer", "budi"));
  }

  /** Whatever write it comes before, the officer's word is the last. */
  @ParameterizedTest
  @CsvSource({"0", "1", "7", "40", "90"})
  void neitherIsOneThatAnOfficerSetsWhileDaysFollow(int writesBefore) {
    Runnable[] happenings = new Runnable[writesBefore + 1];
    Arrays.fill(happenings, (Runnable) () -> {});
    happenings[writesBefore] = () -> offices.set("2027-01-28", BY_HAND, "officer");
    offices.calendar.beforeNextWrites(happenings);

    sets(AT_TEN_UNTIL_THURSDAY);

    assertThat(offices.calendar.openOn(LocalDate.parse("2027-01-28")))
        .extracting(SessionId::toString)
        .containsExactly("CLG.2027-01-28.1300.REGULAR");
  }

  @Test
  void aDayThatAnOfficerSetToTheSameIsNothingToReport() {
    offices.set(
        MONDAY,
        """
        {"sessions": [{"start": "10:00", "minutes": 60, "lane": "REGULAR", "quota": 7}]}
        """,
        "officer");

    assertThat(kept(sets(AT_TEN_UNTIL_THURSDAY))).isEmpty();
  }

  @Test
  void aHolidayStaysOne() {
    sets(AT_TEN_UNTIL_THURSDAY);

    assertThat(offices.calendar.openOn(LocalDate.parse("2026-12-24"))).isEmpty();
    assertThat(offices.calendar.openOn(LocalDate.parse("2026-12-23"))).hasSize(1);
  }

  @Test
  void whatTheWeekLostComesBackWithIt() {
    Reply before = looks();
    sets(AT_TEN_UNTIL_THURSDAY);
    ObjectNode former = (ObjectNode) before.body().deepCopy();
    former.remove(List.of("officeId", "version"));

    Reply reply = sets(former.toString());

    assertThat(reply.body().path("followed").asInt()).isEqualTo(WORKING_DAYS);
    assertThat(offices.calendar.openOn(FRIDAY)).hasSize(2);
    assertThat(offices.calendar.openOn(DAY)).hasSize(2).doesNotContain(AT_TEN);
  }

  @Test
  void anEmptyWeekLeavesNothingOpen() {
    Reply reply = sets(week().set("sessions", new ObjectMapper().createArrayNode()).toString());

    assertThat(reply.body().path("followed").asInt()).isEqualTo(WORKING_DAYS);
    assertThat(offices.calendar.openOn(DAY)).isEmpty();
  }

  @Test
  void theSameAgainChangesNothing() {
    sets(AT_TEN_UNTIL_THURSDAY);
    int writes = offices.calendar.writes();

    Reply again = sets(AT_TEN_UNTIL_THURSDAY);

    assertThat(again.headers()).containsEntry("ETag", "\"1\"");
    assertThat(again.body().path("followed").asInt()).isZero();
    assertThat(offices.calendar.writes()).isEqualTo(writes);
    assertThat(offices.weeks.history()).hasSize(1);
  }

  /** Eight days are written at once, so that each of these leaves others half done. */
  @ParameterizedTest
  @ValueSource(ints = {1, 5, 8, 10, 13, 17, 24, 40})
  void whatACrashLeftUndoneTheSameAgainDoesAndTheCalendarToo(int writesBefore) {
    offices.calendar.crashAfter(writesBefore);
    assertThat(sets(AT_TEN_UNTIL_THURSDAY).status()).isEqualTo(503);
    offices.calendar.restart();
    assertThat(standing().version()).isEqualTo(1);

    sets(AT_TEN_UNTIL_THURSDAY);
    offices.layOutCalendar().run();

    assertThat(offices.calendar.openOn(DAY)).containsExactly(AT_TEN);
    assertThat(offices.calendar.openOn(LocalDate.parse("2027-01-28"))).hasSize(1);
    assertThat(offices.weeks.history()).hasSize(1);
  }

  @Test
  void theNextDaysAreLaidOutByTheWeekAsItStands() {
    sets(AT_TEN_UNTIL_THURSDAY);

    offices.clock.reach(Instant.parse("2026-12-02T17:00:00Z"));
    offices.layOutCalendar().run();

    assertThat(offices.calendar.openOn(LocalDate.parse("2027-02-01")))
        .extracting(SessionId::toString)
        .containsExactly("CLG.2027-02-01.1000.REGULAR");
  }

  // ---- Releases ----

  private Reply releases(String releases) {
    ObjectNode week = week();
    try {
      week.set("releases", new ObjectMapper().readTree(releases));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
    return sets(week.toString());
  }

  @Test
  void onFridaysTheWeekAfterNextOpens() {
    Reply reply =
        releases("[{\"weeksBefore\": 2, \"day\": \"FRIDAY\", \"time\": \"14:00\", \"quota\": 5}]");

    assertThat(reply.body().path("pattern").path("releases").toString())
        .isEqualTo("[{\"weeksBefore\":2,\"day\":\"FRIDAY\",\"time\":\"14:00\",\"quota\":5}]");
    JsonNode open = offices.day(MONDAY, "officer").body();
    assertThat(open.path("opensAt").isNull()).isTrue();
    assertThat(open.path("releases").toString())
        .isEqualTo("[{\"at\":\"2026-11-27T14:00:00+07:00\",\"quota\":5}]");
    JsonNode later = offices.day("2026-12-21", "officer").body();
    assertThat(later.path("opensAt").asText()).isEqualTo("2026-12-11T14:00:00+07:00");
    assertThat(later.path("sessions").path(0).path("state").asText()).isEqualTo("NOT_YET_OPEN");
  }

  @Test
  void whereTheReleasesAloneChangeTheDaysFollowToo() {
    sets(AT_TEN_UNTIL_THURSDAY);
    Reply reply =
        releases("[{\"weeksBefore\": 1, \"day\": \"MONDAY\", \"time\": \"09:00\", \"quota\": 7}]");

    assertThat(reply.body().path("followed").asInt()).isGreaterThan(20);
    assertThat(releases("[]").body().path("followed").asInt())
        .isEqualTo(reply.body().path("followed").asInt());
  }

  @Test
  void everyFaultOfTheReleasesIsToldAtOnce() {
    assertThat(
            releases(
                    """
                    [{"weeksBefore": 13, "day": "FRI", "time": "2 pm", "quota": 0},
                     {"weeksBefore": -1, "day": "FRIDAY", "time": "14:00", "quota": 501, "x": 1},
                     7]
                    """)
                .pointers())
        .containsExactlyInAnyOrder(
            "/releases/0/weeksBefore",
            "/releases/0/day",
            "/releases/0/time",
            "/releases/0/quota",
            "/releases/1/weeksBefore",
            "/releases/1/quota",
            "/releases/1/x",
            "/releases/2");
  }

  /** This week is booked until three days before: a Monday until the end of the Friday. */
  @ParameterizedTest
  @CsvSource({
    "0, SUNDAY, 14:00, 400",
    "0, MONDAY, 00:00, 400",
    "1, SATURDAY, 00:00, 400",
    "1, FRIDAY, 23:59, 200"
  })
  void nothingComesFreeWhenItCannotBeHadAnyMore(int weeks, String day, String time, int status) {
    Reply reply =
        releases(
            """
            [{"weeksBefore": 2, "day": "FRIDAY", "time": "14:00", "quota": 5},
             {"weeksBefore": %d, "day": "%s", "time": "%s", "quota": 5}]
            """
                .formatted(weeks, day, time));

    assertThat(reply.status()).isEqualTo(status);
    if (status == 400) {
      assertThat(reply.pointers()).containsExactly("/releases/1/day");
    }
  }

  // ---- Who saw which version ----

  @Test
  void whoSawAnotherVersionIsToldAndChangesNothing() {
    Reply late = sets(AT_TEN_UNTIL_THURSDAY, "If-Match", "\"5\"");
    Reply informed = sets(AT_TEN_UNTIL_THURSDAY, "If-Match", "\"0\"");

    assertThat(late.status()).isEqualTo(412);
    assertThat(late.body().path("type").asText()).isEqualTo("/problems/stale");
    assertThat(late.body().path("version").asInt()).isZero();
    assertThat(informed.status()).isEqualTo(200);
    assertThat(sets(AT_TEN_UNTIL_THURSDAY, "If-Match", "\"0\"").status()).isEqualTo(412);
    assertThat(offices.weeks.history()).hasSize(1);
  }

  @Test
  void theWeekAndTheServicesHaveOneVersion() {
    offers("{\"services\": []}");

    assertThat(sets(AT_TEN_UNTIL_THURSDAY, "If-Match", "\"0\"").status()).isEqualTo(412);
    assertThat(sets(AT_TEN_UNTIL_THURSDAY, "If-Match", "\"1\"").headers())
        .containsEntry("ETag", "\"2\"");
    assertThat(standing().office().services()).isEmpty();
  }

  @Test
  void aConditionThatIsNoneIsAFault() {
    assertThat(sets(AT_TEN_UNTIL_THURSDAY, "If-Match", "one").pointers())
        .containsExactly("/header/If-Match");
  }

  // ---- Faults ----

  @Test
  void everyFaultIsToldAtOnceAndNothingIsChanged() {
    Reply reply =
        sets(
            """
            {"sessions": [
               {"days": [], "start": "25:00", "minutes": 0, "lane": "VIP", "quota": 501},
               {"days": ["MONDAY", "MONDAY"], "start": "08:00", "minutes": 60,
                "lane": "REGULAR", "quota": -1, "note": 1},
               {"days": ["MONTAG"], "start": "23:30", "minutes": 31,
                "lane": "REGULAR", "quota": 1},
               7],
             "releases": 1,
             "rescheduleLimit": 21, "cutOffDays": 31, "letsInMinutes": 241, "colour": "red"}
            """);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointers())
        .containsExactlyInAnyOrder(
            "/sessions/0/days",
            "/sessions/0/start",
            "/sessions/0/minutes",
            "/sessions/0/lane",
            "/sessions/0/quota",
            "/sessions/1/days",
            "/sessions/1/quota",
            "/sessions/1/note",
            "/sessions/2/days",
            "/sessions/2/minutes",
            "/sessions/3",
            "/releases",
            "/rescheduleLimit",
            "/cutOffDays",
            "/letsInMinutes",
            "/colour");
    assertThat(standing().version()).isZero();
  }

  @Test
  void aWeekNeedsItsSessionsAndItsRules() {
    assertThat(sets("{}").pointers())
        .containsExactlyInAnyOrder(
            "/sessions", "/rescheduleLimit", "/cutOffDays", "/letsInMinutes");
    assertThat(sets("[]").pointers()).containsExactly("");
  }

  @ParameterizedTest
  @CsvSource({
    "20, 30, 240, 200",
    "0, 0, 0, 200",
    "-1, 0, 0, 400",
    "0, -1, 0, 400",
    "0, 0, -1, 400"
  })
  void rulesHaveTheirBounds(int moves, int cutOff, int letsIn, int status) {
    ObjectNode week =
        week().put("rescheduleLimit", moves).put("cutOffDays", cutOff).put("letsInMinutes", letsIn);

    assertThat(sets(week.toString()).status()).isEqualTo(status);
  }

  @Test
  void aSessionIsOnADayOnce() {
    Reply reply =
        sets(
            """
            {"sessions": [
               {"days": ["MONDAY", "TUESDAY"], "start": "08:00", "minutes": 60,
                "lane": "REGULAR", "quota": 1},
               {"days": ["WEDNESDAY"], "start": "08:00", "minutes": 30,
                "lane": "REGULAR", "quota": 1},
               {"days": ["FRIDAY", "TUESDAY"], "start": "08:00", "minutes": 60,
                "lane": "REGULAR", "quota": 2},
               {"days": ["TUESDAY"], "start": "08:00", "minutes": 60,
                "lane": "EXPRESS", "quota": 2}],
             "rescheduleLimit": 1, "cutOffDays": 1, "letsInMinutes": 60}
            """);

    assertThat(reply.pointers()).containsExactly("/sessions/2/start");
  }

  // ---- Services ----

  private static final String ELECTRONIC =
      """
      {"services": [
        {"type": "ELECTRONIC", "kinds": ["RENEWAL", "NEW"], "lanes": ["PRIORITY", "REGULAR"]}]}
      """;

  @Test
  void whatAnOfficeOffersIsAsItWasSet() {
    Reply reply = offers(ELECTRONIC);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers()).containsEntry("ETag", "\"1\"");
    assertThat(reply.body().path("officeId").asText()).isEqualTo("CLG");
    assertThat(reply.body().path("version").asInt()).isEqualTo(1);
    assertThat(reply.body().path("services").path(0).path("type").asText()).isEqualTo("ELECTRONIC");
    assertThat(reply.body().path("services").path(0).path("kinds").toString())
        .isEqualTo("[\"NEW\",\"RENEWAL\"]");
    assertThat(reply.body().path("services").path(0).path("lanes").toString())
        .isEqualTo("[\"REGULAR\",\"PRIORITY\"]");
    assertThat(standing().office().pattern()).hasSize(2);
  }

  @Test
  void theSameServicesAgainChangeNothingHoweverTheyAreOrdered() {
    offers(ELECTRONIC);

    Reply again = offers(ELECTRONIC.replace("\"RENEWAL\", \"NEW\"", "\"NEW\", \"RENEWAL\""));

    assertThat(again.headers()).containsEntry("ETag", "\"1\"");
    assertThat(offices.weeks.history()).hasSize(1);
  }

  @Test
  void servicesAreNotSetByWhoSawAnotherVersion() {
    assertThat(offers(ELECTRONIC, "If-Match", "\"1\"").status()).isEqualTo(412);
    assertThat(offers(ELECTRONIC, "If-Match", "\"0\"").status()).isEqualTo(200);
  }

  @Test
  void everyFaultOfTheServicesIsToldAtOnce() {
    assertThat(
            offers(
                    """
                    {"services": [
                       {"type": "PAPER", "kinds": [], "lanes": ["REGULAR", "REGULAR"]},
                       {"type": "ELECTRONIC", "kinds": "NEW", "fee": 1}],
                     "colour": "red"}
                    """)
                .pointers())
        .containsExactlyInAnyOrder(
            "/services/0/type",
            "/services/0/kinds",
            "/services/0/lanes",
            "/services/1/kinds",
            "/services/1/lanes",
            "/services/1/fee",
            "/colour");
    assertThat(offers("{}").pointers()).containsExactly("/services");
    assertThat(standing().version()).isZero();
  }

  // ---- On record ----

  @Test
  void whoSetWhatIsOnRecordWithHowItWasBefore() {
    sets(AT_TEN_UNTIL_THURSDAY);
    offers(ELECTRONIC);

    assertThat(offices.weeks.history())
        .extracting(OfficeChange::kind)
        .containsExactly(OfficeChange.Kind.PATTERN, OfficeChange.Kind.SERVICES);
    OfficeChange week = offices.weeks.history().getFirst();
    assertThat(week.role()).isEqualTo("supervisor");
    assertThat(week.name()).isEqualTo("sri");
    assertThat(week.at()).isEqualTo(Instant.parse("2026-12-02T05:00:00Z"));
    assertThat(week.before())
        .startsWith("[MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY] 08:00 REGULAR 60 min, quota 20")
        .endsWith("moves 1", "cut-off 1 days", "lets in 60 min before");
    assertThat(week.after())
        .containsExactly(
            "[MONDAY, TUESDAY, WEDNESDAY, THURSDAY] 10:00 REGULAR 60 min, quota 7",
            "moves 2",
            "cut-off 3 days",
            "lets in 90 min before");
    assertThat(offices.weeks.history().getLast().after())
        .containsExactly("ELECTRONIC [NEW, RENEWAL] [REGULAR, PRIORITY]");
  }

  /** Days that follow are set by the calendar, which gives way to every officer. */
  @Test
  void daysThatFollowAreTheCalendarsOwnStill() {
    sets(AT_TEN_UNTIL_THURSDAY);

    assertThat(
            offices.calendar.days().find(OfficesAt.CILEGON, DAY).setting().stream()
                .map(CalendarDay.Setting::ofCalendar))
        .containsExactly(true);
  }
}
