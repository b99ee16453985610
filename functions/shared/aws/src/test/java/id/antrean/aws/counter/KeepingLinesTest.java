package id.antrean.aws.counter;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.aws.EmbeddedTables;
import id.antrean.aws.ItemSize;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.OfficeId;
import id.antrean.domain.counter.KeepLine.Asked;
import id.antrean.domain.counter.Line;
import id.antrean.domain.counter.Line.Shown;
import id.antrean.domain.counter.Visitor;
import id.antrean.domain.counter.Visitor.Call;
import id.antrean.domain.counter.Visitor.Place;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Each test has the line of an office of its own. */
class KeepingLinesTest {
  private static final String TABLE = "counter";
  private static final Instant NOW = Instant.parse("2026-12-07T01:00:00.123Z");
  private static final Duration A_DAY = Duration.ofHours(24);
  private static final LocalDate DAY = LocalDate.of(2026, 12, 7);

  /** What the store takes in one item. */
  private static final int LARGEST_ITEM = 400 * 1024;

  private static final EmbeddedTables TABLES = new EmbeddedTables().with(TABLE, "id", "part");

  private final DynamoDbClient dynamo = TABLES.dynamo();
  private final DynamoLines lines = new DynamoLines(dynamo, TABLE);

  @AfterAll
  static void stop() {
    TABLES.close();
  }

  private static ApplicationId application(int number) {
    return ApplicationId.of(ByteBuffer.allocate(ApplicationId.BYTES).putInt(number).array());
  }

  /** Somebody who has come to the session at eight and was not called yet. */
  private static Visitor visitor(Line line, int number) {
    return new Visitor(
        number,
        application(number),
        new SessionId(line.office(), DAY, LocalTime.of(8, 0), Lane.REGULAR),
        NOW.plusSeconds(60),
        NOW.plusMillis(number),
        null,
        Place.WAITING);
  }

  /** The same line with one more in it. */
  private static Line joined(Line line) {
    int number = line.lastNumber() + 1;
    List<Visitor> visitors =
        IntStream.rangeClosed(1, number).mapToObj(it -> visitor(line, it)).toList();
    return new Line(
        line.office(), DAY, line.version(), number, line.prioritysTurn(), visitors, line.shown());
  }

  private static Asked asked(String key, int number) {
    return new Asked(key, "digest of " + key, number, application(number));
  }

  private Line empty(String office) {
    Line line = lines.find(new OfficeId(office), DAY);
    assertThat(line).isEqualTo(Line.nobodyYet(new OfficeId(office), DAY));
    return line;
  }

  private Line now(Line line) {
    return lines.find(line.office(), line.date());
  }

  private Map<String, AttributeValue> item(String id, String part) {
    return dynamo
        .getItem(
            get ->
                get.tableName(TABLE)
                    .key(Map.of("id", AttributeValue.fromS(id), "part", AttributeValue.fromS(part)))
                    .consistentRead(true))
        .item();
  }

  private static AttributeValue seconds(Instant moment) {
    return AttributeValue.fromN(Long.toString(moment.getEpochSecond()));
  }

  // ---- Steps of a line ----

  @Test
  void aLineIsReadAsItWasKeptOneVersionLater() {
    Line line = empty("READ");
    Call call = new Call("Loket 1", NOW.plusSeconds(9), 3, NOW.plusSeconds(2));
    Visitor called =
        new Visitor(
            2,
            application(2),
            new SessionId(line.office(), DAY, LocalTime.of(9, 30), Lane.PRIORITY),
            NOW.plusSeconds(60),
            NOW,
            call,
            Place.CALLED);
    Visitor skipped =
        new Visitor(
            7, application(7), called.session(), called.beginsAt(), NOW, call, Place.SKIPPED);
    Line after =
        new Line(
            line.office(),
            DAY,
            0,
            12,
            false,
            List.of(visitor(line, 1), called, skipped),
            List.of(new Shown(2, "Loket 1", NOW.plusSeconds(9)), new Shown(5, "B", NOW)));

    assertThat(lines.keep(line, after, null, NOW)).isTrue();

    assertThat(now(line)).isEqualTo(after.atVersion(1));
  }

  @Test
  void aLineIsOfOneOfficeAndOneDay() {
    Line line = empty("HERE");
    lines.keep(line, joined(line), null, NOW);

    assertThat(lines.find(line.office(), DAY.plusDays(1)).somebodyCame()).isFalse();
    assertThat(lines.find(new OfficeId("THERE"), DAY).somebodyCame()).isFalse();
  }

  @Test
  void ofTwoStepsOnTheSameVersionOneIsKept() {
    Line line = empty("TWO");
    Line first = joined(line);
    assertThat(CurrentRequest.during("1", () -> lines.keep(line, first, null, NOW))).isTrue();

    Line other = joined(first);
    assertThat(CurrentRequest.during("2", () -> lines.keep(line, other, null, NOW))).isFalse();
    assertThat(now(line)).isEqualTo(first.atVersion(1));

    Line second = joined(now(line));
    assertThat(CurrentRequest.during("3", () -> lines.keep(now(line), second, null, NOW))).isTrue();
    assertThat(CurrentRequest.during("4", () -> lines.keep(first.atVersion(1), other, null, NOW)))
        .isFalse();
    assertThat(now(line)).isEqualTo(second.atVersion(2));
  }

  @Test
  void ofManyStepsAtOnceOneIsKeptForEachVersion() throws Exception {
    Line line = empty("MANY");
    for (int version = 0; version < 5; version++) {
      Line before = now(line);
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Boolean>> kept =
            threads.invokeAll(
                IntStream.range(0, 8)
                    .mapToObj(
                        i ->
                            (Callable<Boolean>)
                                () ->
                                    CurrentRequest.during(
                                        "request " + i,
                                        () -> lines.keep(before, joined(before), null, NOW)))
                    .toList());
        assertThat(kept).filteredOn(Future::resultNow).hasSize(1);
      }
      assertThat(now(line).version()).isEqualTo(before.version() + 1);
    }
  }

  @Test
  void aStepWhoseAnswerWasLostIsKeptWhenItIsTriedAgain() {
    Line line = empty("LOST");
    Line after = joined(line);
    Asked asked = asked("lost", 1);
    CurrentRequest.during(
        "lost",
        () -> {
          assertThat(lines.keep(line, after, asked, NOW)).isTrue();
          assertThat(lines.keep(line, after, asked, NOW)).isTrue();
          assertThat(lines.keep(line, joined(after), null, NOW)).as("another step").isFalse();
          return after;
        });

    assertThat(CurrentRequest.during("other", () -> lines.keep(line, after, asked, NOW)))
        .as("the same step of another request")
        .isFalse();
    assertThat(now(line)).isEqualTo(after.atVersion(1));
  }

  @Test
  void aStepThatOthersFollowedIsNotTakenForKept() {
    Line line = empty("PAST");
    Line after = joined(line);
    CurrentRequest.during("first", () -> lines.keep(line, after, null, NOW));
    CurrentRequest.during("second", () -> lines.keep(after.atVersion(1), joined(after), null, NOW));

    assertThat(CurrentRequest.during("first", () -> lines.keep(line, after, null, NOW))).isFalse();
  }

  // ---- What was asked ----

  @Test
  void whatWasAskedIsRememberedForADayAtItsOfficeOnItsDay() {
    Line line = empty("ASKED");
    Asked asked = asked("key", 1);
    lines.keep(line, joined(line), asked, NOW);

    assertThat(lines.asked(line.office(), DAY, "key", NOW)).contains(asked);
    assertThat(lines.asked(line.office(), DAY, "key", NOW.plus(A_DAY).minusMillis(1)))
        .contains(asked);
    assertThat(lines.asked(line.office(), DAY, "key", NOW.plus(A_DAY))).isEmpty();
    assertThat(lines.asked(line.office(), DAY, "other", NOW)).isEmpty();
    assertThat(lines.asked(line.office(), DAY.plusDays(1), "key", NOW)).isEmpty();
    assertThat(lines.asked(new OfficeId("OTHER"), DAY, "key", NOW)).isEmpty();
  }

  @Test
  void underAKeyThatIsKnownNothingIsKept() {
    Line line = empty("KNOWN");
    CurrentRequest.during("1", () -> lines.keep(line, joined(line), asked("key", 1), NOW));
    Line before = now(line);

    assertThat(
            CurrentRequest.during(
                "2", () -> lines.keep(before, joined(before), asked("key", 2), NOW)))
        .isFalse();

    assertThat(now(line)).isEqualTo(before);
    assertThat(lines.asked(line.office(), DAY, "key", NOW)).contains(asked("key", 1));
  }

  @Test
  void aKeyIsNewAgainAMillisecondAfterItWasRememberedThoughItsItemIsThereStill() {
    Line line = empty("AGAIN");
    CurrentRequest.during("1", () -> lines.keep(line, joined(line), asked("key", 1), NOW));
    Line before = now(line);
    Instant forgotten = NOW.plus(A_DAY);

    assertThat(
            CurrentRequest.during(
                "2",
                () ->
                    lines.keep(before, joined(before), asked("key", 2), forgotten.minusMillis(1))))
        .isFalse();
    assertThat(
            CurrentRequest.during(
                "3", () -> lines.keep(before, joined(before), asked("key", 2), forgotten)))
        .isTrue();
    assertThat(lines.asked(line.office(), DAY, "key", forgotten)).contains(asked("key", 2));
  }

  @Test
  void aStepThatIsNotKeptRemembersNothing() {
    Line line = empty("NONE");
    CurrentRequest.during("1", () -> lines.keep(line, joined(line), null, NOW));

    assertThat(
            CurrentRequest.during("2", () -> lines.keep(line, joined(line), asked("key", 1), NOW)))
        .isFalse();

    assertThat(lines.asked(line.office(), DAY, "key", NOW)).isEmpty();
  }

  // ---- How long, and how large ----

  @Test
  void aLineIsForgottenAMonthAfterItsLastStepAndWhatWasAskedADayAfter() {
    Line line = empty("FORGET");
    CurrentRequest.during("1", () -> lines.keep(line, joined(line), asked("key", 1), NOW));

    assertThat(item("day#FORGET#2026-12-07", "line"))
        .containsEntry("forgetAt", seconds(NOW.plus(Duration.ofDays(30))));
    assertThat(item("day#FORGET#2026-12-07", "asked#key"))
        .containsEntry("forgetAt", seconds(NOW.plus(A_DAY)));

    Line before = now(line);
    Instant later = NOW.plusSeconds(3600);
    CurrentRequest.during("2", () -> lines.keep(before, joined(before), null, later));

    assertThat(item("day#FORGET#2026-12-07", "line"))
        .containsEntry("forgetAt", seconds(later.plus(Duration.ofDays(30))));
  }

  @Test
  void theLongestLineThereCanBeIsLessThanHalfOfWhatAnItemTakes() {
    Line line = empty("LONGEST8");
    String desk = "D".repeat(12);
    Call call = new Call(desk, NOW, 1_000_000, NOW);
    List<Visitor> visitors =
        IntStream.rangeClosed(1, Line.MOST_VISITORS)
            .map(it -> 900_000 + it)
            .mapToObj(
                number ->
                    new Visitor(
                        number,
                        application(number),
                        new SessionId(line.office(), DAY, LocalTime.of(8, 0), Lane.PRIORITY),
                        NOW,
                        NOW,
                        call,
                        Place.SKIPPED))
            .toList();
    List<Shown> shown =
        IntStream.range(0, Line.MOST_SHOWN)
            .mapToObj(it -> new Shown(900_000 + it, desk, NOW))
            .toList();
    Line after = new Line(line.office(), DAY, 0, 999_999, false, visitors, shown);

    String request = "\uD835\uDC00".repeat(64);
    assertThat(CurrentRequest.during(request, () -> lines.keep(line, after, null, NOW))).isTrue();

    assertThat(after.isFull()).isTrue();
    assertThat(now(line)).isEqualTo(after.atVersion(1));
    assertThat(ItemSize.of(item("day#LONGEST8#2026-12-07", "line")))
        .isBetween(LARGEST_ITEM / 4, LARGEST_ITEM / 2);
  }

  /** What a step costs: of a write in a transaction the store counts two units a kilobyte. */
  @Test
  void aLineOfFortyIsFiveKilobytes() {
    Line line = empty("FORTY");
    List<Visitor> visitors =
        IntStream.rangeClosed(1, 40)
            .mapToObj(
                number ->
                    new Visitor(
                        number,
                        application(number),
                        new SessionId(line.office(), DAY, LocalTime.of(8, 0), Lane.REGULAR),
                        NOW,
                        NOW.plusMillis(number),
                        null,
                        Place.WAITING))
            .toList();
    Line after = new Line(line.office(), DAY, 0, 40, false, visitors, List.of());

    CurrentRequest.during("1", () -> lines.keep(line, after, null, NOW));

    assertThat(ItemSize.of(item("day#FORTY#2026-12-07", "line"))).isBetween(4 * 1024, 5 * 1024);
  }
}
