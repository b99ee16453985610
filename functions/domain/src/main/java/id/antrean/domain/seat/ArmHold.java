package id.antrean.domain.seat;

import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.SessionId;
import java.time.Duration;

/** Sends the message that will look after a hold, whatever happens to whoever sent it. */
public interface ArmHold {

  /** The message arrives after the arm delay. From here on a crash repairs itself. */
  void arm(HoldId hold, SessionId session);

  /**
   * The same for a seat that is to be taken in exchange for another: one message looks after both,
   * whichever of them is left over.
   */
  void armExchange(HoldId hold, SessionId session, HoldMessage.Left left);

  /** The message arrives after that delay, whole seconds, at most the longest a queue can wait. */
  void armAfter(HoldId hold, SessionId session, Duration delay);
}
