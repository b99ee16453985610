package id.antrean.stack.template;

import com.fasterxml.jackson.databind.JsonNode;

/** One resource as written, Globals merged in, intrinsic functions not yet evaluated. */
public record Resource(String logicalId, String type, JsonNode properties) {
  /** Where its properties stand, for messages. */
  public String place() {
    return "Resources." + logicalId + ".Properties";
  }
}
