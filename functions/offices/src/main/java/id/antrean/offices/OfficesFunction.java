package id.antrean.offices;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import id.antrean.gateway.Api;
import id.antrean.gateway.Errand;
import id.antrean.gateway.Journal;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** What Lambda calls: the API, and the schedule that lays out the calendar. */
@Startup
@Singleton
public class OfficesFunction {
  private final Api api;
  private final LayOutCalendar layOutCalendar;
  private final Journal journal;

  OfficesFunction(Api api, LayOutCalendar layOutCalendar, Journal journal) {
    this.api = api;
    this.layOutCalendar = layOutCalendar;
    this.journal = journal;
  }

  @Funq("offices")
  public APIGatewayProxyResponseEvent offices(APIGatewayProxyRequestEvent event) {
    return api.handle(event);
  }

  @Funq("calendar")
  public void calendar(ScheduledRun run) {
    // Lambda repeats what failed; the repeat goes on where this run ended.
    journal.errand(Errand.schedule("calendar", run.id()), () -> "laid out " + layOutCalendar.run());
  }
}
