package id.antrean.domain.seat;

import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import java.util.Optional;

/** Looks at a session's seats. */
public interface FindSeats {

  /** The session as it stands now, strongly consistent. */
  Optional<Session> find(SessionId session);

  /** Whether everybody in the session has paid; may lag a moment behind. */
  boolean allPaid(Session session);
}
