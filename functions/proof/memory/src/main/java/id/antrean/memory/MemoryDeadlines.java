package id.antrean.memory;

import id.antrean.domain.Unavailable;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.ArmHold;
import id.antrean.domain.seat.HoldMessage;
import id.antrean.domain.seat.StartTimer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** The deadline queue and the timer that sends to it, once for each name. */
public final class MemoryDeadlines implements ArmHold, StartTimer {
  /** As {@code ArmDelaySeconds} in the template. */
  public static final Duration ARM_DELAY = Duration.ofMinutes(15);

  public final MemoryQueue<HoldMessage> queue;
  private final Calls calls;
  private final MovableTime time;
  private final Set<HoldId> timed = new HashSet<>();

  MemoryDeadlines(Calls calls, MovableTime time) {
    this.queue = new MemoryQueue<>(time);
    this.calls = calls;
    this.time = time;
  }

  @Override
  public void arm(HoldId hold, SessionId session) {
    armAfter(hold, session, ARM_DELAY);
  }

  @Override
  public void armExchange(HoldId hold, SessionId session, HoldMessage.Left left) {
    calls.make("arm", () -> queue.send(new HoldMessage(hold, session, left), ARM_DELAY));
  }

  @Override
  public void armAfter(HoldId hold, SessionId session, Duration delay) {
    calls.make("arm", () -> queue.send(new HoldMessage(hold, session), delay));
  }

  /** Like an execution that is not started, a call that fails is a plain no. */
  @Override
  public boolean start(HoldId hold, SessionId session, Instant at) {
    try {
      calls.make("timer", () -> startOnce(hold, session, at));
      return true;
    } catch (Unavailable notStarted) {
      return false;
    }
  }

  /** Holds that have had their timer: another of the same name is not started. */
  public Set<HoldId> timed() {
    return Set.copyOf(timed);
  }

  private void startOnce(HoldId hold, SessionId session, Instant at) {
    if (timed.add(hold)) {
      queue.send(new HoldMessage(hold, session), Duration.between(time.instant(), at));
    }
  }
}
