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
  private final Streams streams;
  private final Schedules schedules;
  private final Activity activity;
  private final Consumer<String> console;

  public StackClock(
      EmbeddedAws aws,
      Queues queues,
      Streams streams,
      Schedules schedules,
      Activity activity,
      Consumer<String> console) {
    this.aws = aws;
    this.queues = queues;
    this.streams = streams;
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
   * came due and what was written to streams has been handed over and handled, at the latest after
   * 25 real seconds.
   *
   * @return the new now
   * @throws IllegalArgumentException if the step is negative
   */
  public synchronized Instant advance(Duration step) {
    aws.clock().advance(step);
    schedules.runDue();
    streams.hurry();
    settle();
    return now();
  }

  private void settle() {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    try {
      while (System.nanoTime() < end) {
        aws.stateMachines().fireDue();
        if (quiet(end)) {
          return;
        }
        Thread.sleep(LOOK_AGAIN);
      }
      console.accept("time has moved, but functions are still busy with what came due");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean quiet(long end) throws InterruptedException {
    long begun = activity.begun();
    long moment = System.nanoTime();
    if (!activity.none()) {
      return false;
    }
    queues.nudge();
    streams.nudge();
    while (!hadNothingSince(moment) && System.nanoTime() < end) {
      Thread.sleep(LOOK_AGAIN);
      if (activity.begun() != begun) {
        return false;
      }
    }
    return hadNothingSince(moment) && activity.begun() == begun;
  }

  private boolean hadNothingSince(long moment) {
    return queues.hadNothingSince(moment) && streams.hadNothingSince(moment);
  }
}
