package id.antrean.expiry;

import id.antrean.domain.seat.ArmHold;
import id.antrean.domain.seat.FindOverdueHolds;
import id.antrean.domain.seat.OverdueHold;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

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

  /**
   * What a cast found.
   *
   * @param sent how many messages
   * @param oldest how long the hold that waits longest is past its deadline and grace; zero where
   *     none is
   */
  public record Swept(int sent, Duration oldest) {
    static final Swept NOTHING = new Swept(0, Duration.ZERO);

    private Swept and(int more, Duration late) {
      return new Swept(sent + more, late.compareTo(oldest) > 0 ? late : oldest);
    }
  }

  public Swept run() {
    Instant due = clock.instant().minus(timing.grace());
    Swept swept = Swept.NOTHING;
    try (Stream<OverdueHold> overdue = holds.overdue(due)) {
      for (OverdueHold hold : (Iterable<OverdueHold>) overdue::iterator) {
        int sent = isItsTurn(hold, due) ? send(hold) : 0;
        swept = swept.and(sent, Duration.between(hold.payBy(), due));
      }
    }
    return swept;
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
