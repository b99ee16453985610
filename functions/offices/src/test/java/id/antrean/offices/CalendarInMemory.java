package id.antrean.offices;

import id.antrean.domain.Unavailable;
import id.antrean.domain.booking.HoldId;
import id.antrean.domain.office.ArrangeDay;
import id.antrean.domain.office.CalendarDay;
import id.antrean.domain.office.CalendarDay.Setting;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.FindDay;
import id.antrean.domain.office.FindMonth;
import id.antrean.domain.office.LayOutDay;
import id.antrean.domain.office.OfficeId;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The sessions table's promises: each write alone is whole, conditions hold at the moment of the
 * write, and seats are nobody's here to write. Between any two writes something else may be let
 * happen.
 */
final class CalendarInMemory implements FindMonth, FindDay, ArrangeDay, LayOutDay {
  private final Map<SessionId, Session> sessions = new HashMap<>();
  private final Map<SessionId, Integer> revisions = new HashMap<>();
  private final Map<LocalDate, Setting> settings = new HashMap<>();
  private final Deque<Runnable> beforeNextWrites = new ConcurrentLinkedDeque<>();
  private int queries;
  private int writes;
  private int writesUntilCrash = Integer.MAX_VALUE;
  private Optional<Planner> lastPlanner = Optional.empty();

  @Override
  public synchronized List<Session> find(OfficeId office, YearMonth month) {
    queries++;
    return sessions.values().stream()
        .filter(it -> it.id().office().equals(office) && it.id().month().equals(month))
        .toList();
  }

  @Override
  public synchronized CalendarDay find(OfficeId office, LocalDate date) {
    return new CalendarDay(
        Optional.ofNullable(settings.get(date)),
        sessions.values().stream().filter(it -> it.id().date().equals(date)).toList());
  }

  @Override
  public synchronized Set<LocalDate> laidOut(OfficeId office, YearMonth month) {
    queries++;
    return settings.keySet().stream()
        .filter(date -> YearMonth.from(date).equals(month))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean layOut(OfficeId office, DayPlan plan, List<Session> planned, Instant at) {
    letHappen();
    synchronized (this) {
      countWrite();
      if (settings.containsKey(plan.date())
          || planned.stream().anyMatch(it -> sessions.containsKey(it.id()))) {
        return false;
      }
      settings.put(plan.date(), new Setting(plan, 1));
      planned.forEach(it -> sessions.put(it.id(), it));
      return true;
    }
  }

  @Override
  public Setting putInForce(OfficeId office, DayPlan plan, Planner by, Instant at) {
    letHappen();
    synchronized (this) {
      countWrite();
      Setting former = settings.get(plan.date());
      Setting setting = new Setting(plan, former == null ? 1 : former.revision() + 1);
      settings.put(plan.date(), setting);
      lastPlanner = Optional.of(by);
      return setting;
    }
  }

  @Override
  public void offer(Session planned, int revision) {
    letHappen();
    synchronized (this) {
      countWrite();
      change(planned.id(), revision, former -> withSeats(planned, former.seats()), planned);
    }
  }

  @Override
  public void close(SessionId session, int revision) {
    letHappen();
    synchronized (this) {
      countWrite();
      Session former = sessions.get(session);
      if (former != null) {
        change(session, revision, CalendarInMemory::closed, former);
      }
    }
  }

  private void change(
      SessionId id, int revision, UnaryOperator<Session> change, Session otherwise) {
    if (revisions.getOrDefault(id, 0) <= revision) {
      sessions.put(id, change.apply(sessions.getOrDefault(id, otherwise)));
      revisions.put(id, revision);
    }
  }

  private void letHappen() {
    Runnable meanwhile = beforeNextWrites.poll();
    if (meanwhile != null) {
      meanwhile.run();
    }
  }

  private void countWrite() {
    if (writes >= writesUntilCrash) {
      throw new Unavailable("the process is gone");
    }
    writes++;
  }

  // ---- What tests do and see ----

  synchronized void put(Session session) {
    sessions.put(session.id(), session);
  }

  /** A claim: the hold enters the set, whatever else happens. */
  synchronized void claim(SessionId id, HoldId hold) {
    Session session = session(id);
    Set<HoldId> seats = new HashSet<>(session.seats());
    seats.add(hold);
    sessions.put(id, withSeats(session, seats));
  }

  synchronized Session session(SessionId id) {
    return Optional.ofNullable(sessions.get(id)).orElseThrow();
  }

  synchronized List<SessionId> openOn(LocalDate date) {
    return sessions.values().stream()
        .filter(it -> it.id().date().equals(date) && it.state() == Session.State.OPEN)
        .map(Session::id)
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .toList();
  }

  /** Lets things happen before the coming writes, one before each. */
  void beforeNextWrites(Runnable... happenings) {
    beforeNextWrites.addAll(List.of(happenings));
  }

  void crashAfter(int moreWrites) {
    writesUntilCrash = writes + moreWrites;
  }

  void restart() {
    writesUntilCrash = Integer.MAX_VALUE;
  }

  synchronized int queries() {
    return queries;
  }

  synchronized int writes() {
    return writes;
  }

  Planner lastPlanner() {
    return lastPlanner.orElseThrow();
  }

  private static Session withSeats(Session session, Set<HoldId> seats) {
    return new Session(
        session.id(),
        session.zone(),
        session.length(),
        session.quota(),
        session.state(),
        session.opensAt(),
        seats,
        session.lastClaimAt());
  }

  private static Session closed(Session session) {
    return new Session(
        session.id(),
        session.zone(),
        session.length(),
        session.quota(),
        Session.State.CLOSED,
        session.opensAt(),
        session.seats(),
        session.lastClaimAt());
  }
}
