package id.antrean.aws.offices;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.aws.EmbeddedTables;
import id.antrean.aws.calendar.DynamoHistory;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.ChangeOffice.Standing;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.OfficeChange;
import id.antrean.domain.office.OfficeChange.Kind;
import id.antrean.domain.passport.PassportRequest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Each test has an office of its own, as a former version left it. */
class ChangingOfficesTest {
  private static final String OFFICES = "offices";
  private static final String SESSIONS = "sessions";
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00.123Z");

  private static final List<Office.WeeklySession> WEEK =
      List.of(
          new Office.WeeklySession(
              Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), LocalTime.of(8, 0), 45, Lane.REGULAR, 0),
          new Office.WeeklySession(
              Set.of(DayOfWeek.TUESDAY), LocalTime.of(13, 30), 60, Lane.PRIORITY, 500));
  private static final Office.Rules RULES =
      new Office.Rules(
          3,
          2,
          Duration.ofMinutes(30),
          List.of(
              new Office.WeeklyRelease(2, DayOfWeek.FRIDAY, LocalTime.of(9, 0), 10),
              new Office.WeeklyRelease(0, DayOfWeek.SUNDAY, LocalTime.of(23, 59), 5)));
  private static final List<Office.Service> SERVICES =
      List.of(
          new Office.Service(
              PassportRequest.Type.ELECTRONIC,
              List.of(PassportRequest.Kind.NEW, PassportRequest.Kind.LOST),
              List.of(Lane.REGULAR, Lane.EXPRESS)));

  private static final EmbeddedTables TABLES =
      new EmbeddedTables().with(OFFICES, "id").with(SESSIONS, "officeMonth", "slot");

  private final DynamoDbClient dynamo = TABLES.dynamo();
  private final DynamoOfficeChanges changes = new DynamoOfficeChanges(dynamo, OFFICES, SESSIONS);
  private final OfficesTable offices = new OfficesTable(dynamo, OFFICES);
  private final DynamoHistory history = new DynamoHistory(dynamo, SESSIONS);

  @AfterAll
  static void stop() {
    TABLES.close();
  }

  private static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }

  private static AttributeValue number(int number) {
    return AttributeValue.fromN(Integer.toString(number));
  }

  /** An office whose item has no version, no time of letting in and no releases. */
  private Standing former(String id) {
    dynamo.putItem(
        put ->
            put.tableName(OFFICES)
                .item(
                    Map.ofEntries(
                        Map.entry("id", text(id)),
                        Map.entry("schema", number(1)),
                        Map.entry("name", text("Kantor " + id)),
                        Map.entry("address", text("Jalan Raya")),
                        Map.entry("latitude", text("-6.0169")),
                        Map.entry("longitude", text("106.05")),
                        Map.entry("zone", text("Asia/Jakarta")),
                        Map.entry("rescheduleLimit", number(1)),
                        Map.entry("cutOffDays", number(1)),
                        Map.entry("services", AttributeValue.fromL(List.of())),
                        Map.entry("pattern", AttributeValue.fromL(List.of())),
                        Map.entry("counters", number(4)))));
    return standing(id);
  }

  private Standing standing(String id) {
    return changes.find(new OfficeId(id)).orElseThrow();
  }

  private static OfficeChange record(Office office, String name) {
    return new OfficeChange(
        office.id(),
        NOW,
        "supervisor",
        name,
        Kind.PATTERN,
        null,
        List.of("before"),
        OfficeChange.lines(office));
  }

  /** In a request of that name. */
  private boolean save(String request, Standing before, Office after) {
    return CurrentRequest.during(
        request, () -> changes.save(before, after, record(after, request)));
  }

  private static Office moving(Standing standing, int limit) {
    return standing.office().with(WEEK, Office.Rules.of(limit, 1));
  }

  private List<OfficeChange> history(String office) {
    return history.find(new OfficeId(office), NOW, NOW.plusMillis(1), 100, null).items();
  }

  private Map<String, AttributeValue> item(String id) {
    return dynamo
        .getItem(get -> get.tableName(OFFICES).key(Map.of("id", text(id))).consistentRead(true))
        .item();
  }

  @Test
  void anOfficeThatAFormerVersionLeftLetsPeopleInAnHourBeforeAndReleasesAllAtOnce() {
    assertThat(former("FORMER"))
        .isEqualTo(
            new Standing(
                new Office(
                    new OfficeId("FORMER"),
                    "Kantor FORMER",
                    "Jalan Raya",
                    new Office.Location(-6.0169, 106.05),
                    ZoneId.of("Asia/Jakarta"),
                    List.of(),
                    List.of(),
                    new Office.Rules(1, 1, Duration.ofHours(1), List.of())),
                0));
  }

  @Test
  void anOfficeIsReadAsItWasChangedOneVersionLater() {
    Standing before = former("READ");
    Office week = before.office().with(WEEK, RULES);

    assertThat(save("1", before, week)).isTrue();

    assertThat(standing("READ")).isEqualTo(new Standing(week, 1));
    assertThat(offices.find(week.id())).contains(week);

    Office services = week.offering(SERVICES);
    assertThat(save("2", standing("READ"), services)).isTrue();

    assertThat(standing("READ")).isEqualTo(new Standing(services, 2));
    assertThat(offices.find(week.id())).contains(services);
  }

  @Test
  void aWeekOfNothingIsAWeek() {
    Standing before = former("NOTHING");
    save("1", before, before.office().with(WEEK, RULES));
    Standing full = standing("NOTHING");
    Office empty = full.office().with(List.of(), Office.Rules.of(0, 0));

    assertThat(save("2", full, empty)).isTrue();

    assertThat(standing("NOTHING")).isEqualTo(new Standing(empty, 2));
  }

  @Test
  void whatAnOfficeDoesNotDecideIsLeftAlone() {
    Standing before = former("LEFT");

    save("1", before, before.office().with(WEEK, RULES).offering(SERVICES));

    assertThat(item("LEFT"))
        .containsEntry("counters", number(4))
        .containsEntry("schema", number(1))
        .containsEntry("name", text("Kantor LEFT"))
        .containsEntry("latitude", text("-6.0169"));
  }

  @Test
  void ofTwoChangesOfTheSameVersionOneIsKeptAndOnRecord() {
    Standing before = former("TWO");
    Office first = moving(before, 2);
    assertThat(save("1", before, first)).isTrue();
    assertThat(save("2", before, moving(before, 3))).as("as it was before any").isFalse();

    Standing now = standing("TWO");
    Office second = moving(now, 4);
    assertThat(save("3", now, second)).isTrue();
    assertThat(save("4", now, moving(now, 5))).isFalse();
    assertThat(save("5", before, moving(before, 6))).isFalse();

    assertThat(standing("TWO")).isEqualTo(new Standing(second, 2));
    assertThat(history("TWO")).containsExactly(record(first, "1"), record(second, "3"));
  }

  @Test
  void ofManyWhoChangeAnOfficeAtOnceOneDoes() throws Exception {
    former("MANY");
    for (int version = 0; version < 3; version++) {
      Standing before = standing("MANY");
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Boolean>> saved =
            threads.invokeAll(
                IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(
                        i -> () -> save(before.version() + "-" + i, before, moving(before, i)))
                    .toList());
        assertThat(saved).filteredOn(Future::resultNow).hasSize(1);
      }
      assertThat(standing("MANY").version()).isEqualTo(before.version() + 1);
    }
    assertThat(history("MANY")).hasSize(3);
  }

  @Test
  void aChangeWhoseAnswerWasLostIsKeptWhenItIsTriedAgainAndOnRecordOnce() {
    Standing before = former("LOST");
    Office first = before.office().with(WEEK, RULES);
    assertThat(save("lost", before, first)).isTrue();
    assertThat(save("lost", before, first)).isTrue();
    assertThat(save("other", before, first)).as("the same change of another request").isFalse();

    Standing now = standing("LOST");
    Office second = now.office().offering(SERVICES);
    assertThat(save("lost", now, second)).as("the same request's next change").isTrue();
    assertThat(save("lost", now, second)).isTrue();
    assertThat(save("lost", before, first)).as("overtaken by then").isFalse();

    assertThat(standing("LOST")).isEqualTo(new Standing(second, 2));
  }

  @Test
  void anOfficeThatIsNotThereIsNotMade() {
    Standing gone = new Standing(former("THERE").office(), 0);
    dynamo.deleteItem(delete -> delete.tableName(OFFICES).key(Map.of("id", text("THERE"))));

    assertThat(save("1", gone, moving(gone, 2))).isFalse();

    assertThat(changes.find(gone.office().id())).isEmpty();
    assertThat(history("THERE")).isEmpty();
  }
}
