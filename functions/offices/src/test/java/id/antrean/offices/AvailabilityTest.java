package id.antrean.offices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.SessionId;
import id.antrean.offices.OfficesAt.Reply;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvailabilityTest {
  private static final Map<String, String> DECEMBER = Map.of("month", "2026-12");
  private static final SessionId MONDAY_AT_EIGHT =
      SessionId.parse("CLG.2026-12-07.0800.REGULAR").orElseThrow();
  private static final HoldId HOLD = Bookings.hold(1);

  /** Wednesday, 2 December, noon in Jakarta. */
  private final OfficesAt offices = new OfficesAt("2026-12-02T05:00:00Z");

  @BeforeEach
  void layOut() {
    offices.layOutCalendar().run();
  }

  @Test
  void aMonthIsShownWithoutATokenDayByDay() {
    Reply reply = offices.availability("CLG", DECEMBER);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("officeId").asText()).isEqualTo("CLG");
    assertThat(reply.body().path("month").asText()).isEqualTo("2026-12");
    assertThat(day(reply, "2026-12-02").path("state").asText()).isEqualTo("PAST");
    assertThat(day(reply, "2026-12-03").path("state").asText()).isEqualTo("OPEN");
    JsonNode session = day(reply, "2026-12-07").path("sessions").path(0);
    assertThat(session.toString())
        .isEqualTo(
            "{\"id\":\"CLG.2026-12-07.0800.REGULAR\",\"startsAt\":\"2026-12-07T08:00:00+07:00\","
                + "\"endsAt\":\"2026-12-07T09:00:00+07:00\",\"lane\":\"REGULAR\",\"quota\":20,"
                + "\"free\":20,\"state\":\"OPEN\"}");
  }

  @Test
  void aMonthIsOneQuery() {
    int before = offices.calendar.queries();

    offices.availability("CLG", DECEMBER);

    assertThat(offices.calendar.queries() - before).isEqualTo(1);
  }

  @Test
  void manyWhoLookWithinSecondsCostNothingMore() {
    offices.availability("CLG", DECEMBER);
    int before = offices.calendar.queries();

    offices.pass(Duration.ofSeconds(3));
    offices.availability("CLG", DECEMBER);

    assertThat(offices.calendar.queries()).isEqualTo(before);
  }

  @Test
  void noAnswerIsOlderThanFiveSecondsHoweverLongItIsKept() {
    assertThat(kept(offices.availability("CLG", DECEMBER))).isEqualTo(5);
    offices.pass(Duration.ofSeconds(3));
    assertThat(kept(offices.availability("CLG", DECEMBER))).isEqualTo(2);
    offices.calendar.claim(MONDAY_AT_EIGHT, HOLD);
    offices.pass(Duration.ofSeconds(2));

    Reply reply = offices.availability("CLG", DECEMBER);

    assertThat(kept(reply)).isEqualTo(5);
    assertThat(free(reply)).isEqualTo(19);
  }

  @Test
  void statesAreJudgedAtEachRequest() {
    offices.pass(Duration.ofHours(12).minusSeconds(2));
    assertThat(day(offices.availability("CLG", DECEMBER), "2026-12-03").path("state").asText())
        .isEqualTo("OPEN");

    offices.pass(Duration.ofSeconds(2));

    assertThat(day(offices.availability("CLG", DECEMBER), "2026-12-03").path("state").asText())
        .isEqualTo("CLOSED");
  }

  @Test
  void nothingSeenBeforeTheClockWasMovedCounts() {
    offices.availability("CLG", DECEMBER);
    offices.calendar.claim(MONDAY_AT_EIGHT, HOLD);

    offices.clock.pass(Duration.ofHours(2));

    assertThat(free(offices.availability("CLG", DECEMBER))).isEqualTo(19);
  }

  @Test
  void whoSetsADaySeesItAtOnce() {
    offices.availability("CLG", DECEMBER);

    offices.set("2026-12-07", "{\"sessions\":[]}", "officer");

    assertThat(day(offices.availability("CLG", DECEMBER), "2026-12-07").path("state").asText())
        .isEqualTo("CLOSED");
  }

  @Test
  void aLaneShowsItsSessionsOnly() {
    offices.set(
        "2026-12-07",
        "{\"sessions\":[{\"start\":\"08:00\",\"minutes\":60,\"lane\":\"EXPRESS\",\"quota\":1}]}",
        "officer");

    Reply reply = offices.availability("CLG", Map.of("month", "2026-12", "lane", "EXPRESS"));

    assertThat(reply.body().path("days").findValues("lane"))
        .extracting(JsonNode::asText)
        .containsExactly("EXPRESS");
    assertThat(day(reply, "2026-12-07").path("sessions")).hasSize(1);
  }

  @Test
  void aMonthWithoutSessionsIsEmpty() {
    Reply reply = offices.availability("CLG", Map.of("month", "2030-01"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("days")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026", "2026-13", "2026-1", "12-2026", "2026-12-07", "desember"})
  void aMonthThatIsNoneIsAFault(String month) {
    Reply reply = offices.availability("CLG", Map.of("month", month));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointers()).containsExactly("/query/month");
  }

  @Test
  void everyFaultIsToldAtOnce() {
    Reply reply = offices.availability("CLG", Map.of("lane", "regular"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointers()).containsExactly("/query/month", "/query/lane");
    assertThat(reply.headers()).containsEntry("Content-Type", "application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SBY", "clg", "C", "CLG.", "../CLG"})
  void anOfficeThatIsNoneIsNotFound(String office) {
    assertThat(offices.availability(office, DECEMBER).status()).isEqualTo(404);
  }

  private static JsonNode day(Reply reply, String date) {
    for (JsonNode day : reply.body().path("days")) {
      if (day.path("date").asText().equals(date)) {
        return day;
      }
    }
    throw new AssertionError("no " + date);
  }

  private static int free(Reply reply) {
    return day(reply, "2026-12-07").path("sessions").path(0).path("free").asInt();
  }

  private static int kept(Reply reply) {
    return Integer.parseInt(
        reply.headers().getOrDefault("Cache-Control", "").replace("public, max-age=", ""));
  }

  @Test
  void aHolidayIsNamedInTheReadersLanguage() {
    Reply reply = offices.availability("CLG", DECEMBER);
    Reply english =
        offices.get(
            "/offices/{officeId}/availability",
            Map.of("officeId", "CLG"),
            DECEMBER,
            "",
            Map.of("Accept-Language", "en"));

    JsonNode christmas = day(reply, "2026-12-25");
    assertThat(christmas.path("state").asText()).isEqualTo("CLOSED");
    assertThat(christmas.path("sessions")).isEmpty();
    assertThat(christmas.at("/holiday/name").asText()).isEqualTo("Hari Raya Natal");
    assertThat(day(reply, "2026-12-24").at("/holiday/name").asText())
        .isEqualTo("Cuti bersama Hari Raya Natal");
    assertThat(day(english, "2026-12-24").at("/holiday/name").asText())
        .isEqualTo("Collective leave: Christmas Day");
    assertThat(day(reply, "2026-12-23").path("holiday").isNull()).isTrue();
    assertThat(reply.headers()).containsEntry("Vary", "Accept-Language");
  }

  @Test
  void aHolidayOnWhichTheOfficeWorksHasBothItsNameAndItsSessions() {
    offices.set(
        "2026-12-24",
        "{\"sessions\":[{\"start\":\"08:00\",\"minutes\":60,\"lane\":\"REGULAR\",\"quota\":5}]}",
        "officer");

    JsonNode eve = day(offices.availability("CLG", DECEMBER), "2026-12-24");

    assertThat(eve.path("state").asText()).isEqualTo("OPEN");
    assertThat(eve.path("sessions")).hasSize(1);
    assertThat(eve.at("/holiday/name").asText()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1999-12", "2101-01", "9999-12", "0000-01", "+10000-", "2026-13"})
  void aMonthOfAnotherCenturyIsNoMonth(String month) {
    assertThat(offices.availability("CLG", Map.of("month", month)).pointers())
        .containsExactly("/query/month");
  }
}
