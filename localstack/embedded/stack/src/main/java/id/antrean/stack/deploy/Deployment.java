package id.antrean.stack.deploy;

import id.antrean.emulators.EmbeddedAws;
import id.antrean.stack.access.Grants;
import id.antrean.stack.function.FunctionSpec;
import id.antrean.stack.template.References;
import id.antrean.stack.template.Resource;
import id.antrean.stack.template.Section;
import id.antrean.stack.template.Template;
import id.antrean.stack.template.TemplateException;
import id.antrean.stack.watch.Alarm;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes every resource of a template, each after those that it refers to. */
public final class Deployment implements References {
  private final Template template;
  private final Grants grants;
  private final Mentions mentions = new Mentions();
  private final Map<String, Deployer> deployers;
  private final FunctionDeployer functions;
  private final ApiDeployer apis = new ApiDeployer();
  private final AlarmDeployer alarms = new AlarmDeployer();
  private final BucketDeployer buckets;
  private final Map<String, Deployed> deployed = new LinkedHashMap<>();
  private final Set<String> underWay = new LinkedHashSet<>();

  /** Deploys nothing yet; see {@link #deploy()}. */
  public Deployment(
      Template template, EmbeddedAws emulators, AwsClients aws, Platform platform, Grants grants) {
    this.template = template;
    this.grants = grants;
    this.functions = new FunctionDeployer(template.folder(), platform, grants, mentions);
    this.buckets = new BucketDeployer(aws.s3(), mentions);
    this.deployers =
        Stream.of(
                new TableDeployer(aws.dynamoDb()),
                new QueueDeployer(aws.sqs(), mentions),
                buckets,
                new SecretDeployer(emulators.secrets()),
                new RotationScheduleDeployer(emulators.rotations(), mentions),
                new KeyDeployer(emulators.keys()),
                new StateMachineDeployer(template.folder(), emulators.stateMachines(), grants),
                functions,
                alarms,
                apis)
            .collect(Collectors.toMap(Deployer::type, Function.identity()));
  }

  /**
   * Makes what is missing; what exists stays.
   *
   * @throws TemplateException on a resource, property or reference the local stack does not know
   */
  public void deploy() {
    for (String logicalId : template.resources().keySet()) {
      deployed(logicalId);
    }
    mentions.require(deployed.values());
    grants.requireResources(this::isHere);
  }

  private boolean isHere(String named) {
    return deployed.values().stream().anyMatch(it -> it.is(named))
        || template.resources().values().stream()
            .filter(resource -> NotRun.TYPES.contains(resource.type()))
            .anyMatch(it -> NotRun.named(it.logicalId(), it.type()).is(named));
  }

  private Deployed deployed(String logicalId) {
    Deployed known = deployed.get(logicalId);
    if (known != null) {
      return known;
    }
    Resource resource = template.resource(logicalId);
    if (resource == null) {
      throw new TemplateException("Resources." + logicalId, "does not exist");
    }
    if (NotRun.TYPES.contains(resource.type())) {
      return NotRun.named(logicalId, resource.type());
    }
    Deployer deployer = deployers.get(resource.type());
    if (deployer == null) {
      throw new TemplateException(
          "Resources." + logicalId + ".Type", resource.type() + " is not run by the local stack");
    }
    if (!underWay.add(logicalId)) {
      throw new TemplateException("Resources." + logicalId, "depends on itself: " + underWay);
    }
    Section properties = template.properties(resource, this);
    Deployed fresh = deployer.deploy(logicalId, properties);
    properties.done();
    underWay.remove(logicalId);
    deployed.put(logicalId, fresh);
    return fresh;
  }

  @Override
  public String ref(String logicalId) {
    return deployed(logicalId).ref();
  }

  @Override
  public Optional<String> attribute(String logicalId, String name) {
    return Optional.ofNullable(deployed(logicalId).attributes().get(name));
  }

  /** The functions, in the template's order. */
  public List<FunctionSpec> functions() {
    return functions.functions();
  }

  /** Which function takes which queue's messages. */
  public List<QueueMapping> queueMappings() {
    return functions.mappings();
  }

  /** Which function reads which table's stream. */
  public List<StreamMapping> streamMappings() {
    return functions.streams();
  }

  /** The functions that are told of new objects, and so read what strangers have uploaded. */
  public Set<String> readersOfUploads() {
    Set<String> queues =
        bucketNotifications().stream()
            .map(BucketNotification::queueArn)
            .collect(Collectors.toSet());
    return queueMappings().stream()
        .filter(mapping -> queues.contains(mapping.queueArn()))
        .map(QueueMapping::function)
        .collect(Collectors.toSet());
  }

  /** What runs by itself. */
  public List<Schedule> schedules() {
    return functions.schedules();
  }

  /** Which queues hear of new objects. */
  public List<BucketNotification> bucketNotifications() {
    return buckets.notifications();
  }

  /** What pages of other origins may do with which buckets. */
  public List<SharedBucket> sharedBuckets() {
    return buckets.shared();
  }

  /** The alarms, in the template's order. */
  public List<Alarm> alarms() {
    return alarms.alarms();
  }

  /** The APIs. */
  public List<Api> apis() {
    return apis.apis();
  }

  /** Whether the template has a queue of that logical id. */
  public boolean isQueue(String logicalId) {
    Deployed resource = deployed.get(logicalId);
    return resource != null && resource.type().equals("AWS::SQS::Queue");
  }

  /** What an ARN of a policy names, in the template's words: a resource, and what of it. */
  public String named(String arn) {
    return deployed.values().stream()
        .filter(it -> it.is(arn))
        .findFirst()
        .map(it -> it.logicalId() + it.within(arn))
        .orElse(arn);
  }

  /** The names of the queues. */
  public List<String> queues() {
    return deployed.keySet().stream().filter(this::isQueue).sorted().toList();
  }

  /** The logical ids of the tables. */
  public List<String> tables() {
    return deployed.values().stream()
        .filter(resource -> resource.type().equals(TableDeployer.TYPE))
        .map(Deployed::logicalId)
        .sorted()
        .toList();
  }

  /** The URLs of the queues by their names. */
  public Map<String, String> queueUrlsByName() {
    return deployed.values().stream()
        .filter(resource -> resource.type().equals("AWS::SQS::Queue"))
        .collect(
            Collectors.toMap(
                resource -> resource.attributes().getOrDefault("QueueName", ""), Deployed::ref));
  }

  /** The URLs of the queues by their ARNs. */
  public Map<String, String> queueUrlsByArn() {
    Map<String, String> urls = new HashMap<>();
    for (Deployed resource : deployed.values()) {
      if (resource.type().equals("AWS::SQS::Queue")) {
        urls.put(resource.attributes().getOrDefault("Arn", ""), resource.ref());
      }
    }
    return urls;
  }

  /** The template's outputs. */
  public Map<String, String> outputs() {
    return template.outputs(this);
  }
}
