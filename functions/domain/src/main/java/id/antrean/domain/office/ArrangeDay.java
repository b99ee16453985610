package id.antrean.domain.office;

import id.antrean.domain.OfficeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what an office wants of a day into its calendar. Seats are never touched: a hold that is
 * claimed at the same time is kept. Everything here may be repeated, and throws {@link
 * id.antrean.domain.Unavailable}.
 */
public interface ArrangeDay {

  /**
   * Puts a plan in force, with who wanted it and what it replaces on record, while the day stands
   * as it was read.
   *
   * @param before what is in force; null while nobody has laid the day out
   */
  Placing putInForce(
      OfficeId office, DayPlan plan, Planner by, Instant at, CalendarDay.@Nullable Setting before);

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
   * Whoever put those revisions in force has nothing left to write: the sessions are as the latest
   * says.
   *
   * @param revisions one at least
   */
  void finished(OfficeId office, LocalDate date, Set<Integer> revisions);

  /** What became of a plan. */
  sealed interface Placing {}

  /** It is in force at that revision. */
  record InForce(CalendarDay.Setting setting) implements Placing {}

  /** The day stands at another version than it was to: nothing was changed. */
  record Overtaken(int version) implements Placing {}

  /**
   * Who sets a day, as it is kept on record.
   *
   * @param role of the person at the office
   * @param name subject of their token
   */
  record Planner(String role, String name) {

    /** The calendar itself, which knows weeks and holidays, and gives way to every officer. */
    public static final Planner CALENDAR = new Planner("service", "calendar");
  }
}
