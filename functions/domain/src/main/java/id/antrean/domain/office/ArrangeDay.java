package id.antrean.domain.office;

import java.time.Instant;

/**
 * Writes what an office wants of a day into its calendar. Seats are never touched: a hold that is
 * claimed at the same time is kept. Everything here may be repeated, and throws {@link
 * id.antrean.domain.Unavailable}.
 */
public interface ArrangeDay {

  /** Puts a plan in force, with who wanted it, and answers it with its revision. */
  CalendarDay.Setting putInForce(OfficeId office, DayPlan plan, Planner by, Instant at);

  /**
   * Makes a session what the plan of that revision says, or changes it to that. Nothing happens if
   * a later setting has been at the session.
   */
  void offer(Session planned, int revision);

  /**
   * The session takes no new holds and keeps its taken seats. Nothing happens if a later setting
   * has been at the session.
   */
  void close(SessionId session, int revision);

  /**
   * Who sets a day, as it is kept on record.
   *
   * @param role of the person at the office
   * @param name subject of their token
   */
  record Planner(String role, String name) {}
}
