package id.antrean.domain.seat;

import id.antrean.domain.Unavailable;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.SessionId;

/** Makes a seat free again. Only for a hold that is not bound and can never be bound any more. */
public interface FreeSeat {

  /**
   * Takes the hold out of the session's set. Repeating it changes nothing. Throws {@link
   * Unavailable}.
   */
  void free(SessionId session, HoldId hold);

  /**
   * The same where the hold's armed message is on its way: if the store does not answer at once,
   * the message frees the seat later, and whatever was asked for is done all the same. Nobody is
   * kept waiting for it.
   */
  default void freeNowOrByMessage(SessionId session, HoldId hold) {
    try {
      free(session, hold);
    } catch (Unavailable byMessage) {
      return;
    }
  }
}
