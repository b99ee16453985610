package id.antrean.aws.applications;

import id.antrean.aws.ItemReader;
import id.antrean.aws.Retry;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.FindEarlierEntries;
import id.antrean.domain.application.TimelineEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Finds applications in their table, one or all of an account, and what stands beside them. */
public final class DynamoApplications
    implements FindApplication, FindApplication.Lists, FindEarlierEntries {
  private final DynamoDbClient dynamo;
  private final String tableName;
  private final DynamoDbTable<EnhancedDocument> table;
  private final ApplicationIndex ofAccounts;

  public DynamoApplications(DynamoDbClient dynamo, String tableName) {
    this.dynamo = dynamo;
    this.tableName = tableName;
    this.ofAccounts = ApplicationIndex.ofAccounts(dynamo, tableName);
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
    ApplicationIndex.Page page = ofAccounts.page(account, limit, false, cursor);
    List<ApplicationId> ids = page.rows().stream().map(ApplicationItem::id).toList();
    Map<ApplicationId, Application> whole = WholeApplications.read(dynamo, tableName, ids);
    return new FindApplication.Page(
        ids.stream().flatMap(id -> Optional.ofNullable(whole.get(id)).stream()).toList(),
        page.nextCursor());
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
}
