package id.antrean.domain.booking;

import java.time.Instant;

/** Where a booking stands. What a state does not have cannot be asked of it. */
public sealed interface BookingState {

  /** No seat. Money may be here, while papers are missing. */
  record None() implements BookingState {}

  /**
   * A seat is held, the fee is to be paid.
   *
   * @param payBy the deadline the applicant was told, whole seconds
   */
  record Held(Seat seat, Instant payBy) implements Seated {}

  /** A seat is had, and was paid for. */
  record Confirmed(Seat seat) implements Seated {}

  /**
   * The person with that seat has come.
   *
   * @param at when
   */
  record CheckedIn(Seat seat, Instant at) implements Seated {}

  /** Paid, papers complete, without a seat: any free one can be picked without paying again. */
  record PaidWithoutSeat() implements BookingState {}

  /**
   * The visit has its outcome: its person may book again.
   *
   * @param seat which the visit had; it stays in its session, so that a served person's seat is not
   *     sold a second time on the same day
   */
  record Visited(Seat seat, Visit how) implements BookingState {}

  /** It was given up before it was paid. */
  record Cancelled() implements BookingState {}

  /** How a visit went. */
  enum Visit {
    COMPLETED,
    NO_SHOW
  }

  /** A seat is bound, and its person's guard with it. */
  sealed interface Seated extends BookingState {
    Seat seat();

    /** The same with its session made longer or shorter. */
    default Seated until(Instant endsAt) {
      return in(seat().until(endsAt));
    }

    /** The same in another seat. */
    default Seated in(Seat other) {
      return switch (this) {
        case Held(_, Instant payBy) -> new Held(other, other.deadline(payBy));
        case Confirmed _ -> new Confirmed(other);
        case CheckedIn(_, Instant at) -> new CheckedIn(other, at);
      };
    }
  }
}
