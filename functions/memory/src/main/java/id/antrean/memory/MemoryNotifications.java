package id.antrean.memory;

import id.antrean.domain.payment.AskAgainLater;
import id.antrean.domain.payment.RawNotification;
import java.time.Duration;

/** The queue of notifications that are taken up again. */
public final class MemoryNotifications implements AskAgainLater {
  private static final Duration A_WHILE = Duration.ofMinutes(1);

  public final MemoryQueue<RawNotification> queue;
  private final Calls calls;

  MemoryNotifications(Calls calls, MovableTime time) {
    this.queue = new MemoryQueue<>(time);
    this.calls = calls;
  }

  @Override
  public void later(RawNotification notification) {
    calls.make("later", () -> queue.send(notification, A_WHILE));
  }
}
