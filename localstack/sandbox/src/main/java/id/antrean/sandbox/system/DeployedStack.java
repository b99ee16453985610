package id.antrean.sandbox.system;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackResource;

/** The resources of a CloudFormation stack by their names in the template, as read at first. */
public final class DeployedStack {
  private final String name;
  private final Map<String, StackResource> resources;

  private DeployedStack(String name, Map<String, StackResource> resources) {
    this.name = name;
    this.resources = resources;
  }

  public static DeployedStack read(CloudFormationClient cloudFormation, String name) {
    return new DeployedStack(
        name,
        cloudFormation
            .describeStackResources(request -> request.stackName(name))
            .stackResources()
            .stream()
            .collect(Collectors.toMap(StackResource::logicalResourceId, resource -> resource)));
  }

  /** What the resource's {@code Ref} is; a resource that is missing is a fault. */
  public String physicalId(String logicalId) {
    return Optional.ofNullable(resources.get(logicalId))
        .map(StackResource::physicalResourceId)
        .orElseThrow(() -> new IllegalStateException("The stack " + name + " has no " + logicalId));
  }

  /** Of every queue, by its name. */
  Map<String, String> queueUrls() {
    Map<String, String> urls = new TreeMap<>();
    resources.keySet().forEach(name -> queueUrl(name).ifPresent(url -> urls.put(name, url)));
    return urls;
  }

  Optional<String> queueUrl(String logicalId) {
    return ofType("AWS::SQS::Queue", logicalId);
  }

  Optional<String> functionName(String logicalId) {
    return ofType("AWS::Lambda::Function", logicalId);
  }

  private Optional<String> ofType(String type, String logicalId) {
    return Optional.ofNullable(resources.get(logicalId))
        .filter(resource -> resource.resourceType().equals(type))
        .map(StackResource::physicalResourceId);
  }
}
