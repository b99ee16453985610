package id.antrean.emulators.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;

/** Sends the messages of tasks. */
@FunctionalInterface
public interface QueueSender {

  /**
   * Sends one message.
   *
   * @param machine the state machine that sends
   * @param message the members of SQS's SendMessage
   */
  Sent send(String machine, JsonNode message);

  /** What came of it. */
  sealed interface Sent {
    /** Taken by the queue. */
    record Accepted(JsonNode answer) implements Sent {}

    /** Not taken, or not known to be; the error as retriers name it. */
    record Refused(String error, String cause) implements Sent {}
  }
}
