package id.antrean.domain.seat;

import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.SessionId;
import java.time.Instant;

/** Starts the timer that sends a hold's message when it is due. */
public interface StartTimer {

  /**
   * The hold's message arrives at that moment or soon after. Named by the hold, so that a repeat
   * starts nothing.
   *
   * @return false when the timer could not be started; somebody else has to keep the time then
   */
  boolean start(HoldId hold, SessionId session, Instant at);
}
