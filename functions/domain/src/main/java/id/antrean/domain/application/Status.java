package id.antrean.domain.application;

/** Where an application stands. The walk between them is drawn in infra/README.md. */
public enum Status {
  /** Papers are missing. */
  DRAFT,
  /** All papers are verified: a seat can be held. */
  READY,
  /** A seat is held, the fee is not paid. */
  AWAITING_PAYMENT,
  /** Paid, with a seat. */
  CONFIRMED,
  /** Paid, without a seat: any free one can be picked without paying again. */
  PAID_UNSCHEDULED,
  CHECKED_IN,
  COMPLETED,
  NO_SHOW,
  CANCELLED;

  /** Whether a seat is bound to the application in this status, and its person's guard with it. */
  public boolean live() {
    return switch (this) {
      case AWAITING_PAYMENT, CONFIRMED, CHECKED_IN -> true;
      case DRAFT, READY, PAID_UNSCHEDULED, COMPLETED, NO_SHOW, CANCELLED -> false;
    };
  }
}
