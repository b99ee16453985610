package id.antrean.aws.applications;

import id.antrean.aws.ItemReader;
import id.antrean.aws.Retry;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.FindApplication.BadCursor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * An index of the applications table, read a page at a time. What its rows hold beside their keys
 * is said by the template, and is no more than its list shows.
 */
final class ApplicationIndex {
  private static final int ROWS = 100;

  private final DynamoDbIndex<EnhancedDocument> index;
  private final String partition;
  private final String sort;
  private final AttributeValueType sortType;

  private ApplicationIndex(
      DynamoDbIndex<EnhancedDocument> index,
      String partition,
      String sort,
      AttributeValueType sortType) {
    this.index = index;
    this.partition = partition;
    this.sort = sort;
    this.sortType = sortType;
  }

  /** An account's applications, by when they were made. */
  static ApplicationIndex ofAccounts(DynamoDbClient dynamo, String table) {
    return of(dynamo, table, "applicationsOfAccount", "account", "createdAt", AttributeValueType.N);
  }

  /** An office's day, by session. */
  static ApplicationIndex appointments(DynamoDbClient dynamo, String table) {
    return of(dynamo, table, "appointments", "officeDate", "seat", AttributeValueType.S);
  }

  /** Unpaid holds in as many parts as they are spread over, by deadline. */
  static ApplicationIndex unpaidHolds(DynamoDbClient dynamo, String table) {
    return of(dynamo, table, "unpaidHolds", "overdueShard", "deadline", AttributeValueType.N);
  }

  private static ApplicationIndex of(
      DynamoDbClient dynamo,
      String table,
      String name,
      String partition,
      String sort,
      AttributeValueType sortType) {
    DynamoDbIndex<EnhancedDocument> index =
        DynamoDbEnhancedClient.builder()
            .dynamoDbClient(dynamo)
            .build()
            .table(
                table,
                TableSchema.documentSchemaBuilder()
                    .addIndexPartitionKey(
                        TableMetadata.primaryIndexName(), "id", AttributeValueType.S)
                    .addIndexSortKey(TableMetadata.primaryIndexName(), "part", AttributeValueType.S)
                    .addIndexPartitionKey(name, partition, AttributeValueType.S)
                    .addIndexSortKey(name, sort, sortType)
                    .attributeConverterProviders(AttributeConverterProvider.defaultProvider())
                    .build())
            .index(name);
    return new ApplicationIndex(index, partition, sort, sortType);
  }

  /** One page of rows and where the next begins; null when this is the last. */
  record Page(List<Map<String, AttributeValue>> rows, @Nullable String nextCursor) {}

  /** A page of everything in that part of the index. */
  Page page(String within, int limit, boolean forward, @Nullable String cursor) {
    return page(
        within,
        QueryConditional.keyEqualTo(key -> key.partitionValue(within)),
        limit,
        forward,
        cursor);
  }

  /** All rows that a condition picks from a part of the index, read as they are asked for. */
  Stream<Map<String, AttributeValue>> all(String within, QueryConditional condition) {
    return Stream.iterate(
            Optional.of(page(within, condition, ROWS, true, null)),
            Optional::isPresent,
            page ->
                page.map(Page::nextCursor)
                    .map(cursor -> page(within, condition, ROWS, true, cursor)))
        .flatMap(page -> page.orElseThrow().rows().stream());
  }

  private Page page(
      String within,
      QueryConditional condition,
      int limit,
      boolean forward,
      @Nullable String cursor) {
    Map<String, AttributeValue> start = cursor == null ? null : start(within, cursor);
    var page = Retry.with("listing applications", () -> query(condition, limit, forward, start));
    Map<String, AttributeValue> last = page.lastEvaluatedKey();
    return new Page(
        page.items().stream().map(EnhancedDocument::toMap).toList(),
        last == null || last.isEmpty() ? null : cursor(new ItemReader(last)));
  }

  private software.amazon.awssdk.enhanced.dynamodb.model.Page<EnhancedDocument> query(
      QueryConditional condition,
      int limit,
      boolean forward,
      @Nullable Map<String, AttributeValue> start) {
    try {
      return index
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

  private boolean isSortedByNumber() {
    return sortType == AttributeValueType.N;
  }

  private String cursor(ItemReader last) {
    String sortKey = isSortedByNumber() ? Long.toString(last.number(sort)) : last.text(sort);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((last.text("id") + "|" + sortKey).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The key after which a page begins. Its partition is the asker's own, whatever the cursor says.
   */
  private Map<String, AttributeValue> start(String within, String cursor) {
    List<String> parts = List.of(decoded(cursor).split("\\|", 2));
    if (parts.size() != 2 || !ApplicationId.isValid(parts.get(0)) || parts.get(1).isEmpty()) {
      throw new BadCursor();
    }
    String sortKey = parts.get(1);
    if (isSortedByNumber() && !sortKey.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new BadCursor();
    }
    Map<String, AttributeValue> key = new HashMap<>();
    key.put(partition, AttributeValue.fromS(within));
    key.putAll(ApplicationItem.key(new ApplicationId(parts.get(0))));
    key.put(
        sort, isSortedByNumber() ? AttributeValue.fromN(sortKey) : AttributeValue.fromS(sortKey));
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
