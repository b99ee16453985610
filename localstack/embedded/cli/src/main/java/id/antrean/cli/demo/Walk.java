package id.antrean.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.cli.console.CommandFailure;
import id.antrean.cli.endpoint.Reply;
import id.antrean.cli.endpoint.StackClient;
import java.util.List;
import java.util.Map;

/** Calls that are shown as they are made. A refusal ends the walk. */
final class Walk {
  private static final JsonNode NOTHING = MissingNode.getInstance();

  private final StackClient stack;
  private final Narrator narrator;
  private final Map<String, String> authorization;

  Walk(StackClient stack, Narrator narrator, String token) {
    this.stack = stack;
    this.narrator = narrator;
    this.authorization = Map.of("Authorization", "Bearer " + token);
  }

  static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  static JsonNode nothing() {
    return NOTHING;
  }

  Reply get(String path, String... shown) {
    return call("GET", path, NOTHING, shown);
  }

  Reply call(String method, String path, JsonNode body, String... shown) {
    narrator.request(method, path, body);
    Map<String, String> headers = path.startsWith("/v1") ? authorization : Map.of();
    Reply reply = stack.send(method, path, headers, body);
    narrator.answer(reply, List.of(shown));
    return expected(reply, method + " " + path);
  }

  /** A call that is not shown, for waiting and looking things up. */
  Reply quietly(String path) {
    return expected(stack.send("GET", path, authorization, NOTHING), "GET " + path);
  }

  private static Reply expected(Reply reply, String call) {
    if (!reply.ok()) {
      throw new CommandFailure(call + " was refused: " + reply.refusal());
    }
    return reply;
  }
}
