package id.antrean.stack.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A template with its parameters resolved, its conditions decided and its Globals merged.
 * Properties are evaluated on demand, since their references need what is deployed.
 */
public final class Template {
  public static final String REGION = "ap-southeast-3";
  public static final String ACCOUNT = "000000000000";
  public static final String STACK_NAME = "antrean-paspor";

  private static final Map<String, String> PSEUDO =
      Map.of(
          "AWS::Region",
          REGION,
          "AWS::AccountId",
          ACCOUNT,
          "AWS::Partition",
          "aws",
          "AWS::StackName",
          STACK_NAME,
          "AWS::StackId",
          "arn:aws:cloudformation:" + REGION + ":" + ACCOUNT + ":stack/" + STACK_NAME,
          "AWS::URLSuffix",
          "amazonaws.com");

  private static final Set<String> SECTIONS =
      Set.of(
          "AWSTemplateFormatVersion",
          "Transform",
          "Description",
          "Metadata",
          "Parameters",
          "Conditions",
          "Globals",
          "Resources",
          "Outputs");

  private static final Set<String> RESOURCE_ATTRIBUTES =
      Set.of(
          "Type",
          "Properties",
          "Condition",
          "DependsOn",
          "DeletionPolicy",
          "UpdateReplacePolicy",
          "Metadata");

  private final Path folder;
  private final JsonNode document;
  private final Lines lines;
  private final Intrinsics.Names names;
  private final Conditions conditions;
  private final Map<String, Resource> resources = new LinkedHashMap<>();

  private Template(Path file, JsonNode document, Lines lines, Map<String, String> overrides) {
    Path parent = file.toAbsolutePath().getParent();
    this.folder = parent == null ? Path.of("/") : parent;
    this.document = document;
    this.lines = lines;
    for (Map.Entry<String, JsonNode> section : document.properties()) {
      if (!SECTIONS.contains(section.getKey())) {
        throw new TemplateException(section.getKey(), "is a section the local stack does not run");
      }
    }
    Parameters parameters = Parameters.resolve(document.path("Parameters"), overrides);
    Set<String> active = new LinkedHashSet<>();
    this.names = new Intrinsics.Names(parameters, PSEUDO, active);
    this.conditions = new Conditions(document.path("Conditions"), names);
    Globals globals = new Globals(document.path("Globals"));
    for (Map.Entry<String, JsonNode> entry : document.path("Resources").properties()) {
      readResource(entry.getKey(), entry.getValue(), globals);
    }
    active.addAll(resources.keySet());
    new KnownNames(folder, document, PSEUDO.keySet(), lines).require();
  }

  /**
   * Reads a template.
   *
   * @param overrides values of parameters that differ from their defaults
   * @throws TemplateException naming line and place, on anything the local stack does not know and
   *     every name that is nobody's
   */
  public static Template read(Path file, Map<String, String> overrides) {
    YamlReader.Written written = YamlReader.template(file);
    Lines lines = new Lines();
    lines.ofTemplate(String.valueOf(file.getFileName()), written.lines());
    try {
      return new Template(file, written.tree(), lines, overrides);
    } catch (TemplateException refusal) {
      throw lines.located(refusal);
    }
  }

  /** The same refusal with the line that it is about. */
  public TemplateException located(TemplateException refusal) {
    return lines.located(refusal);
  }

  private void readResource(String logicalId, JsonNode written, Globals globals) {
    String place = "Resources." + logicalId;
    for (Map.Entry<String, JsonNode> attribute : written.properties()) {
      if (!RESOURCE_ATTRIBUTES.contains(attribute.getKey())) {
        throw new TemplateException(place + "." + attribute.getKey(), "is not run");
      }
    }
    if (written.has("Condition") && !conditions.holds(written.get("Condition").asText())) {
      return;
    }
    String type = written.path("Type").asText();
    JsonNode properties = globals.mergedInto(type, written.path("Properties"));
    resources.put(logicalId, new Resource(logicalId, type, properties));
  }

  /** The folder that relative paths in the template start from. */
  public Path folder() {
    return folder;
  }

  /** The resources whose conditions hold, in the template's order. */
  public Map<String, Resource> resources() {
    return resources;
  }

  /** The resource of that name, or null. */
  public @Nullable Resource resource(String logicalId) {
    return resources.get(logicalId);
  }

  /** A resource's properties with every intrinsic function evaluated. */
  public Section properties(Resource resource, References references) {
    JsonNode evaluated = intrinsics(references).evaluate(resource.place(), resource.properties());
    return Section.of(resource.place(), evaluated);
  }

  /** The outputs by name. */
  public Map<String, String> outputs(References references) {
    Map<String, String> outputs = new LinkedHashMap<>();
    Intrinsics intrinsics = intrinsics(references);
    for (Map.Entry<String, JsonNode> entry : document.path("Outputs").properties()) {
      JsonNode output = entry.getValue();
      if (!output.has("Condition") || conditions.holds(output.get("Condition").asText())) {
        String place = "Outputs." + entry.getKey();
        outputs.put(entry.getKey(), intrinsics.evaluate(place, output.path("Value")).asText());
      }
    }
    return outputs;
  }

  private Intrinsics intrinsics(References references) {
    return new Intrinsics(folder, names, conditions, references);
  }
}
