package id.antrean.emulators.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A service of named operations, each of which takes a JSON document and returns one. */
public final class JsonOperations implements AwsService {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String service;
  private final Map<String, UnaryOperator<JsonNode>> operations;

  /**
   * Answers these operations and refuses every other.
   *
   * @param service its name in sentences
   */
  public JsonOperations(String service, Map<String, UnaryOperator<JsonNode>> operations) {
    this.service = service;
    this.operations = Map.copyOf(operations);
  }

  @Override
  public AwsAnswer answer(AwsCall call) {
    UnaryOperator<JsonNode> operation = operations.get(call.operation());
    if (operation == null) {
      throw AwsError.badRequest(
          "UnknownOperationException",
          service
              + " of the local stack does not do '"
              + call.operation()
              + "'; it does "
              + String.join(", ", operations.keySet().stream().sorted().toList()));
    }
    return AwsAnswer.ok(operation.apply(document(call)));
  }

  private static JsonNode document(AwsCall call) {
    try {
      JsonNode document = JSON.readTree(call.body());
      if (document.isObject()) {
        return document;
      }
      throw AwsError.badRequest("SerializationException", "The body is no JSON object");
    } catch (IOException e) {
      throw AwsError.badRequest("SerializationException", "The body is no JSON");
    }
  }

  /**
   * A member that must be there as text.
   *
   * @throws AwsError when it is missing
   */
  public static String text(JsonNode document, String member) {
    JsonNode value = document.path(member);
    if (!value.isTextual()) {
      throw AwsError.badRequest("ValidationException", "'" + member + "' is missing or no text");
    }
    return value.textValue();
  }
}
