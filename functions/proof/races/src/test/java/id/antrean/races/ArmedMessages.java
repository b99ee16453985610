package id.antrean.races;

import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.ArmHold;
import id.antrean.domain.seat.HoldMessage;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** The messages about holds that are on their way. They arrive when a test says so. */
final class ArmedMessages implements ArmHold {
  private final Queue<HoldMessage> underWay = new ConcurrentLinkedQueue<>();

  @Override
  public void arm(HoldId hold, SessionId session) {
    underWay.add(new HoldMessage(hold, session));
  }

  @Override
  public void armExchange(HoldId hold, SessionId session, HoldMessage.Left left) {
    underWay.add(new HoldMessage(hold, session, left));
  }

  @Override
  public void armAfter(HoldId hold, SessionId session, Duration delay) {
    arm(hold, session);
  }

  /** All that are under way now arrive; those sent meanwhile stay. */
  void arrive(Consumer<HoldMessage> receiver) {
    for (int left = underWay.size(); left > 0; left--) {
      receiver.accept(underWay.remove());
    }
  }
}
