package id.antrean.acceptance.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The contract with every {@code allOf} written out as one schema, and every body that is one thing
 * or a list of them as both. The validator refuses fields that a schema does not know, and would
 * ask each part of a composition to know those of the others.
 */
final class FlatContract {
  private final JsonNode document;

  private FlatContract(JsonNode document) {
    this.document = document;
  }

  /** The whole document as JSON. */
  static String read(Path file) {
    try {
      JsonNode document = Yaml.mapper().readTree(file.toFile());
      new FlatContract(document).flatten(document);
      return document.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void flatten(JsonNode node) {
    node.forEach(this::flatten);
    if (node instanceof ObjectNode schema && schema.remove("allOf") instanceof ArrayNode parts) {
      parts.forEach(part -> merge(schema, part));
    }
    if (node instanceof ObjectNode body
        && body.remove("x-one-or-list") instanceof ObjectNode list) {
      JsonNode one = body.get("schema");
      list.put("type", "array").put("minItems", 1).set("items", one);
      body.putObject("schema").putArray("oneOf").add(one).add(list);
    }
  }

  private void merge(ObjectNode schema, JsonNode written) {
    JsonNode part = resolved(written);
    part.properties()
        .forEach(
            field -> {
              switch (field.getKey()) {
                case "properties" ->
                    schema.withObjectProperty("properties").setAll((ObjectNode) field.getValue());
                case "required" ->
                    field.getValue().forEach(schema.withArrayProperty("required")::add);
                case "allOf" -> field.getValue().forEach(inner -> merge(schema, inner));
                default -> schema.set(field.getKey(), field.getValue());
              }
            });
  }

  private JsonNode resolved(JsonNode part) {
    return part.has("$ref") ? document.at(part.get("$ref").asText().substring(1)) : part;
  }
}
