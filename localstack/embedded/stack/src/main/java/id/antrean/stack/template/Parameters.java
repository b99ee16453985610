package id.antrean.stack.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The template's parameters with their values: an override, else the default. */
public final class Parameters {
  private final Map<String, String> values;

  private Parameters(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Resolves declared parameters against overrides.
   *
   * @throws TemplateException on an override the template does not declare, a missing value, or one
   *     that breaks the declaration
   */
  public static Parameters resolve(JsonNode declared, Map<String, String> overrides) {
    for (String name : overrides.keySet()) {
      if (!declared.has(name)) {
        throw new TemplateException("Parameters", "the template has no parameter " + name);
      }
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : declared.properties()) {
      String place = "Parameters." + entry.getKey();
      JsonNode declaration = entry.getValue();
      String value = overrides.get(entry.getKey());
      if (value == null) {
        if (!declaration.has("Default")) {
          throw new TemplateException(place, "needs a value");
        }
        value = declaration.get("Default").asText();
      }
      check(place, declaration, value);
      values.put(entry.getKey(), value);
    }
    return new Parameters(Map.copyOf(values));
  }

  /** The value of a parameter, empty if there is none of that name. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private static void check(String place, JsonNode declaration, String value) {
    switch (declaration.path("Type").asText()) {
      case "String" -> checkText(place, declaration, value);
      case "Number" -> checkNumber(place, declaration, value);
      default ->
          throw new TemplateException(
              place, "has type " + declaration.path("Type").asText("none") + ", which is not run");
    }
    if (declaration.has("AllowedValues")) {
      List<String> allowed = new ArrayList<>();
      declaration.get("AllowedValues").forEach(item -> allowed.add(item.asText()));
      if (!allowed.contains(value)) {
        throw refused(place, declaration, "must be one of " + allowed);
      }
    }
  }

  private static void checkText(String place, JsonNode declaration, String value) {
    if (declaration.has("AllowedPattern")
        && !value.matches(declaration.get("AllowedPattern").asText())) {
      throw refused(place, declaration, "must match " + declaration.get("AllowedPattern").asText());
    }
    if (value.length() < declaration.path("MinLength").asInt(0)
        || value.length() > declaration.path("MaxLength").asInt(Integer.MAX_VALUE)) {
      throw refused(place, declaration, "has the wrong length");
    }
  }

  private static void checkNumber(String place, JsonNode declaration, String value) {
    BigDecimal number;
    try {
      number = new BigDecimal(value);
    } catch (NumberFormatException e) {
      throw refused(place, declaration, "must be a number, not '" + value + "'");
    }
    if (declaration.has("MinValue")
        && number.compareTo(new BigDecimal(declaration.get("MinValue").asText())) < 0) {
      throw refused(place, declaration, "must be at least " + declaration.get("MinValue").asText());
    }
    if (declaration.has("MaxValue")
        && number.compareTo(new BigDecimal(declaration.get("MaxValue").asText())) > 0) {
      throw refused(place, declaration, "must be at most " + declaration.get("MaxValue").asText());
    }
  }

  private static TemplateException refused(String place, JsonNode declaration, String reason) {
    return new TemplateException(place, declaration.path("ConstraintDescription").asText(reason));
  }
}
