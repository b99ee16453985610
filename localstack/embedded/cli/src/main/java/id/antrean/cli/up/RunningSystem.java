package id.antrean.cli.up;

import id.antrean.cli.console.CommandFailure;
import id.antrean.cli.console.Style;
import id.antrean.stack.BusyAddressException;
import id.antrean.stack.Stack;
import id.antrean.stack.StackSettings;
import id.antrean.stack.function.Architecture;
import id.antrean.stack.function.Flavour;
import id.antrean.stack.function.Folders;
import id.antrean.stack.function.Hosting;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The stack and the outside world, up in this process until it is told to stop. */
public final class RunningSystem {
  /** Every part ends in moments; this is for what hangs. */
  private static final Duration END_WITHIN = Duration.ofSeconds(10);

  private static final Path SEED = Path.of("infra", "offices.json");

  private final Path project;
  private final String host;
  private final int port;
  private final Optional<Path> data;
  private final Flavour flavour;
  private final Hosting hosting;

  /**
   * @param project the folder of template.yaml
   * @param port 0 for any free one
   * @param data where everything is kept; empty: forgotten
   * @param flavour which of their packages is run
   * @param hosting how functions are run
   */
  public RunningSystem(
      Path project, String host, int port, Optional<Path> data, Flavour flavour, Hosting hosting) {
    this.project = project;
    this.host = host;
    this.port = port;
    this.data = data.map(folder -> folder.toAbsolutePath().normalize());
    this.flavour = flavour;
    this.hosting = hosting;
  }

  /** Starts everything, says so, and returns when the process is told to stop. */
  public void runUntilStopped(PrintStream out) throws InterruptedException {
    long started = System.nanoTime();
    out.println("Starting …");
    Path outside = outsideFolder();
    atExit(() -> forget(outside));
    Stack stack = start(outside, out);
    CountDownLatch stopped = new CountDownLatch(1);
    new Ending(
            END_WITHIN,
            () -> {
              out.println();
              out.println("Stopping …");
              stack.close();
              stopped.countDown();
            },
            () -> Runtime.getRuntime().halt(1),
            out)
        .atExit();
    Duration startedIn = Duration.ofNanos(System.nanoTime() - started);
    new Banner(stack, data, running()).print(out, startedIn);
    stopped.await();
  }

  private Stack start(Path outside, PrintStream out) {
    try {
      return Stack.start(settings(outside, out));
    } catch (BusyAddressException e) {
      URI there = URI.create("http://" + host + ":" + port);
      if (!Neighbour.isAntrean(there)) {
        throw e;
      }
      throw new CommandFailure(
          """
          Antrean Paspor already runs at %s, from another terminal or another checkout. Use it as it is, \
          stop it there with Ctrl-C, or start a second one beside it: ANTREAN_PORT=%d ./antrean up\
          """
              .formatted(there, port + 1));
    }
  }

  private String running() {
    return switch (flavour) {
      case NATIVE -> "native, as processes";
      case JVM ->
          switch (hosting) {
            case IN_PROCESS -> "in this process";
            case PROCESSES -> "JVM, as processes";
          };
    };
  }

  private static void atExit(Runnable last) {
    Runtime.getRuntime().addShutdownHook(new Thread(last));
  }

  private StackSettings settings(Path outsideFolder, PrintStream out) {
    OutsideWorld outside = new OutsideWorld(outsideFolder);
    StackSettings settings =
        StackSettings.of(project)
            .withAddress(host, port)
            .withParameters(this::parameters)
            .withSeed(SEED, List.of("CalendarFunction"))
            .withRoutes(outside::addTo)
            .withHosting(hosting)
            .withSteps(step -> out.println("  " + Style.DIM.of(step)))
            .withConsole(out::println);
    return data.map(settings::withData).orElse(settings);
  }

  private Map<String, String> parameters(URI base) {
    Map<String, String> parameters = new HashMap<>(OutsideWorld.parameters(base));
    parameters.put("Flavour", flavour.toString());
    Architecture.here().ifPresent(here -> parameters.put("Architecture", here.toString()));
    return parameters;
  }

  private Path outsideFolder() {
    try {
      return data.isPresent()
          ? Files.createDirectories(data.get().resolve("outside"))
          : Files.createTempDirectory("antrean-outside");
    } catch (IOException e) {
      throw new UncheckedIOException("The folder for the state cannot be used", e);
    }
  }

  private void forget(Path outside) {
    if (data.isPresent()) {
      return;
    }
    try {
      Folders.delete(outside);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
