package id.antrean.stack.events;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What event sources have under way, so that one can wait until nothing is. */
public final class Activity {
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicLong begun = new AtomicLong();

  /** An event goes to a function; always followed by {@link #end()}. */
  void begin() {
    begun.incrementAndGet();
    underWay.incrementAndGet();
  }

  void end() {
    underWay.decrementAndGet();
  }

  boolean none() {
    return underWay.get() == 0;
  }

  /** How many there have been so far. */
  long begun() {
    return begun.get();
  }
}
