package id.antrean.emulators.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.antrean.emulators.EmbeddedAws;
import id.antrean.emulators.calls.AwsCall;
import id.antrean.emulators.calls.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a call does, by the service authorization reference: a transaction of DynamoDB does what
 * each of its items does, a look by an index is a look at the index, and a batch of messages is a
 * message.
 */
public final class Accesses {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BATCH = "Batch";

  /** The condition keys of what a key is used for: this and the name of an entry. */
  public static final String CONTEXT = "kms:EncryptionContext:";

  /** What an item of a transaction is called, and the action that it is. */
  private static final Map<String, String> IN_TRANSACTION =
      Map.of(
          "Put", "PutItem",
          "Update", "UpdateItem",
          "Delete", "DeleteItem",
          "ConditionCheck", "ConditionCheckItem",
          "Get", "GetItem");

  private Accesses() {}

  /**
   * All of it. A call that names no resource may be about any: who is to make it has to be allowed
   * to do that to all.
   */
  public static List<Access> of(AwsCall call) {
    JsonNode said = document(call);
    List<Access> named = named(call, said);
    String service = call.service().name().toLowerCase(Locale.ROOT);
    return named.isEmpty()
        ? List.of(new Access(service + ":" + call.operation(), "*", condition(call, said)))
        : named;
  }

  private static List<Access> named(AwsCall call, JsonNode said) {
    return switch (call.service()) {
      case DYNAMODB -> dynamoDb(call.operation(), said);
      case SQS -> one("sqs:" + message(call.operation()), queue(said));
      case STATES ->
          one(
              "states:" + call.operation(),
              said.path("stateMachineArn").asText(said.path("executionArn").asText("")));
      case SECRETSMANAGER ->
          one(
              "secretsmanager:" + call.operation(),
              arn("secretsmanager", "secret:", said.path("SecretId").asText("")));
      case KMS ->
          one("kms:" + call.operation(), arn("kms", "key/", said.path("KeyId").asText(""))).stream()
              .map(access -> new Access(access.action(), access.resource(), condition(call, said)))
              .toList();
    };
  }

  /** What a key is used for is all of a call that a policy here makes a condition of. */
  private static Map<String, String> condition(AwsCall call, JsonNode said) {
    if (call.service() != Service.KMS) {
      return Map.of();
    }
    return said.path("EncryptionContext").properties().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                entry -> CONTEXT + entry.getKey(), entry -> entry.getValue().asText()));
  }

  private static List<Access> dynamoDb(String operation, JsonNode said) {
    List<Access> accesses = new ArrayList<>();
    said.path("TransactItems")
        .forEach(
            item ->
                item.properties()
                    .forEach(
                        entry ->
                            accesses.add(
                                new Access(
                                    "dynamodb:"
                                        + IN_TRANSACTION.getOrDefault(
                                            entry.getKey(), entry.getKey()),
                                    table(entry.getValue())))));
    said.path("RequestItems")
        .properties()
        .forEach(
            entry ->
                accesses.add(
                    new Access(
                        "dynamodb:" + operation, arn("dynamodb", "table/", entry.getKey()))));
    if (said.has("TableName")) {
      accesses.add(new Access("dynamodb:" + operation, table(said)));
    }
    return accesses;
  }

  private static String table(JsonNode said) {
    String table = arn("dynamodb", "table/", said.path("TableName").asText(""));
    return said.hasNonNull("IndexName")
        ? table + "/index/" + said.path("IndexName").asText()
        : table;
  }

  private static String queue(JsonNode said) {
    String url = said.path("QueueUrl").asText(said.path("QueueName").asText(""));
    return arn("sqs", "", url.substring(url.lastIndexOf('/') + 1));
  }

  private static String message(String operation) {
    return operation.endsWith(BATCH)
        ? operation.substring(0, operation.length() - BATCH.length())
        : operation;
  }

  private static List<Access> one(String action, String resource) {
    return resource.isEmpty() ? List.of() : List.of(new Access(action, resource));
  }

  /** What is named is in this account, unless its name says where it is. */
  private static String arn(String service, String kind, String name) {
    return name.isEmpty() || name.startsWith("arn:")
        ? name
        : "arn:aws:%s:%s:%s:%s%s"
            .formatted(service, EmbeddedAws.REGION, EmbeddedAws.ACCOUNT, kind, name);
  }

  private static JsonNode document(AwsCall call) {
    try {
      JsonNode document = JSON.readTree(call.body());
      return document == null ? MissingNode.getInstance() : document;
    } catch (IOException noJson) {
      return MissingNode.getInstance();
    }
  }
}
