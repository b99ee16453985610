package id.antrean.cli;

import id.antrean.cli.endpoint.Endpoint;
import id.antrean.cli.endpoint.Port;
import id.antrean.cli.logs.Logs;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./antrean logs}: what all functions of a stack did, in order of time. */
@Command(
    name = "logs",
    description = "Show what the functions of the stack that started last did, in order.")
final class LogsCommand implements Callable<Integer> {
  private static final long LOOK_AGAIN_MILLIS = 250;

  @Mixin final HelpOption help = new HelpOption();

  @Option(
      names = {"-f", "--follow"},
      description = "Go on showing what comes, until Ctrl-C.")
  private boolean follow;

  @Option(
      names = "--request",
      paramLabel = "ID",
      description =
          "Only what has this id in it: of a request and what it caused, or of an application.")
  private String request = "";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The stack at this port (ANTREAN_PORT), if not the one that started last.")
  private @Nullable Port port;

  @Override
  public Integer call() throws InterruptedException {
    Path all = Path.of(System.getProperty("antrean.home", "."), ".antrean", "logs");
    Logs logs = Logs.newest(all, this::isMeant);
    show(logs);
    while (follow) {
      Thread.sleep(LOOK_AGAIN_MILLIS);
      show(logs);
    }
    return 0;
  }

  private void show(Logs logs) {
    logs.news(line -> line.contains(request)).forEach(System.out::println);
  }

  private boolean isMeant(Path folder) {
    Port wanted = port;
    if (wanted == null && System.getenv("ANTREAN_PORT") != null) {
      wanted = Endpoint.port(System.getenv());
    }
    String name = folder.getFileName().toString();
    return wanted == null
        || wanted.number() == 0
        || name.equals(String.valueOf(wanted.number()))
        || name.endsWith("-" + wanted.number());
  }
}
