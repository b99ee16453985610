package id.antrean.stack.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.stack.template.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** AWS::Serverless::Api from its OpenAPI definition. */
final class ApiDeployer implements Deployer {
  private final List<Api> apis = new ArrayList<>();

  List<Api> apis() {
    return apis;
  }

  @Override
  public String type() {
    return "AWS::Serverless::Api";
  }

  @Override
  public Deployed deploy(String logicalId, Section properties) {
    properties.ignoring(
        "EndpointConfiguration",
        "TracingEnabled",
        "AccessLogSetting",
        "MethodSettings",
        "OpenApiVersion",
        "Description",
        "Tags");
    JsonNode definition = properties.tree("DefinitionBody");
    String id = logicalId.toLowerCase(Locale.ROOT);
    apis.add(
        new Api(
            id,
            properties.text("Name").orElse(logicalId),
            properties.required("StageName"),
            properties.place(),
            definition));
    return new Deployed(
        logicalId, type(), id, Map.of("RootResourceId", id + "root", "RestApiId", id));
  }
}
