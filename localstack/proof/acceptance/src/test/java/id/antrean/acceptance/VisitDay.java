package id.antrean.acceptance;

import id.antrean.acceptance.people.Officer;
import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A day at an office on which nobody else comes: the day after tomorrow when it is made, so that
 * seats can still be had in it, and today once the clock was moved there. That every test moves the
 * clock to its own keeps the lines of all apart.
 */
final class VisitDay {
  private static final int DAYS_AHEAD = 2;

  private final Stack stack;
  private final String office;
  private final ZoneId zone;
  private final LocalDate date;
  private final List<OpenSession> sessions = new ArrayList<>();

  private VisitDay(Stack stack, String office) {
    this.stack = stack;
    this.office = office;
    this.zone = ZoneId.of(stack.visitor().looksAtOffice(office).accepted().getString("zone"));
    this.date = stack.sandbox().now().atZoneSameInstant(zone).toLocalDate().plusDays(DAYS_AHEAD);
  }

  static VisitDay at(String office, Stack stack) {
    return new VisitDay(stack, office);
  }

  LocalDate date() {
    return date;
  }

  Officer officer() {
    return stack.officer(office);
  }

  Officer supervisor() {
    return stack.supervisor(office);
  }

  /** A session from five in the afternoon, when no other test opens one. */
  OpenSession opens(int quota) {
    return opens("17:00", "REGULAR", quota);
  }

  /** Another session beside those that are open. */
  OpenSession opens(String start, String lane, int quota) {
    OpenSession session = new OpenSession(office, date, start, lane, quota);
    sessions.add(session);
    officer().sets(sessions.toArray(OpenSession[]::new));
    return session;
  }

  /** Somebody new with a seat that is paid for. */
  PassportApplication expects(OpenSession session) {
    return stack.confirmed(session);
  }

  /** The day has come, and it is that time at the office. */
  void comes(String time) {
    passUntil(at(time));
  }

  /** The day has ended there, and what is done by schedule was done. */
  void isOver() {
    passUntil(date.plusDays(1).atStartOfDay(zone).toOffsetDateTime());
    // What is done every hour has its turn within the next.
    stack.sandbox().letPass(Duration.ofHours(1));
  }

  OffsetDateTime at(String time) {
    return date.atTime(LocalTime.parse(time)).atZone(zone).toOffsetDateTime();
  }

  /** Where that moment has begun already, there is nothing to wait for. */
  void passUntil(OffsetDateTime moment) {
    Duration left = Duration.between(stack.sandbox().now(), moment);
    if (left.isPositive()) {
      stack.sandbox().letPass(left);
    }
  }
}
