package id.antrean.domain.seat;

import id.antrean.domain.office.ClosureId;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps sessions closed for a closure, and remembers who lost a seat by one. Everything here may be
 * repeated, and throws {@link id.antrean.domain.Unavailable}.
 */
public interface CloseSeats {

  /**
   * From now on the session takes no holds, whatever its day is set to: no claim succeeds after it.
   * As it stands then; empty where there is none.
   */
  Optional<Session> close(SessionId session, ClosureId closure);

  /**
   * That closure keeps the session closed no more. As it stands then; empty where there is none.
   *
   * @param planned whether its day has it, so that it is open where no other closes it
   */
  Optional<Session> open(SessionId session, ClosureId closure, boolean planned);

  /** Remembers that a seat that was paid for was lost, before it is. */
  void noteDisplaced(SessionId session, HoldId hold);

  /** Who lost a seat that was paid for and was not looked after since. */
  Set<HoldId> displaced(SessionId session);

  /** That one is looked after. */
  void forgetDisplaced(SessionId session, HoldId hold);
}
