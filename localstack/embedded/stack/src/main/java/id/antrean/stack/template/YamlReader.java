package id.antrean.stack.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML into a JSON tree. CloudFormation's short tags ({@code !Ref}, {@code !Sub} …) become
 * their long form; in included files they are refused, because AWS::Include does not know them.
 */
public final class YamlReader {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Path file;
  private final boolean shortForms;
  private final Map<String, Integer> lines = new HashMap<>();

  private YamlReader(Path file, boolean shortForms) {
    this.file = file;
    this.shortForms = shortForms;
  }

  /** What a file says, and in which line it says it. */
  record Written(JsonNode tree, Map<String, Integer> lines) {}

  /** A template, short tags allowed. */
  static Written template(Path file) {
    return new YamlReader(file, true).written();
  }

  /** A part of a template, short tags refused. */
  static Written included(Path file) {
    return new YamlReader(file, false).written();
  }

  /** Any other YAML or JSON file, short tags refused. */
  public static JsonNode plain(Path file) {
    return new YamlReader(file, false).read();
  }

  private Written written() {
    return new Written(read(), lines);
  }

  private JsonNode read() {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(String.valueOf(file.getFileName()))
            .setSchema(new CoreSchema())
            .setMaxAliasesForCollections(200)
            .build();
    try {
      String text = Files.readString(file);
      return new Compose(settings)
          .composeString(text)
          .map(root -> convert("", root))
          .orElseThrow(() -> new TemplateException(file.toString(), "is empty"));
    } catch (IOException e) {
      throw new TemplateException(file.toString(), "cannot be read");
    } catch (YamlEngineException e) {
      throw new TemplateException(file.toString(), "is not valid YAML: " + e.getMessage());
    }
  }

  private JsonNode convert(String place, Node node) {
    if (node.getTag().equals(Tag.ENV_TAG)) {
      return plainValue(place, node); // ${Name} is CloudFormation's here, not the environment's
    }
    String tag = node.getTag().getValue();
    return tag.startsWith("!") ? longForm(place, tag.substring(1), node) : value(place, node);
  }

  private JsonNode value(String place, Node node) {
    return switch (node) {
      case MappingNode mapping -> object(place, mapping);
      case SequenceNode sequence -> {
        ArrayNode array = JSON.arrayNode();
        for (Node item : sequence.getValue()) {
          String within = place + "[" + array.size() + "]";
          line(item).ifPresent(line -> lines.put(within, line));
          array.add(convert(within, item));
        }
        yield array;
      }
      case ScalarNode scalar -> scalar(scalar);
      default -> throw refused(node, "is a kind of YAML that templates do not use");
    };
  }

  private ObjectNode object(String place, MappingNode mapping) {
    ObjectNode object = JSON.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        throw refused(entry.getKeyNode(), "a key must be a word");
      }
      if (object.has(key.getValue())) {
        throw refused(key, "'" + key.getValue() + "' stands here twice");
      }
      String within = place.isEmpty() ? key.getValue() : place + "." + key.getValue();
      line(key).ifPresent(line -> lines.put(within, line));
      object.set(key.getValue(), convert(within, entry.getValueNode()));
    }
    return object;
  }

  private JsonNode scalar(ScalarNode scalar) {
    Tag tag = scalar.getTag();
    String text = scalar.getValue();
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    }
    if (tag.equals(Tag.INT) && text.matches("[-+]?[0-9]{1,18}")) {
      return JSON.numberNode(Long.parseLong(text));
    }
    if (tag.equals(Tag.FLOAT) && text.matches("[-+.0-9eE]+")) {
      return JSON.numberNode(Double.parseDouble(text));
    }
    return JSON.textNode(text);
  }

  private JsonNode longForm(String place, String name, Node node) {
    if (!shortForms) {
      throw refused(node, "!" + name + " is written in short form, which an included file may not");
    }
    JsonNode argument = plainValue(place, node);
    String key = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
    if (name.equals("GetAtt") && argument.isTextual()) {
      String[] parts = argument.textValue().split("\\.", 2);
      ArrayNode pair = JSON.arrayNode();
      for (String part : parts) {
        pair.add(part);
      }
      argument = pair;
    }
    return JSON.objectNode().set(key, argument);
  }

  private JsonNode plainValue(String place, Node node) {
    return node instanceof ScalarNode scalar
        ? JSON.textNode(scalar.getValue())
        : value(place, node);
  }

  private TemplateException refused(Node node, String reason) {
    String line = line(node).map(number -> ":" + number).orElse("");
    return new TemplateException(file + line, reason);
  }

  private static Optional<Integer> line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1);
  }
}
