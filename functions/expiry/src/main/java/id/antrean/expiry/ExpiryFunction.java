package id.antrean.expiry;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import id.antrean.gateway.Errand;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.Measure;
import id.antrean.gateway.Metric;
import id.antrean.gateway.QueueListener;
import id.antrean.gateway.ScheduledRun;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What Lambda calls: a message of the deadline queue, or one of the two sweeps. Throwing leaves a
 * message on its queue.
 */
@Startup
@Singleton
public class ExpiryFunction {
  private final QueueListener holds;
  private final SweepOverdue overdue;
  private final SweepOrphans orphans;
  private final EventLog log;

  ExpiryFunction(HoldsOnTheQueue holds, SweepOverdue overdue, SweepOrphans orphans, EventLog log) {
    this.holds = new QueueListener("deadline", holds, log);
    this.overdue = overdue;
    this.orphans = orphans;
    this.log = log;
  }

  /** One message of the deadline queue; throwing hands it back to the queue. */
  @Funq("expiry")
  public void expiry(SQSMessage message) {
    holds.receive(message);
  }

  @Funq("overdue-sweep")
  public void sweepOverdue(ScheduledRun run) {
    log.errand(
        Errand.schedule("overdue-sweep", run.id()),
        () -> {
          SweepOverdue.Swept swept = overdue.run();
          log.measure(run.id(), List.of(Measure.of(Metric.OLDEST_OVERDUE, swept.oldest())));
          return "sent " + swept.sent();
        });
  }

  @Funq("orphan-sweep")
  public void sweepOrphans(ScheduledRun run) {
    log.errand(
        Errand.schedule("orphan-sweep", run.id()),
        () -> {
          SweepOrphans.Swept swept = orphans.run();
          log.measure(
              run.id(),
              List.of(
                  Measure.of(Metric.SEATS_ORPHANED, swept.orphans()),
                  Measure.of(Metric.SESSIONS_OVERFULL, swept.overfull())));
          return "found " + swept.orphans();
        });
  }
}
