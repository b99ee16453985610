package id.antrean.stack.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One evaluated object of the template that remembers what was read of it, so that {@link #done()}
 * can refuse what nobody knew.
 */
public final class Section {
  private final String place;
  private final JsonNode object;
  private final Set<String> known = new HashSet<>();
  private final List<Section> children = new ArrayList<>();

  private Section(String place, JsonNode object) {
    if (!object.isObject() && !object.isMissingNode()) {
      throw new TemplateException(place, "must be an object");
    }
    this.place = place;
    this.object = object;
  }

  /** A section over an evaluated object; a missing one is an empty section. */
  public static Section of(String place, JsonNode object) {
    return new Section(place, object);
  }

  /** Where it stands in the template. */
  public String place() {
    return place;
  }

  private JsonNode get(String name) {
    known.add(name);
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? MissingNode.getInstance() : value;
  }

  private TemplateException refused(String name, String reason) {
    return new TemplateException(place + "." + name, reason);
  }

  /** A text, number or boolean as text. */
  public Optional<String> text(String name) {
    JsonNode value = get(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isValueNode()) {
      throw refused(name, "must be a single value");
    }
    return Optional.of(value.asText());
  }

  /** A text that has to be there. */
  public String required(String name) {
    return text(name).orElseThrow(() -> refused(name, "is missing"));
  }

  /** A whole number, also when it is written as text. */
  public OptionalInt whole(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(text.get()));
    } catch (NumberFormatException e) {
      throw refused(name, "must be a whole number, not '" + text.get() + "'");
    }
  }

  /** True or false, also when it is written as text. */
  public boolean flag(String name, boolean otherwise) {
    return text(name).map(Boolean::parseBoolean).orElse(otherwise);
  }

  /** An object below this one, empty if it is not there. */
  public Optional<Section> section(String name) {
    JsonNode value = get(name);
    return value.isMissingNode() ? Optional.empty() : Optional.of(child(name, value));
  }

  /** The objects of a list, none if it is not there. */
  public List<Section> sections(String name) {
    List<Section> sections = new ArrayList<>();
    JsonNode list = list(name);
    for (int i = 0; i < list.size(); i++) {
      sections.add(child(name + "[" + i + "]", list.get(i)));
    }
    return sections;
  }

  /** The objects of a map by their names, none if it is not there. */
  public Map<String, Section> named(String name) {
    Map<String, Section> sections = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : get(name).properties()) {
      sections.put(entry.getKey(), child(name + "." + entry.getKey(), entry.getValue()));
    }
    return sections;
  }

  /** The texts of a list, none if it is not there. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    list(name).forEach(item -> texts.add(item.asText()));
    return texts;
  }

  /** What it has, by names. */
  public List<String> names() {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  /** The texts of a map by their names. */
  public Map<String, String> map(String name) {
    Map<String, String> map = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : get(name).properties()) {
      if (!entry.getValue().isValueNode()) {
        throw refused(name + "." + entry.getKey(), "must be a single value");
      }
      map.put(entry.getKey(), entry.getValue().asText());
    }
    return map;
  }

  /** The tree as it is, missing if it is not there. */
  public JsonNode tree(String name) {
    return get(name);
  }

  private JsonNode list(String name) {
    JsonNode list = get(name);
    if (!list.isArray() && !list.isMissingNode()) {
      throw refused(name, "must be a list");
    }
    return list;
  }

  private Section child(String name, JsonNode value) {
    Section child = new Section(place + "." + name, value);
    children.add(child);
    return child;
  }

  /** Names properties that mean nothing on a developer's machine. */
  public Section ignoring(String... names) {
    known.addAll(List.of(names));
    return this;
  }

  /** Refuses everything that was neither read nor ignored, here and below. */
  public void done() {
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (!known.contains(entry.getKey())) {
        throw refused(entry.getKey(), "is not known to the local stack");
      }
    }
    children.forEach(Section::done);
  }
}
