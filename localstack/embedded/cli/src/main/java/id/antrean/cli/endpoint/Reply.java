package id.antrean.cli.endpoint;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the stack answered.
 *
 * @param body JSON; a missing node if the answer has none
 */
public record Reply(int status, JsonNode body) {
  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /** The text at a JSON pointer, empty if there is nothing. */
  public String at(String pointer) {
    return body.at(pointer).asText("");
  }

  /** In one sentence what a refusal says. */
  public String refusal() {
    String errors =
        body.path("errors")
            .valueStream()
            .map(error -> error.path("pointer").asText() + " " + error.path("detail").asText())
            .reduce("", (all, one) -> all + " " + one);
    return (status + " " + at("/title") + ": " + at("/detail") + errors).strip();
  }
}
