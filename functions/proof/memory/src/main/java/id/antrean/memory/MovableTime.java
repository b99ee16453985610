package id.antrean.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Business time that stands still until it is moved. */
public final class MovableTime extends Clock {
  private Instant now;

  public MovableTime(Instant now) {
    this.now = now;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  /** Moves on to that moment; never back. */
  public void reach(Instant moment) {
    if (moment.isAfter(now)) {
      now = moment;
    }
  }

  /** The same time as a clock that only goes forward tells it, in nanoseconds. */
  public long nanos() {
    return Duration.between(Instant.EPOCH, now).toNanos();
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** This moment as that zone tells it; it does not move on. */
  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}
