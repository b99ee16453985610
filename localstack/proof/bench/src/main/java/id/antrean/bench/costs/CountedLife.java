package id.antrean.bench.costs;

import id.antrean.cli.endpoint.StackClient;
import id.antrean.cli.up.OutsideWorld;
import id.antrean.emulators.EmbeddedAws;
import id.antrean.stack.Stack;
import id.antrean.stack.StackSettings;
import id.antrean.stack.function.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Starts the whole stack, walks a life on it, and counts what each step asks of AWS. Somebody walks
 * before, so that what a function reads once in its time is not counted.
 */
final class CountedLife {
  private final Path project;
  private final Set<String> functions;
  private final Set<String> scheduled;
  private final Consumer<String> progress;
  private final Tally tally = new Tally();

  /**
   * @param project the folder of template.yaml
   * @param deployed of whose functions those are no step's that run by themselves
   */
  CountedLife(Path project, Deployed deployed, Consumer<String> progress) {
    this.project = project;
    this.functions = deployed.memory().keySet();
    this.scheduled = deployed.schedules().keySet();
    this.progress = progress;
  }

  List<Work> measure() {
    Path folder = project.resolve(".antrean/bench/costs");
    try {
      // What the outside world remembers of a former run would be looked at in this one.
      Folders.delete(folder);
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    progress.accept("A stack starts, to walk on …");
    try (Stack stack = Stack.start(settings(folder));
        StackClient client = new StackClient(stack.baseUri());
        DynamoDbClient tables = tables(stack)) {
      stack.watch(new EdgeMeter(tally, functions, stack.ref("ApplicationsTable")));
      FunctionLogs logs = new FunctionLogs(stack.logs());
      Counted counted = new Counted(logs, new StoredBytes(tables, stack.ref("SessionsTable")));
      WalkedLife life = new WalkedLife(client, tally, counted);
      life.inANewMonth();
      life.paid();
      counted.forget();
      progress.accept("An application's life, step by step …");
      life.paid();
      life.unpaid();
      life.scheduled(scheduled);
      return counted.work();
    }
  }

  /** What was counted of each step; of one that was walked twice, the first time. */
  private final class Counted implements WalkedLife.Steps {
    private final FunctionLogs logs;
    private final StoredBytes stored;
    private final Map<String, List<Work>> steps = new LinkedHashMap<>();

    Counted(FunctionLogs logs, StoredBytes stored) {
      this.logs = logs;
      this.stored = stored;
    }

    @Override
    public void ended(String step) {
      logs.addTo(tally);
      tally.add("tables", Unit.STORED_BYTE, (double) stored.more());
      List<Work> its =
          tally.taken(step).stream()
              .filter(one -> scheduled.contains(step) == scheduled.contains(one.by()))
              .toList();
      steps.putIfAbsent(step, its);
    }

    @Override
    public void passed() {
      ended("");
      steps.remove("");
    }

    void forget() {
      steps.clear();
    }

    List<Work> work() {
      return steps.values().stream().flatMap(List::stream).toList();
    }
  }

  private StackSettings settings(Path folder) {
    OutsideWorld outside = new OutsideWorld(folder);
    return StackSettings.of(project)
        .withParameters(CountedLife::parameters)
        .withSeed(Path.of("infra/offices.json"), List.of("CalendarFunction"))
        .withRoutes(outside::addTo)
        .withLogs(folder.resolve("logs"))
        .withConsole(progress);
  }

  private static Map<String, String> parameters(URI base) {
    Map<String, String> parameters = new HashMap<>(OutsideWorld.parameters(base));
    parameters.put("Flavour", "jvm");
    return parameters;
  }

  private static DynamoDbClient tables(Stack stack) {
    return DynamoDbClient.builder()
        .endpointOverride(stack.edgeUri())
        .region(Region.of(EmbeddedAws.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(EmbeddedAws.ACCESS_KEY, EmbeddedAws.SECRET_KEY)))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** What tables and their indexes hold, but the one that grows by days and not by applications. */
  private static final class StoredBytes {
    private final DynamoDbClient tables;
    private final String calendar;
    private long before;

    StoredBytes(DynamoDbClient tables, String calendar) {
      this.tables = tables;
      this.calendar = calendar;
      this.before = now();
    }

    long more() {
      long now = now();
      long more = now - before;
      before = now;
      return more;
    }

    private long now() {
      return tables.listTables().tableNames().stream()
          .filter(name -> !name.equals(calendar))
          .map(name -> tables.describeTable(of -> of.tableName(name)).table())
          .mapToLong(StoredBytes::bytes)
          .sum();
    }

    private static long bytes(TableDescription table) {
      return table.tableSizeBytes()
          + table.globalSecondaryIndexes().stream()
              .mapToLong(index -> index.indexSizeBytes() == null ? 0 : index.indexSizeBytes())
              .sum();
    }
  }
}
