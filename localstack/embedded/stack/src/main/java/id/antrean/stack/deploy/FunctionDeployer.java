package id.antrean.stack.deploy;

import id.antrean.stack.access.Grants;
import id.antrean.stack.function.Architecture;
import id.antrean.stack.function.Flavour;
import id.antrean.stack.function.FunctionSpec;
import id.antrean.stack.template.Section;
import id.antrean.stack.template.TemplateException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** AWS::Serverless::Function with its queues, streams and schedules. */
final class FunctionDeployer implements Deployer {
  static final String TYPE = "AWS::Serverless::Function";
  private static final Pattern JAVA = Pattern.compile("java[0-9]+");
  private static final int DEFAULT_TIMEOUT = 3;
  private static final int DEFAULT_MEMORY = 128;
  private static final int DEFAULT_CONCURRENCY = 10;

  private final Grants grants;
  private final Mentions mentions;
  private final Path folder;
  private final Platform platform;
  private final List<FunctionSpec> functions = new ArrayList<>();
  private final List<QueueMapping> mappings = new ArrayList<>();
  private final List<StreamMapping> streams = new ArrayList<>();
  private final List<Schedule> schedules = new ArrayList<>();

  FunctionDeployer(Path folder, Platform platform, Grants grants, Mentions mentions) {
    this.mentions = mentions;
    this.grants = grants;
    this.folder = folder;
    this.platform = platform;
  }

  List<FunctionSpec> functions() {
    return functions;
  }

  List<QueueMapping> mappings() {
    return mappings;
  }

  List<StreamMapping> streams() {
    return streams;
  }

  List<Schedule> schedules() {
    return schedules;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Deployed deploy(String logicalId, Section properties) {
    properties.ignoring(
        "Role",
        "Tracing",
        "LoggingConfig",
        "Description",
        "Tags",
        "SnapStart",
        "EphemeralStorage",
        "AutoPublishAlias",
        "AutoPublishCodeSha256",
        "VersionDeletionPolicy",
        "DeploymentPreference",
        "DeadLetterQueue",
        "RuntimeManagementConfig");
    grants.read(logicalId, properties);
    String name = properties.text("FunctionName").orElse(Naming.physical(logicalId));
    String arn = Naming.arn("lambda", "function:" + name);
    String handler = properties.required("Handler");
    int memory = properties.whole("MemorySize").orElse(DEFAULT_MEMORY);
    Map<String, String> variables = new LinkedHashMap<>();
    properties
        .section("Environment")
        .ifPresent(environment -> variables.putAll(environment.map("Variables")));
    variables.putAll(platform.variables(logicalId, name, handler, memory));
    functions.add(
        new FunctionSpec(
            logicalId,
            name,
            arn,
            flavour(properties),
            handler,
            folder.resolve(properties.required("CodeUri")),
            variables,
            Duration.ofSeconds(properties.whole("Timeout").orElse(DEFAULT_TIMEOUT)),
            memory,
            properties.whole("ReservedConcurrentExecutions")));
    Optional<String> failures = failureQueue(properties);
    properties
        .named("Events")
        .forEach((event, section) -> read(logicalId, arn, event, section, failures));
    return new Deployed(logicalId, type(), name, Map.of("Arn", arn));
  }

  /** Where it is told that a call failed for which nobody waits. */
  private Optional<String> failureQueue(Section properties) {
    Optional<Section> failures =
        properties
            .section("EventInvokeConfig")
            .map(config -> config.ignoring("MaximumRetryAttempts", "MaximumEventAgeInSeconds"))
            .flatMap(config -> config.section("DestinationConfig"))
            .flatMap(config -> config.section("OnFailure"))
            .map(config -> config.ignoring("Type"));
    failures.ifPresent(
        config ->
            mentions.add(
                config.place() + ".Destination",
                config.required("Destination"),
                QueueDeployer.TYPE));
    return failures.map(config -> config.required("Destination"));
  }

  /** Classes run on any machine, a program on one of its kind. */
  private static Flavour flavour(Section properties) {
    String runtime = properties.required("Runtime");
    List<String> architectures = properties.texts("Architectures");
    if (JAVA.matcher(runtime).matches()) {
      return Flavour.JVM;
    }
    if (!runtime.startsWith("provided.")) {
      throw new TemplateException(
          properties.place() + ".Runtime",
          "is %s, and the local stack runs java and provided".formatted(runtime));
    }
    String architecture = architectures.isEmpty() ? "x86_64" : architectures.getFirst();
    if (!Architecture.here().map(Architecture::toString).equals(Optional.of(architecture))) {
      throw new TemplateException(
          properties.place() + ".Architectures",
          "is %s, which this machine (%s) is not"
              .formatted(architecture, System.getProperty("os.arch")));
    }
    return Flavour.NATIVE;
  }

  private void read(
      String function, String arn, String event, Section section, Optional<String> failures) {
    Section properties =
        section
            .section("Properties")
            .orElseThrow(() -> new TemplateException(section.place(), "has no Properties"));
    switch (section.required("Type")) {
      case "SQS" -> mapping(function, properties);
      case "DynamoDB" ->
          StreamMappings.read(function, arn, properties, mentions).ifPresent(streams::add);
      case "Schedule" -> schedule(function, event, properties, failures);
      default ->
          throw new TemplateException(
              section.place() + ".Type", "is an event source the local stack does not run");
    }
  }

  private void mapping(String function, Section properties) {
    int batchSize = properties.whole("BatchSize").orElse(10);
    int window = properties.whole("MaximumBatchingWindowInSeconds").orElse(0);
    if (batchSize > 10 && window < 1) {
      throw new TemplateException(
          properties.place() + ".BatchSize", "above 10 needs a MaximumBatchingWindowInSeconds");
    }
    int concurrency =
        properties
            .section("ScalingConfig")
            .map(scaling -> scaling.whole("MaximumConcurrency").orElse(DEFAULT_CONCURRENCY))
            .orElse(DEFAULT_CONCURRENCY);
    QueueMapping mapping =
        new QueueMapping(
            function,
            properties.required("Queue"),
            batchSize,
            Duration.ofSeconds(window),
            properties.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"),
            concurrency);
    mentions.add(properties.place() + ".Queue", mapping.queueArn(), QueueDeployer.TYPE);
    if (properties.flag("Enabled", true)) {
      mappings.add(mapping);
    }
  }

  private void schedule(
      String function, String event, Section properties, Optional<String> failures) {
    properties.ignoring("Description", "RetryPolicy", "DeadLetterConfig");
    String rule = properties.text("Name").orElse(Naming.physical(function + event));
    Schedule schedule =
        new Schedule(
            function, rule, properties.required("Schedule"), properties.text("Input"), failures);
    boolean enabled =
        properties.flag("Enabled", true)
            && !properties.text("State").orElse("ENABLED").equals("DISABLED");
    if (enabled) {
      schedules.add(schedule);
    }
  }
}
