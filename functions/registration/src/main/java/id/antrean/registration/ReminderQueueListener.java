package id.antrean.registration;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import id.antrean.domain.applicant.AskDukcapilLater.Reminder;
import id.antrean.gateway.Errand;
import id.antrean.gateway.EventLog;
import java.util.Optional;

/** Takes reminders off their queue. A message that nobody understands is dropped, with an alarm. */
public final class ReminderQueueListener {
  private final AskAgain askAgain;
  private final EventLog log;

  public ReminderQueueListener(AskAgain askAgain, EventLog log) {
    this.askAgain = askAgain;
    this.log = log;
  }

  /** Throws when the queue has to deliver the message again. */
  public void receive(SQSMessage message) {
    Optional<Reminder> reminder = ReminderMessage.read(message.getBody());
    if (reminder.isEmpty()) {
      log.alarm("identity-message-unknown", message.getMessageId());
      return;
    }
    log.errand(
        Errand.message("identity", message.getMessageId(), reminder.get().requestId())
            .about(reminder.get().application().value()),
        () -> {
          askAgain.ask(reminder.get());
          return "done";
        });
  }
}
