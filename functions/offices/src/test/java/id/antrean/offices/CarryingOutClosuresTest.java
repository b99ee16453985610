package id.antrean.offices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.Closure;
import id.antrean.domain.office.ClosureId;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.memory.MemoryClosures.Work;
import id.antrean.memory.Samples;
import id.antrean.offices.OfficesAt.Reply;
import id.antrean.offices.closure.RemindOfClosures;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages about closures come late, twice, or after the supervisor has changed their mind. */
class CarryingOutClosuresTest {
  private static final String MONDAY = "2026-12-07";
  private static final LocalDate DAY = LocalDate.parse(MONDAY);
  private static final SessionId AT_EIGHT =
      SessionId.parse("CLG.2026-12-07.0800.REGULAR").orElseThrow();
  private static final SessionId AT_NINE =
      SessionId.parse("CLG.2026-12-07.0900.REGULAR").orElseThrow();
  private static final String TWO_HUNDRED =
      """
      {"sessions": [{"start": "08:00", "minutes": 60, "lane": "REGULAR", "quota": 200}]}
      """;
  private static final String EIGHT_AND_NINE =
      """
      {"sessions": [
        {"start": "08:00", "minutes": 60, "lane": "REGULAR", "quota": 5},
        {"start": "09:00", "minutes": 60, "lane": "REGULAR", "quota": 5}]}
      """;

  /** Wednesday, 2 December, noon in Jakarta. */
  private final OfficesAt offices = new OfficesAt("2026-12-02T05:00:00Z");

  private final People people = new People(offices);

  private ClosureId closes(String from, String to) {
    Reply reply =
        offices.close(
            "{\"from\":\"%s\",\"to\":\"%s\",\"reason\":\"The roof leaks\"}".formatted(from, to),
            "supervisor",
            Map.of());
    assertThat(reply.status()).isEqualTo(202);
    return new ClosureId(reply.body().path("id").asText());
  }

  private ClosureId closesMonday() {
    return closes(MONDAY, MONDAY);
  }

  private void takesBack(ClosureId closure) {
    assertThat(offices.closure("DELETE", "CLG", closure.value(), "supervisor").status())
        .isEqualTo(202);
  }

  private String state(ClosureId closure) {
    return offices
        .closure("GET", "CLG", closure.value(), "supervisor")
        .body()
        .path("state")
        .asText();
  }

  private void comes(ClosureId closure, @Nullable SessionId session) {
    offices.function().closing(OfficesAt.message(new Work(OfficesAt.CILEGON, closure, session)));
  }

  private void losesItsMessages() {
    offices.calendar.world.closures.queue.lose();
  }

  private List<Work> waiting() {
    return offices.calendar.world.closures.queue.waiting().stream()
        .map(sent -> sent.message())
        .toList();
  }

  private Session.State state(SessionId session) {
    return offices.calendar.session(session).state();
  }

  private int reminds() {
    return new RemindOfClosures(
            offices,
            offices.calendar.world.closures,
            offices.calendar.world.closures,
            offices.clock)
        .run();
  }

  // ---- Messages ----

  @Test
  void theFirstMessageAsksForEachSessionByItself() {
    offices.set(MONDAY, EIGHT_AND_NINE, "officer");
    ClosureId closure = closesMonday();

    losesItsMessages();
    comes(closure, null);

    assertThat(waiting())
        .containsExactlyInAnyOrder(
            new Work(OfficesAt.CILEGON, closure, AT_EIGHT),
            new Work(OfficesAt.CILEGON, closure, AT_NINE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "{}",
        "{\"office\":\"CLG\"}",
        "{\"office\":\"clg\",\"closure\":\"2026-12-07-a\"}",
        "{\"office\":\"CLG\",\"closure\":\"2026-12-07-a\",\"session\":\"no-session\"}"
      })
  void whatNobodyUnderstandsIsDropped(String body) {
    offices.function().closing(OfficesAt.message(body));

    assertThat(waiting()).isEmpty();
  }

  @Test
  void aMessageOfAClosureThatIsNoneChangesNothing() {
    offices.set(MONDAY, EIGHT_AND_NINE, "officer");
    ClosureId none = new ClosureId(MONDAY + "-none");

    comes(none, null);
    comes(none, AT_EIGHT);

    assertThat(waiting()).isEmpty();
    assertThat(offices.calendar.openOn(DAY)).containsExactly(AT_EIGHT, AT_NINE);
  }

  @Test
  void aSessionThatIsNoneIsNothingToDo() {
    ClosureId closure = closesMonday();
    losesItsMessages();

    comes(closure, AT_EIGHT);

    assertThat(waiting()).isEmpty();
  }

  @Test
  void everyMessageMayComeTwice() {
    offices.set(MONDAY, EIGHT_AND_NINE, "officer");
    Application siti = people.paid("siti", AT_EIGHT);
    ClosureId closure = closesMonday();
    comes(closure, null);
    comes(closure, AT_EIGHT);
    offices.worksOff();
    Application left = offices.calendar.world.see(siti.id());

    comes(closure, AT_EIGHT);
    comes(closure, null);
    offices.worksOff();

    assertThat(offices.calendar.world.see(siti.id())).isEqualTo(left);
    assertThat(state(closure)).isEqualTo("CLOSED");
  }

  @Test
  void aMessageThatComesAfterTheClosureWasTakenBackClosesNothing() {
    offices.set(MONDAY, EIGHT_AND_NINE, "officer");
    Application siti = people.holds("siti", AT_EIGHT);
    ClosureId closure = closesMonday();
    takesBack(closure);
    offices.worksOff();

    comes(closure, AT_EIGHT);
    comes(closure, null);
    offices.worksOff();

    assertThat(state(AT_EIGHT)).isEqualTo(Session.State.OPEN);
    assertThat(people.status(siti)).isEqualTo(Status.AWAITING_PAYMENT);
  }

  @Test
  void aStoreThatIsDownBringsTheMessageAgain() {
    offices.set(MONDAY, EIGHT_AND_NINE, "officer");
    ClosureId closure = closesMonday();
    losesItsMessages();
    offices.calendar.faults.down("close out");

    assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> comes(closure, AT_EIGHT));
    comes(closure, AT_EIGHT);

    assertThat(state(AT_EIGHT)).isEqualTo(Session.State.CLOSED);
  }

  // ---- The last word ----

  /** The supervisor changes their mind while the session is worked on. */
  @ParameterizedTest
  @ValueSource(strings = {"close out", "displace", "arm", "save", "free"})
  void theLastWordCountsWhereverItComesInBetween(String call) {
    offices.set(MONDAY, EIGHT_AND_NINE, "officer");
    Application siti = people.paid("siti", AT_EIGHT);
    ClosureId closure = closesMonday();
    losesItsMessages();
    offices.calendar.faults.before(call, () -> takesBack(closure));

    comes(closure, AT_EIGHT);

    assertThat(state(AT_EIGHT)).isEqualTo(Session.State.OPEN);
    assertThat(people.status(siti)).isEqualTo(Status.CONFIRMED);
    offices.worksOff();
    assertThat(state(closure)).isEqualTo("OPEN");
    assertThat(people.status(siti)).isEqualTo(Status.CONFIRMED);
  }

  // ---- Many ----

  @Test
  void aSessionOfManyIsEmptiedByAsManyMessagesAsItTakes() {
    offices.set(MONDAY, TWO_HUNDRED, "officer");
    List<Application> all =
        IntStream.range(0, 130).mapToObj(i -> people.paid("person" + (100 + i), AT_EIGHT)).toList();
    ClosureId closure = closesMonday();
    losesItsMessages();

    comes(closure, AT_EIGHT);

    assertThat(offices.calendar.session(AT_EIGHT).seats()).hasSize(70);
    assertThat(
            offices.closure("GET", "CLG", closure.value(), "auditor").body().path("left").asInt())
        .isEqualTo(70);
    assertThat(offices.worksOff()).isEqualTo(2);
    assertThat(offices.calendar.session(AT_EIGHT).seats()).isEmpty();
    assertThat(all)
        .allSatisfy(it -> assertThat(people.status(it)).isEqualTo(Status.PAID_UNSCHEDULED));
    assertThat(state(closure)).isEqualTo("CLOSED");
  }

  @Test
  void everybodyOfManyGetsASeatBack() {
    offices.set(MONDAY, TWO_HUNDRED, "officer");
    List<Application> all =
        IntStream.range(0, 130).mapToObj(i -> people.paid("person" + (100 + i), AT_EIGHT)).toList();
    ClosureId closure = closesMonday();
    offices.worksOff();

    takesBack(closure);
    offices.worksOff();

    assertThat(offices.calendar.session(AT_EIGHT).seats()).hasSize(130);
    assertThat(all).allSatisfy(it -> assertThat(people.status(it)).isEqualTo(Status.CONFIRMED));
  }

  // ---- Days that come later ----

  @Test
  void aDayThatIsSetAfterItWasClosedIsClosedToo() {
    ClosureId closure = closesMonday();
    offices.worksOff();

    offices.set(MONDAY, EIGHT_AND_NINE, "officer");
    offices.worksOff();

    assertThat(offices.calendar.openOn(DAY)).isEmpty();
    assertThat(offices.calendar.session(AT_NINE).closures()).containsExactly(closure);
    assertThat(state(closure)).isEqualTo("CLOSED");
  }

  @Test
  void whateverADayIsSetToWhatIsClosedStaysClosed() {
    offices.set(MONDAY, EIGHT_AND_NINE, "officer");
    closesMonday();
    offices.worksOff();

    Reply set = offices.set(MONDAY, TWO_HUNDRED, "officer");

    assertThat(set.status()).isEqualTo(200);
    assertThat(state(AT_EIGHT)).isEqualTo(Session.State.CLOSED);
    assertThat(offices.calendar.session(AT_EIGHT).quota()).isEqualTo(200);
    Application siti = Samples.ready("siti");
    offices.calendar.world.has(siti);
    assertThat(people.tries(siti, AT_EIGHT))
        .isEqualTo(Outcome.refused(new Refusal.SessionClosed()));
  }

  @Test
  void settingADayOfAClosureThatWasTakenBackClosesNothing() {
    ClosureId closure = closesMonday();
    takesBack(closure);
    offices.worksOff();

    offices.set(MONDAY, EIGHT_AND_NINE, "officer");

    assertThat(waiting()).isEmpty();
    assertThat(offices.calendar.openOn(DAY)).containsExactly(AT_EIGHT, AT_NINE);
  }

  @Test
  void settingADayThatIsClosedAlreadyAsksForNothing() {
    offices.set(MONDAY, EIGHT_AND_NINE, "officer");
    closesMonday();
    offices.worksOff();

    offices.set(MONDAY, EIGHT_AND_NINE, "supervisor");
    offices.set("2026-12-08", EIGHT_AND_NINE, "supervisor");

    assertThat(waiting()).isEmpty();
  }

  @Test
  void aSessionThatWasLeftOutMeanwhileIsNotOpenedByTakingTheClosureBack() {
    offices.set(MONDAY, EIGHT_AND_NINE, "officer");
    ClosureId closure = closesMonday();
    offices.worksOff();
    offices.set(MONDAY, TWO_HUNDRED, "officer");

    takesBack(closure);
    offices.worksOff();

    assertThat(offices.calendar.openOn(DAY)).containsExactly(AT_EIGHT);
    assertThat(state(closure)).isEqualTo("OPEN");
  }

  @Test
  void ofTwoClosuresOfADayBothHaveToBeTakenBack() {
    offices.set(MONDAY, EIGHT_AND_NINE, "officer");
    Application siti = people.paid("siti", AT_EIGHT);
    ClosureId one = closesMonday();
    ClosureId other = closes(MONDAY, "2026-12-08");
    offices.worksOff();

    takesBack(one);
    offices.worksOff();
    assertThat(state(AT_EIGHT)).isEqualTo(Session.State.CLOSED);
    assertThat(state(one)).isEqualTo("OPEN");
    assertThat(state(other)).isEqualTo("CLOSED");

    takesBack(other);
    offices.worksOff();
    assertThat(offices.calendar.openOn(DAY)).containsExactly(AT_EIGHT, AT_NINE);
    assertThat(people.status(siti)).isEqualTo(Status.CONFIRMED);
  }

  // ---- The net below ----

  @Test
  void whatIsLaidOutAfterItWasClosedTheCalendarHasClosed() {
    closesMonday();
    offices.worksOff();
    offices.layOutCalendar().run();
    assertThat(offices.calendar.openOn(DAY)).isNotEmpty();

    assertThat(reminds()).isEqualTo(1);
    offices.worksOff();

    assertThat(offices.calendar.openOn(DAY)).isEmpty();
    assertThat(offices.calendar.openOn(DAY.plusDays(1))).isNotEmpty();
  }

  @Test
  void lostMessagesLeaveNothingHalfDone() {
    offices.set(MONDAY, EIGHT_AND_NINE, "officer");
    Application siti = people.paid("siti", AT_EIGHT);
    ClosureId closure = closesMonday();
    losesItsMessages();

    reminds();
    offices.worksOff();
    assertThat(state(closure)).isEqualTo("CLOSED");
    assertThat(people.status(siti)).isEqualTo(Status.PAID_UNSCHEDULED);

    takesBack(closure);
    losesItsMessages();
    reminds();
    offices.worksOff();
    assertThat(state(closure)).isEqualTo("OPEN");
    assertThat(people.status(siti)).isEqualTo(Status.CONFIRMED);
  }

  /** Its last day counts as long as it lasts at the office. */
  @Test
  void aClosureThatIsOverIsNoMoreReminded() {
    closes("2026-12-03", "2026-12-03");
    closes("2026-12-03", "2026-12-04");

    assertThat(reminds()).isEqualTo(2);
    offices.clock.reach(Instant.parse("2026-12-03T16:59:59Z"));
    assertThat(reminds()).isEqualTo(2);
    offices.clock.pass(Duration.ofSeconds(1));
    assertThat(reminds()).isEqualTo(1);
  }

  @Test
  void remindingOfWhatIsDoneChangesNothing() {
    offices.set(MONDAY, EIGHT_AND_NINE, "officer");
    ClosureId closure = closesMonday();
    offices.worksOff();
    List<Closure> standing = offices.calendar.world.closures.standing();

    reminds();
    offices.worksOff();

    assertThat(state(closure)).isEqualTo("CLOSED");
    assertThat(offices.calendar.world.closures.standing()).isEqualTo(standing);
    assertThat(offices.calendar.world.closures.history()).hasSize(1);
  }
}
