package id.antrean.payments;

import id.antrean.domain.payment.AskSenderLater;
import id.antrean.domain.payment.KeepNotification;
import id.antrean.domain.payment.NoticeId;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.Asking;
import id.antrean.domain.payment.WaitingNotice;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * When a sender that did not agree is asked again. One waiting notice has one message: what is
 * written on the notice is raised before the next message is sent, and a message that finds another
 * number there is a stray that does nothing.
 */
@Singleton
public final class AskSenderAgain {
  private static final List<Duration> WAITS =
      List.of(Asking.FIRST_WAIT, Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofDays(1));

  /**
   * A message that is late by this is lost, and the sweep sends another. Longer than a message that
   * failed stays hidden.
   */
  private static final Duration OVERDUE = Duration.ofMinutes(10);

  private final KeepNotification notifications;
  private final AskSenderLater queue;
  private final Clock clock;

  public AskSenderAgain(KeepNotification notifications, AskSenderLater queue, Clock clock) {
    this.notifications = notifications;
    this.queue = queue;
    this.clock = clock;
  }

  /** For a notice that was just kept. Throws {@link id.antrean.domain.Unavailable}. */
  void first(StoredNotification kept) {
    send(kept.notification().id(), 0, Asking.FIRST_WAIT);
  }

  /**
   * After its sender was asked and did not agree. A wait longer than the queue's is the sweep's.
   */
  void next(StoredNotification kept) {
    WaitingNotice.Kept waiting = kept.asWaiting();
    int asked = waiting.asked() + 1;
    Duration wait = WAITS.get(Math.min(asked, WAITS.size() - 1));
    boolean onQueue = wait.compareTo(AskSenderLater.LONGEST) <= 0;
    Duration untilDue = onQueue ? wait : wait.minus(OVERDUE);
    Asking next = new Asking(asked, clock.instant().plus(untilDue));
    if (notifications.postpone(waiting, next) && onQueue) {
      send(waiting.id(), asked, wait);
    }
  }

  /** Sends for those whose message is lost or was the sweep's; answers how many there were. */
  int sweep() {
    List<WaitingNotice.Kept> overdue =
        notifications.toBeAskedBefore(clock.instant().minus(OVERDUE));
    for (WaitingNotice.Kept waiting : overdue) {
      int asked = waiting.asked() + 1;
      if (notifications.postpone(waiting, new Asking(asked, clock.instant()))) {
        send(waiting.id(), asked, Duration.ZERO);
      }
    }
    return overdue.size();
  }

  private void send(NoticeId notice, int asked, Duration wait) {
    queue.later(new WaitingNotice.Kept(notice, asked), wait);
  }
}
