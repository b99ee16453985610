package id.antrean.offices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.offices.OfficesAt.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who changed what of an office, when, and how it was before and after. */
class HistoryTest {
  private static final String MONDAY = "2026-12-07";

  /** Wednesday, 2 December, noon in Jakarta. */
  private final OfficesAt offices = new OfficesAt("2026-12-02T05:00:00Z");

  private Reply history(String token, String... query) {
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < query.length; i += 2) {
      parameters.put(query[i], query[i + 1]);
    }
    return offices.get("/offices/{officeId}/history", Map.of("officeId", "CLG"), parameters, token);
  }

  private Reply ofDecember(String... more) {
    String[] query = new String[more.length + 4];
    System.arraycopy(more, 0, query, 4, more.length);
    query[0] = "from";
    query[1] = "2026-12-01";
    query[2] = "to";
    query[3] = "2026-12-31";
    return history("supervisor", query);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static List<String> kinds(Reply reply) {
    List<String> kinds = new ArrayList<>();
    reply.body().path("items").forEach(item -> kinds.add(item.path("kind").asText()));
    return kinds;
  }

  private void setsMonday(int quota) {
    offices.set(
        MONDAY,
        """
        {"sessions": [{"start": "08:00", "minutes": 60, "lane": "REGULAR", "quota": %d}]}
        """
            .formatted(quota),
        "officer");
  }

  /** A day twice, a closure there and back, and the services: a minute apart. */
  private void muchIsChanged() {
    setsMonday(20);
    offices.pass(Duration.ofMinutes(1));
    setsMonday(25);
    offices.pass(Duration.ofMinutes(1));
    String closure =
        offices
            .close(
                "{\"from\":\"%s\",\"to\":\"%s\",\"reason\":\"The roof leaks\"}"
                    .formatted(MONDAY, MONDAY),
                "supervisor",
                Map.of())
            .body()
            .path("id")
            .asText();
    offices.pass(Duration.ofMinutes(1));
    offices.closure("DELETE", "CLG", closure, "supervisor");
    offices.pass(Duration.ofMinutes(1));
    offices.atCilegon("PUT", "services", "supervisor", Map.of(), "{\"services\":[]}");
  }

  @Test
  void everythingThatWasChangedIsToldOldestFirst() {
    muchIsChanged();

    Reply reply = ofDecember();

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers()).containsEntry("Cache-Control", "no-store");
    assertThat(kinds(reply))
        .containsExactly("DAY", "DAY", "CLOSURE", "CLOSURE_TAKEN_BACK", "SERVICES");
    assertThat(reply.body().path("nextCursor").isNull()).isTrue();
  }

  @Test
  void aChangeSaysWhoWhenAndHowItWasBeforeAndAfter() {
    muchIsChanged();

    JsonNode change = ofDecember().body().path("items").path(1);

    assertThat(change.path("at").asText()).isEqualTo("2026-12-02T12:01:00+07:00");
    assertThat(change.path("role").asText()).isEqualTo("officer");
    assertThat(change.path("by").asText()).isEqualTo("budi");
    assertThat(change.path("date").asText()).isEqualTo(MONDAY);
    assertThat(texts(change.path("before"))).containsExactly("08:00 REGULAR 60 min, quota 20");
    assertThat(texts(change.path("after"))).containsExactly("08:00 REGULAR 60 min, quota 25");
  }

  @Test
  void whatWasNeverSetHasNothingBeforeIt() {
    setsMonday(20);

    assertThat(ofDecember().body().path("items").path(0).path("before")).isEmpty();
  }

  @Test
  void aClosureSaysOfWhichDaysItIsAndWhy() {
    muchIsChanged();

    JsonNode closed = ofDecember().body().path("items").path(2);
    JsonNode back = ofDecember().body().path("items").path(3);

    assertThat(closed.path("date").isNull()).isTrue();
    assertThat(closed.path("before")).isEmpty();
    assertThat(texts(closed.path("after")))
        .startsWith("2026-12-07 to 2026-12-07", "The roof leaks")
        .hasSize(3);
    assertThat(back.path("before")).isEqualTo(closed.path("after"));
    assertThat(back.path("after")).isEmpty();
  }

  @Test
  void whatChangesNothingIsNoChange() {
    setsMonday(20);
    setsMonday(20);

    assertThat(kinds(ofDecember())).containsExactly("DAY");
  }

  @Test
  void pagesFollowEachOther() {
    muchIsChanged();

    List<String> read = new ArrayList<>();
    Reply page = ofDecember("limit", "2");
    read.addAll(kinds(page));
    while (!page.body().path("nextCursor").isNull()) {
      assertThat(kinds(page)).hasSize(2);
      page = ofDecember("limit", "2", "cursor", page.body().path("nextCursor").asText());
      read.addAll(kinds(page));
    }

    assertThat(read).isEqualTo(kinds(ofDecember()));
  }

  @Test
  void aPageThatEndsWithTheLastHasNoneAfterIt() {
    muchIsChanged();

    assertThat(ofDecember("limit", "5").body().path("nextCursor").isNull()).isTrue();
    assertThat(ofDecember("limit", "4").body().path("nextCursor").isTextual()).isTrue();
  }

  @Test
  void whatIsChangedMeanwhileComesOnALaterPage() {
    muchIsChanged();
    String cursor = ofDecember("limit", "4").body().path("nextCursor").asText();
    offices.pass(Duration.ofMinutes(1));
    setsMonday(30);

    assertThat(kinds(ofDecember("limit", "4", "cursor", cursor)))
        .containsExactly("SERVICES", "DAY");
  }

  /** A day lasts from midnight to midnight at the office. */
  @ParameterizedTest
  @CsvSource({
    "2026-12-02T16:59:59.999Z, 2026-12-02, 2026-12-02, 1",
    "2026-12-02T17:00:00Z, 2026-12-02, 2026-12-02, 0",
    "2026-12-02T17:00:00Z, 2026-12-03, 2026-12-03, 1",
    "2026-12-02T17:00:00Z, 2026-12-01, 2026-12-04, 1",
    "2026-12-31T16:59:59Z, 2026-12-31, 2026-12-31, 1",
    "2026-12-31T17:00:00Z, 2027-01-01, 2027-01-01, 1"
  })
  void daysAreTheOfficesOwn(Instant at, String from, String to, int changes) {
    offices.clock.reach(at);
    offices.atCilegon("PUT", "services", "supervisor", Map.of(), "{\"services\":[]}");

    assertThat(kinds(history("auditor", "from", from, "to", to))).hasSize(changes);
  }

  @Test
  void anotherOfficesIsNotAmongThem() {
    offices.ask(
        "PUT",
        "/offices/{officeId}/services",
        Map.of("officeId", "JAP"),
        Map.of(),
        "papua",
        Map.of(),
        "{\"services\":[]}");

    assertThat(kinds(ofDecember())).isEmpty();
    assertThat(
            offices
                .get(
                    "/offices/{officeId}/history",
                    Map.of("officeId", "JAP"),
                    Map.of("from", "2026-12-02", "to", "2026-12-02"),
                    "papua")
                .body()
                .path("items"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-02, 2026-12-01, /query/to",
    "2026-12-02, 2026-12-02, ''",
    "2026-01-01, 2027-01-01, ''",
    "2026-01-01, 2027-01-02, /query/to",
    "besok, 2026-12-02, /query/from",
    "2026-12-02, 2026-02-30, /query/to",
    "1999-12-31, 2026-12-02, /query/from"
  })
  void aPeriodIsAYearAtTheMost(String from, String to, String pointer) {
    assertThat(history("supervisor", "from", from, "to", to).pointers())
        .isEqualTo(pointer.isEmpty() ? List.<String>of() : List.of(pointer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?", "", "x", "MDAw", "000001796000000#r-1", "4p2k4p2k", "MDAwMDAxNzk2MDAwMDAwIw"})
  void everyFaultIsToldAtOnce(String cursor) {
    Reply reply = history("supervisor", "limit", "101", "cursor", cursor);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointers())
        .containsExactlyInAnyOrder("/query/from", "/query/to", "/query/limit", "/query/cursor");
  }

  @ParameterizedTest
  @CsvSource({
    "supervisor, 200",
    "auditor, 200",
    "officer, 403",
    "papua, 403",
    "elsewhere, 403",
    "applicant, 403",
    "nobody, 401"
  })
  void theHistoryIsForWhoAnswersForTheOfficeAndForAuditors(String token, int status) {
    assertThat(history(token, "from", "2026-12-01", "to", "2026-12-31").status()).isEqualTo(status);
  }
}
