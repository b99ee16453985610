package id.antrean.offices;

import id.antrean.domain.OfficeId;
import id.antrean.domain.Unavailable;
import id.antrean.domain.office.ArrangeDay.Planner;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.memory.Calls;
import id.antrean.memory.Faults;
import id.antrean.memory.MemoryCalendar;
import id.antrean.memory.MemorySeats;
import id.antrean.memory.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** The stores in memory, with every call of the calendar counted, and what a test does between. */
final class CalendarInMemory implements Calls {
  private static final Set<String> QUERIES = Set.of("month", "laid out");
  private static final Set<String> WRITES = Set.of("lay out", "plan", "offer", "close", "finished");

  final World world;

  /** What is to happen at the next call of a port, by its name. */
  final Faults faults = new Faults();

  private final Deque<Runnable> beforeNextWrites = new ArrayDeque<>();
  private int queries;
  private int writes;
  private int writesUntilCrash = Integer.MAX_VALUE;

  CalendarInMemory(Instant now) {
    world = new World(now, this);
  }

  @Override
  public <T> T make(String port, Supplier<T> work) {
    if (WRITES.contains(port)) {
      happeningBeforeWrite().run();
    }
    return oneAtATime(port, work);
  }

  private synchronized Runnable happeningBeforeWrite() {
    return Objects.requireNonNullElse(beforeNextWrites.poll(), () -> {});
  }

  /** Days are laid out by several threads at once; a store takes one write after another. */
  private synchronized <T> T oneAtATime(String port, Supplier<T> work) {
    if (QUERIES.contains(port)) {
      queries++;
    } else if (WRITES.contains(port)) {
      countWrite();
    }
    return faults.make(port, work);
  }

  private void countWrite() {
    if (writes >= writesUntilCrash) {
      throw new Unavailable("the process is gone");
    }
    writes++;
  }

  MemoryCalendar days() {
    return world.calendar;
  }

  MemorySeats months() {
    return world.seats;
  }

  /** A claim: the hold enters the set, whatever else happens. */
  void claim(SessionId id, HoldId hold) {
    Session session = world.see(id);
    Collection<HoldId> seats = new HashSet<>(session.seats());
    seats.add(hold);
    world.has(session.seating(Set.copyOf(seats), session.lastClaimAt()));
  }

  Session session(SessionId id) {
    return world.see(id);
  }

  List<SessionId> openOn(LocalDate date) {
    return world.seats.all().stream()
        .filter(it -> it.id().date().equals(date) && it.state() == Session.State.OPEN)
        .map(Session::id)
        .sorted(Comparator.comparing(SessionId::toString))
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

  int queries() {
    return queries;
  }

  int writes() {
    return writes;
  }

  Planner plannerOf(OfficeId office, LocalDate date) {
    return world.calendar.plannerOf(office, date).orElseThrow();
  }
}
