package id.antrean.sandbox;

import id.antrean.sandbox.aws.AwsAccess;
import id.antrean.sandbox.clock.ClockRoutes;
import id.antrean.sandbox.guide.GuideRoutes;
import id.antrean.sandbox.guide.Link;
import id.antrean.sandbox.http.Problem;
import id.antrean.sandbox.system.DeployedStack;
import id.antrean.sandbox.system.SystemRoutes;
import io.javalin.Javalin;
import io.javalin.http.HttpResponseException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The sandbox as a process of its own, beside a system that CloudFormation has deployed elsewhere.
 * Configured by environment variables; its clock is the machine's and cannot be moved.
 */
public final class SandboxServer {
  private static final InstantSource CLOCK = InstantSource.system();

  private SandboxServer() {}

  static void main() {
    Map<String, String> environment = System.getenv();
    AwsAccess aws = aws(environment);
    CloudFormationClient cloudFormation = aws.cloudFormation();
    SqsClient sqs = aws.sqs();
    LambdaClient lambda = aws.lambda();
    DeployedStack stack =
        DeployedStack.read(cloudFormation, required(environment, "SANDBOX_STACK"));
    String host = environment.getOrDefault("SANDBOX_HOST", "127.0.0.1");
    int port = Integer.parseInt(environment.getOrDefault("SANDBOX_PORT", "8090"));
    URI own =
        URI.create(environment.getOrDefault("SANDBOX_PUBLIC_URL", "http://" + host + ":" + port));
    Sandbox sandbox = new Sandbox(settings(environment, own, aws, stack), CLOCK);
    Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.concurrency.useVirtualThreads = true;
              sandbox.addTo(config.routes);
              ClockRoutes.addReading(config.routes, CLOCK);
              new SystemRoutes(aws, stack, sqs, lambda).addTo(config.routes);
              new GuideRoutes(
                      () -> own,
                      false,
                      List.of(
                          new Link("/sandbox", "what the outside world can be asked"),
                          new Link("/sandbox/clock", "what time it is")))
                  .addTo(config.routes);
              config.routes.exception(
                  HttpResponseException.class,
                  (refusal, context) -> Problem.of(refusal).answer(context));
            })
        .start(host, port);
  }

  private static SandboxSettings settings(
      Map<String, String> environment, URI own, AwsAccess aws, DeployedStack stack) {
    URI api = URI.create(required(environment, "SANDBOX_API_URL"));
    return new SandboxSettings(
        () -> own,
        () -> api,
        environment.getOrDefault("SANDBOX_TOKEN_AUDIENCE", "antrean-paspor"),
        Path.of(environment.getOrDefault("SANDBOX_DATA", "sandbox-data")),
        aws,
        stack.physicalId("PaymentsTable"),
        stack.physicalId("MidtransSecret"),
        stack.physicalId("StandardSecret"),
        stack.physicalId("XenditSecret"),
        stack.physicalId("DokuSecret"),
        stack.physicalId("SnapSecret"),
        stack.physicalId("DukcapilSecret"));
  }

  private static AwsAccess aws(Map<String, String> environment) {
    return new AwsAccess(
        URI.create(required(environment, "AWS_ENDPOINT_URL")),
        environment.getOrDefault("AWS_REGION", "ap-southeast-3"),
        environment.getOrDefault("AWS_ACCESS_KEY_ID", "test"),
        environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "test"));
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("Set " + name + " in the environment");
    }
    return value;
  }
}
