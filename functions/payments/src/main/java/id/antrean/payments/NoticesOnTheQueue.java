package id.antrean.payments;

import id.antrean.aws.payments.SqsAskSenderLater;
import id.antrean.gateway.QueueMessage;
import id.antrean.gateway.ReadMessage;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Messages about notifications that wait: each is taken up again. */
@Singleton
final class NoticesOnTheQueue implements ReadMessage {
  private final SettleLater settle;

  NoticesOnTheQueue(SettleLater settle) {
    this.settle = settle;
  }

  @Override
  public Optional<List<Task>> read(QueueMessage message) {
    String requestId = SqsAskSenderLater.requestId(message.body()).orElse(message.id());
    return SqsAskSenderLater.read(message.body())
        .map(
            notice ->
                List.of(
                    new Task(
                        message.errand(requestId),
                        () -> settle.takeUp(notice) ? Ending.DONE : Ending.NOT_UNDERSTOOD)));
  }
}
