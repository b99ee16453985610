package id.antrean.sandbox.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a bill asks for. A real aggregator is told when the bill is made; here it is looked up. */
public final class Bills {
  private final DynamoDbClient dynamoDb;
  private final String table;

  public Bills(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /**
   * What a bill asks for.
   *
   * @param amount whole rupiah
   */
  public record Asked(String billingCode, long amount) {}

  /** Some bills that were made, in no order: a look at the table of a developer's own machine. */
  public List<Asked> some(int most) {
    return dynamoDb
        .scanPaginator(
            scan ->
                scan.tableName(table)
                    .filterExpression("part = :bill")
                    .expressionAttributeValues(Map.of(":bill", AttributeValue.fromS("bill"))))
        .items()
        .stream()
        .flatMap(bill -> asked(bill).stream())
        .limit(most)
        .toList();
  }

  private static Optional<Asked> asked(Map<String, AttributeValue> bill) {
    return Optional.ofNullable(bill.get("billingCode"))
        .flatMap(
            code ->
                Optional.ofNullable(bill.get("amount"))
                    .map(amount -> new Asked(code.s(), Long.parseLong(amount.n()))));
  }

  /** The amount in whole rupiah, or nothing if no such bill was ever made. */
  public Optional<Long> amountOf(String billingCode) {
    Map<String, AttributeValue> key =
        Map.of(
            "billingCode", AttributeValue.fromS(billingCode), "part", AttributeValue.fromS("bill"));
    Map<String, AttributeValue> bill =
        dynamoDb.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
    return Optional.ofNullable(bill.get("amount")).map(amount -> Long.valueOf(amount.n()));
  }
}
