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

  /** The person with that seat has come. */
  record CheckedIn(Seat seat) implements Seated {}

  /** Paid, papers complete, without a seat: any free one can be picked without paying again. */
  record PaidWithoutSeat() implements BookingState {}

  /** It has its end. */
  record Over(Ending how) implements BookingState {}

  /** How a booking ends. */
  enum Ending {
    COMPLETED,
    NO_SHOW,
    CANCELLED
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
        case Held(_, Instant payBy) -> new Held(other, payBy);
        case Confirmed _ -> new Confirmed(other);
        case CheckedIn _ -> new CheckedIn(other);
      };
    }
  }
}
