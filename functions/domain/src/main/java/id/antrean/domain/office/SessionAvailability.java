package id.antrean.domain.office;

import java.time.Instant;

/**
 * What can be held in a session at a moment.
 *
 * @param free how many seats can be held at that moment: none unless the state is OPEN
 */
public record SessionAvailability(Session session, SeatState state, int free) {

  /**
   * The rules, the first that applies counts: a session that has begun is past, whatever else, and
   * one for walk-ins when its day is over; the office's word, a lane in which it makes no passport,
   * and the cut-off close it; a seat that can be held opens it; else what is released later, and
   * only then is it full. Each moment named is the first at which the rule applies.
   */
  static SessionAvailability of(Session session, Office office, Instant now) {
    SeatState state = state(session, office, now);
    return new SessionAvailability(session, state, state == SeatState.OPEN ? session.free(now) : 0);
  }

  private static SeatState state(Session session, Office office, Instant now) {
    if (isOver(session, now)) {
      return SeatState.PAST;
    }
    if (session.state() == Session.State.CLOSED
        || !office.offers(session.id().lane())
        || isCutOff(session, office, now)) {
      return SeatState.CLOSED;
    }
    if (session.free(now) > 0) {
      return SeatState.OPEN;
    }
    return session.opensNext(now).isPresent() ? SeatState.NOT_YET_OPEN : SeatState.FULL;
  }

  /** Walk-ins are taken as long as the day lasts. */
  private static boolean isOver(Session session, Instant now) {
    SessionId id = session.id();
    Instant over =
        id.lane().isForApplicants() ? session.startsAt() : id.dayEnds(session.zone()).toInstant();
    return !now.isBefore(over);
  }

  private static boolean isCutOff(Session session, Office office, Instant now) {
    SessionId id = session.id();
    return id.lane().isForApplicants() && !now.isBefore(office.cutOff(id.date()));
  }
}
