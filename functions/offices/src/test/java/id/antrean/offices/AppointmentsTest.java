package id.antrean.offices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.offices.OfficesAt.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppointmentsTest {
  private final OfficesAt offices = new OfficesAt("2026-12-02T05:00:00Z");

  @BeforeEach
  void somePeople() {
    offices.layOutCalendar().run();
    Session eight = session("CLG.2026-12-07.0800.REGULAR");
    Session nine = session("CLG.2026-12-07.0900.REGULAR");
    offices.applications.add(Bookings.of(1, "ZAINAL", Status.CONFIRMED, eight));
    offices.applications.add(Bookings.of(2, "ANDI", Status.AWAITING_PAYMENT, nine));
    offices.applications.add(Bookings.of(3, "BUDI", Status.CONFIRMED, eight));
    offices.applications.add(Bookings.of(4, "CITRA", Status.CONFIRMED, nine));
  }

  private Session session(String id) {
    return offices.calendar.session(SessionId.parse(id).orElseThrow());
  }

  private Reply list(String token, String... query) {
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < query.length; i += 2) {
      parameters.put(query[i], query[i + 1]);
    }
    return offices.get(
        "/offices/{officeId}/appointments", Map.of("officeId", "CLG"), parameters, token);
  }

  private static List<String> names(Reply reply) {
    List<String> names = new ArrayList<>();
    reply.body().path("items").forEach(item -> names.add(item.path("name").asText()));
    return names;
  }

  @Test
  void theListIsBySessionThenName() {
    Reply reply = list("officer", "date", "2026-12-07");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers()).containsEntry("Cache-Control", "no-store");
    assertThat(names(reply)).containsExactly("BUDI", "ZAINAL", "ANDI", "CITRA");
    assertThat(reply.body().path("nextCursor").isNull()).isTrue();
  }

  @Test
  void aLineSaysWhoComesWhenAndHowFarTheyAre() {
    JsonNode line = list("officer", "date", "2026-12-07").body().path("items").path(2);

    assertThat(line.path("applicationId").asText())
        .isEqualTo(Bookings.hold(2).application().value());
    assertThat(line.path("nik").asText()).isEqualTo("************0001");
    assertThat(line.path("status").asText()).isEqualTo("AWAITING_PAYMENT");
    assertThat(line.path("verdict").asText()).isEqualTo("PENDING");
    assertThat(line.path("session").path("startsAt").asText())
        .isEqualTo("2026-12-07T09:00:00+07:00");
  }

  @Test
  void pagesFollowEachOther() {
    Reply first = list("officer", "date", "2026-12-07", "limit", "3");
    String cursor = first.body().path("nextCursor").asText();
    Reply second = list("officer", "date", "2026-12-07", "limit", "3", "cursor", cursor);

    assertThat(names(first)).containsExactly("BUDI", "ZAINAL", "ANDI");
    assertThat(names(second)).containsExactly("CITRA");
    assertThat(second.body().path("nextCursor").isNull()).isTrue();
  }

  @Test
  void nobodyIsSkippedWhenSomebodyBeforeThePageLeaves() {
    String cursor =
        list("officer", "date", "2026-12-07", "limit", "2").body().path("nextCursor").asText();

    offices.applications.removeIf(it -> it.dossier().applicant().fullName().equals("BUDI"));

    assertThat(names(list("officer", "date", "2026-12-07", "cursor", cursor)))
        .containsExactly("ANDI", "CITRA");
  }

  @Test
  void aCursorNamesNobody() {
    String cursor =
        list("officer", "date", "2026-12-07", "limit", "2").body().path("nextCursor").asText();

    assertThat(cursor).doesNotContainIgnoringCase("zainal").doesNotContain("9901");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "", "1.2.3", "AAAAAAAAAAAAAAAA.", "AAAAAAAAAAAAAAAA.9999999"})
  void everyFaultIsToldAtOnce(String cursor) {
    Reply reply = list("officer", "limit", "101", "cursor", cursor);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointers()).containsExactly("/query/date", "/query/limit", "/query/cursor");
  }

  @ParameterizedTest
  @CsvSource({
    "officer, 200",
    "supervisor, 200",
    "auditor, 200",
    "elsewhere, 403",
    "applicant, 403",
    "nobody, 401"
  })
  void theListIsForTheOfficeAndAuditors(String token, int status) {
    assertThat(list(token, "date", "2026-12-07").status()).isEqualTo(status);
  }

  @Test
  void aDayWithoutAnybodyIsEmpty() {
    assertThat(names(list("auditor", "date", "2026-12-08"))).isEmpty();
  }

  // ---- For a spreadsheet ----

  private Reply as(String accept, String token, String date) {
    return offices.get(
        "/offices/{officeId}/appointments",
        Map.of("officeId", "CLG"),
        Map.of("date", date),
        token,
        Map.of("Accept", accept));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/csv",
        "TEXT/CSV",
        " text/csv ; charset=utf-8",
        "text/csv;q=0.9, application/json",
        "text/csv, */*"
      })
  void theDayIsATableWhereOneIsWanted(String accept) {
    Reply reply = as(accept, "officer", "2026-12-07");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers())
        .containsEntry("Content-Type", "text/csv; charset=utf-8; header=present")
        .containsEntry("Cache-Control", "no-store");
    assertThat(reply.text().split("\r\n", -1))
        .hasSize(6)
        .startsWith(
            "\"applicationId\",\"name\",\"nik\",\"sessionId\",\"startsAt\",\"endsAt\","
                + "\"lane\",\"status\",\"version\",\"verdict\"",
            "\""
                + Bookings.hold(3).application().value()
                + "\",\"BUDI\",\"************0001\",\"CLG.2026-12-07.0800.REGULAR\","
                + "\"2026-12-07T08:00:00+07:00\",\"2026-12-07T09:00:00+07:00\",\"REGULAR\","
                + "\"CONFIRMED\",\"1\",\"PENDING\"")
        .endsWith("");
  }

  /** As RFC 4180 has it: a quote is written twice, and what is quoted may hold anything. */
  @Test
  void whateverANameHasInItStaysInItsCell() {
    offices.applications.clear();
    offices.applications.add(
        Bookings.of(
            1,
            "SITI \"IBU\" AMINAH, S.H.",
            Status.CONFIRMED,
            session("CLG.2026-12-07.0800.REGULAR")));
    offices.applications.add(
        Bookings.of(2, "O'NEIL; ÉVA", Status.CONFIRMED, session("CLG.2026-12-07.0900.REGULAR")));

    String table = as("text/csv", "auditor", "2026-12-07").text();

    assertThat(table)
        .contains(",\"SITI \"\"IBU\"\" AMINAH, S.H.\",\"************0001\",")
        .contains(",\"O'NEIL; ÉVA\",")
        .endsWith("\r\n");
    assertThat(table.replace("\r\n", "")).doesNotContain("\r", "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "application/json",
        "*/*",
        "application/json, text/csv",
        "text/csvx",
        "text/*"
      })
  void elseItIsAPage(String accept) {
    assertThat(names(as(accept, "officer", "2026-12-07")))
        .containsExactly("BUDI", "ZAINAL", "ANDI", "CITRA");
  }

  @Test
  void theDayIsLinesOfTheSameThingsThatAPageHas() throws JsonProcessingException {
    Reply reply = as("application/x-ndjson", "officer", "2026-12-07");

    assertThat(reply.headers())
        .containsEntry("Content-Type", "application/x-ndjson")
        .containsEntry("Cache-Control", "no-store");
    assertThat(reply.text()).endsWith("}\n");
    List<JsonNode> lines = new ArrayList<>();
    for (String line : reply.text().lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    List<JsonNode> items = new ArrayList<>();
    list("officer", "date", "2026-12-07").body().path("items").forEach(items::add);
    assertThat(lines).isEqualTo(items);
  }

  /** More than a page has. */
  @ParameterizedTest
  @CsvSource({"text/csv, 151", "application/x-ndjson, 150"})
  void theWholeDayComesAtOnce(String accept, int lines) {
    offices.applications.clear();
    for (int i = 0; i < 150; i++) {
      offices.applications.add(
          Bookings.of(i, "ORANG", Status.CONFIRMED, session("CLG.2026-12-07.0800.REGULAR")));
    }

    assertThat(as(accept, "officer", "2026-12-07").text().lines()).hasSize(lines);
  }

  @Test
  void aDayWithoutAnybodyIsATableWithoutALine() {
    assertThat(as("text/csv", "officer", "2026-12-08").text().lines()).hasSize(1);
    assertThat(as("application/x-ndjson", "officer", "2026-12-08").text()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "text/csv, elsewhere, 403",
    "application/x-ndjson, elsewhere, 403",
    "text/csv, applicant, 403",
    "text/csv, nobody, 401",
    "application/x-ndjson, auditor, 200"
  })
  void aTableIsForThoseForWhomTheListIs(String accept, String token, int status) {
    assertThat(as(accept, token, "2026-12-07").status()).isEqualTo(status);
  }

  @Test
  void aFaultIsToldAsAProblemWhateverIsWanted() {
    assertThat(as("text/csv", "officer", "besok").pointers()).containsExactly("/query/date");
  }
}
