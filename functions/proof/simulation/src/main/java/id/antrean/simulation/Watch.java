package id.antrean.simulation;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.counter.Line;
import id.antrean.domain.office.CalendarDay.Setting;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Sees every change of the world as it happens, tells it, and remembers what the rules need to know
 * of the past.
 */
final class Watch {
  private final Cast cast;
  private final Rules rules;
  private final Story story;
  private int steps;
  private final Map<ApplicationId, Application> applications = new HashMap<>();
  private final Map<SessionId, Session> sessions = new HashMap<>();
  private final Map<SessionId, Instant> lastFull = new HashMap<>();
  private final Map<LocalDate, Line> lines = new HashMap<>();
  private final Map<LocalDate, Setting> days = new HashMap<>();

  Watch(Cast cast, Rules rules, Story story) {
    this.cast = cast;
    this.rules = rules;
    this.story = story;
    cast.world().applications.all().forEach(it -> applications.put(it.id(), it));
    cast.world().seats.all().forEach(it -> sessions.put(it.id(), it));
    cast.world().counter.lines().forEach(it -> lines.put(it.date(), it));
    cast.world().calendar.settings().forEach(it -> days.put(it.plan().date(), it));
    noteFull();
  }

  /**
   * To be called after every step. What is stored is replaced, never changed: the same object is no
   * change.
   */
  @SuppressWarnings("ReferenceEquality")
  void look() {
    steps++;
    boolean changed = false;
    for (Session now : cast.world().seats.all()) {
      Session before = sessions.put(now.id(), now);
      if (before != null && before != now) {
        rules.sessionChanged(before, now, cast.world().time.instant());
        changed = true;
      }
    }
    for (Application now : cast.world().applications.all()) {
      Application before = applications.put(now.id(), now);
      if (before != null && before != now) {
        story.step(before, now);
        rules.applicationChanged(before, now, cast);
        changed = true;
      }
    }
    for (Line now : cast.world().counter.lines()) {
      Line before = lines.put(now.date(), now);
      if (before != null && before != now) {
        rules.lineChanged(before, now);
      }
    }
    for (Setting now : cast.world().calendar.settings()) {
      Setting before = days.put(now.plan().date(), now);
      if (before != null && before != now) {
        rules.dayChanged(before, now);
      }
    }
    if (changed) {
      cast.world().applications.all().forEach(it -> rules.always(it, cast.world()));
    }
    rules.answered(cast);
    rules.codes(cast);
    noteFull();
  }

  /** How many steps there were. */
  int steps() {
    return steps;
  }

  private void noteFull() {
    for (Session session : sessions.values()) {
      if (session.untaken() == 0) {
        lastFull.put(session.id(), cast.world().time.instant());
      }
    }
  }

  /** When a session was last seen without a free seat; long ago when it never was. */
  Instant lastFull(SessionId session) {
    return lastFull.getOrDefault(session, Instant.MIN);
  }
}
