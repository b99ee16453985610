package id.antrean.counter;

import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;

import id.antrean.aws.counter.SignedTickets;
import id.antrean.counter.CallPeople.Called;
import id.antrean.counter.CheckIn.Arrival;
import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.counter.Line;
import id.antrean.domain.counter.Ticket;
import id.antrean.domain.counter.TicketCode;
import id.antrean.domain.counter.Visitor;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.Receipt;
import id.antrean.domain.payment.Tariffs;
import id.antrean.memory.Calls;
import id.antrean.memory.Faults;
import id.antrean.memory.Samples;
import id.antrean.memory.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The counters of Cilegon and of Jayapura, whose clock is two hours ahead, on 7 December from seven
 * o'clock in Cilegon on, with whoever a test gives a seat there.
 */
final class Counter {
  static final Office CILEGON = Samples.CILEGON;
  static final Office JAYAPURA = Samples.office("DJJ", "Asia/Jayapura", 1);
  static final LocalDate DAY = LocalDate.of(2026, 12, 7);
  static final SessionId EIGHT = sessionId("08:00", Lane.REGULAR);
  static final SessionId NINE = sessionId("09:00", Lane.REGULAR);
  static final SessionId EIGHT_PRIORITY = sessionId("08:00", Lane.PRIORITY);
  static final Actor.Staff OFFICER = new Actor.Staff("officer", "budi", CILEGON.id());
  static final Actor.Staff SUPERVISOR = new Actor.Staff("supervisor", "sri", CILEGON.id());

  private static final String ALPHABET = TicketCode.ALPHABET;
  private static final int QUOTA = 50;

  final Faults faults = new Faults();
  final World world;
  final SignedTickets signatures = new SignedTickets(() -> List.of("secret"));
  final IssueTicket tickets;
  final CheckIn door;
  final CallPeople desks;
  final EndVisit ends;
  final ReviewPapers reviews;
  private int codes;
  private int bills;

  Counter() {
    this(at("07:00"));
  }

  Counter(Instant now) {
    this.world = new World(now, new OneAtATime(faults)).has(CILEGON).has(JAYAPURA);
    this.tickets = new IssueTicket(world.counter, this::code);
    this.door =
        new CheckIn(
            world.applications,
            world.applications,
            world.counter,
            signatures,
            world.counter,
            world.time);
    this.desks = new CallPeople(world.counter, world.applications, world.time);
    this.ends =
        new EndVisit(
            world.applications,
            world.deadlines,
            world.seats,
            world.applications,
            world.counter,
            world.time);
    this.reviews = new ReviewPapers(world.applications, world.applications, world.time);
  }

  /** Several threads ask at once; a store does one thing after another. */
  private record OneAtATime(Calls calls) implements Calls {
    @Override
    public synchronized <T> T make(String port, Supplier<T> work) {
      return calls.make(port, work);
    }
  }

  // ---- When and where ----

  /** That time of the day in Cilegon. */
  static Instant at(String time) {
    return on(DAY + "T" + time);
  }

  /** That moment by the clock of Cilegon. */
  static Instant on(String local) {
    return LocalDateTime.parse(local).atZone(CILEGON.zone()).toInstant();
  }

  /** It is that time of the day in Cilegon. */
  Counter is(String time) {
    world.time.reach(at(time));
    return this;
  }

  Line line() {
    return world.counter.find(CILEGON.id(), DAY);
  }

  Visitor visitor(Application application) {
    return line().visitor(application.id()).orElseThrow();
  }

  // ---- Who has a seat ----

  /** Somebody who holds a seat at Cilegon and has not paid for it. */
  Application held(String name, SessionId session) {
    return held(name, CILEGON, session);
  }

  private Application held(String name, Office office, SessionId session) {
    Application ready = ready(name);
    Bill bill =
        Bill.issue(
            new BillingCode("8%014d".formatted(++bills)),
            Tariffs.fee(ready.dossier().passport(), session.lane(), NOW),
            NOW);
    return stands(
        ready.hold(seatFor(ready, office, session), NOW, account(name), NOW).billed(bill));
  }

  /** Somebody who has a seat at Cilegon that is paid for. */
  Application confirmed(String name, SessionId session) {
    return paid(held(name, session));
  }

  Application confirmed(String name, Office office, SessionId session) {
    return paid(held(name, office, session));
  }

  private Application paid(Application held) {
    return stands(
        held.pay(
            held.booking().bill().orElseThrow(),
            new Bill.Payment("bank", "p1", null, NOW, null),
            true,
            new Actor.Service("payments"),
            NOW));
  }

  /** Its money was taken back by whoever brought it. */
  Application refunded(Application application) {
    Application now = world.see(application.id());
    Bill bill = now.booking().paidBill().orElseThrow();
    Receipt back = Receipt.of(Samples.paid(bill, "p1"), NOW).wentBack(bill.amount());
    return stands(
        now.giveMoneyBack(
            bill.unpaid(Bill.State.OPEN), back, true, new Actor.Service("payments"), NOW));
  }

  /** Its person moved it to that session. */
  Application moved(Application application, Office office, SessionId session) {
    Application now = world.see(application.id());
    return stands(
        now.move(
            now.booking().seated().orElseThrow(),
            seatFor(now, office, session),
            account(now.account()),
            NOW));
  }

  /** An office opened it again, and its person chose that session. */
  Application choosesAgain(Application application, SessionId session) {
    Application open =
        stands(world.see(application.id()).reopen("the camera is broken", SUPERVISOR, NOW));
    return stands(open.choose(seatFor(open, CILEGON, session), account(open.account()), NOW));
  }

  private Seat seatFor(Application application, Office office, SessionId id) {
    Session planned = session(office, id, QUOTA);
    Session known =
        world.seats.all().stream().filter(it -> it.id().equals(id)).findFirst().orElse(planned);
    HoldId hold = new HoldId(application.id(), application.version());
    Set<HoldId> seats = new HashSet<>(known.seats());
    seats.add(hold);
    world.has(known.seating(seats, NOW));
    return new Seat(id, hold, known.startsAt(), known.endsAt(), known.zone());
  }

  private Application stands(Application application) {
    world.has(application);
    return application;
  }

  // ---- What is done at the counter ----

  /** The text of its ticket's QR. */
  String qr(Application application) {
    Ticket ticket = tickets.of(seat(application));
    return signatures.sign(ticket, at("23:59"));
  }

  static Seat seat(Application application) {
    return application.booking().place().orElseThrow();
  }

  Outcome<Arrival> scan(Application application) {
    return scan(application, null);
  }

  Outcome<Arrival> scan(Application application, @Nullable Key key) {
    return door.checkIn(CILEGON, new Presented.Scanned(qr(application)), OFFICER, key);
  }

  /** Somebody with a seat in that session has come. */
  Application comes(String name, SessionId session) {
    Application confirmed = confirmed(name, session);
    return done(scan(confirmed)).application();
  }

  /** Calls the next to that desk. */
  Called calls(String desk) {
    return done(desks.next(CILEGON, desk, null));
  }

  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T>(Refusal why) -> throw new AssertionError("refused: " + why);
    };
  }

  /** No two alike. */
  private TicketCode code() {
    StringBuilder code = new StringBuilder();
    int rest = ++codes;
    for (int i = 0; i < TicketCode.LENGTH; i++) {
      code.append(ALPHABET.charAt(rest % ALPHABET.length()));
      rest /= ALPHABET.length();
    }
    return new TicketCode(code.toString());
  }
}
