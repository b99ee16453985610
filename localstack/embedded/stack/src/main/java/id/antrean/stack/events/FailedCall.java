package id.antrean.stack.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.stack.function.Invocation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The message that Lambda writes to a failure destination about a call for which nobody waited: the
 * event as it was, and how the last try ended.
 */
final class FailedCall {

  private FailedCall() {}

  static String message(String functionArn, String event, Invocation outcome, Instant now) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("version", "1.0");
    message.put("timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
    message
        .putObject("requestContext")
        .put("requestId", UUID.randomUUID().toString())
        .put("functionArn", functionArn + ":$LATEST")
        .put("condition", "RetriesExhausted")
        .put("approximateInvokeCount", 1);
    message.put("requestPayload", event);
    Ended.noted(message, outcome);
    if (outcome instanceof Invocation.Failed failed) {
      message
          .putObject("responsePayload")
          .put("errorType", failed.errorType())
          .put("errorMessage", failed.message());
    }
    return message.toString();
  }
}
