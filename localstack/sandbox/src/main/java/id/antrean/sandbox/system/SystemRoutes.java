package id.antrean.sandbox.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.aws.AwsAccess;
import id.antrean.sandbox.http.Json;
import id.antrean.sandbox.http.Problem;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * {@code /sandbox/queues/{queue}} and {@code /sandbox/schedules/{function}}, through AWS's APIs.
 */
public final class SystemRoutes {
  private static final int MOST_COPIES = 1000;

  private final AwsAccess aws;
  private final DeployedStack stack;
  private final SqsClient sqs;
  private final LambdaClient lambda;

  public SystemRoutes(AwsAccess aws, DeployedStack stack, SqsClient sqs, LambdaClient lambda) {
    this.aws = aws;
    this.stack = stack;
    this.sqs = sqs;
    this.lambda = lambda;
  }

  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/sandbox/aws", this::tellAws);
    routes.post("/sandbox/queues/{name}/purge", named(stack::queueUrl, this::purge));
    routes.post("/sandbox/queues/{name}/messages", named(stack::queueUrl, this::send));
    routes.post("/sandbox/schedules/{name}", named(stack::functionName, this::run));
  }

  /** How AWS's own tools reach the system's. */
  private void tellAws(Context context) {
    ObjectNode answer = Json.object();
    answer.put("endpoint", aws.endpoint().toString()).put("region", aws.region());
    answer.put("accessKeyId", aws.accessKeyId()).put("secretAccessKey", aws.secretAccessKey());
    answer.set("queues", Json.tree(stack.queueUrls()));
    Json.answer(context, answer);
  }

  private void purge(Context context, String queueUrl) {
    sqs.purgeQueue(request -> request.queueUrl(queueUrl));
    context.status(204);
  }

  private void send(Context context, String queueUrl) {
    JsonNode request = Json.parse(context.body()).orElseGet(MissingNode::getInstance);
    JsonNode body = request.path("body");
    int copies = request.path("copies").asInt(1);
    if (body.isMissingNode() || copies < 1 || copies > MOST_COPIES) {
      context.status(400).result("needs a body, and copies from 1 to " + MOST_COPIES);
      return;
    }
    String text = body.isTextual() ? body.textValue() : body.toString();
    for (int i = 0; i < copies; i++) {
      sqs.sendMessage(send -> send.queueUrl(queueUrl).messageBody(text).delaySeconds(0));
    }
    context.status(202);
  }

  private void run(Context context, String functionName) {
    SdkBytes event = SdkBytes.fromUtf8String(scheduledEvent().toString());
    InvokeResponse answer =
        lambda.invoke(request -> request.functionName(functionName).payload(event));
    if (answer.functionError() == null) {
      context.status(202);
    } else {
      context.status(500).result(answer.payload().asUtf8String());
    }
  }

  /** As EventBridge sends it. */
  private static ObjectNode scheduledEvent() {
    ObjectNode event = Json.object();
    event.put("version", "0");
    event.put("id", UUID.randomUUID().toString());
    event.put("detail-type", "Scheduled Event");
    event.put("source", "aws.events");
    event.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    event.putArray("resources");
    event.putObject("detail");
    return event;
  }

  private interface Deed {
    void on(Context context, String physicalId);
  }

  private static Handler named(Function<String, Optional<String>> physicalId, Deed deed) {
    return context -> {
      String name = context.pathParam("name");
      physicalId
          .apply(name)
          .ifPresentOrElse(
              id -> deed.on(context, id),
              () ->
                  Problem.notFound("The stack has no " + name + " of this kind.").answer(context));
    };
  }
}
