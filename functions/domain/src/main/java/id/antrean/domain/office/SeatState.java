package id.antrean.domain.office;

/** What somebody looking for a seat needs to know of a session or of a whole day. */
public enum SeatState {
  /** A seat can be held now. */
  OPEN,
  /** It takes holds, and every seat is taken. */
  FULL,
  /** It takes no holds: the office closed it or its lane, or its cut-off has passed. */
  CLOSED,
  /** Holds are taken from its opening on. */
  NOT_YET_OPEN,
  /** It has begun. */
  PAST
}
