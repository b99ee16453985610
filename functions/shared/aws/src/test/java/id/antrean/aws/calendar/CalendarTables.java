package id.antrean.aws.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.emulators.EmbeddedAws;
import id.antrean.emulators.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The two tables of the calendar on an embedded store, with the offices that a new stack has. */
final class CalendarTables implements AutoCloseable {
  static final String SESSIONS = "sessions";
  static final String OFFICES = "offices";

  private final EmbeddedAws aws;
  final DynamoDbClient dynamo;

  CalendarTables() throws IOException {
    aws = EmbeddedAws.start(Settings.inMemory());
    dynamo =
        DynamoDbClient.builder()
            .endpointOverride(aws.edge())
            .region(Region.of(EmbeddedAws.REGION))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(EmbeddedAws.ACCESS_KEY, EmbeddedAws.SECRET_KEY)))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    create(SESSIONS, List.of("officeMonth", "slot"));
    create(OFFICES, List.of("id"));
    seedOffices();
  }

  private void create(String name, List<String> keys) {
    dynamo.createTable(
        table ->
            table
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    keys.stream()
                        .map(
                            key ->
                                AttributeDefinition.builder()
                                    .attributeName(key)
                                    .attributeType(ScalarAttributeType.S)
                                    .build())
                        .toList())
                .keySchema(
                    keys.stream()
                        .map(
                            key ->
                                KeySchemaElement.builder()
                                    .attributeName(key)
                                    .keyType(
                                        key.equals(keys.getFirst()) ? KeyType.HASH : KeyType.RANGE)
                                    .build())
                        .toList()));
  }

  /** infra/offices.json, as the operator's own command would write it. */
  private void seedOffices() throws IOException {
    JsonNode seed = new ObjectMapper().readTree(Path.of("../../../infra/offices.json").toFile());
    for (JsonNode put : seed.path("OfficesTable")) {
      Map<String, AttributeValue> item = WireFormat.item(put.path("PutRequest").path("Item"));
      dynamo.putItem(it -> it.tableName(OFFICES).item(item));
    }
  }

  @Override
  public void close() {
    dynamo.close();
    aws.close();
  }

  /** Items as DynamoDB writes them in JSON. */
  private static final class WireFormat {

    static Map<String, AttributeValue> item(JsonNode fields) {
      Map<String, AttributeValue> item = new HashMap<>();
      fields.properties().forEach(field -> item.put(field.getKey(), value(field.getValue())));
      return item;
    }

    private static AttributeValue value(JsonNode typed) {
      Map.Entry<String, JsonNode> only = typed.properties().iterator().next();
      return switch (only.getKey()) {
        case "S" -> AttributeValue.fromS(only.getValue().textValue());
        case "N" -> AttributeValue.fromN(only.getValue().textValue());
        case "M" -> AttributeValue.fromM(item(only.getValue()));
        case "L" -> {
          List<AttributeValue> items = new ArrayList<>();
          only.getValue().forEach(element -> items.add(value(element)));
          yield AttributeValue.fromL(items);
        }
        default -> throw new IllegalStateException("a type the seed does not use");
      };
    }
  }
}
