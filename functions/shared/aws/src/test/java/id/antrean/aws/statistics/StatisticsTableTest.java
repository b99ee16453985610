package id.antrean.aws.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.aws.EmbeddedTables;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.statistics.Figure;
import id.antrean.domain.statistics.Figures;
import id.antrean.domain.statistics.LaneDay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Counting once on the store itself, several at a time. */
class StatisticsTableTest {
  private static final String TABLE = "statistics";
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final ApplicationId SITIS = new ApplicationId("AAAAAAAAAAAAAAAA");
  private static final ApplicationId BUDIS = new ApplicationId("BBBBBBBBBBBBBBBB");

  private static final EmbeddedTables TABLES = new EmbeddedTables().with(TABLE, "id", "part");

  private final DynamoDbClient dynamo = TABLES.dynamo();
  private final DynamoStatistics statistics =
      new DynamoStatistics(dynamo, TABLE, Clock.fixed(NOW, ZoneOffset.UTC));

  @AfterAll
  static void stop() {
    TABLES.close();
  }

  private static LaneDay regular(String office, LocalDate date) {
    return new LaneDay(new OfficeId(office), date, Lane.REGULAR);
  }

  @Test
  void aStepIsCountedOnceHoweverManyTellOfItAtOnce() throws Exception {
    LaneDay day = regular("ONCE", MONDAY);

    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Boolean>> told =
          threads.invokeAll(
              Collections.nCopies(
                  8, () -> statistics.count(SITIS, 4, Map.of(day, Figures.once(Figure.HELD)))));
      assertThat(told).filteredOn(Future::resultNow).hasSize(1);
    }

    assertThat(statistics.find(day.office(), MONDAY, MONDAY))
        .isEqualTo(Map.of(day, Figures.once(Figure.HELD)));
  }

  @Test
  void stepsAddUpAndWhatConcernsTwoOfficesIsCountedAtBothOrNeither() {
    LaneDay left = regular("LEFT", MONDAY);
    LaneDay reached = regular("REACHED", MONDAY);
    Map<LaneDay, Figures> move =
        Map.of(
            left, Figures.once(Figure.MOVED, Figure.SEATS_RETURNED),
            reached, Figures.once(Figure.SEATS_TAKEN));

    assertThat(statistics.count(SITIS, 5, move)).isTrue();
    assertThat(statistics.count(BUDIS, 5, move)).isTrue();
    assertThat(statistics.count(BUDIS, 5, move)).isFalse();
    assertThat(statistics.count(BUDIS, 6, Map.of(left, Figures.once(Figure.PAID)))).isTrue();

    assertThat(statistics.find(left.office(), MONDAY, MONDAY))
        .isEqualTo(
            Map.of(
                left,
                new Figures(Map.of(Figure.MOVED, 2L, Figure.SEATS_RETURNED, 2L, Figure.PAID, 1L))));
    assertThat(statistics.find(reached.office(), MONDAY, MONDAY))
        .isEqualTo(Map.of(reached, new Figures(Map.of(Figure.SEATS_TAKEN, 2L))));
  }

  @Test
  void eachFigureIsCountedWhateverItIsCalled() {
    LaneDay day = regular("EACH", MONDAY);
    Figures each = Figures.once(Figure.values());

    statistics.count(SITIS, 8, Map.of(day, each));

    assertThat(statistics.find(day.office(), MONDAY, MONDAY)).isEqualTo(Map.of(day, each));
  }

  @Test
  void thePeriodHasItsFirstAndItsLastDay() {
    for (int day = 0; day < 4; day++) {
      LaneDay laneDay = regular("DAYS", MONDAY.plusDays(day));
      statistics.count(SITIS, 10 + day, Map.of(laneDay, Figures.once(Figure.HELD)));
    }

    assertThat(statistics.find(new OfficeId("DAYS"), MONDAY.plusDays(1), MONDAY.plusDays(2)))
        .containsOnlyKeys(regular("DAYS", MONDAY.plusDays(1)), regular("DAYS", MONDAY.plusDays(2)));
  }

  @Test
  void whichStepsWereCountedIsForgottenAndWhatTheyAddUpToIsNot() {
    statistics.count(BUDIS, 20, Map.of(regular("KEPT", MONDAY), Figures.once(Figure.CANCELLED)));

    assertThat(item("application#" + BUDIS, "20"))
        .containsEntry(
            "forgetAt",
            AttributeValue.fromN(Long.toString(NOW.plus(Duration.ofDays(7)).getEpochSecond())));
    assertThat(item("office#KEPT", "2026-11-23#REGULAR")).doesNotContainKey("forgetAt");
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
}
