package id.antrean.servers.elasticmq;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import org.elasticmq.util.NowProvider;

/** ElasticMQ's idea of now, taken from outside (epoch milliseconds). */
public final class MovedTime extends NowProvider {

  private final LongSupplier clock;

  MovedTime(LongSupplier clock) {
    this.clock = clock;
  }

  @Override
  public long nowMillis() {
    return clock.getAsLong();
  }

  @Override
  public OffsetDateTime now() {
    return Instant.ofEpochMilli(nowMillis()).atOffset(ZoneOffset.UTC);
  }
}
