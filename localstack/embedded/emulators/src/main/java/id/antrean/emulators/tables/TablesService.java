package id.antrean.emulators.tables;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.emulators.calls.AwsAnswer;
import id.antrean.emulators.calls.AwsCall;
import id.antrean.emulators.calls.AwsService;
import id.antrean.emulators.calls.JsonOperations;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** DynamoDB Local's protocol, and what it lacks: former moments of tables, in business time. */
public final class TablesService implements AwsService {
  private static final Set<String> WRITES =
      Set.of(
          "PutItem",
          "UpdateItem",
          "DeleteItem",
          "BatchWriteItem",
          "TransactWriteItems",
          "ExecuteStatement",
          "BatchExecuteStatement",
          "ExecuteTransaction");

  private final AwsService dynamoDb;
  private final KeptTables kept;
  private final Moments moments;
  private final Map<String, UnaryOperator<JsonNode>> own;
  private final JsonOperations operations;

  /**
   * Speaks for DynamoDB Local.
   *
   * @param folder keeps of which tables there are former moments
   */
  public TablesService(AwsService dynamoDb, Optional<Path> folder, InstantSource clock) {
    Store store = new Store(dynamoDb);
    this.dynamoDb = dynamoDb;
    this.kept = new KeptTables(folder);
    this.moments = new Moments(store, clock);
    Recovery recovery = new Recovery(store, kept, moments);
    this.own =
        Map.of(
            "DescribeContinuousBackups", recovery::describe,
            "UpdateContinuousBackups", recovery::update,
            "RestoreTableToPointInTime", recovery::restore);
    this.operations = new JsonOperations("DynamoDB", own);
  }

  @Override
  public AwsAnswer answer(AwsCall call) {
    if (own.containsKey(call.operation())) {
      return operations.answer(call);
    }
    if (WRITES.contains(call.operation()) && !kept.isEmpty()) {
      moments.mark();
    }
    return dynamoDb.answer(call);
  }
}
