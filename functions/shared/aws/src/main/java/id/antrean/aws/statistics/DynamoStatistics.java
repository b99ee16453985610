package id.antrean.aws.statistics;

import id.antrean.aws.Conditions;
import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.aws.Retry;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.statistics.CountOnce;
import id.antrean.domain.statistics.Figure;
import id.antrean.domain.statistics.Figures;
import id.antrean.domain.statistics.FindFigures;
import id.antrean.domain.statistics.LaneDay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * One item for each lane of an office's day, with a counter for each figure; and one, for a while,
 * for each step that was counted. Both are written in one transaction: a step told twice finds its
 * own item and adds nothing.
 */
public final class DynamoStatistics implements CountOnce, FindFigures {
  /**
   * Longer than any record can come again: a stream keeps them for a day. The store clears it away
   * some time later.
   */
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;

  public DynamoStatistics(DynamoDbClient dynamo, String statisticsTable, Clock clock) {
    this.dynamo = dynamo;
    this.table = statisticsTable;
    this.clock = clock;
  }

  @Override
  public boolean count(ApplicationId application, int version, Map<LaneDay, Figures> figures) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(counted(application, version));
    figures.forEach((laneDay, counts) -> writes.add(addition(laneDay, counts)));
    try {
      Retry.with(
          "counting a step",
          () -> dynamo.transactWriteItems(transaction -> transaction.transactItems(writes)));
      return true;
    } catch (TransactionCanceledException cancelled) {
      if (Conditions.firstFailed(cancelled)) {
        return false;
      }
      throw cancelled;
    }
  }

  private TransactWriteItem counted(ApplicationId application, int version) {
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(table)
                    .item(
                        item("application#" + application, Integer.toString(version))
                            .number("schema", 1)
                            .text("requestId", CurrentRequest.id())
                            .number("forgetAt", clock.instant().plus(REMEMBERED).getEpochSecond())
                            .attributes())
                    .conditionExpression("attribute_not_exists(id)"))
        .build();
  }

  private TransactWriteItem addition(LaneDay laneDay, Figures figures) {
    ItemWriter values = new ItemWriter().number(":schema", 1).text(":request", CurrentRequest.id());
    Map<String, String> names = new LinkedHashMap<>(Map.of("#schema", "schema"));
    List<String> additions = new ArrayList<>();
    figures
        .counts()
        .forEach(
            (figure, count) -> {
              values.number(":" + figure.text(), count);
              names.put("#" + figure.text(), figure.text());
              additions.add("#" + figure.text() + " :" + figure.text());
            });
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(table)
                    .key(item(office(laneDay.office()), part(laneDay)).attributes())
                    .updateExpression(
                        "SET #schema = :schema, requestId = :request ADD "
                            + String.join(", ", additions))
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values.attributes()))
        .build();
  }

  @Override
  public Map<LaneDay, Figures> find(OfficeId office, LocalDate from, LocalDate to) {
    List<Map<String, AttributeValue>> items =
        Retry.with(
            "reading statistics",
            () ->
                dynamo
                    .queryPaginator(
                        query ->
                            query
                                .tableName(table)
                                .keyConditionExpression(
                                    "id = :office AND part BETWEEN :from AND :after")
                                .expressionAttributeValues(
                                    new ItemWriter()
                                        .text(":office", office(office))
                                        .text(":from", from.toString())
                                        .text(":after", to.plusDays(1).toString())
                                        .attributes())
                                .consistentRead(true))
                    .items()
                    .stream()
                    .toList());
    Map<LaneDay, Figures> found = new LinkedHashMap<>();
    items.stream()
        .map(ItemReader::new)
        .forEach(item -> found.put(laneDay(office, item), figures(item)));
    return found;
  }

  private static ItemWriter item(String id, String part) {
    return new ItemWriter().text("id", id).text("part", part);
  }

  private static String office(OfficeId office) {
    return "office#" + office;
  }

  private static String part(LaneDay laneDay) {
    return laneDay.date() + "#" + laneDay.lane();
  }

  private static LaneDay laneDay(OfficeId office, ItemReader item) {
    List<String> parts = List.of(item.text("part").split("#", -1));
    return new LaneDay(office, LocalDate.parse(parts.get(0)), Lane.valueOf(parts.get(1)));
  }

  private static Figures figures(ItemReader item) {
    Map<Figure, Long> counts = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      if (item.has(figure.text())) {
        counts.put(figure, item.number(figure.text()));
      }
    }
    return new Figures(counts);
  }
}
