package id.antrean.memory;

import id.antrean.domain.payment.AskSenderLater;
import id.antrean.domain.payment.WaitingNotice;
import java.time.Duration;

/** The queue of notifications that are taken up again. */
public final class MemoryNotifications implements AskSenderLater {
  public final MemoryQueue<WaitingNotice> queue;
  private final Calls calls;

  MemoryNotifications(Calls calls, MovableTime time) {
    this.queue = new MemoryQueue<>(time);
    this.calls = calls;
  }

  @Override
  public void later(WaitingNotice notice, Duration wait) {
    calls.make("later", () -> queue.send(notice, wait));
  }
}
