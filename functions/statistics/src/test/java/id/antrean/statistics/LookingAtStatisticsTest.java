package id.antrean.statistics;

import static id.antrean.statistics.StatisticsHere.period;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.memory.Samples;
import id.antrean.statistics.StatisticsHere.Reply;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sees an office's statistics, of which days. */
class LookingAtStatisticsTest {
  private static final String EXPRESS = "CLG.2026-12-07.0800.EXPRESS";
  private static final String REGULAR = "CLG.2026-12-07.0800.REGULAR";

  private final StatisticsHere here = new StatisticsHere();

  @ParameterizedTest
  @CsvSource({
    "supervisor,200",
    "auditor,200",
    "officer,403",
    "elsewhere,403",
    "applicant,403",
    "nobody,401"
  })
  void whoMaySee(String token, int status) {
    assertThat(here.asks("CLG", period("2026-11-23", "2026-11-23"), token).status())
        .isEqualTo(status);
  }

  @Test
  void anOfficeThatIsNoneOfOursHasNone() {
    assertThat(here.asks("XYZ", period("2026-11-23", "2026-11-23"), "auditor").status())
        .isEqualTo(404);
  }

  @Test
  void aQuarterOfAYearIsSeenAtOnceAndNoMore() {
    assertThat(here.asks("CLG", period("2026-11-01", "2027-02-01"), "auditor").status())
        .isEqualTo(200);
    assertThat(here.asks("CLG", period("2026-11-01", "2027-02-02"), "auditor").pointers())
        .containsExactly("/query/to");
  }

  @Test
  void aPeriodHasABeginningAndAnEndInThisOrder() {
    assertThat(here.asks("CLG", Map.of(), "auditor").pointers())
        .containsExactly("/query/from", "/query/to");
    assertThat(here.asks("CLG", period("today", "2026-02-30"), "auditor").pointers())
        .containsExactly("/query/from", "/query/to");
    assertThat(here.asks("CLG", period("2026-11-24", "2026-11-23"), "auditor").pointers())
        .containsExactly("/query/to");
  }

  @Test
  void nothingHappenedWhereNothingWasCounted() {
    JsonNode body = here.asks("CLG", period("2026-11-23", "2026-11-24"), "auditor").body();

    assertThat(body.path("days")).isEmpty();
    assertThat(body.path("totals").properties())
        .hasSize(14)
        .allMatch(it -> it.getValue().asInt() == 0);
  }

  @Test
  void daysAndLanesStandInTheirOrderAndAddUp() {
    held("AAAAAAAAAAAAAAAA", "2026-11-24T02:00:00Z", EXPRESS);
    held("BBBBBBBBBBBBBBBB", "2026-11-24T03:00:00Z", REGULAR);
    held("CCCCCCCCCCCCCCCC", "2026-11-23T03:00:00Z", EXPRESS);
    held("DDDDDDDDDDDDDDDD", "2026-11-25T03:00:00Z", EXPRESS);

    Reply reply = here.asks("CLG", period("2026-11-23", "2026-11-24"), "supervisor");

    assertThat(reply.body().toString())
        .isEqualTo(
            "{\"officeId\":\"CLG\",\"from\":\"2026-11-23\",\"to\":\"2026-11-24\",\"days\":["
                + day("2026-11-23", lane("EXPRESS"))
                + ","
                + day("2026-11-24", lane("REGULAR") + "," + lane("EXPRESS"))
                + "],\"totals\":{"
                + figures(3)
                + "}}");
  }

  @Test
  void whatHappensIsMeasuredByTheSeatsThatThereAre() {
    has("CLG.2026-11-23.0800.REGULAR", 20);
    has("CLG.2026-11-23.1000.REGULAR", 15);
    has("CLG.2026-11-23.0800.WALK_IN", 5);
    has("CLG.2026-12-01.0800.EXPRESS", 0);
    has("CLG.2026-12-02.0800.EXPRESS", 4);
    has("CLG.2026-12-03.0800.EXPRESS", 8);
    has("DPS.2026-11-23.0800.REGULAR", 50);
    here.sessions.add(session("CLG.2026-11-23.1300.REGULAR", 7).closed());
    held("AAAAAAAAAAAAAAAA", "2026-11-23T02:00:00Z", REGULAR);

    JsonNode body = here.asks("CLG", period("2026-11-23", "2026-12-02"), "auditor").body();

    assertThat(body.at("/days").findValuesAsText("date"))
        .containsExactly("2026-11-23", "2026-12-02");
    assertThat(body.at("/days").findValuesAsText("lane"))
        .containsExactly("REGULAR", "WALK_IN", "EXPRESS");
    assertThat(body.at("/days").findValuesAsText("quota")).containsExactly("35", "5", "4");
    assertThat(body.at("/days").findValuesAsText("held")).containsExactly("1", "0", "0");
    assertThat(body.at("/totals/quota").asInt()).isEqualTo(44);
  }

  private void has(String id, int quota) {
    here.sessions.add(session(id, quota));
  }

  private static Session session(String id, int quota) {
    return Samples.session(SessionId.parse(id).orElseThrow(), quota);
  }

  private void held(String application, String at, String session) {
    here.isTold(
        new ToldApplication(application)
            .step(Instant.parse(at), "SEAT_HELD", Map.of("session", session), session));
  }

  private static String day(String date, String lanes) {
    return "{\"date\":\"%s\",\"lanes\":[%s]}".formatted(date, lanes);
  }

  private static String lane(String lane) {
    return "{\"lane\":\"%s\",%s}".formatted(lane, figures(1));
  }

  private static String figures(int held) {
    return ("\"quota\":0,\"held\":%d,\"paid\":0,\"expired\":0,\"moved\":0,\"cancelled\":0,"
            + "\"seatsTaken\":%d,\"seatsReturned\":0,\"checkedIn\":0,\"completed\":0,"
            + "\"noShow\":0,\"comesAgain\":0,\"called\":0,\"waitedSeconds\":0")
        .formatted(held, held);
  }
}
