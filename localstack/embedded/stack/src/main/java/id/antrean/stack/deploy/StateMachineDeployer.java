package id.antrean.stack.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.emulators.stepfunctions.InvalidDefinition;
import id.antrean.emulators.stepfunctions.StateMachines;
import id.antrean.stack.access.Grants;
import id.antrean.stack.template.Section;
import id.antrean.stack.template.TemplateException;
import id.antrean.stack.template.YamlReader;
import java.nio.file.Path;
import java.util.Map;

/** AWS::Serverless::StateMachine with its definition's substitutions. */
final class StateMachineDeployer implements Deployer {
  private final Path folder;
  private final Grants grants;
  private final StateMachines stateMachines;

  StateMachineDeployer(Path folder, StateMachines stateMachines, Grants grants) {
    this.folder = folder;
    this.grants = grants;
    this.stateMachines = stateMachines;
  }

  @Override
  public String type() {
    return "AWS::Serverless::StateMachine";
  }

  @Override
  public Deployed deploy(String logicalId, Section properties) {
    properties.ignoring("Role", "Tracing", "Logging", "Tags");
    String kind = properties.text("Type").orElse("STANDARD");
    if (!kind.equals("STANDARD")) {
      throw new TemplateException(properties.place() + ".Type", "only STANDARD is run");
    }
    String name = properties.text("Name").orElse(Naming.physical(logicalId));
    grants.read(name, properties);
    JsonNode inline = properties.tree("Definition");
    String definition =
        properties
            .text("DefinitionUri")
            .map(uri -> YamlReader.plain(folder.resolve(uri)).toString())
            .orElse(inline.toString());
    try {
      String arn =
          stateMachines.define(name, definition, properties.map("DefinitionSubstitutions"));
      return new Deployed(logicalId, type(), arn, Map.of("Arn", arn, "Name", name));
    } catch (InvalidDefinition e) {
      throw new TemplateException(properties.place(), String.valueOf(e.getMessage()));
    }
  }
}
