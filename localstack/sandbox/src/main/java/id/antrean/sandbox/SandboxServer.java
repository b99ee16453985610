package id.antrean.sandbox;

import id.antrean.sandbox.aws.AwsAccess;
import io.javalin.Javalin;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * The sandbox as a process of its own, beside a system that runs elsewhere. Configured by
 * environment variables; its clock is the machine's and cannot be moved.
 */
public final class SandboxServer {
  private SandboxServer() {}

  static void main() {
    Map<String, String> environment = System.getenv();
    String host = environment.getOrDefault("SANDBOX_HOST", "127.0.0.1");
    int port = Integer.parseInt(environment.getOrDefault("SANDBOX_PORT", "8090"));
    Sandbox sandbox = new Sandbox(settings(environment, host, port), InstantSource.system());
    Javalin server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.concurrency.useVirtualThreads = true;
              sandbox.addTo(config.routes);
            });
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.stop();
                  sandbox.close();
                }));
    server.start(host, port);
  }

  private static SandboxSettings settings(Map<String, String> environment, String host, int port) {
    URI api = URI.create(required(environment, "SANDBOX_API_URL"));
    URI own =
        URI.create(environment.getOrDefault("SANDBOX_PUBLIC_URL", "http://" + host + ":" + port));
    return new SandboxSettings(
        () -> own,
        () -> api,
        environment.getOrDefault("SANDBOX_TOKEN_AUDIENCE", "antrean-paspor"),
        Path.of(environment.getOrDefault("SANDBOX_DATA", "sandbox-data")),
        new AwsAccess(
            URI.create(required(environment, "AWS_ENDPOINT_URL")),
            environment.getOrDefault("AWS_REGION", "ap-southeast-3"),
            environment.getOrDefault("AWS_ACCESS_KEY_ID", "test"),
            environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "test")),
        required(environment, "SANDBOX_PAYMENTS_TABLE"),
        required(environment, "SANDBOX_MIDTRANS_SECRET"),
        required(environment, "SANDBOX_STANDARD_SECRET"),
        required(environment, "SANDBOX_DUKCAPIL_SECRET"));
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("Set " + name + " in the environment");
    }
    return value;
  }
}
