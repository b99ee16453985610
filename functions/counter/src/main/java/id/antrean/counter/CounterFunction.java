package id.antrean.counter;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import id.antrean.counter.RotateTicketKey.Done;
import id.antrean.counter.RotateTicketKey.Outcome;
import id.antrean.counter.RotateTicketKey.Refused;
import id.antrean.counter.RotateTicketKey.Step;
import id.antrean.gateway.Api;
import id.antrean.gateway.Errand;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.ScheduledRun;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * What Lambda calls: the API, the schedule that marks who did not come, and Secrets Manager's for a
 * new key.
 */
@Startup
@Singleton
public class CounterFunction {
  private final Api api;
  private final MarkNoShows noShows;
  private final RotateTicketKey ticketKey;
  private final EventLog log;

  CounterFunction(Api api, MarkNoShows noShows, RotateTicketKey ticketKey, EventLog log) {
    this.api = api;
    this.noShows = noShows;
    this.ticketKey = ticketKey;
    this.log = log;
  }

  @Funq("counter")
  public APIGatewayProxyResponseEvent counter(APIGatewayProxyRequestEvent event) {
    return api.handle(event);
  }

  /** What is marked already stays so: Lambda may repeat a run that failed. */
  @Funq("no-shows")
  public void noShows(ScheduledRun run) {
    log.errand(Errand.schedule("no-shows", run.id()), () -> "marked " + noShows.run());
  }

  /** Nothing that it is handed is secret: a version's name, and what is to be done with it. */
  @Funq("ticket-key")
  public void ticketKey(RotationRequest request) {
    if (!request.onlyStarts()) {
      log.errand(
          Errand.schedule("ticket-key", request.version()).with("step", request.step()),
          () -> done(Step.named(request.step()).map(it -> ticketKey.take(it, request.version()))));
    }
  }

  private static String done(Optional<Outcome> outcome) {
    return switch (outcome.orElseGet(() -> new Refused("no such step"))) {
      case Done done -> done.how();
      case Refused refused -> throw new RotationRefused(refused.why());
    };
  }
}
