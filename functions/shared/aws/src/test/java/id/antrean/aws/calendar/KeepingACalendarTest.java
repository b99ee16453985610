package id.antrean.aws.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.antrean.aws.applications.DynamoAppointments;
import id.antrean.aws.offices.DynamoOffices;
import id.antrean.aws.seats.DynamoClosedSeats;
import id.antrean.aws.seats.DynamoSeats;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.ArrangeDay.InForce;
import id.antrean.domain.office.ArrangeDay.Overtaken;
import id.antrean.domain.office.ArrangeDay.Placing;
import id.antrean.domain.office.ArrangeDay.Planner;
import id.antrean.domain.office.CalendarDay.Setting;
import id.antrean.domain.office.ClosureId;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.DayPlan.PlannedSession;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Release;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.ClaimSeat.Claimed;
import id.antrean.domain.seat.ClaimSeat.Refused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeepingACalendarTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final Planner BUDI = new Planner("officer", "budi");

  private final CalendarTables tables;
  private final Office office;
  private final DynamoCalendar calendar;
  private final DynamoPattern pattern;
  private final DynamoArrangement arrangement;
  private final DynamoSeats seats;

  KeepingACalendarTest() throws IOException {
    tables = new CalendarTables();
    office =
        new DynamoOffices(tables.dynamo, CalendarTables.OFFICES)
            .find(new OfficeId("CLG"))
            .orElseThrow();
    calendar = new DynamoCalendar(tables.dynamo, CalendarTables.SESSIONS);
    pattern = new DynamoPattern(tables.dynamo, CalendarTables.SESSIONS);
    arrangement = new DynamoArrangement(tables.dynamo, CalendarTables.SESSIONS);
    seats =
        new DynamoSeats(
            tables.dynamo,
            CalendarTables.SESSIONS,
            new DynamoAppointments(tables.dynamo, "unused"));
  }

  @AfterAll
  void stop() {
    tables.close();
  }

  private boolean layOut(String date) {
    DayPlan plan = DayPlan.ofPattern(office, LocalDate.parse(date), NOW);
    return pattern.layOut(office.id(), plan, plan.sessionsAt(office), NOW);
  }

  private static DayPlan plan(String date, String... starts) {
    return new DayPlan(
        LocalDate.parse(date),
        Arrays.stream(starts)
            .map(start -> new PlannedSession(LocalTime.parse(start), 30, Lane.REGULAR, 5))
            .toList(),
        null);
  }

  private Setting set(DayPlan plan) {
    Setting setting = inForce(plan);
    plan.sessionsAt(office).forEach(it -> arrangement.offer(it, setting.revision()));
    return setting;
  }

  @Test
  void whoeverSetADayIsKnownUntilTheyAreDone() {
    LocalDate date = LocalDate.of(2027, 9, 6);
    Setting first = inForce(new DayPlan(date, List.of(), null));
    Setting second = inForce(new DayPlan(date, List.of(), NOW));
    assertThat(first.unfinished()).containsExactly(1);
    assertThat(second.unfinished()).containsExactlyInAnyOrder(1, 2);
    assertThat(pattern.laidOut(office.id(), YearMonth.of(2027, 9)).get(date)).isEqualTo(second);

    arrangement.finished(office.id(), date, Set.of(2));

    assertThat(calendar.find(office.id(), date).setting())
        .map(Setting::unfinished)
        .contains(Set.of(1));

    arrangement.finished(office.id(), date, Set.of(1, 2));

    assertThat(calendar.find(office.id(), date).setting())
        .map(Setting::unfinished)
        .contains(Set.of());
  }

  /** Whoever is overtaken looks again. */
  private Setting inForce(DayPlan plan) {
    Setting before = calendar.find(office.id(), plan.date()).setting().orElse(null);
    Placing placing = arrangement.putInForce(office.id(), plan, BUDI, NOW, before);
    return placing instanceof InForce(Setting setting) ? setting : inForce(plan);
  }

  private static Setting seen(DayPlan plan, int revision) {
    return new Setting(plan, revision, false, Set.of());
  }

  private static Setting inForce(Placing placing) {
    return ((InForce) placing).setting();
  }

  private SessionId session(String date, String start) {
    return new SessionId(office.id(), LocalDate.parse(date), LocalTime.parse(start), Lane.REGULAR);
  }

  private Session found(SessionId id) {
    return calendar.find(office.id(), id.date()).sessions().stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static HoldId hold(int number) {
    byte[] id = new byte[ApplicationId.BYTES];
    ByteBuffer.wrap(id).putInt(number);
    return new HoldId(ApplicationId.of(id), 1);
  }

  @Test
  void aNewStacksOfficesAreRead() {
    List<Office> offices = new DynamoOffices(tables.dynamo, CalendarTables.OFFICES).all();

    assertThat(offices)
        .extracting(it -> it.zone().getId())
        .containsExactly("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura");
    assertThat(office.location()).isEqualTo(new Office.Location(-6.0169, 106.05));
    assertThat(office.services()).hasSize(2);
    assertThat(office.pattern())
        .hasSize(8)
        .allSatisfy(
            weekly ->
                assertThat(weekly.days())
                    .containsExactlyInAnyOrder(
                        DayOfWeek.MONDAY,
                        DayOfWeek.TUESDAY,
                        DayOfWeek.WEDNESDAY,
                        DayOfWeek.THURSDAY,
                        DayOfWeek.FRIDAY));
  }

  @Test
  void aDayIsLaidOutOnceAndWhole() {
    assertThat(layOut("2026-12-01")).isTrue();
    assertThat(layOut("2026-12-01")).isFalse();

    assertThat(calendar.find(office.id(), LocalDate.parse("2026-12-01")).sessions())
        .containsExactlyInAnyOrderElementsOf(
            DayPlan.ofPattern(office, LocalDate.parse("2026-12-01"), NOW).sessionsAt(office));
  }

  @Test
  void theDaysThatAreLaidOutAreKnown() {
    layOut("2027-03-01");
    layOut("2027-03-31");
    set(plan("2027-03-15"));

    Map<LocalDate, Setting> march = pattern.laidOut(office.id(), YearMonth.of(2027, 3));
    assertThat(march.values())
        .extracting(setting -> setting.plan().date().toString(), Setting::ofCalendar)
        .containsExactlyInAnyOrder(
            tuple("2027-03-01", true), tuple("2027-03-15", false), tuple("2027-03-31", true));
    assertThat(pattern.laidOut(office.id(), YearMonth.of(2027, 4))).isEmpty();
  }

  @Test
  void aMonthHasItsSessionsAndNothingElse() {
    layOut("2027-05-03");
    layOut("2027-05-31");
    layOut("2027-06-02");

    assertThat(calendar.find(office.id(), YearMonth.of(2027, 5)))
        .hasSize(16)
        .allSatisfy(it -> assertThat(it.id().month()).isEqualTo(YearMonth.of(2027, 5)));
  }

  @Test
  void thePatternLeavesADayAloneThatAnOfficerSet() {
    Setting setting = set(plan("2026-12-02", "11:00"));

    assertThat(layOut("2026-12-02")).isFalse();
    assertThat(calendar.find(office.id(), LocalDate.parse("2026-12-02")).sessions())
        .extracting(Session::id)
        .containsExactly(session("2026-12-02", "11:00"));
    assertThat(calendar.find(office.id(), LocalDate.parse("2026-12-02")).setting())
        .contains(setting);
  }

  @Test
  void aSessionIsChangedWithoutItsSeats() {
    layOut("2026-12-03");
    SessionId eight = session("2026-12-03", "08:00");
    assertThat(seats.claim(eight, hold(1), NOW)).isInstanceOf(Claimed.class);

    set(plan("2026-12-03", "08:00"));

    Session changed = found(eight);
    assertThat(changed.quota()).isEqualTo(5);
    assertThat(changed.length()).hasMinutes(30);
    assertThat(changed.seats()).containsExactly(hold(1));
    assertThat(changed.lastClaimAt()).isEqualTo(NOW);
  }

  @Test
  void aSessionIsClosedWithItsSeats() {
    layOut("2026-12-04");
    SessionId eight = session("2026-12-04", "08:00");
    seats.claim(eight, hold(1), NOW);

    arrangement.close(eight, 2);

    assertThat(found(eight).state()).isEqualTo(Session.State.CLOSED);
    assertThat(found(eight).seats()).containsExactly(hold(1));
  }

  @Test
  void closingWhatIsNotThereMakesNothing() {
    arrangement.close(session("2026-12-06", "08:00"), 1);

    assertThat(calendar.find(office.id(), LocalDate.parse("2026-12-06")).sessions()).isEmpty();
  }

  @Test
  void anOpeningComesAndGoesWithThePlan() {
    Instant opensAt = Instant.parse("2026-12-01T02:00:00Z");
    DayPlan later =
        new DayPlan(
            LocalDate.parse("2026-12-07"),
            List.of(new PlannedSession(LocalTime.of(8, 0), 60, Lane.REGULAR, 5)),
            opensAt);

    assertThat(set(later).plan()).isEqualTo(later);
    assertThat(found(session("2026-12-07", "08:00")).opensAt()).isEqualTo(opensAt);
    DayPlan now = plan("2026-12-07", "08:00");
    assertThat(set(now).plan()).isEqualTo(now);
    assertThat(found(session("2026-12-07", "08:00")).opensAt()).isBefore(NOW);
  }

  @Test
  void aSettingThatWasOvertakenChangesNothing() {
    DayPlan first = plan("2026-12-08", "08:00");
    Setting early = inForce(first);
    Setting late = inForce(plan("2026-12-08", "08:00"));
    SessionId eight = session("2026-12-08", "08:00");
    arrangement.offer(late.plan().sessionsAt(office).getFirst(), late.revision());

    arrangement.close(eight, early.revision());

    assertThat(late.revision()).isGreaterThan(early.revision());
    assertThat(found(eight).state()).isEqualTo(Session.State.OPEN);
  }

  @Test
  void aDayIsSetAtTheVersionThatWasSeenOrNotAtAll() {
    DayPlan plan = plan("2027-01-20", "08:00");
    DayPlan other = plan("2027-01-20", "09:00");

    assertThat(arrangement.putInForce(office.id(), plan, BUDI, NOW, seen(plan, 1)))
        .isEqualTo(new Overtaken(0));
    Setting first = inForce(arrangement.putInForce(office.id(), plan, BUDI, NOW, null));
    assertThat(arrangement.putInForce(office.id(), other, BUDI, NOW, null))
        .isEqualTo(new Overtaken(1));
    assertThat(arrangement.putInForce(office.id(), other, BUDI, NOW, seen(plan, 2)))
        .isEqualTo(new Overtaken(1));
    assertThat(calendar.find(office.id(), plan.date()).setting()).contains(first);
    assertThat(
            inForce(arrangement.putInForce(office.id(), other, BUDI, NOW, seen(plan, 1)))
                .revision())
        .isEqualTo(2);
  }

  @Test
  void aSettingWhoseAnswerWasLostIsFoundAgain() {
    DayPlan plan = plan("2027-01-21", "08:00");
    CurrentRequest.during(
        "lost",
        () -> {
          Setting first = inForce(arrangement.putInForce(office.id(), plan, BUDI, NOW, null));
          assertThat(arrangement.putInForce(office.id(), plan, BUDI, NOW, null))
              .isEqualTo(new InForce(first));
          return first;
        });

    Placing another =
        CurrentRequest.during(
            "another", () -> arrangement.putInForce(office.id(), plan, BUDI, NOW, null));

    assertThat(another).isEqualTo(new Overtaken(1));
  }

  @Test
  void whoSetTheDayAndWhenIsOnRecord() {
    set(plan("2026-12-09", "08:00"));

    Map<String, AttributeValue> marker =
        tables
            .dynamo
            .getItem(
                get ->
                    get.tableName(CalendarTables.SESSIONS)
                        .key(
                            Map.of(
                                "officeMonth", AttributeValue.fromS("CLG#2026-12"),
                                "slot", AttributeValue.fromS("09#day"))))
            .item();

    assertThat(marker.get("setBy")).isEqualTo(AttributeValue.fromS("budi"));
    assertThat(marker.get("setByRole")).isEqualTo(AttributeValue.fromS("officer"));
    assertThat(marker.get("setAt"))
        .isEqualTo(AttributeValue.fromN(Long.toString(NOW.toEpochMilli())));
    assertThat(marker.get("schema")).isEqualTo(AttributeValue.fromN("1"));
  }

  @Test
  void noClaimIsLostWhileTheDayIsSetAgainAndAgain() throws Exception {
    layOut("2026-12-10");
    SessionId eight = session("2026-12-10", "08:00");
    DayPlan plan =
        new DayPlan(
            eight.date(), List.of(new PlannedSession(eight.start(), 60, Lane.REGULAR, 50)), null);
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      Future<?> officer = both.submit(() -> IntStream.range(0, 15).forEach(i -> set(plan)));
      Future<List<HoldId>> contenders =
          both.submit(
              () ->
                  IntStream.range(0, 20)
                      .mapToObj(KeepingACalendarTest::hold)
                      .filter(hold -> seats.claim(eight, hold, NOW) instanceof Claimed)
                      .toList());

      officer.get();
      assertThat(contenders.get()).as("claims that went through").hasSize(20);
      assertThat(found(eight).seats()).containsExactlyInAnyOrderElementsOf(contenders.get());
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  @Test
  void anOfficerAndThePatternAtOnceLeaveTheOfficersDay() throws Exception {
    for (int day = 11; day < 15; day++) {
      String date = "2027-01-" + day;
      try (ExecutorService both = Executors.newFixedThreadPool(2)) {
        Future<Boolean> laidOut = both.submit(() -> layOut(date));
        Setting setting = set(plan(date, "11:00"));
        if (laidOut.get()) {
          assertThat(setting.revision()).isEqualTo(2);
        } else {
          assertThat(calendar.find(office.id(), LocalDate.parse(date)).sessions())
              .extracting(Session::id)
              .containsExactly(session(date, "11:00"));
        }
      }
    }
  }

  // ---- Releases, and closures of its sessions ----

  private static List<Release> releases(String... moments) {
    return Arrays.stream(moments).map(at -> new Release(Instant.parse(at), 2)).toList();
  }

  private static DayPlan releasing(String date, List<Release> releases) {
    return new DayPlan(
        LocalDate.parse(date),
        List.of(new PlannedSession(LocalTime.of(8, 0), 60, Lane.REGULAR, 5)),
        releases.getFirst().at(),
        releases);
  }

  private DynamoClosedSeats closing() {
    return new DynamoClosedSeats(tables.dynamo, CalendarTables.SESSIONS);
  }

  private Map<String, AttributeValue> item(String slot) {
    return tables
        .dynamo
        .getItem(
            get ->
                get.tableName(CalendarTables.SESSIONS)
                    .key(
                        Map.of(
                            "officeMonth", AttributeValue.fromS("CLG#2027-02"),
                            "slot", AttributeValue.fromS(slot))))
        .item();
  }

  @Test
  void releasesComeChangeAndGoWithThePlan() {
    SessionId eight = session("2027-02-01", "08:00");
    List<Release> three =
        releases("2027-01-04T02:00:00Z", "2027-01-11T02:00:00Z", "2027-01-18T02:00:00.001Z");

    assertThat(set(releasing("2027-02-01", three)).plan().releases()).isEqualTo(three);
    assertThat(calendar.find(office.id(), eight.date()).setting())
        .map(Setting::plan)
        .contains(releasing("2027-02-01", three));
    assertThat(found(eight).releases()).isEqualTo(three);
    assertThat(found(eight).opensAt()).isEqualTo(three.getFirst().at());

    List<Release> one = releases("2027-01-05T02:00:00Z");
    set(releasing("2027-02-01", one));
    assertThat(found(eight).releases()).isEqualTo(one);
    assertThat(found(eight).opensAt()).isEqualTo(one.getFirst().at());

    DayPlan atOnce = plan("2027-02-01", "08:00");
    set(atOnce);
    assertThat(calendar.find(office.id(), eight.date()).setting())
        .map(Setting::plan)
        .contains(atOnce);
    assertThat(found(eight).releases()).isEmpty();
    assertThat(item("01#day")).doesNotContainKeys("releases", "opensAt");
    assertThat(item("01#0800#REGULAR")).doesNotContainKey("releases");
  }

  @Test
  void anOpeningWithoutReleasesTakesTheirPlace() {
    Instant opensAt = Instant.parse("2027-01-06T02:00:00Z");
    set(releasing("2027-02-02", releases("2027-01-04T02:00:00Z", "2027-01-11T02:00:00Z")));
    DayPlan opening =
        new DayPlan(
            LocalDate.parse("2027-02-02"),
            List.of(new PlannedSession(LocalTime.of(8, 0), 60, Lane.REGULAR, 5)),
            opensAt);

    assertThat(set(opening).plan()).isEqualTo(opening);

    assertThat(calendar.find(office.id(), opening.date()).setting())
        .map(Setting::plan)
        .contains(opening);
    assertThat(found(session("2027-02-02", "08:00")).releases()).isEmpty();
    assertThat(found(session("2027-02-02", "08:00")).opensAt()).isEqualTo(opensAt);
  }

  @Test
  void aDayIsLaidOutWithTheReleasesOfItsWeek() {
    Office releasing =
        office.with(
            office.pattern(),
            new Office.Rules(
                1,
                1,
                Office.Rules.LETS_IN,
                List.of(
                    new Office.WeeklyRelease(2, DayOfWeek.MONDAY, LocalTime.of(9, 0), 3),
                    new Office.WeeklyRelease(1, DayOfWeek.FRIDAY, LocalTime.of(9, 0), 4))));
    DayPlan plan = DayPlan.ofPattern(releasing, LocalDate.parse("2027-02-03"), NOW);

    assertThat(pattern.layOut(office.id(), plan, plan.sessionsAt(releasing), NOW)).isTrue();

    assertThat(pattern.laidOut(office.id(), YearMonth.of(2027, 2)).get(plan.date()))
        .isEqualTo(new Setting(plan, 1, true, Set.of()));
    assertThat(calendar.find(office.id(), plan.date()).sessions())
        .hasSize(8)
        .containsExactlyInAnyOrderElementsOf(plan.sessionsAt(releasing))
        .filteredOn(it -> it.id().lane().isForApplicants())
        .allSatisfy(
            it ->
                assertThat(it.releases())
                    .containsExactly(
                        new Release(Instant.parse("2027-01-18T02:00:00Z"), 3),
                        new Release(Instant.parse("2027-01-29T02:00:00Z"), 4)));
  }

  @Test
  void aSessionThatAClosureClosesStaysClosedAndIsWhatIsPlannedOnceThatIsTakenBack() {
    SessionId eight = session("2027-02-04", "08:00");
    ClosureId strike = new ClosureId("2027-02-04-strike");
    set(plan("2027-02-04", "08:00"));
    seats.claim(eight, hold(1), NOW);
    closing().close(eight, strike);
    List<Release> releases = releases("2026-11-23T01:00:00Z", "2027-01-11T02:00:00Z");

    Setting setting = set(releasing("2027-02-04", releases));

    Session closed = found(eight);
    assertThat(closed.state()).isEqualTo(Session.State.CLOSED);
    assertThat(closed.closures()).containsExactly(strike);
    assertThat(closed.length()).hasMinutes(60);
    assertThat(closed.releases()).isEqualTo(releases);
    assertThat(closed.opensAt()).isEqualTo(releases.getFirst().at());
    assertThat(closed.seats()).containsExactly(hold(1));
    assertThat(seats.claim(eight, hold(2), NOW)).isInstanceOf(Refused.class);

    closing().open(eight, strike, true);

    assertThat(found(eight))
        .isEqualTo(setting.plan().sessionsAt(office).getFirst().seating(closed.seats(), NOW));
    assertThat(seats.claim(eight, hold(2), NOW)).isInstanceOf(Claimed.class);
  }

  @Test
  void releasesGoFromASessionThatAClosureCloses() {
    SessionId eight = session("2027-02-05", "08:00");
    set(releasing("2027-02-05", releases("2027-01-04T02:00:00Z")));
    closing().close(eight, new ClosureId("2027-02-05-strike"));

    set(plan("2027-02-05", "08:00"));

    assertThat(found(eight).releases()).isEmpty();
    assertThat(found(eight).state()).isEqualTo(Session.State.CLOSED);
  }

  @Test
  void aSettingThatWasOvertakenDoesNotChangeWhatAClosureCloses() {
    SessionId eight = session("2027-02-08", "08:00");
    Setting early = inForce(releasing("2027-02-08", releases("2027-01-04T02:00:00Z")));
    Setting late = set(plan("2027-02-08", "08:00"));
    closing().close(eight, new ClosureId("2027-02-08-strike"));
    Session closed = found(eight);

    arrangement.offer(early.plan().sessionsAt(office).getFirst(), early.revision());

    assertThat(late.revision()).isGreaterThan(early.revision());
    assertThat(found(eight)).isEqualTo(closed);
  }

  @Test
  void aDayThatIsSetAgainAndAgainWhileItsSessionIsClosedLeavesItClosed() throws Exception {
    SessionId eight = session("2027-02-09", "08:00");
    ClosureId strike = new ClosureId("2027-02-09-strike");
    set(plan("2027-02-09", "08:00"));
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      Future<?> officer =
          both.submit(
              () ->
                  IntStream.range(0, 15)
                      .forEach(
                          i ->
                              set(
                                  releasing(
                                      "2027-02-09",
                                      releases("2027-01-%02dT02:00:00Z".formatted(i + 1))))));
      Future<?> supervisor = both.submit(() -> closing().close(eight, strike));
      supervisor.get();
      officer.get();
    }
    assertThat(found(eight).state()).isEqualTo(Session.State.CLOSED);
    assertThat(found(eight).closures()).containsExactly(strike);
    assertThat(found(eight).releases()).isEqualTo(releases("2027-01-15T02:00:00Z"));
  }
}
