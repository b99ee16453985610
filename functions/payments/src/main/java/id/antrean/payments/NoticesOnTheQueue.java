package id.antrean.payments;

import id.antrean.aws.payments.SqsAskSenderLater;
import id.antrean.domain.payment.WaitingNotice;
import id.antrean.gateway.QueueMessage;
import id.antrean.gateway.ReadMessage;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Messages about notifications that wait: each is taken up again. One that may hold money and is
 * not understood is given back to the queue, until it is among the dead letters: a version that
 * knows it may come.
 */
@Singleton
final class NoticesOnTheQueue implements ReadMessage {
  private final SettleLater settle;

  NoticesOnTheQueue(SettleLater settle) {
    this.settle = settle;
  }

  @Override
  public Optional<List<Task>> read(QueueMessage message) {
    String requestId = SqsAskSenderLater.requestId(message.body()).orElse(message.id());
    Optional<WaitingNotice> notice = SqsAskSenderLater.read(message.body());
    return Optional.of(
        List.of(new Task(message.errand(requestId), () -> takeUp(notice.orElse(null)))));
  }

  private Ending takeUp(@Nullable WaitingNotice notice) {
    return switch (notice) {
      case null -> throw new IllegalStateException("a message is no notice that is known here");
      case WaitingNotice.Captured captured -> {
        if (!settle.takeUp(captured)) {
          throw new IllegalStateException("a captured notice is of no sender that is known here");
        }
        yield Ending.DONE;
      }
      case WaitingNotice.Kept kept -> settle.takeUp(kept) ? Ending.DONE : Ending.NOT_UNDERSTOOD;
    };
  }
}
