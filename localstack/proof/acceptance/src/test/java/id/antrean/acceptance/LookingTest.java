package id.antrean.acceptance;

import static id.antrean.acceptance.stack.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.people.Visitor;
import id.antrean.acceptance.stack.Answer;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Point 3: anybody sees where and when there are seats. */
@OnAStack
@DisplayName("Looking for a seat")
final class LookingTest {
  private final Stack stack;

  LookingTest(Stack stack) {
    this.stack = stack;
  }

  @Test
  void shows_every_office_without_a_token() {
    JsonPath offices = stack.visitor().looksAtOffices(Map.of()).accepted();

    assertThat(offices.getList("items.id", String.class)).contains("CLG", "DPS", "JAP");
    assertThat(offices.getString("items.find { it.id == 'DPS' }.zone")).isEqualTo("Asia/Makassar");
  }

  @Test
  void shows_offices_page_by_page() {
    JsonPath first = stack.visitor().looksAtOffices(Map.of("limit", 2)).accepted();
    JsonPath rest =
        stack
            .visitor()
            .looksAtOffices(Map.of("limit", 2, "cursor", first.getString("nextCursor")))
            .accepted();

    assertThat(first.getList("items")).hasSize(2);
    assertThat(rest.getList("items.id", String.class))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(first.getList("items.id", String.class));
  }

  @Test
  void shows_one_office_and_knows_no_other() {
    assertThat(stack.visitor().looksAtOffice("JAP").accepted().getString("zone"))
        .isEqualTo("Asia/Jayapura");
    stack.visitor().looksAtOffice("XYZ").refused(404, "not-found");
    stack.visitor().looksAtMonth("XYZ", Map.of("month", "2026-12")).refused(404, "not-found");
  }

  @ParameterizedTest
  @CsvSource({"CLG, +07:00", "DPS, +08:00", "JAP, +09:00"})
  void shows_a_months_sessions_in_the_offices_own_time(String office, String offset) {
    String month = stack.today().plusDays(30).toString().substring(0, 7);

    Answer answer = stack.visitor().looksAtMonth(office, Map.of("month", month));

    assertThat(answer.accepted().getList("days.date", String.class))
        .isNotEmpty()
        .isSorted()
        .allMatch(date -> date.startsWith(month));
    assertThat(answer.accepted().getList("days.sessions.flatten().startsAt", String.class))
        .isNotEmpty()
        .allMatch(startsAt -> startsAt.endsWith(offset));
  }

  /** A holiday on which no test opens a session: it has passed. */
  @ParameterizedTest
  @CsvSource({"CLG", "DPS", "JAP"})
  void tells_why_an_office_is_closed_on_a_holiday(String office) {
    Map<String, Object> independence =
        stack
            .visitor()
            .looksAtMonth(office, Map.of("month", "2026-08"))
            .accepted()
            .getMap("days.find { it.date == '2026-08-17' }");

    assertThat(independence)
        .containsEntry("holiday", Map.of("name", "Hari Kemerdekaan"))
        .containsEntry("sessions", List.of())
        .containsEntry("state", "PAST");
  }

  @ParameterizedTest
  @CsvSource({"9999-12", "0000-01", "1999-12"})
  void looks_at_no_month_of_another_century(String month) {
    assertThat(stack.visitor().looksAtMonth("CLG", Map.of("month", month)).pointers())
        .containsExactly("/query/month");
  }

  @Test
  void may_be_five_seconds_old_at_most() {
    String cached =
        stack
            .visitor()
            .looksAtMonth("CLG", Map.of("month", stack.today().toString().substring(0, 7)))
            .header("Cache-Control");

    assertThat(cached).matches("public, max-age=[1-5]");
  }

  /** Also in lists, weakly, and as any; and anew as soon as something is different. */
  @ParameterizedTest
  @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*"})
  void shows_nothing_twice_to_who_has_it(String named) {
    Visitor visitor = stack.visitor();
    for (Answer first : List.of(visitor.looksAtOffices(Map.of()), visitor.looksAtOffice("DPS"))) {
      assertThat(first.header("ETag")).matches("\"[A-Za-z0-9_-]+\"");
      assertThat(first.header("Cache-Control")).matches("public, max-age=[0-9]+");
    }
    String list = named.formatted(visitor.looksAtOffices(Map.of()).header("ETag"));
    String one = named.formatted(visitor.looksAtOffice("DPS").header("ETag"));

    Answer sameList = visitor.with("If-None-Match", list).looksAtOffices(Map.of());
    Answer sameOne = visitor.with("If-None-Match", one).looksAtOffice("DPS");

    assertThat(sameList.status()).isEqualTo(304);
    assertThat(sameOne.status()).isEqualTo(304);
    assertThat(sameOne.response().asByteArray()).isEmpty();
    assertThat(sameOne.header("Cache-Control")).matches("public, max-age=[0-9]+");
    assertThat(visitor.with("If-None-Match", "\"other\"").looksAtOffice("DPS").status())
        .isEqualTo(200);
  }

  @Test
  void shows_a_month_again_only_when_a_seat_was_taken() {
    OpenSession session = stack.opens(5);
    Map<String, String> month = Map.of("month", session.month());
    soon(() -> assertThat(stack.visitor().sees(session)).containsEntry("free", 5));
    PassportApplication ready = stack.readyApplication();
    List<Visitor> again = new ArrayList<>();
    soon(
        () -> {
          String tag = stack.visitor().looksAtMonth(session.office(), month).header("ETag");
          Visitor visitor = stack.visitor().with("If-None-Match", tag);
          assertThat(visitor.looksAtMonth(session.office(), month).status()).isEqualTo(304);
          again.add(visitor);
        });

    ready.holds(session);

    soon(
        () ->
            assertThat(again.getLast().looksAtMonth(session.office(), month).status())
                .isEqualTo(200));
  }

  /** What is polled while something is awaited: the application, its bill, its list. */
  @Test
  void shows_an_application_again_only_when_it_has_changed() {
    PassportApplication application = stack.readyApplication();
    Answer first = application.triesToLook();
    String tag = first.header("ETag");
    assertThat(Integer.parseInt(first.header("Retry-After"))).isPositive();
    PassportApplication again = application.with("If-None-Match", tag);
    assertThat(again.triesToLook().status()).isEqualTo(304);
    assertThat(again.triesToLook().header("ETag")).isEqualTo(tag);
    assertThat(Integer.parseInt(again.triesToLook().header("Retry-After"))).isPositive();

    application.holds(stack.opens(1));

    assertThat(again.triesToLook().status()).isEqualTo(200);
    Answer awaiting = application.triesToLook();
    assertThat(Integer.parseInt(awaiting.header("Retry-After"))).isLessThanOrEqualTo(10);
    String bill = application.triesToSeeBill().header("ETag");
    assertThat(application.with("If-None-Match", bill).triesToSeeBill().status()).isEqualTo(304);
  }

  @Test
  void shows_only_the_lane_asked_for() {
    OpenSession regular = stack.opens(3);
    stack.alsoOpens(regular, "PRIORITY", 2);

    JsonPath month =
        stack
            .visitor()
            .looksAtMonth(regular.office(), Map.of("month", regular.month(), "lane", "PRIORITY"))
            .accepted();

    assertThat(month.getList("days.sessions.flatten().lane", String.class))
        .isNotEmpty()
        .containsOnly("PRIORITY");
  }

  @Test
  void counts_what_can_be_held_now() {
    OpenSession session = stack.opens(2);
    // Somebody else may have asked for the month just now, and answers are kept for some seconds.
    soon(
        () ->
            assertThat(stack.visitor().sees(session))
                .containsEntry("free", 2)
                .containsEntry("state", "OPEN"));
    PassportApplication application = stack.readyApplication();

    application.holds(session);
    assertThat(seenFresh(session)).containsEntry("free", 1).containsEntry("quota", 2);

    application.givesBack();
    assertThat(seenFresh(session)).containsEntry("free", 2);
  }

  @Test
  void shows_a_day_that_opens_later_as_such() {
    OpenSession session = stack.plans(4);
    OffsetDateTime opensAt = stack.sandbox().now().plusDays(1).withNano(0);
    stack.officer(session.office()).sets(opensAt, session);

    JsonPath day = day(session);

    assertThat(day.getString("state")).isEqualTo("NOT_YET_OPEN");
    assertThat(OffsetDateTime.parse(day.getString("opensAt"))).isAtSameInstantAs(opensAt);
    assertThat(stack.visitor().sees(session))
        .containsEntry("free", 0)
        .containsEntry("state", "NOT_YET_OPEN");
  }

  @Test
  void shows_a_session_that_was_taken_out_as_closed() {
    OpenSession session = stack.opens(4);
    stack.officer(session.office()).triesToSet(session.date()).accepted();

    assertThat(stack.visitor().sees(session))
        .containsEntry("free", 0)
        .containsEntry("state", "CLOSED");
  }

  @Test
  void needs_a_month_and_says_so_in_the_readers_language() {
    Answer answer = stack.visitor().looksWronglyAtMonth("CLG", Map.of("lane", "FAST"));

    assertThat(answer.pointers()).containsExactlyInAnyOrder("/query/month", "/query/lane");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-13", "2026-1", "December", "", "2026-12-01"})
  void needs_a_month_that_is_one(String month) {
    assertThat(stack.visitor().looksWronglyAtMonth("CLG", Map.of("month", month)).pointers())
        .containsExactly("/query/month");
  }

  private Map<String, Object> seenFresh(OpenSession session) {
    // The answer says how long it may be kept; after that it is true.
    stack.sandbox().letPass(Duration.ofSeconds(6));
    return stack.visitor().sees(session);
  }

  private JsonPath day(OpenSession session) {
    return stack
        .visitor()
        .looksAtMonth(session.office(), Map.of("month", session.month()))
        .accepted()
        .setRootPath("days.find { it.date == '" + session.date() + "' }");
  }
}
