package id.antrean.offices;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import id.antrean.gateway.Api;
import id.antrean.gateway.Errand;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.ScheduledRun;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** What Lambda calls: the API, and the schedule that lays out the calendar. */
@Startup
@Singleton
public class OfficesFunction {
  private final Api api;
  private final LayOutCalendar layOutCalendar;
  private final EventLog log;

  OfficesFunction(Api api, LayOutCalendar layOutCalendar, EventLog log) {
    this.api = api;
    this.layOutCalendar = layOutCalendar;
    this.log = log;
  }

  @Funq("offices")
  public APIGatewayProxyResponseEvent offices(APIGatewayProxyRequestEvent event) {
    return api.handle(event);
  }

  @Funq("calendar")
  public void calendar(ScheduledRun run) {
    // Lambda repeats what failed; the repeat goes on where this run ended.
    log.errand(Errand.schedule("calendar", run.id()), () -> "laid out " + layOutCalendar.run());
  }
}
