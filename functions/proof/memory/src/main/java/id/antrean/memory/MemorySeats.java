package id.antrean.memory;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.application.FindAppointments;
import id.antrean.domain.office.FindMonth;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.ClaimSeat;
import id.antrean.domain.seat.FindSeats;
import id.antrean.domain.seat.FreeSeat;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Sessions and their seats. */
public final class MemorySeats implements ClaimSeat, FreeSeat, FindSeats, FindMonth {
  private final Calls calls;
  private final FindAppointments appointments;
  private final Map<SessionId, Session> sessions = new LinkedHashMap<>();

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
    put(known == null ? planned : planned.seating(known.seats(), known.lastClaimAt()));
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
    if (session.state() == Session.State.CLOSED
        || session.opensAt().isAfter(at)
        || session.seats().size() >= session.quota()) {
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
}
