package id.antrean.cli.up;

import id.antrean.emulators.EmbeddedAws;
import id.antrean.sandbox.Sandbox;
import id.antrean.sandbox.SandboxSettings;
import id.antrean.sandbox.aws.AwsAccess;
import id.antrean.sandbox.clock.ClockControl;
import id.antrean.sandbox.clock.ClockRoutes;
import id.antrean.sandbox.guide.GuideRoutes;
import id.antrean.sandbox.guide.Link;
import id.antrean.stack.Stack;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The sandbox, served by the stack's own web server and known to its functions by their parameters.
 */
public final class OutsideWorld {
  private static final String AUDIENCE = "antrean-paspor";

  private final Path folder;

  /**
   * @param folder where the outside parties keep what they know
   */
  public OutsideWorld(Path folder) {
    this.folder = folder;
  }

  /** Values of the template's parameters that tell the functions where the outside world is. */
  public static Map<String, String> parameters(URI stack) {
    return Map.of(
        "AllowedOrigins", origins(),
        "TokenIssuer", stack + "/sandbox/identity",
        "TokenAudience", AUDIENCE,
        "DukcapilUrl", stack + "/sandbox/dukcapil",
        "MidtransApiUrl", stack + "/sandbox/aggregators/midtrans/api",
        "XenditApiUrl", stack + "/sandbox/aggregators/xendit/api",
        "DokuApiUrl", stack + "/sandbox/aggregators/doku/api",
        "SettlementListsUrl", stack + "/sandbox/aggregators");
  }

  /** A developer's own page is served from this machine, at whatever port its tools chose. */
  private static String origins() {
    String told = System.getenv("ANTREAN_ORIGINS");
    return told == null ? "http://localhost:*,http://127.0.0.1:*" : told;
  }

  /** Adds its routes; its AWS clients end with the server. */
  public void addTo(JavalinConfig server, Stack stack) {
    Sandbox sandbox = new Sandbox(settings(stack), () -> stack.clock().now());
    sandbox.addTo(server.routes);
    new ClockRoutes(sandbox.telling(new MovedByTheStack(stack))).addTo(server.routes);
    new GuideRoutes(
            stack::baseUri,
            true,
            List.of(
                new Link("/docs", "the contract, to read and to try in the browser"),
                new Link("/docs/openapi.json", "the contract, for programs"),
                new Link("/v1/offices", "the API itself, here its offices"),
                new Link("/sandbox", "what the outside world can be asked: tokens, payments, time"),
                new Link("/health", "whether all of it is up")))
        .addTo(server.routes);
    server.events.serverStopped(sandbox::close);
  }

  private SandboxSettings settings(Stack stack) {
    return new SandboxSettings(
        stack::baseUri,
        () -> URI.create(stack.baseUri() + "/v1"),
        AUDIENCE,
        folder,
        new AwsAccess(
            stack.edgeUri(), EmbeddedAws.REGION, EmbeddedAws.ACCESS_KEY, EmbeddedAws.SECRET_KEY),
        stack.ref("PaymentsTable"),
        stack.ref("MidtransSecret"),
        stack.ref("StandardSecret"),
        stack.ref("XenditSecret"),
        stack.ref("DokuSecret"),
        stack.ref("SnapSecret"),
        stack.ref("DukcapilSecret"));
  }

  private record MovedByTheStack(Stack stack) implements ClockControl {
    @Override
    public Instant now() {
      return stack.clock().now();
    }

    @Override
    public Instant advance(Duration by) {
      return stack.clock().advance(by);
    }
  }
}
