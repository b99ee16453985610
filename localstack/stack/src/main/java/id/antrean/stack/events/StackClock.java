package id.antrean.stack.events;

import id.antrean.emulators.EmbeddedAws;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Business time: moving it hands over everything that came due. */
public final class StackClock {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private final EmbeddedAws aws;
  private final Queues queues;
  private final Schedules schedules;
  private final Activity activity;
  private final Consumer<String> console;

  public StackClock(
      EmbeddedAws aws,
      Queues queues,
      Schedules schedules,
      Activity activity,
      Consumer<String> console) {
    this.aws = aws;
    this.queues = queues;
    this.schedules = schedules;
    this.activity = activity;
    this.console = console;
  }

  /** What the functions take for now. */
  public Instant now() {
    return aws.clock().instant();
  }

  /**
   * Moves queue delays, timers, schedules and the functions' time together, and returns when what
   * came due has been handed over and handled, at the latest after 25 real seconds.
   *
   * @return the new now
   * @throws IllegalArgumentException if the step is negative
   */
  public synchronized Instant advance(Duration step) {
    aws.clock().advance(step);
    schedules.runDue();
    settle();
    return now();
  }

  private void settle() {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    try {
      do {
        aws.stateMachines().fireDue();
        queues.nudge();
        if (quiet()) {
          return;
        }
        Thread.sleep(LOOK_AGAIN);
      } while (System.nanoTime() < end);
      console.accept("time has moved, but functions are still busy with what came due");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nothing under way, nothing waiting, and nothing began while looking. */
  private boolean quiet() {
    long before = activity.handed();
    return activity.none() && queues.allEmpty() && activity.none() && activity.handed() == before;
  }
}
