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
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has come is called in turn, to one desk, and the hall sees numbers alone. */
@OnAStack
@DisplayName("The line")
final class CallingTest {
  private final Stack stack;

  CallingTest(Stack stack) {
    this.stack = stack;
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void is_called_by_session_then_by_arrival_with_one_of_the_priority_lane_between() {
    VisitDay day = VisitDay.at("CLG", stack);
    OpenSession first = day.opens("17:00", "REGULAR", 3);
    OpenSession priority = day.opens("17:00", "PRIORITY", 2);
    OpenSession second = day.opens("17:30", "REGULAR", 1);
    List<OpenSession> arrivals = List.of(second, first, first, priority, first, priority);
    List<PassportApplication> people = arrivals.stream().map(day::expects).toList();
    day.comes("17:00");
    List<Integer> numbers = people.stream().map(day.officer()::checksIn).toList();
    assertThat(numbers).containsExactly(1, 2, 3, 4, 5, 6);

    List<Integer> called = new ArrayList<>();
    for (int calls = 0; calls < numbers.size(); calls++) {
      called.add(day.officer().calls("1"));
    }

    assertThat(called).containsExactly(4, 2, 6, 3, 5, 1);
    day.officer().triesToCall("1").refused(409, "nobody-waits");
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void tells_the_desk_who_comes_with_no_more_of_their_nik_than_needed() {
    VisitDay day = VisitDay.at("DPS", stack);
    OpenSession session = day.opens(1);
    Person siti = Person.adult("SITI AMINAH");
    PassportApplication application =
        stack.confirms(stack.applicant("siti").registers(siti).becomesReady(), session);
    day.comes("16:30");
    day.officer().checksIn(application);
    OffsetDateTime before = stack.sandbox().now();

    Answer answer = day.officer().triesToCall("Loket 3");

    JsonPath call = answer.accepted();
    assertThat(call.getString("applicationId")).isEqualTo(application.id());
    assertThat(call.getString("sessionId")).isEqualTo(session.id());
    assertThat(call.getString("name")).isEqualTo("SITI AMINAH");
    assertThat(call.getString("nik")).isEqualTo("*".repeat(12) + siti.nik().substring(12));
    assertThat(answer.response().asString()).doesNotContain(siti.nik());
    assertThat(call.getString("place")).isEqualTo("CALLED");
    assertThat(call.getString("desk")).isEqualTo("Loket 3");
    assertThat(call.getInt("times")).isEqualTo(1);
    // Times are told in whole seconds.
    assertThat(OffsetDateTime.parse(call.getString("calledAt")))
        .isAfterOrEqualTo(before.truncatedTo(ChronoUnit.SECONDS));
    assertThat(OffsetDateTime.parse(call.getString("arrivedAt"))).isBeforeOrEqualTo(before);
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void sends_different_people_to_desks_that_call_at_once() {
    VisitDay day = VisitDay.at("JAP", stack);
    OpenSession session = day.opens(5);
    List<PassportApplication> people =
        Crowd.ofAtMost(4)
            .each(
                IntStream.range(0, 5)
                    .mapToObj(i -> (Callable<PassportApplication>) () -> day.expects(session)));
    day.comes("16:30");
    people.forEach(day.officer()::checksIn);
    Officer officer = day.officer();

    List<Answer> calls =
        Crowd.ofAtMost(6)
            .each(
                IntStream.rangeClosed(1, 6)
                    .mapToObj(
                        desk ->
                            (Callable<Answer>) () -> officer.triesToCall(String.valueOf(desk))));

    assertThat(calls)
        .filteredOn(call -> call.status() == 200)
        .extracting(call -> call.accepted().getInt("number"))
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    assertThat(calls)
        .filteredOn(call -> call.status() != 200)
        .singleElement()
        .satisfies(call -> call.refused(409, "nobody-waits"));
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void is_called_again_passed_over_and_put_back() {
    VisitDay day = VisitDay.at("CLG", stack);
    PassportApplication application = day.expects(day.opens(1));
    day.comes("16:30");
    Officer officer = day.officer();
    int number = officer.checksIn(application);
    officer.triesToCallAgain(number).refused(409, "wrong-status");
    officer.triesToSkip(number).refused(409, "wrong-status");
    officer.calls("1");

    JsonPath again = officer.triesToCallAgain(number).accepted();
    assertThat(again.getInt("times")).isEqualTo(2);
    assertThat(again.getString("desk")).isEqualTo("1");

    for (int times = 0; times < 2; times++) {
      assertThat(officer.triesToSkip(number).accepted().getString("place")).isEqualTo("SKIPPED");
    }
    officer.triesToCallAgain(number).refused(409, "wrong-status");
    officer.triesToCall("2").refused(409, "nobody-waits");

    for (int times = 0; times < 2; times++) {
      assertThat(officer.triesToPutBack(number).accepted().getString("place")).isEqualTo("WAITING");
    }
    JsonPath called = officer.triesToCall("2").accepted();
    assertThat(called.getInt("number")).isEqualTo(number);
    assertThat(called.getString("desk")).isEqualTo("2");
    assertThat(called.getInt("times")).isEqualTo(1);
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void answers_a_repeated_call_under_one_key_alike_and_calls_nobody_more() {
    VisitDay day = VisitDay.at("DPS", stack);
    OpenSession session = day.opens(2);
    List<PassportApplication> people = List.of(day.expects(session), day.expects(session));
    day.comes("16:30");
    people.forEach(day.officer()::checksIn);
    Officer withKey = day.officer().with("Idempotency-Key", UUID.randomUUID().toString());

    Answer first = withKey.triesToCall("1");
    Answer again = withKey.triesToCall("1");

    assertThat(first.accepted().getInt("number")).isEqualTo(1);
    assertThat(again.response().asString()).isEqualTo(first.response().asString());
    withKey.triesToCall("2").refused(422, "key-reused");
    assertThat(day.officer().calls("2")).isEqualTo(2);
    day.officer().triesToEnd(people.getFirst(), "COMPLETED").accepted();
    withKey.triesToCall("1").refused(409, "wrong-status");
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void is_shown_in_the_hall_by_numbers_alone_the_latest_first() {
    VisitDay day = VisitDay.at("JAP", stack);
    OpenSession session = day.opens(3);
    List<PassportApplication> people =
        List.of(day.expects(session), day.expects(session), day.expects(session));
    day.comes("16:30");
    people.forEach(day.officer()::checksIn);
    day.officer().calls("1");
    day.officer().calls("2");

    shows(List.of("2 to 2", "1 to 1"), 1);
    Answer display = stack.visitor().looksAtDisplay("JAP");
    assertThat(display.accepted().getString("date")).isEqualTo(day.date().toString());
    assertThat(display.header("Cache-Control")).isEqualTo("public, max-age=1");
    assertThat(display.response().asString())
        .doesNotContain("SITI", "*", people.getFirst().id(), session.id());
    assertThat(
            stack
                .visitor()
                .with("If-None-Match", display.header("ETag"))
                .looksAtDisplay("JAP")
                .status())
        .isEqualTo(304);

    day.officer().triesToCallAgain(1).accepted();
    shows(List.of("1 to 1", "2 to 2"), 1);
    day.officer().triesToSkip(2).accepted();
    shows(List.of("1 to 1"), 1);
    day.officer().triesToPutBack(2).accepted();
    shows(List.of("1 to 1"), 2);
    day.officer().triesToEnd(people.getFirst(), "COMPLETED").accepted();
    shows(List.of(), 2);
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void leaves_out_who_was_let_go_before_their_turn() {
    VisitDay day = VisitDay.at("CLG", stack);
    OpenSession session = day.opens(3);
    PassportApplication served = day.expects(session);
    PassportApplication reopened = day.expects(session);
    PassportApplication waits = day.expects(session);
    day.comes("17:00");
    List.of(served, reopened, waits).forEach(day.officer()::checksIn);
    day.officer().triesToEnd(served, "COMPLETED").accepted();
    day.supervisor().triesToReopen(reopened, "the camera is broken").accepted();

    assertThat(day.officer().calls("1")).isEqualTo(3);
    day.officer().triesToCall("1").refused(409, "nobody-waits");
  }

  @Test
  void has_no_number_that_nobody_was_given() {
    Officer officer = stack.officer("CLG");

    officer.triesToCallAgain(999_999).refused(404, "not-found");
    officer.triesToSkip(999_999).refused(404, "not-found");
    officer.triesToPutBack(999_999).refused(404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "the third from the left", "<1>", "=1+1"})
  void goes_to_no_desk_that_has_no_name(String desk) {
    assertThat(stack.officer("CLG").callsWrongly(Map.of("desk", desk)).pointers())
        .containsExactly("/desk");
  }

  @Test
  void of_an_office_that_there_is_not_is_not_found() {
    stack.visitor().looksAtDisplay("XYZ").refused(404, "not-found");
  }

  /** What hangs in the hall may be a second old. */
  private void shows(List<String> calls, int waiting) {
    soon(
        () -> {
          JsonPath display = stack.visitor().looksAtDisplay("JAP").accepted();
          assertThat(display.<Map<String, Object>>getList("calls"))
              .extracting(call -> call.get("number") + " to " + call.get("desk"))
              .isEqualTo(calls);
          assertThat(display.getInt("waiting")).isEqualTo(waiting);
        });
  }
}
