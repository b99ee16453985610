package id.antrean.domain.booking;

import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.SessionId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A seat that is bound to an application.
 *
 * @param hold the entry in the session's set of seats
 * @param zone its office's
 */
public record Seat(SessionId session, HoldId hold, Instant startsAt, Instant endsAt, ZoneId zone) {

  public boolean is(SessionId otherSession, HoldId otherHold) {
    return session.equals(otherSession) && hold.equals(otherHold);
  }

  /** The same seat in a session that the office made longer or shorter. */
  public Seat until(Instant newEnd) {
    return new Seat(session, hold, startsAt, newEnd, zone);
  }

  /** Until when it stands in the way of another booking, if nobody says how the visit went. */
  public ZonedDateTime guardedUntil(int daysAfterVisit) {
    return session.date().plusDays(daysAfterVisit + 1L).atStartOfDay(zone);
  }

  /**
   * That deadline, but no later than the end of the seat's day: nobody pays for one that is over.
   */
  public Instant deadline(Instant payBy) {
    return session.withinItsDay(payBy, zone);
  }

  /** The moment from which on the day of the visit is over, at the office. */
  public Instant dayEnds() {
    return session.dayEnds(zone).toInstant();
  }

  /** The moment from which on it is the day of the visit, at the office. */
  public Instant dayBegins() {
    return session.date().atStartOfDay(zone).toInstant();
  }
}
