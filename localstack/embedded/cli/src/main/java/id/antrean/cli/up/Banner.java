package id.antrean.cli.up;

import id.antrean.cli.console.Style;
import id.antrean.cli.endpoint.Endpoint;
import id.antrean.stack.Stack;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a developer wants to know of a stack that has just started: what runs where, what to try.
 */
final class Banner {
  private final Stack stack;
  private final Optional<Path> data;
  private final String functions;

  /**
   * @param functions how they are run
   */
  Banner(Stack stack, Optional<Path> data, String functions) {
    this.stack = stack;
    this.data = data;
    this.functions = functions;
  }

  void print(PrintStream out, Duration startedIn) {
    URI base = stack.baseUri();
    out.println();
    out.println(
        Style.GREEN.of("Antrean Paspor is up") + " (%.1f s)".formatted(startedIn.toMillis() / 1e3));
    out.println();
    row(out, "API", base + "/v1", "infra/openapi.yaml, as API Gateway serves it");
    row(out, "Contract", base + "/docs", "read it and try it in the browser");
    row(
        out,
        "Outside world",
        base + "/sandbox",
        "identity, aggregators, Dukcapil, clock: what to ask");
    row(out, "AWS", stack.edgeUri().toString(), "DynamoDB, SQS, Step Functions, secrets, keys");
    row(out, "S3", stack.s3Uri().toString(), "documents, by pre-signed URLs");
    row(out, "Functions", functions, "those that read uploads are processes always");
    row(out, "Logs", stack.logs().toString(), "./antrean logs --follow shows them in order");
    row(
        out,
        "State",
        data.map(Path::toString).orElse("in memory"),
        data.isPresent() ? "kept" : "forgotten at the end; --data DIR keeps it");
    out.println();
    out.println("Try in another terminal:");
    out.println();
    tries(base).forEach(line -> out.println("  " + Style.BOLD.of(line)));
    out.println();
    out.println("Ctrl-C stops it.");
  }

  /** To paste into a terminal that knows nothing of this one's environment. */
  static List<String> tries(URI base) {
    String antrean = where(base) + "./antrean";
    return List.of(
        "curl -s %s/v1/offices".formatted(base),
        "curl -s %s/v1/applications -H \"Authorization: Bearer $(%s token siti)\""
            .formatted(base, antrean),
        antrean + " demo");
  }

  private static String where(URI base) {
    String host =
        base.getHost().equals(Endpoint.DEFAULT_HOST) ? "" : "ANTREAN_HOST=" + base.getHost() + " ";
    String port =
        base.getPort() == Endpoint.DEFAULT_PORT.number()
            ? ""
            : "ANTREAN_PORT=" + base.getPort() + " ";
    return host + port;
  }

  private static void row(PrintStream out, String what, String where, String remark) {
    out.println("  %-14s %-38s %s".formatted(what, where, Style.DIM.of(remark)));
  }
}
