package id.antrean.stack.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.stack.function.Invocation;

/** How a call ended, as Lambda writes it into what it tells a failure destination. */
final class Ended {

  private Ended() {}

  static void noted(ObjectNode message, Invocation last) {
    ObjectNode response = message.putObject("responseContext");
    response.put("statusCode", last instanceof Invocation.Throttled ? 429 : 200);
    response.put("executedVersion", "$LATEST");
    if (last instanceof Invocation.Failed) {
      response.put("functionError", "Unhandled");
    } else {
      response.putNull("functionError");
    }
  }
}
