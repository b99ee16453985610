package id.antrean.domain.office;

import java.util.List;

/**
 * Has a closure, or its taking back, carried out session by session: each by itself, so that no
 * number of bookings is too many, and what was interrupted goes on. Throws {@link
 * id.antrean.domain.Unavailable}.
 */
public interface SpreadClosure {

  /** Looks for the sessions that it is about, and then does the same as the other. */
  void spread(Closure closure);

  /** Works on those sessions. */
  void on(Closure closure, List<SessionId> sessions);
}
