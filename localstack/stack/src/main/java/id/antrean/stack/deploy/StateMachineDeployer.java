package id.antrean.stack.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.stack.template.Section;
import id.antrean.stack.template.TemplateException;
import id.antrean.stack.template.YamlReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StateMachineAlreadyExistsException;

/** AWS::Serverless::StateMachine with its definition's substitutions. */
final class StateMachineDeployer implements Deployer {
  private static final String ROLE = "arn:aws:iam::000000000000:role/local";

  private final Path folder;
  private final SfnClient stepFunctions;

  StateMachineDeployer(Path folder, SfnClient stepFunctions) {
    this.folder = folder;
    this.stepFunctions = stepFunctions;
  }

  @Override
  public String type() {
    return "AWS::Serverless::StateMachine";
  }

  @Override
  public Deployed deploy(String logicalId, Section properties) {
    properties.ignoring("Policies", "Role", "Tracing", "Logging", "Tags");
    String kind = properties.text("Type").orElse("STANDARD");
    if (!kind.equals("STANDARD")) {
      throw new TemplateException(properties.place() + ".Type", "only STANDARD is run");
    }
    String name = properties.text("Name").orElse(Naming.physical(logicalId));
    String definition = definition(properties);
    String arn = make(name, definition);
    return new Deployed(logicalId, type(), arn, Map.of("Arn", arn, "Name", name));
  }

  private String definition(Section properties) {
    JsonNode inline = properties.tree("Definition");
    Optional<String> uri = properties.text("DefinitionUri");
    String text =
        uri.isPresent()
            ? YamlReader.plain(folder.resolve(uri.get())).toString()
            : inline.toString();
    for (Map.Entry<String, String> entry : properties.map("DefinitionSubstitutions").entrySet()) {
      text = text.replace("${" + entry.getKey() + "}", entry.getValue());
    }
    return text;
  }

  private String make(String name, String definition) {
    try {
      return stepFunctions
          .createStateMachine(r -> r.name(name).definition(definition).roleArn(ROLE))
          .stateMachineArn();
    } catch (StateMachineAlreadyExistsException e) {
      String arn = Naming.arn("states", "stateMachine:" + name);
      stepFunctions.updateStateMachine(r -> r.stateMachineArn(arn).definition(definition));
      return arn;
    }
  }
}
