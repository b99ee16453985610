package id.antrean.stack;

import id.antrean.emulators.EmbeddedAws;
import id.antrean.emulators.Settings;
import id.antrean.emulators.calls.Onlooker;
import id.antrean.emulators.clock.MovableClock;
import id.antrean.emulators.servers.ServerLibraries;
import id.antrean.stack.access.Grants;
import id.antrean.stack.deploy.Api;
import id.antrean.stack.deploy.AwsClients;
import id.antrean.stack.deploy.Deployment;
import id.antrean.stack.deploy.Platform;
import id.antrean.stack.deploy.SeedFile;
import id.antrean.stack.events.Activity;
import id.antrean.stack.events.FailureQueues;
import id.antrean.stack.events.NewObjects;
import id.antrean.stack.events.ObjectEvents;
import id.antrean.stack.events.ObjectFront;
import id.antrean.stack.events.Queues;
import id.antrean.stack.events.Schedules;
import id.antrean.stack.events.SecretRotations;
import id.antrean.stack.events.StackClock;
import id.antrean.stack.events.StreamPositions;
import id.antrean.stack.events.Streams;
import id.antrean.stack.function.Flavour;
import id.antrean.stack.function.FunctionHost;
import id.antrean.stack.function.FunctionSpec;
import id.antrean.stack.function.Hosting;
import id.antrean.stack.function.Invocation;
import id.antrean.stack.function.Launch;
import id.antrean.stack.function.WrongPackageException;
import id.antrean.stack.gateway.Contract;
import id.antrean.stack.gateway.GatewayRoutes;
import id.antrean.stack.gateway.PageOrigins;
import id.antrean.stack.template.Template;
import id.antrean.stack.template.TemplateException;
import id.antrean.stack.watch.Alarms;
import id.antrean.stack.watch.Metrics;
import id.antrean.stack.watch.QueueGauges;
import id.antrean.stack.watch.Watch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** The whole of template.yaml, running in this process behind one address. */
public final class Stack implements AutoCloseable {
  private static final String SEEDED = "seeded";

  /** The template's parameter that says whose pages may call: this server has to let them in. */
  private static final String ORIGINS = "AllowedOrigins";

  private final StackSettings settings;
  private final Closing closing = new Closing();
  private final Consumer<String> console;
  private final Address address;
  private final Map<String, String> parameters;
  private final LogFolder logs;
  private final EmbeddedAws aws;
  private final ObjectFront objects;
  private final AwsClients clients;
  private final Grants grants;
  private final Metrics metrics = new Metrics();
  private final Watch watch;
  private final Deployment deployment;
  private final FunctionHost functions;
  private final StackClock clock;
  private final Schedules schedules;
  private volatile boolean ready;
  private volatile boolean stopping;

  private Stack(StackSettings settings) throws IOException {
    this.settings = settings;
    this.console = this::tell;
    try {
      address = closing.add(Address.bind(settings.host(), settings.port()));
      parameters = settings.parameters().apply(address.uri());
      logs = closing.add(LogFolder.of(settings.logs(), address));
      Template template = Template.read(settings.project().resolve("template.yaml"), parameters);
      StateFolder state = closing.add(StateFolder.open(settings.data()));
      Path timeSource = state.path().resolve("clock.txt");
      MovableClock time = MovableClock.keptIn(timeSource);
      watch = new Watch(metrics, time);
      settings.steps().accept("AWS: DynamoDB, SQS, S3, Step Functions, secrets, keys");
      aws = closing.add(EmbeddedAws.start(emulators(time)));
      objects = closing.add(ObjectFront.start(address.numericHost(), 0, aws.s3()));
      clients = closing.add(clients(aws));
      grants = new Grants(console);
      deployment =
          new Deployment(
              template,
              aws,
              clients,
              new Platform(aws.edge(), objects.uri(), timeSource, EmbeddedAws.SECRET_KEY),
              grants);
      settings.steps().accept("template.yaml: what it asks for is made");
      deployed(template);
      aws.allow(grants);
      aws.watch(watch);
      aws.stateMachines().onFailure(watch::timerFailed);
      objects.allow(grants);
      functions =
          closing.add(
              new FunctionHost(
                  settings.project().resolve(".antrean/functions"), logs.path(), console, watch));
      host();
      Activity activity = new Activity();
      FailureQueues failures = new FailureQueues(deployment.queueUrlsByArn(), clients.sqs());
      SecretRotations rotations = new SecretRotations(aws.rotations(), functions, console);
      schedules =
          closing.add(
              new Schedules(
                  deployment.schedules(), rotations, functions, time, activity, failures, console));
      Queues queues =
          closing.add(new Queues(deployment, functions, clients.sqs(), time, activity, console));
      Streams streams =
          closing.add(
              new Streams(
                  deployment,
                  functions,
                  clients.streams(),
                  StreamPositions.keptIn(state.path().resolve("streams.json")),
                  failures,
                  time,
                  watch,
                  activity,
                  console));
      clock = new StackClock(aws, queues, streams, schedules, activity, console);
      listenForObjects(time);
      serve(state);
    } catch (RuntimeException | IOException e) {
      closing.close();
      throw e;
    }
  }

  /**
   * Starts everything; returns when requests are answered and the functions of the API are warm.
   *
   * @throws StackException if it cannot start here, with a sentence that says why
   * @throws id.antrean.stack.template.TemplateException if the template cannot be run
   * @throws id.antrean.stack.function.FunctionStartException if a function does not start
   */
  public static Stack start(StackSettings settings) {
    try {
      return new Stack(settings);
    } catch (IOException e) {
      throw new StackException("The stack cannot write its files: " + e.getMessage(), e);
    }
  }

  /** Once it stops, parts miss each other; nobody has to see that. */
  private void tell(String line) {
    if (!stopping) {
      settings.console().accept(line);
    }
  }

  private void deployed(Template template) {
    try {
      deployment.deploy();
    } catch (TemplateException refusal) {
      throw template.located(refusal);
    }
  }

  private Settings emulators(MovableClock time) {
    Optional<Path> data = settings.data().map(folder -> folder.resolve("aws"));
    return new Settings("127.0.0.1", data, 0, 0, time, ServerLibraries.find());
  }

  private static AwsClients clients(EmbeddedAws aws) {
    return new AwsClients(
        aws.edge(),
        aws.streams(),
        aws.s3(),
        Region.of(Template.REGION),
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(EmbeddedAws.ACCESS_KEY, EmbeddedAws.SECRET_KEY)));
  }

  private void host() {
    Set<String> readersOfUploads = deployment.readersOfUploads();
    try {
      for (FunctionSpec function : deployment.functions()) {
        boolean reads = readersOfUploads.contains(function.logicalId());
        functions.add(function, reads ? Hosting.PROCESSES : settings.hosting());
      }
    } catch (WrongPackageException e) {
      throw new StackException(e.getMessage() + ".", e);
    }
  }

  private void listenForObjects(MovableClock time) {
    ObjectEvents events =
        new ObjectEvents(
            deployment.bucketNotifications(), deployment.queueUrlsByArn(), clients.sqs(), time);
    NewObjects newObjects =
        new NewObjects(clients.s3(), deployment.bucketNotifications(), events, console);
    objects.tell(newObjects);
    objects.share(deployment.sharedBuckets());
    events.sendTestEvents();
    newObjects.tellOfExisting();
  }

  private void serve(StateFolder state) {
    Map<String, String> names =
        deployment.functions().stream()
            .collect(Collectors.toMap(FunctionSpec::name, FunctionSpec::logicalId));
    if (deployment.apis().size() != 1) {
      throw new StackException("The template must have exactly one AWS::Serverless::Api.");
    }
    Api api = deployment.apis().getFirst();
    Contract contract = new Contract(api.place(), api.definition(), names);
    GatewayRoutes gateway = new GatewayRoutes(api, contract, functions, () -> ready, watch);
    DeveloperRoutes developer =
        new DeveloperRoutes(aws.faults(), deployment, clients.sqs(), schedules, aws.edge(), grants);
    AlarmRoutes alarms =
        new AlarmRoutes(
            new Alarms(deployment.alarms(), metrics),
            new QueueGauges(deployment.queueUrlsByName(), clients.sqs(), aws.clock(), watch),
            aws.clock());
    closing.add(
        StackServer.start(
            address,
            api,
            gateway,
            PageOrigins.of(parameters.getOrDefault(ORIGINS, "")),
            config -> {
              developer.addTo(config.routes);
              alarms.addTo(config.routes);
              settings.routes().accept(config, this);
            },
            () -> ready,
            console));
    Set<String> answering = contract.functions();
    List<Runnable> beforeReady = new ArrayList<>();
    beforeReady.add(() -> seed(state));
    settings.steps().accept("the functions of the API start: " + String.join(", ", answering));
    answering.forEach(id -> beforeReady.add(() -> functions.function(id).start()));
    Together.run(beforeReady);
    ready = true;
    closing.add(new Warming(functions, answering, console));
  }

  /** Until it has been done once as a whole it is begun again: a start may be cut short. */
  private void seed(StateFolder state) {
    if (settings.seed().isEmpty() || state.has(SEEDED)) {
      return;
    }
    settings.steps().accept("first data: " + settings.seed().get());
    new SeedFile(settings.project().resolve(settings.seed().get()))
        .writeInto(clients.dynamoDb(), deployment);
    for (String function : settings.afterSeed()) {
      if (!(schedules.run(function) instanceof Invocation.Answered)) {
        throw new StackException(
            function + ", which prepares the first data, failed: see " + logs.path());
      }
    }
    state.mark(SEEDED);
  }

  /** Where the stack answers. */
  public URI baseUri() {
    return address.uri();
  }

  /** Where DynamoDB, SQS, Step Functions, Secrets Manager and KMS answer. */
  public URI edgeUri() {
    return aws.edge();
  }

  /** Where S3 answers. */
  public URI s3Uri() {
    return objects.uri();
  }

  /** Where this stack's functions write their logs. */
  public Path logs() {
    return logs.path();
  }

  /** Business time, and moving it. */
  public StackClock clock() {
    return clock;
  }

  /** From now on somebody sees each call that functions make of AWS, but for S3's. */
  public void watch(Onlooker watching) {
    aws.watch((call, service) -> watch.see(call, same -> watching.see(same, service)));
  }

  /** The value of Ref on a resource of the template. */
  public String ref(String logicalId) {
    return deployment.ref(logicalId);
  }

  /** The value of Fn::GetAtt on a resource of the template. */
  public String attribute(String logicalId, String name) {
    return deployment.attribute(logicalId, name).orElseThrow();
  }

  /** What the template says of a function. */
  public FunctionSpec function(String logicalId) {
    return functions.function(logicalId).spec();
  }

  /** How functions of a flavour are started as processes. */
  public Launch launch(Flavour flavour) {
    return functions.launch(flavour);
  }

  /** The template's outputs. */
  public Map<String, String> outputs() {
    return deployment.outputs();
  }

  /** Stops everything and lets go of every file. */
  @Override
  public void close() {
    ready = false;
    stopping = true;
    // First, so that no request waits for one that hangs.
    functions.close();
    closing.close();
  }
}
