package id.antrean.memory;

import id.antrean.domain.Unavailable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What is to happen at the next calls of a port, by the port's name: nothing, a fault before or
 * after, or something in between.
 */
public final class Faults implements Calls {
  private final Map<String, Deque<Runnable>> before = new HashMap<>();
  private final Map<String, Deque<Runnable>> after = new HashMap<>();

  /** Does this just before the next call of that name. */
  public Faults before(String call, Runnable happening) {
    before.computeIfAbsent(call, name -> new ArrayDeque<>()).add(happening);
    return this;
  }

  /** The next call of that name does not reach the store. */
  public Faults down(String call) {
    return before(call, Faults::unavailable);
  }

  /** The next call of that name is done, and its answer gets lost. */
  public Faults answerLost(String call) {
    after.computeIfAbsent(call, name -> new ArrayDeque<>()).add(Faults::unavailable);
    return this;
  }

  /** The process dies just before the next call of that name. */
  public Faults crashBefore(String call) {
    return before(
        call,
        () -> {
          throw new Crash();
        });
  }

  @Override
  public <T> T make(String port, Supplier<T> work) {
    run(before, port);
    T answer = work.get();
    run(after, port);
    return answer;
  }

  private static void run(Map<String, Deque<Runnable>> happenings, String call) {
    Deque<Runnable> queue = happenings.get(call);
    if (queue != null && !queue.isEmpty()) {
      queue.remove().run();
    }
  }

  private static void unavailable() {
    throw new Unavailable("injected");
  }

  /** Not an exception that anybody handles: the process is gone. */
  public static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }
}
