package id.antrean.aws;

import id.antrean.emulators.EmbeddedAws;
import id.antrean.emulators.Settings;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** An embedded store, empty at first. */
public final class EmbeddedTables implements AutoCloseable {
  private final EmbeddedAws aws = EmbeddedAws.start(Settings.inMemory());
  private final DynamoDbClient dynamo =
      DynamoDbClient.builder()
          .endpointOverride(aws.edge())
          .region(Region.of(EmbeddedAws.REGION))
          .credentialsProvider(
              StaticCredentialsProvider.create(
                  AwsBasicCredentials.create(EmbeddedAws.ACCESS_KEY, EmbeddedAws.SECRET_KEY)))
          .httpClient(UrlConnectionHttpClient.create())
          .build();

  /** A client of it. */
  public DynamoDbClient dynamo() {
    return dynamo;
  }

  /** Makes a table whose items are named by these texts, the second of which sorts them. */
  public EmbeddedTables with(String table, String... keys) {
    List<String> names = List.of(keys);
    dynamo.createTable(
        request ->
            request
                .tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(names.stream().map(EmbeddedTables::text).toList())
                .keySchema(names.stream().map(name -> key(name, names)).toList()));
    return this;
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, List<String> names) {
    return KeySchemaElement.builder()
        .attributeName(name)
        .keyType(name.equals(names.getFirst()) ? KeyType.HASH : KeyType.RANGE)
        .build();
  }

  @Override
  public void close() {
    dynamo.close();
    aws.close();
  }
}
