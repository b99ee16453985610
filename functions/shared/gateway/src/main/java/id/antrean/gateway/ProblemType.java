package id.antrean.gateway;

import java.util.Locale;

/**
 * What can go wrong, with the status that it is answered by. The contract writes {@code SOLD_OUT}
 * as {@code /problems/sold-out}.
 */
public enum ProblemType {
  VALIDATION(400),
  UNAUTHENTICATED(401),
  FORBIDDEN(403),
  NOT_FOUND(404),
  UNKNOWN_SESSION(404),
  ALREADY_CHECKED_IN(409),
  ALREADY_PAID(409),
  ALREADY_RESOLVED(409),
  IDENTITY(409),
  LINE_FULL(409),
  LOCKED(409),
  NIK_HAS_BOOKING(409),
  NOBODY_WAITS(409),
  NOT_OFFERED(409),
  NOT_OPEN_YET(409),
  NOT_PAID(409),
  NOT_READY(409),
  OTHER_BILL(409),
  OTHER_FEE(409),
  OVERTAKEN(409),
  PAUSE(409),
  RESCHEDULE_LIMIT(409),
  SESSION_CLOSED(409),
  SOLD_OUT(409),
  TICKET_FORGED(409),
  TICKET_VOID(409),
  TOO_EARLY(409),
  TOO_LATE(409),
  TOO_MANY_HOLDS(409),
  WRONG_DAY(409),
  WRONG_OFFICE(409),
  WRONG_STATUS(409),
  STALE(412),
  TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  KEY_REUSED(422),
  TOO_MANY_REQUESTS(429),
  UNAVAILABLE(503);

  private final int status;

  ProblemType(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }

  /** As it is written to clients, relative to the API. */
  public String uri() {
    return "/problems/" + word();
  }

  /** As its sentences are named. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
