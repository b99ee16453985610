package id.antrean.aws.applications;

import id.antrean.aws.ItemReader;
import id.antrean.aws.Retry;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.FindEarlierEntries;
import id.antrean.domain.application.TimelineEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Finds applications in their table and its indexes, and what stands beside them. */
public final class DynamoApplications
    implements FindApplication, FindApplication.Lists, FindEarlierEntries {
  private static final String BY_ACCOUNT = "byAccount";
  private static final String BY_OFFICE_AND_DATE = "byOfficeAndDate";
  private static final String OVERDUE = "overdueHolds";

  private final DynamoDbTable<EnhancedDocument> table;

  public DynamoApplications(DynamoDbClient dynamo, String tableName) {
    this.table =
        DynamoDbEnhancedClient.builder()
            .dynamoDbClient(dynamo)
            .build()
            .table(
                tableName,
                TableSchema.documentSchemaBuilder()
                    .addIndexPartitionKey(
                        TableMetadata.primaryIndexName(), "id", AttributeValueType.S)
                    .addIndexSortKey(TableMetadata.primaryIndexName(), "part", AttributeValueType.S)
                    .addIndexPartitionKey(BY_ACCOUNT, "account", AttributeValueType.S)
                    .addIndexSortKey(BY_ACCOUNT, "createdAt", AttributeValueType.N)
                    .addIndexPartitionKey(BY_OFFICE_AND_DATE, "officeDate", AttributeValueType.S)
                    .addIndexSortKey(BY_OFFICE_AND_DATE, "seat", AttributeValueType.S)
                    .addIndexPartitionKey(OVERDUE, "overdueShard", AttributeValueType.S)
                    .addIndexSortKey(OVERDUE, "deadline", AttributeValueType.N)
                    .attributeConverterProviders(AttributeConverterProvider.defaultProvider())
                    .build());
  }

  @Override
  public Optional<Application> find(ApplicationId id) {
    return Retry.with(
            "reading an application",
            () ->
                Optional.ofNullable(
                    table.getItem(
                        get ->
                            get.key(
                                    key ->
                                        key.partitionValue(id.value())
                                            .sortValue(ApplicationItem.PART))
                                .consistentRead(true))))
        .map(EnhancedDocument::toMap)
        .map(ApplicationItem::application);
  }

  @Override
  public FindApplication.Page ofAccount(String account, int limit, @Nullable String cursor) {
    return page(
        BY_ACCOUNT,
        QueryConditional.keyEqualTo(key -> key.partitionValue(account)),
        limit,
        false,
        start(cursor, Map.of("account", AttributeValue.fromS(account)), "createdAt"),
        "createdAt");
  }

  @Override
  public FindApplication.Page onDay(
      OfficeId office, LocalDate day, int limit, @Nullable String cursor) {
    String partition = ApplicationItem.officeDate(office, day);
    return page(
        BY_OFFICE_AND_DATE,
        QueryConditional.keyEqualTo(key -> key.partitionValue(partition)),
        limit,
        true,
        start(cursor, Map.of("officeDate", AttributeValue.fromS(partition)), "seat"),
        "seat");
  }

  @Override
  public Stream<Application> overdue(Instant moment) {
    return IntStream.range(0, ApplicationItem.OVERDUE_SHARDS)
        .mapToObj(Integer::toString)
        .flatMap(
            shard ->
                Stream.iterate(
                        Optional.of(overdue(shard, moment, null)),
                        Optional::isPresent,
                        page ->
                            page.map(FindApplication.Page::nextCursor)
                                .map(cursor -> overdue(shard, moment, cursor)))
                    .flatMap(page -> page.orElseThrow().items().stream()));
  }

  private FindApplication.Page overdue(String shard, Instant moment, @Nullable String cursor) {
    return page(
        OVERDUE,
        QueryConditional.sortLessThan(
            key -> key.partitionValue(shard).sortValue(moment.toEpochMilli())),
        100,
        true,
        start(cursor, Map.of("overdueShard", AttributeValue.fromS(shard)), "deadline"),
        "deadline");
  }

  /** The item that has the place has the largest name up to it. */
  @Override
  public List<TimelineEntry> find(ApplicationId application, int from, int most) {
    List<TimelineEntry> found = new ArrayList<>();
    int place = from;
    while (found.size() < most) {
      Optional<Map<String, AttributeValue>> item = entriesAt(application, place);
      if (item.isEmpty()) {
        return found;
      }
      ItemReader reader = new ItemReader(item.get());
      List<TimelineEntry> entries = TimelineItems.entries(reader, "entries");
      int first = TimelineItems.place(reader.text("part"));
      if (place >= first + entries.size()) {
        return found;
      }
      entries.stream().skip(place - first).limit(most - found.size()).forEach(found::add);
      place = first + entries.size();
    }
    return found;
  }

  private Optional<Map<String, AttributeValue>> entriesAt(ApplicationId application, int place) {
    return Retry.with(
        "reading a timeline",
        () ->
            table
                .query(
                    query ->
                        query
                            .queryConditional(
                                QueryConditional.sortBetween(
                                    first ->
                                        first
                                            .partitionValue(application.value())
                                            .sortValue(TimelineItems.part(0)),
                                    last ->
                                        last.partitionValue(application.value())
                                            .sortValue(TimelineItems.part(place))))
                            .scanIndexForward(false)
                            .limit(1)
                            .consistentRead(true))
                .items()
                .stream()
                .findFirst()
                .map(EnhancedDocument::toMap));
  }

  private FindApplication.Page page(
      String index,
      QueryConditional condition,
      int limit,
      boolean forward,
      @Nullable Map<String, AttributeValue> start,
      String sortName) {
    var page =
        Retry.with("listing applications", () -> query(index, condition, limit, forward, start));
    Map<String, AttributeValue> last = page.lastEvaluatedKey();
    return new FindApplication.Page(
        page.items().stream()
            .map(EnhancedDocument::toMap)
            .map(ApplicationItem::application)
            .toList(),
        last == null || last.isEmpty() ? null : cursor(new ItemReader(last), sortName));
  }

  private software.amazon.awssdk.enhanced.dynamodb.model.Page<EnhancedDocument> query(
      String index,
      QueryConditional condition,
      int limit,
      boolean forward,
      @Nullable Map<String, AttributeValue> start) {
    try {
      return table
          .index(index)
          .query(
              query ->
                  query
                      .queryConditional(condition)
                      .limit(limit)
                      .scanIndexForward(forward)
                      .exclusiveStartKey(start))
          .iterator()
          .next();
    } catch (DynamoDbException refused) {
      if (start != null && refused.statusCode() == 400 && !refused.isThrottlingException()) {
        throw new BadCursor();
      }
      throw refused;
    }
  }

  private static String cursor(ItemReader last, String sortName) {
    String sortKey =
        isNumber(sortName) ? Long.toString(last.number(sortName)) : last.text(sortName);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((last.text("id") + "|" + sortKey).getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isNumber(String sortName) {
    return !sortName.equals("seat");
  }

  /**
   * The key after which a page begins. Its partition is the asker's own, whatever the cursor says.
   */
  private static @Nullable Map<String, AttributeValue> start(
      @Nullable String cursor, Map<String, AttributeValue> partition, String sortName) {
    if (cursor == null) {
      return null;
    }
    List<String> parts = List.of(decoded(cursor).split("\\|", 2));
    if (parts.size() != 2 || !ApplicationId.isValid(parts.get(0)) || parts.get(1).isEmpty()) {
      throw new BadCursor();
    }
    boolean number = isNumber(sortName);
    if (number && !parts.get(1).chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new BadCursor();
    }
    Map<String, AttributeValue> key = new HashMap<>(partition);
    key.putAll(ApplicationItem.key(new ApplicationId(parts.get(0))));
    key.put(
        sortName, number ? AttributeValue.fromN(parts.get(1)) : AttributeValue.fromS(parts.get(1)));
    return key;
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notOurs) {
      throw new BadCursor();
    }
  }
}
