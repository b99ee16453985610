package id.antrean.expiry;

import id.antrean.domain.seat.ArmHold;
import id.antrean.domain.seat.FindOverdueHolds;
import id.antrean.domain.seat.OverdueHold;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The net below the timers, cast every minute: finds holds whose deadline and grace have passed and
 * sends their message again. It expires nothing itself, so there is one place that does.
 *
 * <p>While that place is down, messages would pile up. How long a hold is overdue says when it gets
 * one: at once, after 1, 2, 4, 8, 16 and 32 minutes, and then every hour. A message that fails is
 * among the dead letters within the hour, so that from then on one is under way at a time.
 */
@Singleton
public final class SweepOverdue {
  /** No sooner has the deadline queue given up a message: its visibility times its receives. */
  private static final long GIVEN_UP_MINUTES = 60;

  private final FindOverdueHolds holds;
  private final ArmHold arm;
  private final HoldTiming timing;
  private final Clock clock;

  public SweepOverdue(FindOverdueHolds holds, ArmHold arm, HoldTiming timing, Clock clock) {
    this.holds = holds;
    this.arm = arm;
    this.timing = timing;
    this.clock = clock;
  }

  /** Answers how many messages were sent. */
  public int run() {
    Instant due = clock.instant().minus(timing.grace());
    return holds.overdue(due).filter(overdue -> isItsTurn(overdue, due)).mapToInt(this::send).sum();
  }

  private static boolean isItsTurn(OverdueHold overdue, Instant due) {
    long minutes = Duration.between(overdue.payBy(), due).toMinutes();
    return minutes < GIVEN_UP_MINUTES
        ? Long.bitCount(minutes) <= 1
        : minutes % GIVEN_UP_MINUTES == 0;
  }

  private int send(OverdueHold overdue) {
    arm.armAfter(overdue.hold(), overdue.session(), Duration.ZERO);
    return 1;
  }
}
