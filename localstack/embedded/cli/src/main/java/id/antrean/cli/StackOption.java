package id.antrean.cli;

import id.antrean.cli.console.CommandFailure;
import id.antrean.cli.endpoint.Endpoint;
import id.antrean.cli.endpoint.StackClient;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which running stack a command talks to. */
final class StackOption {
  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The running stack, if not at ANTREAN_HOST and ANTREAN_PORT.")
  private @Nullable URI url;

  StackClient client() {
    URI base = url == null ? Endpoint.url(System.getenv()) : url;
    if (base.getHost() == null || !"http".equals(base.getScheme())) {
      throw new CommandFailure("A stack's URL looks like http://127.0.0.1:8080.");
    }
    return new StackClient(base);
  }
}
