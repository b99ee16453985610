package id.antrean.expiry;

import id.antrean.aws.deadlines.HoldMessages;
import id.antrean.gateway.QueueMessage;
import id.antrean.gateway.ReadMessage;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Messages about holds: each hold is looked after. */
@Singleton
final class HoldsOnTheQueue implements ReadMessage {
  private final LookAfterHold lookAfter;

  HoldsOnTheQueue(LookAfterHold lookAfter) {
    this.lookAfter = lookAfter;
  }

  @Override
  public Optional<List<Task>> read(QueueMessage message) {
    String requestId = HoldMessages.requestId(message.body()).orElse(message.id());
    return HoldMessages.read(message.body())
        .map(
            hold ->
                List.of(
                    Task.of(
                        message.errand(requestId).about(hold.hold().application().value()),
                        () -> lookAfter.on(hold))));
  }
}
