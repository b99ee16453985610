package id.antrean.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.emulators.calls.Onlooker;
import id.antrean.emulators.calls.Service;
import id.antrean.emulators.faults.Fault;
import id.antrean.emulators.faults.FaultKind;
import id.antrean.emulators.faults.Faults;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class TablesAndFaultsTest {

  private static EmbeddedAws aws;
  private static DynamoDbClient booking;
  private static DynamoDbClient payments;

  @BeforeAll
  static void start() {
    aws = EmbeddedAws.start(Settings.inMemory());
    booking = new Clients(aws).dynamoDbFrom("/from/BookingFunction");
    payments = new Clients(aws).dynamoDbFrom("/from/PaymentsFunction");
    create(booking);
  }

  @AfterAll
  static void stop() {
    booking.close();
    payments.close();
    aws.close();
  }

  @BeforeEach
  void noFaults() {
    aws.faults().clear();
  }

  private static void create(DynamoDbClient client) {
    client.createTable(
        given ->
            given
                .tableName("things")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(
                    KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build())
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build()));
  }

  private static Map<String, AttributeValue> item(String id) {
    return Map.of("id", AttributeValue.fromS(id));
  }

  private static void put(DynamoDbClient client, String id) {
    client.putItem(
        given ->
            given
                .tableName("things")
                .item(item(id))
                .conditionExpression("attribute_not_exists(id)"));
  }

  private static TransactWriteItem putting(String id) {
    return TransactWriteItem.builder().put(put -> put.tableName("things").item(item(id))).build();
  }

  private static boolean there(DynamoDbClient client, String id) {
    return client.getItem(given -> given.tableName("things").key(item(id))).hasItem();
  }

  private static void inject(String operation, FaultKind kind, int skip, OptionalInt times) {
    inject(operation, Optional.empty(), kind, skip, times);
  }

  private static void inject(
      String operation, Optional<String> contains, FaultKind kind, int skip, OptionalInt times) {
    aws.faults()
        .inject(
            new Fault(
                Service.DYNAMODB,
                Optional.of(operation),
                Optional.of("BookingFunction"),
                contains,
                kind,
                skip,
                times));
  }

  @Test
  void conditionsHold() {
    put(booking, "once");

    assertThatThrownBy(() -> put(booking, "once"))
        .isInstanceOf(ConditionalCheckFailedException.class);
  }

  @Test
  void aDroppedRequestDoesNothingAndHitsOnlyItsCaller() {
    inject("PutItem", FaultKind.DROP_REQUEST, 0, OptionalInt.of(1));

    put(payments, "other caller");
    assertThatThrownBy(() -> put(booking, "dropped")).isInstanceOf(SdkClientException.class);

    assertThat(there(payments, "dropped")).isFalse();
    put(booking, "dropped");
    assertThat(there(payments, "dropped")).isTrue();
  }

  @Test
  void aDroppedAnswerLeavesTheWorkDone() {
    inject("PutItem", FaultKind.DROP_ANSWER, 0, OptionalInt.of(1));

    assertThatThrownBy(() -> put(booking, "done")).isInstanceOf(SdkClientException.class);

    assertThat(there(booking, "done")).isTrue();
  }

  @Test
  void throttlingAndErrorsComeInTheServicesWords() {
    inject("PutItem", FaultKind.THROTTLE, 1, OptionalInt.of(1));
    inject("GetItem", FaultKind.ERROR, 0, OptionalInt.empty());

    put(booking, "first goes well");
    assertThatThrownBy(() -> put(booking, "second"))
        .isInstanceOf(ProvisionedThroughputExceededException.class);
    put(booking, "third goes well");
    assertThatThrownBy(() -> there(booking, "x")).isInstanceOf(InternalServerErrorException.class);
    assertThatThrownBy(() -> there(booking, "x")).isInstanceOf(InternalServerErrorException.class);
    aws.faults().clear();
    assertThat(there(booking, "x")).isFalse();
  }

  @Test
  void aConflictCancelsTheTransactionWithAReasonPerItem() {
    inject("TransactWriteItems", FaultKind.CONFLICT, 0, OptionalInt.of(1));

    assertThatThrownBy(
            () ->
                booking.transactWriteItems(
                    given -> given.transactItems(List.of(putting("t1"), putting("t2")))))
        .isInstanceOfSatisfying(
            TransactionCanceledException.class,
            cancelled ->
                assertThat(cancelled.cancellationReasons())
                    .extracting(CancellationReason::code)
                    .containsExactly("TransactionConflict", "TransactionConflict"));
    assertThat(there(booking, "t1")).isFalse();
  }

  @Test
  void aFaultHitsTheCallsThatSayWhatItNames() {
    inject("PutItem", Optional.of("\"seat 7\""), FaultKind.ERROR, 0, OptionalInt.empty());

    put(booking, "seat 70");
    assertThatThrownBy(() -> put(booking, "seat 7"))
        .isInstanceOf(InternalServerErrorException.class);

    assertThat(there(payments, "seat 70")).isTrue();
    assertThat(there(payments, "seat 7")).isFalse();
  }

  @Test
  void aFaultTellsHowManyCallsItHasHit() {
    inject("PutItem", FaultKind.THROTTLE, 1, OptionalInt.of(1));
    inject("DeleteItem", FaultKind.ERROR, 0, OptionalInt.empty());
    assertThat(hits()).containsExactly(0, 0);

    put(booking, "counted: skipped");
    assertThat(hits()).as("a call that goes well first is none").containsExactly(0, 0);
    assertThatThrownBy(() -> put(booking, "counted: hit"))
        .isInstanceOf(ProvisionedThroughputExceededException.class);
    put(booking, "counted: after it");

    assertThat(hits()).as("one that is spent is told of still").containsExactly(1, 0);
    aws.faults().clear();
    assertThat(hits()).isEmpty();
  }

  private static List<Integer> hits() {
    return aws.faults().injected().stream().map(Faults.Injected::hits).toList();
  }

  @Test
  void aFaultThatNamesNothingIsRefused() {
    assertThatThrownBy(
            () -> inject("PutItem", Optional.of(""), FaultKind.ERROR, 0, OptionalInt.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFaultThatCouldNeverHitIsRefused() {
    assertThatThrownBy(
            () ->
                new Fault(
                    Service.SQS,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    FaultKind.CONFLICT,
                    0,
                    OptionalInt.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void webPagesAndForeignHostsAreRefused() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(aws.edge() + "/"))
              .header("Origin", "https://evil.example")
              .header("X-Amz-Target", "DynamoDB_20120810.ListTables")
              .POST(HttpRequest.BodyPublishers.ofString("{}"))
              .build();

      assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void whoWatchesSeesWhoCallsWhat() {
    List<String> seen = new CopyOnWriteArrayList<>();
    aws.watch(
        (call, service) -> {
          seen.add(call.caller().orElse("nobody") + " " + call.operation());
          return service.answer(call);
        });

    put(booking, "watched");
    boolean there = there(payments, "watched");
    aws.watch(Onlooker.NOBODY);
    there(payments, "watched");

    assertThat(there).isTrue();
    assertThat(seen).containsExactly("BookingFunction PutItem", "PaymentsFunction GetItem");
  }

  @Test
  void tablesSurviveARestart(@TempDir Path data) {
    try (EmbeddedAws first = EmbeddedAws.start(Settings.keptIn(data));
        DynamoDbClient client = new Clients(first).dynamoDb()) {
      create(client);
      put(client, "kept");
    }

    try (EmbeddedAws second = EmbeddedAws.start(Settings.keptIn(data));
        DynamoDbClient client = new Clients(second).dynamoDb()) {
      assertThat(there(client, "kept")).isTrue();
    }
  }
}
