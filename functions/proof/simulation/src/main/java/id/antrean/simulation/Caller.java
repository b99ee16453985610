package id.antrean.simulation;

import id.antrean.domain.TooLarge;
import id.antrean.domain.Unavailable;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who calls our functions: a device, an aggregator, a queue, a schedule. It lives outside
 * of them: when an invocation crashes, it only gets no answer.
 */
interface Caller {

  /** What it would do now, one of these; none when it has nothing to do. Asking changes nothing. */
  List<Call> next();

  /** What it would still do when everybody else has gone home; queues and senders never tire. */
  default List<Call> nextInCalm() {
    return next();
  }

  /** A digest of where it stands, for the exploration. */
  int standing();

  /**
   * One call.
   *
   * @param name in words, put together only for a reader
   * @param began what changes at the caller when it calls
   * @param work the function's own use case
   * @param ended what changes at the caller when the call ends; answered or not
   */
  record Call(Supplier<String> name, Runnable began, Runnable work, Consumer<Ending> ended) {}

  /** How a call ended. */
  record Ending(@Nullable Throwable failure) {
    boolean answered() {
      return failure == null;
    }

    /** Whether the caller met nothing worse than a store that is down or a process that died. */
    boolean expected() {
      return failure == null
          || (failure instanceof Unavailable && !(failure instanceof TooLarge))
          || failure instanceof Actor.Crash;
    }
  }
}
