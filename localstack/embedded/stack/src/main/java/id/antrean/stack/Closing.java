package id.antrean.stack;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was started, the last first; one that fails does not keep the others open. */
final class Closing implements AutoCloseable {
  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  synchronized <T extends AutoCloseable> T add(T one) {
    started.push(one);
    return one;
  }

  @Override
  public synchronized void close() {
    StackException failure = null;
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        if (failure == null) {
          failure = new StackException("The stack did not stop cleanly: " + e.getMessage(), e);
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
