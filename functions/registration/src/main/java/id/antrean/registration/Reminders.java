package id.antrean.registration;

import id.antrean.gateway.QueueMessage;
import id.antrean.gateway.ReadMessage;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Messages that remind us of an open question about a person: it is asked again. */
@Singleton
final class Reminders implements ReadMessage {
  private final AskDukcapilAgain askAgain;

  Reminders(AskDukcapilAgain askAgain) {
    this.askAgain = askAgain;
  }

  @Override
  public Optional<List<Task>> read(QueueMessage message) {
    return ReminderMessage.read(message.body())
        .map(
            reminder ->
                List.of(
                    Task.of(
                        message.errand(reminder.requestId()).about(reminder.application().value()),
                        () -> askAgain.ask(reminder))));
  }
}
