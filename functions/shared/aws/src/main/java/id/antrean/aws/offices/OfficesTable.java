package id.antrean.aws.offices;

import id.antrean.aws.Retry;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The offices table. Every call reads it; {@link DynamoOffices} spares it most. */
final class OfficesTable implements FindOffice {
  private final DynamoDbTable<EnhancedDocument> offices;

  OfficesTable(DynamoDbClient dynamo, String table) {
    this.offices =
        DynamoDbEnhancedClient.builder()
            .dynamoDbClient(dynamo)
            .build()
            .table(
                table,
                TableSchema.documentSchemaBuilder()
                    .addIndexPartitionKey(
                        TableMetadata.primaryIndexName(), "id", AttributeValueType.S)
                    .attributeConverterProviders(AttributeConverterProvider.defaultProvider())
                    .build());
  }

  @Override
  public Optional<Office> find(OfficeId id) {
    Key key = Key.builder().partitionValue(id.value()).build();
    return Retry.with("reading an office", () -> Optional.ofNullable(offices.getItem(key)))
        .map(EnhancedDocument::toMap)
        .map(OfficeItem::office);
  }

  @Override
  public List<Office> all() {
    List<Map<String, AttributeValue>> items =
        Retry.with(
            "reading the offices",
            () -> offices.scan().items().stream().map(EnhancedDocument::toMap).toList());
    return items.stream()
        .map(OfficeItem::office)
        .sorted(Comparator.comparing(office -> office.id().value()))
        .toList();
  }
}
