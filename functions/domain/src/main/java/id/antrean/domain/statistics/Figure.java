package id.antrean.domain.statistics;

/** What is counted. The contract says of each what it means to an office. */
public enum Figure {
  /** Seats that were held unpaid anew. */
  HELD("held"),
  /** Payments that settled a bill. */
  PAID("paid"),
  /** Unpaid holds that ran out. */
  EXPIRED("expired"),
  /** Bookings that went to another session, counted where they left. */
  MOVED("moved"),
  /** Applications that were cancelled with a seat. */
  CANCELLED("cancelled"),
  /** Seats that were taken, for whatever reason: held, chosen, moved to. */
  SEATS_TAKEN("seatsTaken"),
  /** Seats that came free again, for whatever reason. */
  SEATS_RETURNED("seatsReturned"),
  /** People who came. */
  CHECKED_IN("checkedIn"),
  /** People who were served. */
  COMPLETED("completed"),
  /** People who did not come. */
  NO_SHOW("noShow"),
  /** People who came, and have to come again. */
  COMES_AGAIN("comesAgain"),
  /** People who were called to a desk before they were let go. */
  CALLED("called"),
  /** How long those waited from coming in to being called, in all. */
  WAITED_SECONDS("waitedSeconds");

  private final String text;

  Figure(String text) {
    this.text = text;
  }

  /** As it is written in answers and in the store. */
  public String text() {
    return text;
  }
}
