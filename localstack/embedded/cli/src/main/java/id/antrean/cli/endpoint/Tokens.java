package id.antrean.cli.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.cli.console.CommandFailure;
import java.util.Map;
import java.util.Optional;

/** Asks the sandbox's issuer for access tokens. */
public final class Tokens {
  private final StackClient stack;

  public Tokens(StackClient stack) {
    this.stack = stack;
  }

  public String of(String subject, String role, Optional<String> office) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("subject", subject);
    request.putArray("roles").add(role);
    office.ifPresent(id -> request.put("office", id));
    Reply reply = stack.send("POST", "/sandbox/identity/token", Map.of(), request);
    JsonNode token = reply.body().path("access_token");
    if (!reply.ok() || !token.isTextual()) {
      throw new CommandFailure("The issuer refused: " + reply.refusal());
    }
    return token.asText();
  }
}
