package id.antrean.offices.closure;

import id.antrean.aws.calendar.ClosureMessages;
import id.antrean.domain.office.SessionId;
import id.antrean.gateway.QueueMessage;
import id.antrean.gateway.ReadMessage;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Messages about closures: each is carried out, everywhere or in one session. */
@Singleton
public final class ClosuresOnTheQueue implements ReadMessage {
  private final CarryOutClosure carryOut;

  public ClosuresOnTheQueue(CarryOutClosure carryOut) {
    this.carryOut = carryOut;
  }

  @Override
  public Optional<List<Task>> read(QueueMessage message) {
    String requestId = ClosureMessages.requestId(message.body()).orElse(message.id());
    return ClosureMessages.read(message.body())
        .map(
            asked ->
                List.of(
                    Task.of(
                        message.errand(requestId).with("closure", asked.closure().value()),
                        () -> carryOut(asked))));
  }

  private void carryOut(ClosureMessages.Asked asked) {
    SessionId session = asked.session();
    if (session == null) {
      carryOut.everywhere(asked.office(), asked.closure());
    } else {
      carryOut.in(asked.office(), asked.closure(), session);
    }
  }
}
