package id.antrean.bench.costs;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./antrean costs}. */
@Command(
    name = "./antrean costs",
    sortOptions = false,
    description = "Prints what the system costs on AWS, from the data in infra/costs.")
public final class CostsCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Tell about this command.")
  boolean asked;

  @Option(names = "--write", description = "Write the page, infra/costs.md.")
  boolean write;

  @Option(
      names = "--measure",
      description =
          "First count what each step of an application asks of AWS, on a stack of its own: two"
              + " minutes. It writes infra/costs/counted.csv.")
  boolean measure;

  static void main(String[] arguments) {
    // Before anything logs: the servers inside log through java.util.logging, at length.
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    System.exit(new CommandLine(new CostsCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Path project = Path.of(System.getProperty("antrean.home", "")).toAbsolutePath();
    CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
    PrintWriter progress = commandLine.getErr();
    if (measure) {
      CountedLife life =
          new CountedLife(
              project,
              Deployed.read(project),
              line -> {
                progress.println(line);
                progress.flush();
              });
      new CountedWork(life.measure()).write(project.resolve("infra/costs/counted.csv"));
    }
    String page = CostsPage.of(project).text();
    if (write) {
      Files.writeString(CostsPage.in(project), page);
      progress.println("Written: " + CostsPage.in(project));
      progress.flush();
    } else {
      commandLine.getOut().print(page);
      commandLine.getOut().flush();
    }
    return 0;
  }
}
