package id.antrean.servers.elasticmq;

import java.util.function.LongSupplier;
import org.elasticmq.MillisNextDelivery;
import org.elasticmq.NextDelivery;

/** When a message is due, reckoned from the given clock instead of the system's. */
final class ClockedDelivery extends NextDelivery {

  private final NextDelivery asked;
  private final LongSupplier clock;

  ClockedDelivery(NextDelivery asked, LongSupplier clock) {
    this.asked = asked;
    this.clock = clock;
  }

  @Override
  public MillisNextDelivery toMillis(long systemNow, long queueDelayMillis) {
    return asked.toMillis(clock.getAsLong(), queueDelayMillis);
  }
}
