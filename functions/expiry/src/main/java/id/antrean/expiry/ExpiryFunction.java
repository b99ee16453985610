package id.antrean.expiry;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import id.antrean.gateway.Errand;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.QueueListener;
import id.antrean.gateway.ScheduledRun;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

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
    log.errand(Errand.schedule("overdue-sweep", run.id()), () -> "sent " + overdue.run());
  }

  @Funq("orphan-sweep")
  public void sweepOrphans(ScheduledRun run) {
    log.errand(Errand.schedule("orphan-sweep", run.id()), () -> "found " + orphans.run());
  }
}
