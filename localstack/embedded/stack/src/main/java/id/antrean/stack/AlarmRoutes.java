package id.antrean.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.stack.watch.Alarm;
import id.antrean.stack.watch.Alarms;
import id.antrean.stack.watch.QueueGauges;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;

/** How the template's alarms stand. */
final class AlarmRoutes {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Alarms alarms;
  private final QueueGauges queues;
  private final InstantSource clock;

  AlarmRoutes(Alarms alarms, QueueGauges queues, InstantSource clock) {
    this.alarms = alarms;
    this.queues = queues;
    this.clock = clock;
  }

  void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/sandbox/alarms", this::show);
  }

  private void show(Context context) {
    queues.measure();
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode all = answer.putArray("alarms");
    for (Alarm.Standing standing : alarms.at(clock.instant())) {
      ObjectNode one =
          all.addObject()
              .put("name", standing.alarm().name())
              .put("state", standing.state().name())
              .put("description", standing.alarm().description())
              .put("threshold", standing.alarm().threshold())
              .put("periodSeconds", standing.alarm().period().toSeconds());
      ArrayNode values = one.putArray("values");
      for (double value : standing.values()) {
        if (Double.isNaN(value)) {
          values.addNull();
        } else {
          values.add(value);
        }
      }
    }
    context.contentType("application/json").result(answer.toString());
  }
}
