package id.antrean.acceptance;

import static id.antrean.acceptance.stack.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.Officer;
import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.stack.Ability;
import id.antrean.acceptance.stack.Answer;
import io.restassured.path.json.JsonPath;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A supervisor steers the week of an office, and what was changed can be read afterwards. One test
 * after another, since each sets the same week.
 */
@OnAStack
@Execution(ExecutionMode.SAME_THREAD)
@DisplayName("The week of an office")
final class OfficeWeekTest {
  private static final String OFFICE = "JAP";

  /** When no other test opens a session, on days when no office works. */
  private static final Map<String, Object> WEEKENDS_AT_DAWN =
      Map.of(
          "days",
          List.of("SATURDAY", "SUNDAY"),
          "start",
          "05:05",
          "minutes",
          60,
          "lane",
          "REGULAR",
          "quota",
          2);

  private final Stack stack;
  private final Officer supervisor;
  private final Map<String, Object> former;

  OfficeWeekTest(Stack stack) {
    this.stack = stack;
    this.supervisor = stack.supervisor(OFFICE);
    this.former = setting(supervisor.triesToSeePattern().accepted());
  }

  @BeforeEach
  void the_coming_days_are_laid_out() {
    if (Ability.MOVABLE_CLOCK.isHere()) {
      stack.sandbox().runNow("CalendarFunction");
    }
  }

  /** Other tests look at these days too. */
  @AfterEach
  void it_is_as_before() {
    supervisor.triesToSetPattern(former).accepted();
  }

  /** A week as it can be set, out of an answer that shows it. */
  private static Map<String, Object> setting(JsonPath shown) {
    Map<String, Object> setting = new HashMap<>(shown.getMap(""));
    setting.remove("officeId");
    setting.remove("version");
    return setting;
  }

  private Map<String, Object> withWeekends() {
    List<Object> sessions =
        new ArrayList<>((List<?>) Objects.requireNonNull(former.get("sessions")));
    sessions.add(WEEKENDS_AT_DAWN);
    Map<String, Object> setting = new HashMap<>(former);
    setting.put("sessions", sessions);
    return setting;
  }

  private static List<String> kept(JsonPath set, String reason) {
    return set.getList("kept.findAll { it.reason == '" + reason + "' }.date", String.class);
  }

  private static OpenSession dawn(LocalDate day) {
    return new OpenSession(OFFICE, day, "05:05", "REGULAR", 2);
  }

  /** Days in which a seat can be held still, as long as the calendar is laid out. */
  private Stream<LocalDate> weekends() {
    return stack
        .today()
        .plusDays(2)
        .datesUntil(stack.today().plusDays(59))
        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0);
  }

  /** The first from that day on that nobody has set and that is no holiday. */
  private OpenSession following(JsonPath set, LocalDate from) {
    Set<String> others = Set.copyOf(set.getList("kept.date", String.class));
    Stream<OpenSession> days =
        weekends()
            .filter(day -> !day.isBefore(from))
            .filter(day -> !others.contains(day.toString()))
            .map(OfficeWeekTest::dawn);
    List<OpenSession> candidates = days.toList();
    // What everybody sees may be some seconds old.
    soon(() -> assertThat(candidates).anyMatch(session -> seen(session) != null));
    return candidates.stream().filter(session -> seen(session) != null).findFirst().orElseThrow();
  }

  private @Nullable Map<String, Object> seen(OpenSession session) {
    return stack.visitor().sees(session);
  }

  @Test
  void is_shown_with_its_rules_to_who_answers_for_it() {
    Answer shown = supervisor.triesToSeePattern();

    JsonPath week = shown.accepted();
    assertThat(week.getString("officeId")).isEqualTo(OFFICE);
    assertThat(shown.header("ETag")).isEqualTo("\"" + week.getInt("version") + "\"");
    assertThat(week.getList("sessions")).isNotEmpty();
    assertThat(stack.auditor(OFFICE).triesToSeePattern().accepted().getMap(""))
        .isEqualTo(week.getMap(""));
    stack.officer(OFFICE).triesToSeePattern().refused(403, "forbidden");
  }

  @Test
  void is_followed_by_the_days_that_nobody_set_or_booked() {
    LocalDate byHand = weekends().toList().getFirst();
    stack.officer(OFFICE).sets(new OpenSession(OFFICE, byHand, "09:09", "REGULAR", 1));

    JsonPath set = supervisor.triesToSetPattern(withWeekends()).accepted();

    assertThat(set.getInt("followed")).isPositive();
    assertThat(kept(set, "SET_BY_HAND")).contains(byHand.toString());
    assertThat(set.getList("pattern.sessions")).hasSize(size("sessions") + 1);
    OpenSession follows = following(set, stack.today());
    soon(() -> assertThat(seen(follows)).containsEntry("state", "OPEN").containsEntry("quota", 2));
    assertThat(
            stack
                .officer(OFFICE)
                .triesToSeeDay(byHand)
                .accepted()
                .getList("sessions.findAll { it.state == 'OPEN' }.id", String.class))
        .as("the officer's word")
        .containsExactly(new OpenSession(OFFICE, byHand, "09:09", "REGULAR", 1).id());
    stack.readyApplication().holds(follows);
  }

  private int size(String list) {
    return ((List<?>) Objects.requireNonNull(former.get(list))).size();
  }

  @Test
  void leaves_a_day_in_which_somebody_has_a_seat_and_says_so() {
    JsonPath set = supervisor.triesToSetPattern(withWeekends()).accepted();
    OpenSession dawn = following(set, stack.today());
    PassportApplication application = stack.readyApplication();
    application.holds(dawn);

    JsonPath back = supervisor.triesToSetPattern(former).accepted();

    assertThat(kept(back, "BOOKED")).contains(dawn.date().toString());
    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");
    assertThat(stack.officer(OFFICE).sees(dawn)).containsEntry("held", 1);

    application.givesBack();
    soon(
        () ->
            assertThat(kept(supervisor.triesToSetPattern(former).accepted(), "BOOKED"))
                .doesNotContain(dawn.date().toString()));
    application.triesToHold(dawn).refused(409, "session-closed");
  }

  @Test
  void that_is_set_again_to_the_same_is_the_same() {
    Answer first = supervisor.triesToSetPattern(withWeekends());
    Answer again = supervisor.triesToSetPattern(withWeekends());

    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(again.accepted().getInt("followed")).isZero();
    assertThat(again.accepted().getMap("pattern")).isEqualTo(first.accepted().getMap("pattern"));
  }

  @Test
  void is_not_set_by_who_saw_another() {
    String seen = Objects.requireNonNull(supervisor.triesToSeePattern().header("ETag"));

    JsonPath set = supervisor.with("If-Match", seen).triesToSetPattern(withWeekends()).accepted();

    assertThat(
            supervisor
                .with("If-Match", seen)
                .triesToSetPattern(former)
                .refused(412, "stale")
                .getInt("version"))
        .isEqualTo(set.getInt("pattern.version"));
  }

  @Test
  void opens_in_parts_where_it_says_so() {
    Map<String, Object> week = withWeekends();
    week.put(
        "releases",
        List.of(Map.of("weeksBefore", 1, "day", "FRIDAY", "time", "00:00", "quota", 1)));

    JsonPath set = supervisor.triesToSetPattern(week).accepted();

    assertThat(set.getList("pattern.releases.quota", Integer.class)).containsExactly(1);
    // The Friday before a Sunday's week is nine days earlier. Of the ten days before those that
    // other tests share out, two at least are of a weekend, whatever day it is today.
    OpenSession later = following(set, stack.today().plusDays(10));
    soon(() -> assertThat(seen(later)).containsEntry("state", "NOT_YET_OPEN"));
    stack.readyApplication().triesToHold(later).refused(409, "not-open-yet");
  }

  @Test
  void is_told_every_fault_at_once() {
    Map<String, Object> wrong =
        Map.of(
            "sessions",
            List.of(
                Map.of("days", List.of(), "start", "8", "minutes", 0, "lane", "X", "quota", 501)),
            "releases",
            List.of(Map.of("weeksBefore", 13, "day", "FRI", "time", "2", "quota", 0)),
            "rescheduleLimit",
            -1,
            "cutOffDays",
            31,
            "colour",
            "red");

    assertThat(supervisor.setsPatternWrongly(wrong).pointers())
        .containsExactlyInAnyOrder(
            "/sessions/0/days",
            "/sessions/0/start",
            "/sessions/0/minutes",
            "/sessions/0/lane",
            "/sessions/0/quota",
            "/releases/0/weeksBefore",
            "/releases/0/day",
            "/releases/0/time",
            "/releases/0/quota",
            "/rescheduleLimit",
            "/cutOffDays",
            "/letsInMinutes",
            "/colour");
  }

  // ---- What it offers ----

  /** Nobody in these tests changes the data of an ordinary passport. */
  @Test
  void has_beside_it_what_the_office_offers() {
    List<Map<String, Object>> offered =
        stack.visitor().looksAtOffice(OFFICE).accepted().getList("services");
    List<Map<String, Object>> fewer = offered.stream().map(OfficeWeekTest::withoutChange).toList();
    assertThat(fewer).isNotEqualTo(offered);
    try {
      Answer set = supervisor.triesToOffer(fewer);

      assertThat(set.accepted().getList("services")).isEqualTo(fewer);
      assertThat(set.header("ETag")).isEqualTo("\"" + set.accepted().getInt("version") + "\"");
      assertThat(supervisor.triesToOffer(fewer).header("ETag")).isEqualTo(set.header("ETag"));
    } finally {
      supervisor.triesToOffer(offered).accepted();
    }
    List<Map<String, Object>> changes =
        stack.history(OFFICE).stream()
            .filter(change -> "SERVICES".equals(change.get("kind")))
            .toList();
    assertThat(changes.getLast()).containsEntry("by", "ratna").containsEntry("date", null);
    assertThat(changes.getLast().get("after"))
        .isEqualTo(changes.get(changes.size() - 2).get("before"))
        .isNotEqualTo(changes.getLast().get("before"));
  }

  private static Map<String, Object> withoutChange(Map<String, Object> service) {
    if (!"ORDINARY".equals(service.get("type"))) {
      return service;
    }
    Map<String, Object> fewer = new HashMap<>(service);
    fewer.put(
        "kinds",
        ((List<?>) Objects.requireNonNull(service.get("kinds")))
            .stream().filter(kind -> !"DATA_CHANGE".equals(kind)).toList());
    return fewer;
  }

  @Test
  void offers_nothing_that_there_is_not() {
    Map<String, Object> wrong =
        Map.of(
            "services",
            List.of(Map.of("type", "PAPER", "kinds", List.of(), "lanes", List.of("REGULAR", "X"))));

    assertThat(supervisor.offersWrongly(wrong).pointers())
        .containsExactlyInAnyOrder("/services/0/type", "/services/0/kinds", "/services/0/lanes");
  }

  // ---- What was changed ----

  @Test
  void has_a_history_that_tells_who_changed_a_day_and_how_it_was() {
    OpenSession session = stack.opens(4);
    stack.supervisor(session.office()).sets(session.quota(5));

    List<Map<String, Object>> changes =
        stack.history(session.office()).stream()
            .filter(change -> session.date().toString().equals(change.get("date")))
            .toList();

    String line = session.start() + " REGULAR 60 min, quota ";
    assertThat(changes.get(changes.size() - 2))
        .containsEntry("kind", "DAY")
        .containsEntry("role", "officer")
        .containsEntry("by", "budi")
        .containsEntry("after", List.of(line + 4));
    assertThat(changes.getLast())
        .containsEntry("role", "supervisor")
        .containsEntry("by", "ratna")
        .containsEntry("before", List.of(line + 4))
        .containsEntry("after", List.of(line + 5));
  }

  @Test
  void has_a_history_that_is_read_page_by_page() {
    OpenSession session = stack.opens(4);
    stack.officer(session.office()).sets(session.quota(5));
    Officer auditor = stack.auditor(session.office());
    LocalDate from = stack.today().minusDays(1);
    LocalDate to = stack.today().plusDays(1);

    JsonPath both = auditor.triesToSeeHistory(from, to, Map.of("limit", 2)).accepted();
    JsonPath first = auditor.triesToSeeHistory(from, to, Map.of("limit", 1)).accepted();
    JsonPath second =
        auditor
            .triesToSeeHistory(
                from,
                to,
                Map.of("limit", 1, "cursor", Objects.requireNonNull(first.getString("nextCursor"))))
            .accepted();

    assertThat(first.getList("items")).isEqualTo(both.getList("items").subList(0, 1));
    assertThat(second.getList("items")).isEqualTo(both.getList("items").subList(1, 2));
  }

  @Test
  void has_no_history_of_what_is_no_period() {
    LocalDate today = stack.today();

    assertThat(supervisor.triesToSeeHistoryWrongly(Map.of("limit", 101, "cursor", "?")).pointers())
        .containsExactlyInAnyOrder("/query/from", "/query/to", "/query/limit", "/query/cursor");
    assertThat(
            supervisor
                .triesToSeeHistoryWrongly(
                    Map.of("from", today.toString(), "to", today.minusDays(1).toString()))
                .pointers())
        .containsExactly("/query/to");
    stack.officer(OFFICE).triesToSeeHistory(today, today, Map.of()).refused(403, "forbidden");
  }
}
