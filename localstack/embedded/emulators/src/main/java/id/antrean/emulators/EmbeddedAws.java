package id.antrean.emulators;

import id.antrean.emulators.access.Permissions;
import id.antrean.emulators.calls.Onlooker;
import id.antrean.emulators.calls.Service;
import id.antrean.emulators.clock.MovableClock;
import id.antrean.emulators.edge.Edge;
import id.antrean.emulators.edge.EdgeServer;
import id.antrean.emulators.edge.ForwardingService;
import id.antrean.emulators.faults.Faults;
import id.antrean.emulators.keys.Keys;
import id.antrean.emulators.keys.KeysService;
import id.antrean.emulators.secrets.Rotations;
import id.antrean.emulators.secrets.Secrets;
import id.antrean.emulators.secrets.SecretsService;
import id.antrean.emulators.servers.Server;
import id.antrean.emulators.stepfunctions.EdgeQueues;
import id.antrean.emulators.stepfunctions.StateMachines;
import id.antrean.emulators.stepfunctions.StatesService;
import id.antrean.emulators.tables.TablesService;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The AWS of a developer's machine, running: DynamoDB, SQS, Step Functions, Secrets Manager and KMS
 * behind one endpoint (the edge), S3 at its own. Region {@value #REGION}; account {@value
 * #ACCOUNT}.
 */
public final class EmbeddedAws implements AutoCloseable {

  /** The region of every ARN. */
  public static final String REGION = "ap-southeast-3";

  /** The account of every ARN. */
  public static final String ACCOUNT = "000000000000";

  /** The identity of whoever may do all; letters and digits only, as DynamoDB Local demands. */
  public static final String ACCESS_KEY = "ANTREANLOCAL";

  /** The secret of every identity; it opens nothing but this machine's S3. */
  public static final String SECRET_KEY = "antrean-local-secret";

  private final Settings settings;
  private final Faults faults;
  private final Edge calls;
  private final EdgeServer edge;
  private final Server dynamoDb;
  private final Server queues;
  private final Server objects;
  private final HttpClient client;
  private final StateMachines stateMachines;
  private final Secrets secrets;
  private final Rotations rotations;
  private final Keys keys;

  private EmbeddedAws(
      Settings settings,
      Faults faults,
      Edge calls,
      EdgeServer edge,
      HttpClient client,
      Parts parts,
      StateMachines stateMachines,
      Secrets secrets,
      Rotations rotations,
      Keys keys) {
    this.settings = settings;
    this.faults = faults;
    this.calls = calls;
    this.edge = edge;
    this.client = client;
    this.dynamoDb = parts.dynamoDb();
    this.queues = parts.queues();
    this.objects = parts.objects();
    this.stateMachines = stateMachines;
    this.secrets = secrets;
    this.rotations = rotations;
    this.keys = keys;
  }

  private record Parts(Server dynamoDb, Server queues, Server objects) {}

  /**
   * Starts everything; returns when every service answers.
   *
   * @throws IllegalStateException when a port is taken or a server does not start
   */
  public static EmbeddedAws start(Settings settings) {
    Faults faults = new Faults();
    Edge edge = new Edge(faults);
    EdgeServer server = EdgeServer.start(settings.edgePort(), edge);
    try {
      return behind(settings, faults, edge, server);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static EmbeddedAws behind(
      Settings settings, Faults faults, Edge edge, EdgeServer server) {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    Parts parts = servers(settings, server.uri().getPort());
    edge.serve(
        Service.DYNAMODB,
        new TablesService(
            new ForwardingService(client, local(parts.dynamoDb())),
            folder(settings, "recovery"),
            settings.clock()));
    edge.serve(Service.SQS, new ForwardingService(client, local(parts.queues())));
    Secrets secrets = new Secrets(folder(settings, "secrets"), settings.clock());
    Rotations rotations = new Rotations(secrets, settings.clock());
    Keys keys = new Keys(folder(settings, "keys"));
    StateMachines machines =
        StateMachines.open(folder(settings, "states"), settings.clock(), new EdgeQueues(edge));
    edge.serve(Service.SECRETSMANAGER, new SecretsService(secrets, rotations));
    edge.serve(Service.KMS, new KeysService(keys));
    edge.serve(Service.STATES, new StatesService(machines));
    return new EmbeddedAws(
        settings, faults, edge, server, client, parts, machines, secrets, rotations, keys);
  }

  private static Parts servers(Settings settings, int edgePort) {
    try (ExecutorService starting =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("starting").factory())) {
      var dynamoDb = CompletableFuture.supplyAsync(() -> dynamoDb(settings), starting);
      var queues = CompletableFuture.supplyAsync(() -> queues(settings, edgePort), starting);
      var objects = CompletableFuture.supplyAsync(() -> objects(settings), starting);
      try {
        return new Parts(dynamoDb.join(), queues.join(), objects.join());
      } catch (CompletionException e) {
        List.of(dynamoDb, queues, objects).forEach(EmbeddedAws::stopIfStarted);
        throw new IllegalStateException("The embedded AWS did not start", e.getCause());
      }
    }
  }

  private static void stopIfStarted(CompletableFuture<Server> server) {
    server
        .handle((started, failure) -> Optional.ofNullable(started))
        .join()
        .ifPresent(Server::stop);
  }

  private static Server dynamoDb(Settings settings) {
    Map<String, Object> given = given(settings, "dynamodb");
    given.put("libraries", settings.libraries().jars("dynamodb"));
    return Server.dynamoDb(settings.libraries(), given);
  }

  private static Server queues(Settings settings, int edgePort) {
    Map<String, Object> given = given(settings, "queues");
    given.put("clock", (java.util.function.LongSupplier) settings.clock()::millis);
    given.put("visibleHost", "127.0.0.1");
    given.put("visiblePort", edgePort);
    return Server.elasticMq(settings.libraries(), given);
  }

  private static Server objects(Settings settings) {
    Map<String, Object> given = given(settings, "objects");
    given.put("host", settings.host());
    given.put("port", settings.s3Port());
    given.put("accessKey", ACCESS_KEY);
    given.put("secretKey", SECRET_KEY);
    return Server.s3Proxy(settings.libraries(), given);
  }

  private static Map<String, Object> given(Settings settings, String folder) {
    Map<String, Object> given = new HashMap<>(Map.of("host", "127.0.0.1"));
    folder(settings, folder).ifPresent(data -> given.put("data", data));
    return given;
  }

  private static Optional<Path> folder(Settings settings, String name) {
    return settings.data().map(data -> data.toAbsolutePath().resolve(name));
  }

  private static URI local(Server server) {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** Where every service but S3 answers. {@code /from/{caller}} after it names the caller. */
  public URI edge() {
    return edge.uri();
  }

  /**
   * Where the streams of tables are read by whoever stands for Lambda: behind the edge, so that no
   * fault between a function and a service reaches it.
   */
  public URI streams() {
    return local(dynamoDb);
  }

  /** Where S3 answers (path style). */
  public URI s3() {
    return URI.create("http://" + settings.host() + ":" + objects.port());
  }

  /** Business time. */
  public MovableClock clock() {
    return settings.clock();
  }

  /** What is to go wrong at the edge. */
  public Faults faults() {
    return faults;
  }

  /** From now on functions may do that and nothing else; whoever has no name may do all. */
  public void allow(Permissions allowed) {
    calls.allow(allowed);
  }

  /** From now on somebody sees each call of a service behind the edge. */
  public void watch(Onlooker watching) {
    calls.watch(watching);
  }

  /** The state machines; {@code fireDue()} after moving the clock. */
  public StateMachines stateMachines() {
    return stateMachines;
  }

  /** The secrets. */
  public Secrets secrets() {
    return secrets;
  }

  /** What rotates secrets. */
  public Rotations rotations() {
    return rotations;
  }

  /** The KMS keys. */
  public Keys keys() {
    return keys;
  }

  /** Stops everything and lets go of every file. */
  @Override
  public void close() {
    stateMachines.close();
    edge.close();
    dynamoDb.stop();
    queues.stop();
    objects.stop();
    // Whatever still waits for an answer will not get one.
    client.shutdownNow();
  }
}
