package id.antrean.expiry;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import id.antrean.aws.deadlines.HoldMessages;
import id.antrean.domain.seat.HoldMessage;
import id.antrean.gateway.Errand;
import id.antrean.gateway.EventLog;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What Lambda calls: a message of the deadline queue, or one of the two sweeps. Throwing leaves a
 * message on its queue.
 */
@Startup
@Singleton
public class ExpiryFunction {
  private final LookAfterHold lookAfter;
  private final SweepOverdue overdue;
  private final SweepOrphans orphans;
  private final EventLog log;

  ExpiryFunction(
      LookAfterHold lookAfter, SweepOverdue overdue, SweepOrphans orphans, EventLog log) {
    this.lookAfter = lookAfter;
    this.overdue = overdue;
    this.orphans = orphans;
    this.log = log;
  }

  @Funq("expiry")
  public void expiry(SQSMessage message) {
    String id = message.getMessageId();
    Optional<HoldMessage> hold = HoldMessages.read(message.getBody());
    if (hold.isEmpty()) {
      // Repeating it would not make it a hold's message.
      log.alarm("not a hold's message", id, "messageId", id);
      return;
    }
    String requestId = HoldMessages.requestId(message.getBody()).orElse(id);
    log.errand(
        Errand.message("deadline", id, requestId).about(hold.get().hold().application().value()),
        () -> {
          lookAfter.on(hold.get());
          return "done";
        });
  }

  @Funq("overdue-sweep")
  public void sweepOverdue(Map<String, Object> event) {
    log.errand(
        Errand.schedule("overdue-sweep", UUID.randomUUID().toString()),
        () -> "sent " + overdue.run());
  }

  @Funq("orphan-sweep")
  public void sweepOrphans(Map<String, Object> event) {
    log.errand(
        Errand.schedule("orphan-sweep", UUID.randomUUID().toString()),
        () -> "found " + orphans.run());
  }
}
