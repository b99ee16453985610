package id.antrean.expiry;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import id.antrean.aws.deadlines.HoldMessages;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.booking.HoldMessage;
import id.antrean.gateway.Journal;
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
  private final Journal journal;

  ExpiryFunction(
      LookAfterHold lookAfter, SweepOverdue overdue, SweepOrphans orphans, Journal journal) {
    this.lookAfter = lookAfter;
    this.overdue = overdue;
    this.orphans = orphans;
    this.journal = journal;
  }

  @Funq("expiry")
  public void expiry(SQSMessage message) {
    String requestId = HoldMessages.requestId(message.getBody());
    Optional<HoldMessage> hold = HoldMessages.read(message.getBody());
    if (hold.isEmpty()) {
      // Repeating it would not make it a hold's message.
      journal.alarm("not a hold's message", requestId, "messageId", message.getMessageId());
      return;
    }
    try {
      CurrentRequest.during(
          requestId,
          () -> {
            lookAfter.on(hold.get());
            return null;
          });
    } catch (RuntimeException fault) {
      journal.fault(
          "hold not looked after",
          requestId,
          fault,
          "applicationId",
          hold.get().hold().application().value());
      throw fault;
    }
  }

  @Funq("overdue-sweep")
  public void sweepOverdue(Map<String, Object> event) {
    String requestId = UUID.randomUUID().toString();
    int found = CurrentRequest.during(requestId, overdue::run);
    if (found > 0) {
      journal.note("overdue holds swept", requestId, "count", Integer.toString(found));
    }
  }

  @Funq("orphan-sweep")
  public void sweepOrphans(Map<String, Object> event) {
    String requestId = UUID.randomUUID().toString();
    int found = CurrentRequest.during(requestId, orphans::run);
    if (found > 0) {
      journal.note("unbound holds armed again", requestId, "count", Integer.toString(found));
    }
  }
}
