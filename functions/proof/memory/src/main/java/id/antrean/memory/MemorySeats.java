package id.antrean.memory;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.application.FindAppointments;
import id.antrean.domain.office.ClosureId;
import id.antrean.domain.office.FindMonth;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.ClaimSeat;
import id.antrean.domain.seat.CloseSeats;
import id.antrean.domain.seat.FindSeats;
import id.antrean.domain.seat.FreeSeat;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Sessions and their seats. */
public final class MemorySeats implements ClaimSeat, FreeSeat, FindSeats, FindMonth, CloseSeats {
  private final Calls calls;
  private final FindAppointments appointments;
  private final Map<SessionId, Session> sessions = new LinkedHashMap<>();

  private final Map<SessionId, Set<HoldId>> displaced = new HashMap<>();

  MemorySeats(Calls calls, FindAppointments appointments) {
    this.calls = calls;
    this.appointments = appointments;
  }

  void put(Session session) {
    sessions.put(session.id(), session);
  }

  public Collection<Session> all() {
    return Collections.unmodifiableCollection(sessions.values());
  }

  boolean knows(SessionId id) {
    return sessions.containsKey(id);
  }

  public Session see(SessionId id) {
    return Optional.ofNullable(sessions.get(id)).orElseThrow();
  }

  /** Changes a session if there is one, leaving to the change what it keeps. */
  void change(SessionId id, UnaryOperator<Session> change) {
    sessions.computeIfPresent(id, (key, session) -> change.apply(session));
  }

  /** A session as planned, with the seats that are taken in it already. */
  void offer(Session planned) {
    Session known = sessions.get(planned.id());
    put(known == null ? planned : keptClosed(known, planned));
  }

  /** Whatever its day is set to. */
  private static Session keptClosed(Session known, Session planned) {
    Session offered = planned.seating(known.seats(), known.lastClaimAt());
    for (ClosureId closure : known.closures()) {
      offered = offered.closedBy(closure);
    }
    return offered;
  }

  @Override
  public Claim claim(SessionId id, HoldId hold, Instant at) {
    return calls.make("claim", () -> claimed(id, hold, at));
  }

  private Claim claimed(SessionId id, HoldId hold, Instant at) {
    Session session = sessions.get(id);
    if (session == null) {
      return new Unknown();
    }
    if (session.seats().contains(hold)) {
      return new Claimed(session);
    }
    if (session.state() == Session.State.CLOSED || session.free(at) == 0) {
      return new Refused(session);
    }
    Set<HoldId> seats = new HashSet<>(session.seats());
    seats.add(hold);
    Session after = session.seating(seats, at);
    sessions.put(id, after);
    return new Claimed(after);
  }

  @Override
  public void free(SessionId id, HoldId hold) {
    calls.make("free", () -> change(id, session -> without(session, hold)));
  }

  private static Session without(Session session, HoldId hold) {
    Set<HoldId> seats = new HashSet<>(session.seats());
    seats.remove(hold);
    return session.seating(seats, session.lastClaimAt());
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return calls.make("session", () -> Optional.ofNullable(sessions.get(id)));
  }

  @Override
  public boolean allPaid(Session session) {
    Set<ApplicationId> paid = appointments.paidIn(session.id());
    return session.seats().stream().map(HoldId::application).allMatch(paid::contains);
  }

  @Override
  public List<Session> find(OfficeId office, YearMonth month) {
    return calls.make(
        "month",
        () ->
            sessions.values().stream()
                .filter(session -> session.id().office().equals(office))
                .filter(session -> session.id().month().equals(month))
                .toList());
  }

  @Override
  public Optional<Session> close(SessionId id, ClosureId closure) {
    return calls.make("close out", () -> changed(id, session -> session.closedBy(closure)));
  }

  @Override
  public Optional<Session> open(SessionId id, ClosureId closure, boolean planned) {
    return calls.make(
        "open again", () -> changed(id, session -> session.openedFrom(closure, planned)));
  }

  private Optional<Session> changed(SessionId id, UnaryOperator<Session> change) {
    change(id, change);
    return Optional.ofNullable(sessions.get(id));
  }

  @Override
  public void noteDisplaced(SessionId session, HoldId hold) {
    calls.make(
        "displace", () -> displaced.computeIfAbsent(session, id -> new HashSet<>()).add(hold));
  }

  @Override
  public Set<HoldId> displaced(SessionId session) {
    return calls.make("displaced", () -> Set.copyOf(displaced.getOrDefault(session, Set.of())));
  }

  @Override
  public void forgetDisplaced(SessionId session, HoldId hold) {
    calls.make(
        "forget displaced", () -> displaced.getOrDefault(session, new HashSet<>()).remove(hold));
  }
}
