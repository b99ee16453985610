package id.antrean.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** How old something seen is. */
class RecencyTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final AtomicLong nanos = new AtomicLong(77);
  private final AtomicReference<Instant> business =
      new AtomicReference<>(Instant.parse("2026-11-23T02:00:00Z"));
  private final InstantSource source = business::get;
  private final Recency recency = new Recency(nanos::get, source.withZone(ZoneOffset.UTC));

  @Test
  void whatWasSeenThisMomentIsNew() {
    assertThat(recency.within(Duration.ZERO, recency.mark())).isTrue();
  }

  @Test
  void itIsOldAMomentAfterItsLimit() {
    Recency.Mark seen = recency.mark();

    pass(SECOND);
    assertThat(recency.within(SECOND, seen)).isTrue();
    assertThat(recency.age(seen)).isEqualTo(SECOND);

    pass(Duration.ofNanos(1));
    assertThat(recency.within(SECOND, seen)).isFalse();
  }

  @Test
  void nothingSeenBeforeCountsOnceBusinessTimeWasMoved() {
    Recency.Mark seen = recency.mark();

    business.updateAndGet(now -> now.plus(Duration.ofHours(2)));
    assertThat(recency.within(SECOND, seen)).isFalse();

    business.updateAndGet(now -> now.minus(Duration.ofHours(3)));
    assertThat(recency.within(SECOND, seen)).isFalse();
  }

  @Test
  void aClockThatWasSetForwardALittleDoesNotMakeItOlderThanItIs() {
    Recency.Mark seen = recency.mark();

    business.updateAndGet(now -> now.plus(SECOND));
    assertThat(recency.within(SECOND, seen)).isTrue();
    assertThat(recency.age(seen)).isZero();
  }

  private void pass(Duration duration) {
    nanos.addAndGet(duration.toNanos());
    business.updateAndGet(now -> now.plus(duration));
  }
}
