package id.antrean.gateway;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import id.antrean.gateway.ReadMessage.Ending;
import id.antrean.gateway.ReadMessage.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes messages off a queue. What nobody understands is dropped, with an alarm: repeating would
 * not make it understood. Where a message asks for several things, one's fate is no other's.
 */
public final class QueueListener {
  private final String queue;
  private final ReadMessage reader;
  private final EventLog log;

  /**
   * @param queue in a word, for the log
   */
  public QueueListener(String queue, ReadMessage reader, EventLog log) {
    this.queue = queue;
    this.reader = reader;
    this.log = log;
  }

  /** Throws when the queue has to deliver the message again. */
  public void receive(SQSMessage sent) {
    List<RuntimeException> faults = attempt(read(sent));
    if (!faults.isEmpty()) {
      throw faults.getFirst();
    }
  }

  /**
   * Answers which messages the queue has to deliver again. All are read before any is worked off.
   */
  public SQSBatchResponse receive(SQSEvent batch) {
    record Asked(String messageId, List<Task> tasks) {}
    List<Asked> all =
        batch.getRecords().stream().map(it -> new Asked(it.getMessageId(), read(it))).toList();
    List<BatchItemFailure> again = new ArrayList<>();
    for (Asked asked : all) {
      if (!attempt(asked.tasks()).isEmpty()) {
        again.add(new BatchItemFailure(asked.messageId()));
      }
    }
    return new SQSBatchResponse(again);
  }

  private List<Task> read(SQSMessage sent) {
    QueueMessage message = QueueMessage.of(queue, sent);
    return reader
        .read(message)
        .orElseGet(() -> List.of(new Task(message.errand(), () -> Ending.NOT_UNDERSTOOD)));
  }

  /** The faults of those tasks that failed. */
  private List<RuntimeException> attempt(List<Task> tasks) {
    return tasks.stream().map(this::attempt).flatMap(Optional::stream).toList();
  }

  private Optional<RuntimeException> attempt(Task task) {
    try {
      log.errand(task.errand(), () -> outcome(task));
      return Optional.empty();
    } catch (RuntimeException fault) {
      return Optional.of(fault);
    }
  }

  private String outcome(Task task) {
    Ending ending = task.work().get();
    if (ending == Ending.NOT_UNDERSTOOD) {
      log.unknown(task.errand());
    }
    return ending.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
