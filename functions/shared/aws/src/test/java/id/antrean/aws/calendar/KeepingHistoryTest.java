package id.antrean.aws.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.aws.EmbeddedTables;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.ArrangeDay.InForce;
import id.antrean.domain.office.ArrangeDay.Overtaken;
import id.antrean.domain.office.ArrangeDay.Planner;
import id.antrean.domain.office.CalendarDay.Setting;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.DayPlan.PlannedSession;
import id.antrean.domain.office.FindHistory.Page;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.OfficeChange;
import id.antrean.domain.office.OfficeChange.Kind;
import id.antrean.domain.office.Release;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Each test has an office of its own. */
class KeepingHistoryTest {
  private static final String TABLE = "sessions";
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00.123Z");
  private static final Instant UNTIL = NOW.plusSeconds(3600);
  private static final LocalDate DAY = LocalDate.of(2026, 12, 7);
  private static final Planner BUDI = new Planner("officer", "budi");

  private static final EmbeddedTables TABLES =
      new EmbeddedTables().with(TABLE, "officeMonth", "slot");

  private final DynamoHistory history = new DynamoHistory(TABLES.dynamo(), TABLE);
  private final DynamoArrangement arrangement = new DynamoArrangement(TABLES.dynamo(), TABLE);

  @AfterAll
  static void stop() {
    TABLES.close();
  }

  private static DayPlan plan(LocalDate date, int quota) {
    return new DayPlan(
        date, List.of(new PlannedSession(LocalTime.of(8, 0), 60, Lane.REGULAR, quota)), null);
  }

  /** Sets a day that nobody has set, in a request of its own. */
  private void set(String office, LocalDate date, Instant at, String request) {
    CurrentRequest.during(
        request, () -> arrangement.putInForce(new OfficeId(office), plan(date, 5), BUDI, at, null));
  }

  private static OfficeChange firstSetting(String office, LocalDate date, Instant at) {
    return new OfficeChange(
        new OfficeId(office),
        at,
        "officer",
        "budi",
        Kind.DAY,
        date,
        List.of(),
        List.of("08:00 REGULAR 60 min, quota 5"));
  }

  private List<OfficeChange> all(String office) {
    return history.find(new OfficeId(office), NOW, UNTIL, 100, null).items();
  }

  private List<List<OfficeChange>> pages(String office, int limit) {
    List<List<OfficeChange>> pages = new ArrayList<>();
    @Nullable String after = null;
    do {
      Page page = history.find(new OfficeId(office), NOW, UNTIL, limit, after);
      pages.add(page.items());
      after = page.next();
    } while (after != null);
    return pages;
  }

  @Test
  void theRecordOfADayIsInTheWriteThatSetIt() {
    OfficeId office = new OfficeId("DAY");
    DayPlan first = plan(DAY, 5);
    List<Release> releases =
        List.of(new Release(NOW.plusSeconds(60), 2), new Release(NOW.plusSeconds(120), 3));
    DayPlan second = new DayPlan(DAY, first.sessions(), releases.getFirst().at(), releases);

    Setting setting =
        ((InForce)
                CurrentRequest.during(
                    "1", () -> arrangement.putInForce(office, first, BUDI, NOW, null)))
            .setting();
    CurrentRequest.during(
        "2",
        () ->
            arrangement.putInForce(
                office, second, new Planner("supervisor", "sri"), NOW.plusMillis(1), setting));

    assertThat(all("DAY"))
        .containsExactly(
            firstSetting("DAY", DAY, NOW),
            new OfficeChange(
                office,
                NOW.plusMillis(1),
                "supervisor",
                "sri",
                Kind.DAY,
                DAY,
                List.of("08:00 REGULAR 60 min, quota 5"),
                List.of(
                    "08:00 REGULAR 60 min, quota 5",
                    "opens 2 at " + releases.getFirst().at(),
                    "opens 3 at " + releases.getLast().at())));
  }

  @Test
  void aSettingThatIsOvertakenLeavesNoRecord() {
    set("STALE", DAY, NOW, "1");

    assertThat(
            CurrentRequest.during(
                "2",
                () ->
                    arrangement.putInForce(
                        new OfficeId("STALE"), plan(DAY, 9), BUDI, NOW.plusMillis(1), null)))
        .isEqualTo(new Overtaken(1));

    assertThat(all("STALE")).containsExactly(firstSetting("STALE", DAY, NOW));
  }

  @Test
  void aSettingWhoseAnswerWasLostIsOnRecordOnce() {
    set("LOST", DAY, NOW, "lost");
    set("LOST", DAY, NOW, "lost");

    assertThat(all("LOST")).containsExactly(firstSetting("LOST", DAY, NOW));
  }

  @Test
  void changesOfTheSameMillisecondAreAllOnRecord() {
    set("SAME", DAY, NOW, "one");
    set("SAME", DAY.plusDays(1), NOW, "one");
    set("SAME", DAY.plusDays(2), NOW, "two");

    assertThat(all("SAME"))
        .containsExactlyInAnyOrder(
            firstSetting("SAME", DAY, NOW),
            firstSetting("SAME", DAY.plusDays(1), NOW),
            firstSetting("SAME", DAY.plusDays(2), NOW));
  }

  @Test
  void aPageEndsBetweenTwoChangesOfTheSameMillisecondAndNoneIsLostOrTwice() {
    List<OfficeChange> changes =
        IntStream.range(0, 7)
            .mapToObj(
                it -> {
                  LocalDate date = DAY.plusDays(it);
                  set("PAGES", date, NOW, "request");
                  return firstSetting("PAGES", date, NOW);
                })
            .toList();

    for (int limit = 1; limit <= 8; limit++) {
      assertThat(pages("PAGES", limit).stream().flatMap(List::stream))
          .as("pages of %d", limit)
          .containsExactlyElementsOf(changes);
    }
    assertThat(pages("PAGES", 3)).extracting(List::size).containsExactly(3, 3, 1);
    assertThat(pages("PAGES", 7)).as("a full page that is the last").hasSize(1);
  }

  @Test
  void changesAreToldOldestFirst() {
    set("ORDER", DAY, NOW.plusSeconds(2), "1");
    set("ORDER", DAY.plusDays(1), NOW, "2");
    set("ORDER", DAY.plusDays(2), NOW.plusSeconds(1), "3");

    assertThat(pages("ORDER", 1).stream().flatMap(List::stream))
        .extracting(OfficeChange::date)
        .containsExactly(DAY.plusDays(1), DAY.plusDays(2), DAY);
  }

  @Test
  void aPeriodBeginsWithItsFirstMillisecondAndEndsBeforeItsLast() {
    OfficeId office = new OfficeId("PERIOD");
    set("PERIOD", DAY, NOW, "1");

    assertThat(history.find(office, NOW, NOW.plusMillis(1), 10, null).items()).hasSize(1);
    assertThat(history.find(office, NOW.minusMillis(1), NOW, 10, null).items()).isEmpty();
    assertThat(history.find(office, NOW.plusMillis(1), UNTIL, 10, null).items()).isEmpty();
    assertThat(history.find(office, NOW, NOW, 10, null).items()).isEmpty();
  }

  @Test
  void anOfficesHistoryIsItsOwnAndHasNothingOfItsCalendar() {
    set("MINE", DAY, NOW, "1");
    set("THEIRS", DAY, NOW, "1");

    assertThat(all("MINE")).containsExactly(firstSetting("MINE", DAY, NOW));
    assertThat(
            new DynamoCalendar(TABLES.dynamo(), TABLE).find(new OfficeId("MINE"), DAY).sessions())
        .isEmpty();
    assertThat(all("NOBODYS")).isEmpty();
  }
}
