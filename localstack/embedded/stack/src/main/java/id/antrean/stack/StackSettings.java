package id.antrean.stack;

import id.antrean.stack.function.Hosting;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How to start a stack; {@link #of} has the defaults, the {@code with…} methods change one.
 *
 * @param project the folder of template.yaml
 * @param host the address to bind and to write into every URL
 * @param port 0 for any free one
 * @param data where tables, queues, objects, secrets, timers and time are kept; empty: forgotten
 * @param logs the folder in which this stack's own is made, with a file for each function
 * @param parameters values of the template's parameters, once the stack's own address is known
 * @param seed first contents of tables, below the project
 * @param afterSeed the scheduled functions to run once the seed is written
 * @param routes adds routes of the outside world to the stack's web server, once all is deployed
 * @param hosting how functions are run; what strangers uploaded is read in processes anyhow
 * @param steps is told what the start is doing
 * @param console takes lines a developer has to see
 */
public record StackSettings(
    Path project,
    String host,
    int port,
    Optional<Path> data,
    Path logs,
    Function<URI, Map<String, String>> parameters,
    Optional<Path> seed,
    List<String> afterSeed,
    BiConsumer<JavalinConfig, Stack> routes,
    Hosting hosting,
    Consumer<String> steps,
    Consumer<String> console) {

  /** The project's stack on loopback at any free port, nothing kept, no outside world. */
  public static StackSettings of(Path project) {
    return new StackSettings(
        project,
        "127.0.0.1",
        0,
        Optional.empty(),
        project.resolve(".antrean/logs"),
        base -> Map.of(),
        Optional.empty(),
        List.of(),
        (config, stack) -> {},
        Hosting.IN_PROCESS,
        step -> {},
        System.err::println);
  }

  /** At that address. */
  public StackSettings withAddress(String newHost, int newPort) {
    return new StackSettings(
        project,
        newHost,
        newPort,
        data,
        logs,
        parameters,
        seed,
        afterSeed,
        routes,
        hosting,
        steps,
        console);
  }

  /** Keeping everything in that folder. */
  public StackSettings withData(Path folder) {
    return new StackSettings(
        project,
        host,
        port,
        Optional.of(folder),
        logs,
        parameters,
        seed,
        afterSeed,
        routes,
        hosting,
        steps,
        console);
  }

  /** With the functions' output in that folder. */
  public StackSettings withLogs(Path folder) {
    return new StackSettings(
        project,
        host,
        port,
        data,
        folder,
        parameters,
        seed,
        afterSeed,
        routes,
        hosting,
        steps,
        console);
  }

  /** With values for the template's parameters. */
  public StackSettings withParameters(Function<URI, Map<String, String>> values) {
    return new StackSettings(
        project, host, port, data, logs, values, seed, afterSeed, routes, hosting, steps, console);
  }

  /** With first contents of tables, and scheduled functions that make something of them. */
  public StackSettings withSeed(Path file, List<String> thenRun) {
    return new StackSettings(
        project,
        host,
        port,
        data,
        logs,
        parameters,
        Optional.of(file),
        thenRun,
        routes,
        hosting,
        steps,
        console);
  }

  /** With the outside world's routes. */
  public StackSettings withRoutes(BiConsumer<JavalinConfig, Stack> added) {
    return new StackSettings(
        project,
        host,
        port,
        data,
        logs,
        parameters,
        seed,
        afterSeed,
        added,
        hosting,
        steps,
        console);
  }

  /** With functions run in another way. */
  public StackSettings withHosting(Hosting way) {
    return new StackSettings(
        project, host, port, data, logs, parameters, seed, afterSeed, routes, way, steps, console);
  }

  /** With somebody who is told what the start is doing. */
  public StackSettings withSteps(Consumer<String> told) {
    return new StackSettings(
        project,
        host,
        port,
        data,
        logs,
        parameters,
        seed,
        afterSeed,
        routes,
        hosting,
        told,
        console);
  }

  /** With another place for lines that a developer has to see. */
  public StackSettings withConsole(Consumer<String> lines) {
    return new StackSettings(
        project,
        host,
        port,
        data,
        logs,
        parameters,
        seed,
        afterSeed,
        routes,
        hosting,
        steps,
        lines);
  }
}
