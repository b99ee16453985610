package id.antrean.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.gateway.Api;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.Origins;
import id.antrean.gateway.ScheduledRun;
import id.antrean.senders.Aggregator;
import id.antrean.senders.Aggregators;
import id.antrean.senders.SenderApi;
import id.antrean.senders.WebhookSender;
import id.antrean.senders.doku.Doku;
import id.antrean.senders.doku.DokuStatus;
import id.antrean.senders.midtrans.Midtrans;
import id.antrean.senders.midtrans.StatusApi;
import id.antrean.senders.snap.Snap;
import id.antrean.senders.standard.StandardWebhooks;
import id.antrean.senders.xendit.Xendit;
import id.antrean.senders.xendit.XenditApi;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The payments function as Lambda calls it, with the senders it knows, over stores in memory:
 * webhooks, messages and sweeps go in; answers and the log come out.
 */
final class PaymentsHouse {
  static final String REQUEST = "request-1";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Midtrans cannot be asked here: what it says waits. */
  private static final StatusApi NOBODY_ASKED =
      new StatusApi(SenderApi.at(""), () -> List.of("key"));

  final Counter counter;
  final PaymentsFunction function;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  /** What a webhook was answered. */
  record Told(int status, JsonNode body) {
    String outcome() {
      return body.path("outcome").asText();
    }

    String reason() {
      return body.path("reason").asText();
    }
  }

  PaymentsHouse() {
    this(standard -> standard);
  }

  /** With the standard sender as it is, or broken. */
  PaymentsHouse(UnaryOperator<WebhookSender> asItIs) {
    Aggregator midtrans = new Midtrans(() -> List.of(MidtransSender.KEY), NOBODY_ASKED);
    Aggregator standard = asItIs.apply(new StandardWebhooks(() -> List.of(StandardSender.SECRET)));
    this.counter = new Counter(standard);
    EventLog events =
        new EventLog(
            new PrintStream(written, true, StandardCharsets.UTF_8), counter.world.time, "tried");
    Aggregator xendit =
        new Xendit(
            () -> List.of(SigningSenders.XENDIT_TOKEN),
            new XenditApi(SenderApi.at(""), () -> List.of("key")));
    Aggregator doku =
        new Doku(
            () -> List.of(SigningSenders.DOKU_CLIENT),
            () -> List.of(SigningSenders.DOKU_SECRET),
            "/doku",
            new DokuStatus(
                SenderApi.at(""),
                () -> List.of(SigningSenders.DOKU_CLIENT),
                () -> List.of(SigningSenders.DOKU_SECRET)));
    Aggregators senders =
        new Aggregators(
            List.of(midtrans, standard, xendit, doku, new Snap(SigningSenders.SNAP, "snap")));
    TakeNotification take = new TakeNotification(counter.accept, events);
    SettleLater settle =
        new SettleLater(
            senders, counter.accept, counter.receive, counter.world.payments, counter.again);
    this.function =
        new PaymentsFunction(
            new DoorRoutes(
                    senders,
                    take,
                    counter.world.senderUses,
                    new AskBill(
                        new FindBilled(counter.world.payments, counter.world.applications),
                        counter.world.time),
                    events,
                    counter.world.time)
                .on(
                    new PaymentRoutes(senders, take, counter.world.time)
                        .on(new Api(token -> Optional.empty(), events, Origins.of("")))),
            new NoticesOnTheQueue(settle),
            settle,
            new Reconcile(
                senders,
                (aggregator, day) -> Optional.empty(),
                counter.world.payments,
                new Differences(counter.world.payments, events, counter.world.time),
                counter.accept,
                events,
                counter.world.time),
            new ReconcileTreasury(
                (aggregator, day) -> Optional.empty(),
                counter.world.payments,
                new ProveBill(
                    new FindBilled(counter.world.payments, counter.world.applications),
                    counter.world.applications,
                    counter.world.applications,
                    counter.world.payments,
                    counter.world.payments,
                    counter.world.time),
                new Differences(counter.world.payments, events, counter.world.time),
                events,
                counter.world.time),
            new MeasureMoney(counter.world.payments, counter.world.time),
            events);
  }

  Instant now() {
    return counter.world.time.instant();
  }

  // ---- What comes in ----

  Told standard(StandardSender sender, String body) {
    return webhook("standard", sender.headers(body, now()), body);
  }

  Told midtrans(String body) {
    return webhook("midtrans", Map.of(), body);
  }

  Told webhook(String sender, Map<String, String> headers, String body) {
    return posted(
        "/payments/notifications/{aggregator}", Map.of("aggregator", sender), headers, body);
  }

  Told posted(String resource, Map<String, String> path, Map<String, String> headers, String body) {
    APIGatewayProxyRequestEvent event =
        new APIGatewayProxyRequestEvent()
            .withHttpMethod("POST")
            .withResource(resource)
            .withPathParameters(path)
            .withHeaders(headers)
            .withBody(body)
            .withRequestContext(new ProxyRequestContext().withRequestId(REQUEST));
    APIGatewayProxyResponseEvent answer = function.payments(event);
    return new Told(answer.getStatusCode(), json(answer.getBody()));
  }

  void message(String id, String body) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(id);
    message.setBody(body);
    function.settlement(message);
  }

  void sweep() {
    function.sweep(new ScheduledRun("run-1"));
  }

  // ---- What is seen afterwards ----

  /** All that was logged since it was last looked at. */
  String log() {
    String log = written.toString(StandardCharsets.UTF_8);
    written.reset();
    return log;
  }

  /** The log's lines about that. */
  List<JsonNode> logged(String event) {
    List<JsonNode> lines = new ArrayList<>();
    written
        .toString(StandardCharsets.UTF_8)
        .lines()
        .map(PaymentsHouse::json)
        .filter(line -> line.path("event").asText().equals(event))
        .forEach(lines::add);
    return lines;
  }

  /** The one line about that. */
  JsonNode loggedOnce(String event) {
    List<JsonNode> lines = logged(event);
    assertThat(lines).as("lines of " + event).hasSize(1);
    return lines.getFirst();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
