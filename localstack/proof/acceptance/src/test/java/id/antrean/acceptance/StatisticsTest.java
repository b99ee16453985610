package id.antrean.acceptance;

import static id.antrean.acceptance.stack.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.stack.Ability;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What its supervisor is told of an office: what happened there, counted once. One test after
 * another, since each looks at what the others count too.
 */
@OnAStack
@Execution(ExecutionMode.SAME_THREAD)
@DisplayName("An office's statistics")
final class StatisticsTest {
  /** In which no other test takes a seat. */
  private static final String LANE = "PRIORITY";

  private final Stack stack;

  StatisticsTest(Stack stack) {
    this.stack = stack;
  }

  @Test
  void count_a_hold_and_its_payment_once() {
    OpenSession session = opens();
    Map<String, Integer> before = figures(session.office());
    PassportApplication application = stack.readyApplication();
    application.holds(session);
    application.holds(session);
    String code = application.bill().getString("billingCode");
    stack.standard().takesPayment(code, Map.of("times", 3));

    happened(session.office(), before, Map.of("held", 1, "paid", 1, "seatsTaken", 1));
  }

  @Test
  void count_a_hold_that_runs_out() {
    OpenSession session = opens();
    Map<String, Integer> before = figures(session.office());
    PassportApplication application = stack.readyApplication();
    application.holds(session);
    stack.letUnpaidHoldExpire(application);

    happened(
        session.office(),
        before,
        Map.of("held", 1, "expired", 1, "seatsTaken", 1, "seatsReturned", 1));
  }

  @Test
  void count_a_move_where_it_left_and_the_seat_where_it_went() {
    OpenSession from = opens();
    OpenSession to = opens();
    assertThat(to.office()).isNotEqualTo(from.office());
    Map<String, Integer> left = figures(from.office());
    Map<String, Integer> reached = figures(to.office());
    PassportApplication application = stack.readyApplication();
    application.holds(from);
    application.holds(to);

    happened(
        from.office(), left, Map.of("held", 1, "moved", 1, "seatsTaken", 1, "seatsReturned", 1));
    happened(to.office(), reached, Map.of("seatsTaken", 1));
    // Where the clock cannot be moved it would run out in the midst of another test.
    application.givesBack();
    happened(to.office(), reached, Map.of("seatsTaken", 1, "seatsReturned", 1));
  }

  @Test
  void count_whoever_cancels_or_gives_a_seat_back() {
    OpenSession session = opens();
    Map<String, Integer> before = figures(session.office());
    PassportApplication cancelled = stack.readyApplication();
    cancelled.holds(session);
    cancelled.triesToCancel().accepted();
    PassportApplication givenBack = stack.readyApplication();
    givenBack.holds(session);
    givenBack.givesBack();

    happened(
        session.office(),
        before,
        Map.of("held", 2, "cancelled", 1, "seatsTaken", 2, "seatsReturned", 2));
  }

  @Test
  void count_late_money_where_the_seat_was_and_the_seat_that_is_won_back() {
    OpenSession session = opens();
    Map<String, Integer> before = figures(session.office());
    PassportApplication application = stack.readyApplication();
    application.holds(session);
    String code = application.bill().getString("billingCode");
    application.givesBack();
    stack.standard().takesPayment(code);
    application.isSoon("CONFIRMED");

    happened(
        session.office(),
        before,
        Map.of("held", 1, "paid", 1, "seatsTaken", 2, "seatsReturned", 1));
  }

  /** Whenever it is put down, it is of the day of the visit. */
  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void count_what_happens_at_visits_on_their_day() {
    VisitDay day = VisitDay.at("CLG", stack);
    OpenSession session = day.opens("17:00", LANE, 4);
    PassportApplication served = day.expects(session);
    PassportApplication comesAgain = day.expects(session);
    PassportApplication neverCalled = day.expects(session);
    PassportApplication missing = day.expects(session);
    day.comes("16:30");
    day.officer().checksIn(served);
    day.officer().checksIn(comesAgain);
    stack.sandbox().letPass(Duration.ofMinutes(10));
    day.officer().checksIn(neverCalled);
    day.officer().calls("1");
    day.officer().calls("2");
    day.officer().triesToEnd(served, "COMPLETED").accepted();
    day.officer().triesToEnd(comesAgain, "RETURN", "the old passport is missing").accepted();
    day.isOver();
    missing.isSoon("NO_SHOW");
    day.officer().triesToEnd(neverCalled, "COMPLETED").accepted();

    soon(
        () ->
            assertThat(visits(day))
                .containsEntry("checkedIn", 3)
                .containsEntry("completed", 2)
                .containsEntry("noShow", 1)
                .containsEntry("comesAgain", 1)
                .containsEntry("called", 2));
    // Two waited for ten minutes each; the rest is a slow machine's.
    assertThat(visits(day).get("waitedSeconds")).isBetween(1200, 1320);
  }

  private Map<String, Integer> visits(VisitDay day) {
    return figures(
        stack.supervisor("CLG").triesToSeeStatistics(day.date(), day.date()).accepted(),
        List.of("checkedIn", "completed", "noShow", "comesAgain", "called", "waitedSeconds"));
  }

  @Test
  void add_up() {
    OpenSession session = opens();
    PassportApplication application = stack.readyApplication();
    application.holds(session);
    // Where the clock cannot be moved it would run out in the midst of another test.
    application.givesBack();
    soon(() -> assertThat(figures(session.office()).get("seatsReturned")).isPositive());

    JsonPath answer = seen(session.office());

    assertThat(answer.getString("officeId")).isEqualTo(session.office());
    assertThat(answer.getString("from")).isEqualTo(from().toString());
    assertThat(answer.getString("to")).isEqualTo(to().toString());
    assertThat(answer.getList("days.date", String.class)).isSorted().doesNotHaveDuplicates();
    for (String figure : List.of("held", "paid", "seatsTaken", "seatsReturned")) {
      List<Integer> parts = answer.getList("days.lanes.flatten()." + figure, Integer.class);
      assertThat(parts.stream().mapToInt(it -> it).sum())
          .as(figure)
          .isEqualTo(answer.getInt("totals." + figure));
    }
  }

  @Test
  void are_seen_by_the_supervisor_of_the_office_and_by_auditors() {
    stack.supervisor("CLG").triesToSeeStatistics(from(), to()).accepted();
    stack.auditor("CLG").triesToSeeStatistics(from(), to()).accepted();
    stack.auditor("DPS").triesToSeeStatistics(from(), to()).accepted();

    stack.officer("CLG").triesToSeeStatistics(from(), to()).refused(403, "forbidden");
    stack.supervisor("DPS").at("CLG").triesToSeeStatistics(from(), to()).refused(403, "forbidden");
    stack.auditor("XYZ").triesToSeeStatistics(from(), to()).refused(404, "not-found");
  }

  @Test
  void are_of_a_period_that_makes_sense() {
    LocalDate today = stack.today();

    stack.supervisor("CLG").triesToSeeStatistics(today, today.plusDays(92)).accepted();
    assertThat(wrongly(Map.of("from", today.toString(), "to", today.plusDays(93).toString())))
        .containsExactly("/query/to");
    assertThat(wrongly(Map.of("from", today.toString(), "to", today.minusDays(1).toString())))
        .containsExactly("/query/to");
    assertThat(wrongly(Map.of())).containsExactlyInAnyOrder("/query/from", "/query/to");
    assertThat(wrongly(Map.of("from", "yesterday", "to", "2026-02-30")))
        .containsExactlyInAnyOrder("/query/from", "/query/to");
  }

  private List<String> wrongly(Map<String, ?> query) {
    return stack.supervisor("CLG").triesToSeeStatisticsWrongly(query).pointers();
  }

  private OpenSession opens() {
    return stack.alsoOpens(stack.plans(1), LANE, 5);
  }

  /** From then on until now exactly this has happened, and nothing else. */
  private void happened(String office, Map<String, Integer> before, Map<String, Integer> happened) {
    Map<String, Integer> expected = new LinkedHashMap<>(before);
    happened.forEach((figure, times) -> expected.merge(figure, times, Integer::sum));
    soon(() -> assertThat(figures(office)).isEqualTo(expected));
  }

  /** On the days within which a test's time passes. */
  private Map<String, Integer> figures(String office) {
    return figures(
        seen(office),
        List.of("held", "paid", "expired", "moved", "cancelled", "seatsTaken", "seatsReturned"));
  }

  /** Those of the lane. */
  private static Map<String, Integer> figures(JsonPath seen, List<String> names) {
    Map<String, Integer> figures = new LinkedHashMap<>();
    List<Map<String, Object>> lanes = seen.getList("days.lanes.flatten()");
    for (String figure : names) {
      figures.put(
          figure,
          lanes.stream()
              .filter(lane -> LANE.equals(lane.get("lane")))
              .mapToInt(lane -> (Integer) lane.getOrDefault(figure, 0))
              .sum());
    }
    return figures;
  }

  private JsonPath seen(String office) {
    return stack.supervisor(office).triesToSeeStatistics(from(), to()).accepted();
  }

  private LocalDate from() {
    return stack.today().minusDays(1);
  }

  private LocalDate to() {
    return stack.today().plusDays(2);
  }
}
