package id.antrean.domain.booking;

import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.SessionId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A seat that is bound to an application.
 *
 * @param hold the entry in the session's set of seats
 * @param payBy the deadline the applicant was told, whole seconds; null once paid
 */
public record SeatBooking(
    SessionId session,
    HoldId hold,
    Instant startsAt,
    Instant endsAt,
    ZoneId zone,
    @Nullable Instant payBy) {

  public boolean is(SessionId otherSession, HoldId otherHold) {
    return session.equals(otherSession) && hold.equals(otherHold);
  }

  /** The same seat in a session that the office made longer or shorter. */
  public SeatBooking until(Instant newEnd) {
    return new SeatBooking(session, hold, startsAt, newEnd, zone, payBy);
  }

  /** Until when it stands in the way of another booking, if nobody says how the visit went. */
  public ZonedDateTime guardedUntil(int daysAfterVisit) {
    return session.date().plusDays(daysAfterVisit + 1L).atStartOfDay(zone);
  }

  /** The moment from which on it is the day of the visit, at the office. */
  public Instant dayBegins() {
    return session.date().atStartOfDay(zone).toInstant();
  }

  /** The same seat with nothing left to pay. */
  public SeatBooking paid() {
    return new SeatBooking(session, hold, startsAt, endsAt, zone, null);
  }
}
