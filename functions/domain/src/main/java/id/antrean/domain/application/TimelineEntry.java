package id.antrean.domain.application;

import id.antrean.domain.Actor;
import java.time.Instant;
import java.util.Map;

/**
 * One thing that happened to an application, kept in the same write that did it.
 *
 * @param role and name of the actor
 * @param details what the sentence for the reader needs; no personal data
 */
public record TimelineEntry(
    Instant at, Event event, String role, String name, Map<String, String> details) {

  public TimelineEntry {
    details = Map.copyOf(details);
  }

  static TimelineEntry of(Instant at, Event event, Actor actor, Map<String, String> details) {
    return new TimelineEntry(at, event, actor.role(), actor.name(), details);
  }

  /** What can happen. */
  public enum Event {
    REGISTERED,
    IDENTITY_CHECKED,
    CORRECTED,
    DOCUMENT_DECLARED,
    DOCUMENT_VERIFIED,
    DOCUMENT_REJECTED,
    DOCUMENT_REMOVED,
    SEAT_HELD,
    SEAT_MOVED,
    SEAT_GIVEN_BACK,
    SEAT_RESCHEDULED,
    HOLD_EXPIRED,
    BOOKING_REPAIRED,
    PAYMENT_RECEIVED,
    /** Money came that settles nothing: it is kept, and somebody looks after it. */
    PAYMENT_KEPT,
    /** Money was taken back by whoever brought it. */
    PAYMENT_RETURNED,
    SEAT_CHOSEN,
    SESSION_CHANGED,
    BOOKING_REOPENED,
    CANCELLED
  }
}
