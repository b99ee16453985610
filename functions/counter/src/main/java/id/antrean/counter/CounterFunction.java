package id.antrean.counter;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import id.antrean.gateway.Api;
import id.antrean.gateway.Errand;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.ScheduledRun;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** What Lambda calls: the API, and the schedule that marks who did not come. */
@Startup
@Singleton
public class CounterFunction {
  private final Api api;
  private final MarkNoShows noShows;
  private final EventLog log;

  CounterFunction(Api api, MarkNoShows noShows, EventLog log) {
    this.api = api;
    this.noShows = noShows;
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
}
