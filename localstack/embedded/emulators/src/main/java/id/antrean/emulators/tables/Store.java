package id.antrean.emulators.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.emulators.EmbeddedAws;
import id.antrean.emulators.calls.AwsAnswer;
import id.antrean.emulators.calls.AwsCall;
import id.antrean.emulators.calls.AwsError;
import id.antrean.emulators.calls.AwsService;
import id.antrean.emulators.calls.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** DynamoDB Local, asked in the emulator's own name, which no fault and no permission reaches. */
final class Store {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TABLES = Service.DYNAMODB.target() + ".";
  private static final String STREAMS = "DynamoDBStreams_20120810.";

  /** It looks for a key, and at no signature. */
  private static final String IDENTITY =
      "AWS4-HMAC-SHA256 Credential=%s/20200101/%s/dynamodb/aws4_request, SignedHeaders=host, Signature=none"
          .formatted(EmbeddedAws.ACCESS_KEY, EmbeddedAws.REGION);

  private final AwsService dynamoDb;

  Store(AwsService dynamoDb) {
    this.dynamoDb = dynamoDb;
  }

  /** An empty request. */
  static ObjectNode request() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A request about a table. */
  static ObjectNode about(String table) {
    return request().put("TableName", table);
  }

  /**
   * The description of a table; empty: there is none.
   *
   * @throws AwsError as the store answers
   */
  Optional<JsonNode> described(String table) {
    try {
      return Optional.of(ask("DescribeTable", about(table)).path("Table"));
    } catch (AwsError e) {
      if (e.code().endsWith("#ResourceNotFoundException")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * @throws AwsError as the store answers
   */
  JsonNode ask(String operation, JsonNode request) {
    return ask(TABLES, operation, request);
  }

  /**
   * @throws AwsError as the store answers
   */
  JsonNode askStreams(String operation, JsonNode request) {
    return ask(STREAMS, operation, request);
  }

  private JsonNode ask(String target, String operation, JsonNode request) {
    AwsAnswer answer =
        dynamoDb.answer(
            new AwsCall(
                Service.DYNAMODB,
                operation,
                Optional.empty(),
                "POST",
                "/",
                Map.of(
                    "content-type",
                    "application/x-amz-json-1.0",
                    "x-amz-target",
                    target + operation,
                    "authorization",
                    IDENTITY),
                request.toString().getBytes(StandardCharsets.UTF_8)));
    JsonNode body = document(answer);
    if (answer.status() == 200) {
      return body;
    }
    String message = body.path("message").asText(body.path("Message").asText());
    throw new AwsError(answer.status(), body.path("__type").asText("InternalFailure"), message);
  }

  private static JsonNode document(AwsAnswer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new AwsError(500, "InternalServerError", "DynamoDB Local answered no JSON");
    }
  }
}
