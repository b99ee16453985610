package id.antrean.memory;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.Recency;
import id.antrean.domain.application.Application;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.NewBillingCode;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.ClearSession;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.LeaveSeat;
import id.antrean.domain.seat.ReopenBooking;
import id.antrean.domain.seat.RestoreSession;
import id.antrean.domain.seat.SoldOutFromMemory;
import id.antrean.domain.seat.TellTurnedAway.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All stores of the product in memory, under one clock that stands still until it is moved. */
public final class World {
  public final MovableTime time;
  public final MemoryPayments payments;
  public final MemoryApplications applications;
  public final MemorySeats seats;
  public final MemoryCalendar calendar;
  public final MemoryOffices offices;
  public final MemoryDeadlines deadlines;
  public final MemoryNotifications notifications;
  public final MemoryCounter counter;
  public final MemoryClosures closures;
  public final MemorySenderUses senderUses;

  /** Of everybody whom a session did not take: where that was seen. */
  public final List<Seen> turnedAway = new CopyOnWriteArrayList<>();

  /** Nobody is billed who has paid. */
  private static final NewBillingCode UNPAID =
      () -> {
        throw new IllegalStateException("who has paid is billed for nothing");
      };

  private static final HoldTerms GIVING_BACK =
      new HoldTerms(Duration.ofHours(2), Duration.ofMinutes(3), 2, 3, 20, 30);

  public World(Instant now, Calls calls) {
    this.time = new MovableTime(now);
    this.payments = new MemoryPayments(calls);
    this.applications = new MemoryApplications(calls, payments);
    this.seats = new MemorySeats(calls, applications);
    this.calendar = new MemoryCalendar(calls, seats);
    this.offices = new MemoryOffices();
    this.deadlines = new MemoryDeadlines(calls, time);
    this.notifications = new MemoryNotifications(calls, time);
    this.counter = new MemoryCounter(calls);
    this.closures = new MemoryClosures(calls, time);
    this.senderUses = new MemorySenderUses(calls);
  }

  public World has(Office office) {
    offices.add(office);
    return this;
  }

  public World has(Session session) {
    seats.put(session);
    return this;
  }

  public World has(Application application) {
    applications.add(application);
    return this;
  }

  public void pass(Duration duration) {
    time.pass(duration);
  }

  public Application see(ApplicationId id) {
    return applications.see(id);
  }

  public Session see(SessionId id) {
    return seats.see(id);
  }

  /** Whether that person is marked as having a live booking. */
  public boolean guarded(Application application) {
    return applications.guards().containsKey(application.dossier().applicant().nik().lookup());
  }

  /** Seats are held as one process does: what another has seen of a session it does not know. */
  public HoldSeat holdSeat(NewBillingCode codes, HoldTerms terms) {
    SoldOutFromMemory losers =
        new SoldOutFromMemory(seats, terms, turnedAway::add, new Recency(time::nanos, time), time);
    return new HoldSeat(
        applications,
        offices,
        applications,
        deadlines,
        seats,
        losers.watching(seats),
        losers,
        applications,
        codes,
        terms,
        time);
  }

  public ReopenBooking reopenBooking() {
    return new ReopenBooking(applications, deadlines, seats, applications, time);
  }

  public ClearSession clearSession() {
    return new ClearSession(seats, applications, deadlines, seats, applications, time);
  }

  /** Who had paid and lost a seat is given one as an applicant is. */
  public RestoreSession restoreSession() {
    return new RestoreSession(seats, applications, holdSeat(UNPAID, GIVING_BACK));
  }

  public LeaveSeat leaveSeat() {
    return new LeaveSeat(applications, deadlines, seats, applications, time);
  }
}
