package id.antrean.cli.up;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The end of the stack's process: what runs is closed, within a bound. A function's thread that
 * loops cannot be ended, and a part that waits for it would wait for ever; then the process is
 * ended all the same. Both threads are made beforehand, because at the end there may be no memory.
 */
final class Ending {
  private final Duration bound;
  private final Runnable close;
  private final Runnable halt;
  private final PrintStream out;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * @param close ends everything in good order
   * @param halt ends the process at once
   */
  Ending(Duration bound, Runnable close, Runnable halt, PrintStream out) {
    this.bound = bound;
    this.close = close;
    this.halt = halt;
    this.out = out;
  }

  /** Lets it happen when the process is told to stop. */
  void atExit() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::closeAll, "closing"));
    Runtime.getRuntime().addShutdownHook(new Thread(this::guard, "end"));
  }

  void closeAll() {
    try {
      close.run();
    } finally {
      closed.countDown();
    }
  }

  void guard() {
    try {
      if (closed.await(bound.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      out.println(
          "Something does not end, after %d s: it is ended now.".formatted(bound.toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    halt.run();
  }
}
