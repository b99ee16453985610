package id.antrean.sandbox.aggregator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.aggregator.Outbox.Attempt;
import id.antrean.sandbox.aggregator.Outbox.Waiting;
import id.antrean.sandbox.http.Fields;
import id.antrean.sandbox.http.Json;
import id.antrean.sandbox.http.Problem;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * {@code /sandbox/aggregators/{aggregator}/outbox}: what an aggregator still has to tell, and
 * telling all of it now in another order.
 */
final class OutboxRoutes {
  private static final String PATH = "/sandbox/aggregators/{aggregator}/outbox";
  private static final ZoneOffset WIB = ZoneOffset.ofHours(7);
  private static final String SHUFFLED = "shuffled";
  private static final String REVERSED = "reversed";
  private static final List<String> ORDERS = List.of("due", REVERSED, SHUFFLED);

  private final Outbox outbox;
  private final Function<Context, Optional<Aggregator>> named;

  /**
   * @param named the aggregator of the path; where there is none it answers so
   */
  OutboxRoutes(Outbox outbox, Function<Context, Optional<Aggregator>> named) {
    this.outbox = outbox;
    this.named = named;
  }

  void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(PATH, context -> named.apply(context).ifPresent(it -> list(context, it)));
    routes.post(PATH, context -> named.apply(context).ifPresent(it -> tell(context, it)));
  }

  private void list(Context context, Aggregator aggregator) {
    ObjectNode answer = Json.object();
    ArrayNode items = answer.putArray("waiting");
    for (Waiting one : outbox.of(aggregator)) {
      items
          .addObject()
          .put("paymentId", one.letter().written().paymentId())
          .put("refused", one.refused())
          .put("due", one.due().truncatedTo(ChronoUnit.SECONDS).atOffset(WIB).toString());
    }
    Json.answer(context, answer);
  }

  private void tell(Context context, Aggregator aggregator) {
    Fields fields = Fields.of(context.body());
    String order = fields.oneOf("order", ORDERS).orElse(ORDERS.getFirst());
    long seed =
        fields
            .number("seed", 0, Long.MAX_VALUE)
            .orElseGet(() -> RandomGenerator.getDefault().nextLong(Integer.MAX_VALUE));
    if (!fields.errors().isEmpty()) {
      Problem.validation(fields.errors()).answer(context);
      return;
    }
    ObjectNode answer = Json.object().put("order", order);
    if (order.equals(SHUFFLED)) {
      answer.put("seed", seed);
    }
    ArrayNode deliveries = answer.putArray("deliveries");
    for (Attempt attempt : outbox.tellAll(aggregator, due -> ordered(due, order, seed))) {
      ObjectNode one =
          deliveries.addObject().put("paymentId", attempt.letter().written().paymentId());
      attempt
          .delivery()
          .ifPresent(delivery -> one.put("status", delivery.status()).set("body", delivery.body()));
    }
    answer.put("waiting", outbox.of(aggregator).size());
    Json.answer(context, answer);
  }

  private static List<Waiting> ordered(List<Waiting> due, String order, long seed) {
    return switch (order) {
      case REVERSED -> due.reversed();
      case SHUFFLED -> {
        List<Waiting> all = new ArrayList<>(due);
        Collections.shuffle(all, new Random(seed));
        yield all;
      }
      default -> due;
    };
  }
}
