package id.antrean.offices;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import id.antrean.gateway.Api;
import id.antrean.gateway.Errand;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.QueueListener;
import id.antrean.gateway.ScheduledRun;
import id.antrean.offices.closure.ClosuresOnTheQueue;
import id.antrean.offices.closure.RemindOfClosures;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** What Lambda calls: the API, the closures on their queue, and the calendar by schedule. */
@Startup
@Singleton
public class OfficesFunction {
  private final Api api;
  private final LayOutCalendar layOutCalendar;
  private final RemindOfClosures remind;
  private final QueueListener closures;
  private final EventLog log;

  OfficesFunction(
      Api api,
      LayOutCalendar layOutCalendar,
      RemindOfClosures remind,
      ClosuresOnTheQueue closures,
      EventLog log) {
    this.api = api;
    this.remind = remind;
    this.closures = new QueueListener("closure", closures, log);
    this.layOutCalendar = layOutCalendar;
    this.log = log;
  }

  @Funq("offices")
  public APIGatewayProxyResponseEvent offices(APIGatewayProxyRequestEvent event) {
    return api.handle(event);
  }

  /** One message of the closure queue; throwing hands it back to the queue. */
  @Funq("closing")
  public void closing(SQSMessage message) {
    closures.receive(message);
  }

  @Funq("calendar")
  public void calendar(ScheduledRun run) {
    // Lambda repeats what failed; the repeat goes on where this run ended.
    log.errand(
        Errand.schedule("calendar", run.id()),
        () -> "laid out " + layOutCalendar.run() + ", reminded of " + remind.run());
  }
}
