package id.antrean.stack.events;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What event sources have under way, so that one can wait until nothing is. */
public final class Activity {
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicLong handed = new AtomicLong();

  /** Something begins; always followed by {@link #end()}. */
  void begin() {
    underWay.incrementAndGet();
  }

  void end() {
    underWay.decrementAndGet();
  }

  /** An event was handed to a function. */
  void handing() {
    handed.incrementAndGet();
  }

  boolean none() {
    return underWay.get() == 0;
  }

  long handed() {
    return handed.get();
  }
}
