package id.antrean.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.emulators.EmbeddedAws;
import id.antrean.emulators.calls.Service;
import id.antrean.emulators.faults.Fault;
import id.antrean.emulators.faults.FaultKind;
import id.antrean.emulators.faults.Faults;
import id.antrean.stack.access.Grants;
import id.antrean.stack.deploy.Deployment;
import id.antrean.stack.events.Schedules;
import id.antrean.stack.function.Invocation;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What a developer may do to the running stack: faults, queues, schedules. */
final class DeveloperRoutes {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_COPIES = 1000;

  private final Faults faults;
  private final Deployment deployment;
  private final SqsClient sqs;
  private final Schedules schedules;
  private final URI edge;
  private final Grants grants;

  DeveloperRoutes(
      Faults faults,
      Deployment deployment,
      SqsClient sqs,
      Schedules schedules,
      URI edge,
      Grants grants) {
    this.faults = faults;
    this.deployment = deployment;
    this.sqs = sqs;
    this.schedules = schedules;
    this.edge = edge;
    this.grants = grants;
  }

  void addTo(JavalinDefaultRoutingApi routes) {
    routes.post("/sandbox/faults", this::inject);
    routes.get(
        "/sandbox/faults",
        context -> context.contentType("application/json").result(injected().toString()));
    routes.delete(
        "/sandbox/faults",
        context -> {
          faults.clear();
          context.status(204);
        });
    routes.get(
        "/sandbox/aws",
        context -> context.contentType("application/json").result(ownAws().toString()));
    routes.get(
        "/sandbox/permissions",
        context -> context.contentType("application/json").result(permissions().toString()));
    routes.post("/sandbox/queues/{queue}/purge", this::purge);
    routes.post("/sandbox/queues/{queue}/messages", this::send);
    routes.post("/sandbox/schedules/{function}", this::run);
  }

  private void inject(Context context) {
    JsonNode body = body(context);
    try {
      faults.inject(
          new Fault(
              Service.valueOf(body.path("service").asText().toUpperCase(Locale.ROOT)),
              text(body, "operation"),
              text(body, "caller"),
              text(body, "contains"),
              FaultKind.valueOf(body.path("kind").asText()),
              body.path("skip").asInt(0),
              times(body)));
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse("not a fault: " + e.getMessage());
    }
    context.status(200);
  }

  /** In the words in which they are asked for, with how many calls each has hit. */
  private ObjectNode injected() {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode all = answer.putArray("faults");
    for (Faults.Injected injected : faults.injected()) {
      Fault fault = injected.fault();
      ObjectNode one = all.addObject();
      one.put("service", fault.service().name().toLowerCase(Locale.ROOT));
      one.put("operation", fault.operation().orElse(null));
      one.put("caller", fault.caller().orElse(null));
      one.put("contains", fault.contains().orElse(null));
      one.put("kind", fault.kind().name());
      one.put("skip", fault.skip());
      fault.times().ifPresentOrElse(times -> one.put("times", times), () -> one.putNull("times"));
      one.put("hits", injected.hits());
    }
    return answer;
  }

  /** Left out is once; null is until cleared. */
  private static OptionalInt times(JsonNode body) {
    if (!body.has("times")) {
      return OptionalInt.of(1);
    }
    return body.get("times").isNull()
        ? OptionalInt.empty()
        : OptionalInt.of(body.get("times").asInt());
  }

  /** What the functions' policies allow, how often each was used, and what was refused. */
  private ObjectNode permissions() {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode granted = answer.putArray("granted");
    for (Grants.Use use : grants.uses()) {
      granted
          .addObject()
          .put("function", use.grant().function())
          .put("action", use.grant().action())
          .put("resource", use.grant().resource())
          .put("of", deployment.named(use.grant().resource()))
          .put("used", use.times());
    }
    ArrayNode refused = answer.putArray("refused");
    grants.refused().forEach(refused::add);
    return answer;
  }

  /** How AWS's own tools reach what is emulated here. */
  private ObjectNode ownAws() {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("endpoint", edge.toString()).put("region", EmbeddedAws.REGION);
    answer
        .put("accessKeyId", EmbeddedAws.ACCESS_KEY)
        .put("secretAccessKey", EmbeddedAws.SECRET_KEY);
    ObjectNode queues = answer.putObject("queues");
    deployment.queues().forEach(queue -> queues.put(queue, deployment.ref(queue)));
    ObjectNode tables = answer.putObject("tables");
    deployment.tables().forEach(table -> tables.put(table, deployment.ref(table)));
    return answer;
  }

  private void purge(Context context) {
    String url = queueUrl(context);
    sqs.purgeQueue(request -> request.queueUrl(url));
    context.status(204);
  }

  private void send(Context context) {
    String url = queueUrl(context);
    JsonNode body = body(context);
    JsonNode message = body.path("body");
    int copies = body.path("copies").asInt(1);
    if (message.isMissingNode() || copies < 1 || copies > MOST_COPIES) {
      throw new BadRequestResponse("needs a body, and copies from 1 to " + MOST_COPIES);
    }
    String text = message.isTextual() ? message.textValue() : message.toString();
    for (int i = 0; i < copies; i++) {
      sqs.sendMessage(request -> request.queueUrl(url).messageBody(text).delaySeconds(0));
    }
    context.status(202);
  }

  private void run(Context context) {
    String function = context.pathParam("function");
    Invocation invocation;
    try {
      invocation = schedules.run(function);
    } catch (IllegalArgumentException e) {
      throw new NotFoundResponse(String.valueOf(e.getMessage()));
    }
    switch (invocation) {
      case Invocation.Answered _ -> context.status(202);
      case Invocation.Failed failed ->
          context.status(500).result(failed.errorType() + ": " + failed.message());
      case Invocation.Throttled _ -> context.status(429);
    }
  }

  private String queueUrl(Context context) {
    String queue = context.pathParam("queue");
    if (deployment.isQueue(queue)) {
      return deployment.ref(queue);
    }
    throw new NotFoundResponse("there is no queue " + queue);
  }

  private static Optional<String> text(JsonNode body, String name) {
    return Optional.ofNullable(body.path(name).textValue());
  }

  private static JsonNode body(Context context) {
    try {
      JsonNode body = JSON.readTree(context.body());
      if (body != null && body.isObject()) {
        return body;
      }
    } catch (JsonProcessingException e) {
      throw new BadRequestResponse("the body is not JSON");
    }
    throw new BadRequestResponse("the body must be a JSON object");
  }
}
