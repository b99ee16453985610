package id.antrean.sandbox.aggregator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.aggregator.Outbox.Letter;
import id.antrean.sandbox.aws.Bills;
import id.antrean.sandbox.http.Fields;
import id.antrean.sandbox.http.Json;
import id.antrean.sandbox.http.Problem;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a developer asks of an aggregator: {@code /sandbox/aggregators/{aggregator}}. */
public final class AggregatorRoutes {
  private static final String ALL = "/sandbox/aggregators";
  private static final String ROOT = ALL + "/{aggregator}";

  private final Map<String, Aggregator> aggregators;
  private final Bills bills;
  private final Outbox outbox;
  private final SettlementLists settlements;
  private final InstantSource businessTime;

  /**
   * @param folder where it is kept what was paid, for the lists of settlements
   */
  public AggregatorRoutes(
      List<Aggregator> aggregators,
      Bills bills,
      Outbox outbox,
      Path folder,
      InstantSource businessTime) {
    this.settlements = new SettlementLists(folder);
    this.aggregators =
        aggregators.stream().collect(Collectors.toMap(Aggregator::name, Function.identity()));
    this.bills = bills;
    this.outbox = outbox;
    this.businessTime = businessTime;
  }

  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(ALL, context -> new PayPage(aggregators.values(), bills).answer(context));
    routes.get(
        ROOT,
        context ->
            named(context).ifPresent(aggregator -> Json.answer(context, aggregator.secrets())));
    routes.post(ROOT + "/payments", this::pay);
    routes.get(ALL + "/treasury/settlements/{date}", this::receipts);
    routes.get(ROOT + "/settlements/{date}", this::settlements);
    new OutboxRoutes(outbox, this::named).addTo(routes);
  }

  private void settlements(Context context) {
    Optional<Aggregator> named = named(context);
    Optional<LocalDate> day = named.flatMap(aggregator -> day(context));
    if (day.isEmpty()) {
      return;
    }
    Aggregator aggregator = named.get();
    if (aggregator.isDown()) {
      context.status(503);
    } else {
      context.result(settlements.of(aggregator.name(), day.get()));
    }
  }

  /** Of the treasury, to which all of them pass the money on. */
  private void receipts(Context context) {
    day(context).ifPresent(day -> context.result(settlements.ofTreasury(day)));
  }

  /** The day of the path; where it is none, the request is answered with that. */
  private static Optional<LocalDate> day(Context context) {
    try {
      return Optional.of(LocalDate.parse(context.pathParam("date")));
    } catch (DateTimeException notADate) {
      Problem.notFound("A day is written as 2026-12-07.").answer(context);
      return Optional.empty();
    }
  }

  private void pay(Context context) {
    Optional<Aggregator> aggregator = named(context);
    if (aggregator.isEmpty()) {
      return;
    }
    Fields fields = Fields.of(context.body());
    PaymentRequest request = PaymentRequest.from(fields, aggregator.get());
    if (!fields.errors().isEmpty()) {
      Problem.validation(fields.errors()).answer(context);
      return;
    }
    Optional<Long> owed = request.amount().or(() -> bills.amountOf(billOf(request.billingCode())));
    if (owed.isEmpty()) {
      fields.wrong("/amount", "is required here: there is no bill with this billing code");
      Problem.validation(fields.errors()).answer(context);
      return;
    }
    Payment payment = request.payment(owed.get(), businessTime.instant());
    notifyApi(context, aggregator.get(), request, payment);
  }

  /** A code that was asked for has a number after the bill's own. */
  private static String billOf(String reference) {
    return reference.split("-", 2)[0];
  }

  private void notifyApi(
      Context context, Aggregator aggregator, PaymentRequest request, Payment payment) {
    Notification written;
    try {
      written = aggregator.take(payment);
    } catch (DeadCode dead) {
      Problem.conflict(String.valueOf(dead.getMessage())).answer(context);
      return;
    }
    if (payment.status().equals(aggregator.statuses().getFirst())) {
      settlements.took(aggregator.name(), written.paymentId(), payment);
    }
    Letter letter = new Letter(aggregator, written, request.tamper(), request.retry());
    List<Letter> copies = Collections.nCopies(request.times(), letter);
    List<Delivery> deliveries = new ArrayList<>();
    if (request.after().isPresent()) {
      if (!outbox.put(copies, payment.sentAt().plus(request.after().get()))) {
        Problem.unavailable(429, "So much waits to be told that time has to pass first.")
            .answer(context);
        return;
      }
    } else {
      for (Letter copy : copies) {
        Optional<Delivery> delivery = outbox.tell(copy).delivery();
        if (delivery.isEmpty() && !request.retry()) {
          noAnswer(context);
          return;
        }
        delivery.ifPresent(deliveries::add);
      }
      if (!deliveries.isEmpty() && deliveries.stream().allMatch(aggregator::givesBackAfter)) {
        settlements.gaveBack(aggregator.name(), written.paymentId());
      }
    }
    ObjectNode answer = Json.object().put("paymentId", written.paymentId());
    answer.set("deliveries", Json.tree(deliveries));
    answer.put("waiting", outbox.of(aggregator).size());
    Json.answer(context, answer);
  }

  private static void noAnswer(Context context) {
    Problem.unavailable(502, "The API did not answer the notification.").answer(context);
  }

  /** The aggregator of the path; where there is none, the request is answered with that. */
  private Optional<Aggregator> named(Context context) {
    Optional<Aggregator> aggregator =
        Optional.ofNullable(aggregators.get(context.pathParam("aggregator")));
    if (aggregator.isEmpty()) {
      String known = aggregators.keySet().stream().sorted().collect(Collectors.joining(", "));
      Problem.notFound("The aggregators here are " + known + ".").answer(context);
    }
    return aggregator;
  }
}
