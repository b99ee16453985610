package id.antrean.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A part of a YAML file: fields by name. Every scalar is text, and a short intrinsic such as {@code
 * !Ref Queue} is what CloudFormation takes it for: {@code {Ref: Queue}}.
 */
record Section(Map<String, Object> fields) {

  static Section read(Path file) {
    return new Section(fields((MappingNode) root(file)));
  }

  private static Node root(Path file) {
    try {
      return new Compose(LoadSettings.builder().setCodePointLimit(10_000_000).build())
          .composeString(Files.readString(file))
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a file says that there is nothing: the paths of its nulls. */
  static List<String> nulls(Path file) {
    return nulls("", root(file)).toList();
  }

  private static Stream<String> nulls(String path, Node node) {
    return switch (node) {
      case MappingNode mapping ->
          mapping.getValue().stream()
              .flatMap(
                  tuple ->
                      nulls(
                          path + "/" + ((ScalarNode) tuple.getKeyNode()).getValue(),
                          tuple.getValueNode()));
      case SequenceNode sequence ->
          sequence.getValue().stream().flatMap(item -> nulls(path + "/-", item));
      case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> Stream.of(path);
      default -> Stream.empty();
    };
  }

  private static Map<String, Object> fields(MappingNode node) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      fields.put(((ScalarNode) tuple.getKeyNode()).getValue(), value(tuple.getValueNode()));
    }
    return fields;
  }

  private static Object value(Node node) {
    Object value =
        switch (node) {
          case MappingNode mapping -> new Section(fields(mapping));
          case SequenceNode sequence -> sequence.getValue().stream().map(Section::value).toList();
          case ScalarNode scalar -> scalar.getValue();
          default -> throw new IllegalStateException("an anchor or alias");
        };
    String tag = node.getTag().getValue();
    return tag.startsWith("!") && !tag.equals("!")
        ? new Section(Map.of(intrinsic(tag), value))
        : value;
  }

  private static String intrinsic(String tag) {
    String name = tag.substring(1);
    return name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
  }

  Set<String> names() {
    return fields.keySet();
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /** The section at that path, empty where there is none. */
  Section at(String... path) {
    Section here = this;
    for (String name : path) {
      here = here.fields.get(name) instanceof Section next ? next : new Section(Map.of());
    }
    return here;
  }

  /** A field's text; an intrinsic's as it is written. */
  Optional<String> text(String name) {
    return Optional.ofNullable(fields.get(name)).map(Section::plain);
  }

  /** A field's items, one if it is not a list. */
  List<Object> items(String name) {
    Object value = fields.get(name);
    return value == null
        ? List.of()
        : value instanceof List<?> list ? List.copyOf(list) : List.of(value);
  }

  List<String> texts(String name) {
    return items(name).stream().map(Section::plain).toList();
  }

  List<Section> sections(String name) {
    return items(name).stream()
        .flatMap(item -> item instanceof Section section ? Stream.of(section) : Stream.empty())
        .toList();
  }

  /** This section and all within it. */
  List<Section> everywhere() {
    List<Section> found = new ArrayList<>();
    collect(this, found);
    return found;
  }

  private static void collect(Object value, List<Section> found) {
    if (value instanceof Section section) {
      found.add(section);
      section.fields.values().forEach(inner -> collect(inner, found));
    } else if (value instanceof List<?> list) {
      list.forEach(inner -> collect(inner, found));
    }
  }

  /** What an intrinsic points at, or the text itself. */
  static String plain(Object value) {
    return value instanceof Section section && section.fields.size() == 1
        ? String.valueOf(section.fields.values().iterator().next())
        : String.valueOf(value);
  }
}
