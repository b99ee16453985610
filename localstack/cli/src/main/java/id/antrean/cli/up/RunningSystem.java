package id.antrean.cli.up;

import id.antrean.stack.Stack;
import id.antrean.stack.StackSettings;
import id.antrean.stack.function.Folders;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The stack and the outside world, up in this process until it is told to stop. */
public final class RunningSystem {
  private static final Path SEED = Path.of("infra", "offices.json");

  private final Path project;
  private final String host;
  private final int port;
  private final Optional<Path> data;

  /**
   * @param project the folder of template.yaml
   * @param port 0 for any free one
   * @param data where everything is kept; empty: forgotten
   */
  public RunningSystem(Path project, String host, int port, Optional<Path> data) {
    this.project = project;
    this.host = host;
    this.port = port;
    this.data = data.map(folder -> folder.toAbsolutePath().normalize());
  }

  /** Starts everything, says so, and returns when the process is told to stop. */
  public void runUntilStopped(PrintStream out) throws InterruptedException {
    long started = System.nanoTime();
    out.println("Starting: the emulated AWS, what template.yaml asks for, the functions …");
    Path logs = project.resolve(".antrean").resolve("logs");
    Path outside = outsideFolder();
    atExit(() -> forget(outside));
    Stack stack = Stack.start(settings(logs, outside, out));
    CountDownLatch stopped = new CountDownLatch(1);
    atExit(
        () -> {
          out.println();
          out.println("Stopping …");
          stack.close();
          stopped.countDown();
        });
    Duration startedIn = Duration.ofNanos(System.nanoTime() - started);
    new Banner(stack, logs, data).print(out, startedIn);
    stopped.await();
  }

  private static void atExit(Runnable last) {
    Runtime.getRuntime().addShutdownHook(new Thread(last));
  }

  private StackSettings settings(Path logs, Path outsideFolder, PrintStream out) {
    OutsideWorld outside = new OutsideWorld(outsideFolder);
    StackSettings settings =
        StackSettings.of(project)
            .withAddress(host, port)
            .withLogs(logs)
            .withParameters(OutsideWorld::parameters)
            .withSeed(SEED, List.of("CalendarFunction"))
            .withRoutes(outside::addTo)
            .withConsole(out::println);
    return data.map(settings::withData).orElse(settings);
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
