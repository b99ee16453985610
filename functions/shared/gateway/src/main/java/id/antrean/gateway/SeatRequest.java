package id.antrean.gateway;

import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.SessionId;
import id.antrean.gateway.Fields.Read;
import org.jspecify.annotations.Nullable;

/**
 * A client asks for a seat.
 *
 * @param session what is no session's id is an unknown session
 * @param ifVersion of the application; null for no condition
 */
public record SeatRequest(Outcome<SessionId> session, @Nullable IfVersion ifVersion) {
  private static final int LONGEST_ID = 64;

  /** The request's own body: a session, and nothing else. Faults of it end the request. */
  public static SeatRequest of(Request request) {
    FieldErrors errors = new FieldErrors();
    @Nullable IfVersion ifVersion = Preconditions.ifMatch(request, errors);
    Fields body = Fields.of(request, "application/json", errors);
    Read<String> sessionId = sessionId(body);
    body.nothingElse();
    errors.check();
    return new SeatRequest(session(sessionId), ifVersion);
  }

  /** A session's id as it is written in a body. */
  public static Read<String> sessionId(Fields body) {
    return body.text("sessionId", 1, LONGEST_ID);
  }

  /** Session ids are names out of the calendar: what is none is an unknown session. */
  public static Outcome<SessionId> session(Read<String> sessionId) {
    return SessionId.parse(sessionId.get())
        .<Outcome<SessionId>>map(Outcome::done)
        .orElseGet(() -> Outcome.refused(new Refusal.UnknownSession()));
  }
}
