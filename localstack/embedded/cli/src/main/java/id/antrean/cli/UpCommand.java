package id.antrean.cli;

import id.antrean.cli.console.CommandFailure;
import id.antrean.cli.console.Style;
import id.antrean.cli.endpoint.Endpoint;
import id.antrean.cli.endpoint.Port;
import id.antrean.cli.packages.FunctionPackages;
import id.antrean.cli.up.RunningSystem;
import id.antrean.stack.StackException;
import id.antrean.stack.function.Flavour;
import id.antrean.stack.function.FunctionStartException;
import id.antrean.stack.function.Hosting;
import id.antrean.stack.template.TemplateException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./antrean up}: the whole system in this process, until it is told to stop. */
@Command(name = "up", description = "Start the whole system on this machine.")
final class UpCommand implements Callable<Integer> {
  @Mixin final HelpOption help = new HelpOption();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep everything in this folder, and go on from there at the next start.")
  private @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where to listen (ANTREAN_PORT, else 8080); 0 takes any free port.")
  private @Nullable Port port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "The address bound and written into every URL (ANTREAN_HOST, else 127.0.0.1).")
  private @Nullable String host;

  @Option(
      names = "--processes",
      description = "Run every function in processes of its own, as Lambda does. Slower to start.")
  private boolean processes;

  @Option(
      names = "--native",
      description = "Run the native packages that ./antrean native has built, in the same way.")
  private boolean natively;

  @Override
  public Integer call() throws InterruptedException {
    String address = host == null ? Endpoint.host(System.getenv()) : host;
    Port listen = port == null ? Endpoint.port(System.getenv()) : port;
    Path project = Path.of(System.getProperty("antrean.home", "."));
    if (natively) {
      FunctionPackages.of(project, Flavour.NATIVE)
          .outdated()
          .ifPresent(told -> System.out.println(Style.YELLOW.of(told)));
    }
    RunningSystem system =
        new RunningSystem(
            project,
            address,
            listen.number(),
            Optional.ofNullable(data),
            natively ? Flavour.NATIVE : Flavour.JVM,
            processes || natively ? Hosting.PROCESSES : Hosting.IN_PROCESS);
    try {
      system.runUntilStopped(System.out);
    } catch (StackException | TemplateException | FunctionStartException e) {
      throw new CommandFailure(String.valueOf(e.getMessage()));
    }
    return 0;
  }
}
