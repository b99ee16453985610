package id.antrean.gateway;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Understands the messages of a queue. */
public interface ReadMessage {

  /** What a message asks for, nothing or several things; empty for what nobody understands. */
  Optional<List<Task>> read(QueueMessage message);

  /**
   * One thing to do.
   *
   * @param work what it throws brings the message again
   */
  record Task(Errand errand, Supplier<Ending> work) {

    /** Work that is always understood. */
    public static Task of(Errand errand, Runnable work) {
      return new Task(
          errand,
          () -> {
            work.run();
            return Ending.DONE;
          });
    }
  }

  /** How it ended. */
  enum Ending {
    DONE,
    /** There was nothing to do. */
    IGNORED,
    /** It was well formed, and is about nothing of ours. */
    NOT_UNDERSTOOD
  }
}
