package id.antrean.servers.elasticmq;

import java.util.function.LongSupplier;
import org.apache.pekko.actor.setup.Setup;

/** Carries the clock to the mailboxes, which the actor system makes itself. */
final class ClockSetup extends Setup {

  private final LongSupplier clock;

  ClockSetup(LongSupplier clock) {
    this.clock = clock;
  }

  LongSupplier clock() {
    return clock;
  }
}
