package id.antrean.races;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;

import id.antrean.aws.counter.SignedTickets;
import id.antrean.aws.payments.RandomBillingCodes;
import id.antrean.counter.CallPeople;
import id.antrean.counter.CheckIn;
import id.antrean.counter.EndVisit;
import id.antrean.counter.Key;
import id.antrean.counter.Presented;
import id.antrean.domain.Actor;
import id.antrean.domain.OfficeId;
import id.antrean.domain.Recency;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.counter.KeepLine;
import id.antrean.domain.counter.SignTickets;
import id.antrean.domain.office.ArrangeDay;
import id.antrean.domain.office.Closure;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.ClaimSeat;
import id.antrean.domain.seat.ClearSession;
import id.antrean.domain.seat.FindGuards;
import id.antrean.domain.seat.HoldMessage;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.LeaveSeat;
import id.antrean.domain.seat.SoldOutFromMemory;
import id.antrean.expiry.AskBeforeExpiring;
import id.antrean.expiry.HoldTiming;
import id.antrean.expiry.LookAfterHold;
import id.antrean.memory.MovableTime;
import id.antrean.offices.SetDay;
import id.antrean.payments.ReceivePayment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The functions' use cases on the product's own adapters, at one clock. A control has copies of
 * them that look or write through another port.
 */
final class Functions {
  static final Duration WINDOW = Duration.ofHours(2);
  static final Duration GRACE = Duration.ofMinutes(3);

  private static final HoldTerms TERMS = new HoldTerms(WINDOW, GRACE, 3, 3, 20, 30);

  /** Whom a closure lets go before it looks again whom it has to. */
  private static final int MOST_AT_ONCE = 2;

  private static final SignTickets TICKETS = new SignedTickets(() -> List.of("secret"));
  private static final HoldTiming TIMING =
      new HoldTiming(GRACE, Duration.ofMinutes(15), Duration.ofMinutes(15));

  private final Tables tables;
  private final Office office;
  private final MovableTime clock;
  private final ArmedMessages messages;
  private final Queue<Session> claimed;
  private final SaveApplication save;
  private final ClaimSeat claim;
  private final FindGuards guards;
  private final KeepLine lines;

  private Functions(
      Tables tables,
      Office office,
      MovableTime clock,
      ArmedMessages messages,
      Queue<Session> claimed,
      SaveApplication save,
      ClaimSeat claim,
      FindGuards guards,
      KeepLine lines) {
    this.tables = tables;
    this.office = office;
    this.clock = clock;
    this.messages = messages;
    this.claimed = claimed;
    this.save = save;
    this.claim = claim;
    this.guards = guards;
    this.lines = lines;
  }

  static Functions on(Tables tables) {
    return on(tables, CILEGON, NOW);
  }

  /** For another office, from another moment on. */
  static Functions on(Tables tables, Office office, Instant now) {
    return new Functions(
        tables,
        office,
        new MovableTime(now),
        new ArmedMessages(),
        new ConcurrentLinkedQueue<>(),
        tables.saves(),
        tables.seats(),
        tables.guards(),
        tables.lines());
  }

  /** The same, saving through another port. */
  Functions savingBy(SaveApplication other) {
    return new Functions(tables, office, clock, messages, claimed, other, claim, guards, lines);
  }

  /** The same, claiming through another port. */
  Functions claimingBy(ClaimSeat other) {
    return new Functions(tables, office, clock, messages, claimed, save, other, guards, lines);
  }

  /** The same, seeing the guards of persons and accounts through another port. */
  Functions seeingGuardsBy(FindGuards other) {
    return new Functions(tables, office, clock, messages, claimed, save, claim, other, lines);
  }

  /** The same, keeping the lines at the counter through another port. */
  Functions keepingLinesBy(KeepLine other) {
    return new Functions(tables, office, clock, messages, claimed, save, claim, guards, other);
  }

  /** The same, by a clock that says another moment. */
  Functions at(Instant moment) {
    return new Functions(
        tables, office, new MovableTime(moment), messages, claimed, save, claim, guards, lines);
  }

  MovableTime clock() {
    return clock;
  }

  // ---- What people and machines do ----

  Outcome<Application> hold(Application who, SessionId session) {
    return holdSeat().hold(who.id(), session, account(who), null);
  }

  Outcome<Application> giveBack(Application who) {
    return leaveSeat().giveBack(who.id(), account(who), null);
  }

  Outcome<Application> cancel(Application who) {
    return leaveSeat().cancel(who.id(), account(who), null);
  }

  /** An aggregator tells of the money for that bill. */
  StoredNotification pay(Application who) {
    return Money.forBillOf(who).receivedBy(receivePayment());
  }

  /** An aggregator tells of that money, or that it went back. */
  StoredNotification receive(Money money) {
    return money.receivedBy(receivePayment());
  }

  /** The message about the seat that is bound arrives. */
  void lookAfter(Application who) {
    Seat seat = who.booking().seat().orElseThrow();
    lookAfter(new HoldMessage(seat.hold(), seat.session()));
  }

  private void lookAfter(HoldMessage message) {
    new LookAfterHold(
            tables.applications(),
            tables.seats(),
            tables.seats(),
            save,
            messages,
            (hold, session, at) -> true,
            AskBeforeExpiring.nobody(),
            TIMING,
            clock,
            RandomGenerator.getDefault())
        .on(message);
  }

  /** Every message about a hold that is on its way arrives. */
  void messagesArrive() {
    messages.arrive(this::lookAfter);
  }

  /** An officer sets the session's day to have that session alone, with this quota. */
  void setQuota(SessionId session, int quota) {
    DayPlan.PlannedSession planned =
        new DayPlan.PlannedSession(session.start(), 60, session.lane(), quota);
    new SetDay(tables.calendar(), tables.arrangement(), clock)
        .set(
            office,
            new DayPlan(session.date(), List.of(planned), null),
            new ArrangeDay.Planner("officer", "budi"));
  }

  /** The office closes the session, until everybody who has to go has gone. */
  void close(SessionId session, Closure closure) {
    ClearSession clear =
        new ClearSession(
            tables.closedSeats(), tables.applications(), messages, tables.seats(), save, clock);
    while (!clear.clear(session, closure, MOST_AT_ONCE)) {
      Thread.onSpinWait();
    }
  }

  /** An officer lets somebody in who has no ticket at hand. */
  Outcome<CheckIn.Arrival> checkIn(Application who) {
    return new CheckIn(tables.applications(), save, tables.tickets(), TICKETS, lines, clock)
        .checkIn(office, new Presented.Listed(who.id()), officer(), null);
  }

  /** An officer calls the next to that desk. */
  Outcome<CallPeople.Called> call(String desk, @Nullable Key key) {
    return new CallPeople(lines, tables.applications(), clock).next(office, desk, key);
  }

  /** An officer puts down how a visit ended. */
  Outcome<Application> end(Application who, EndVisit.End how) {
    return new EndVisit(tables.applications(), messages, tables.seats(), save, lines, clock)
        .end(who.id(), how, officer(), null);
  }

  private Actor.Staff officer() {
    return new Actor.Staff("officer", "budi", office.id());
  }

  /** Claims that succeeded although the quota of their moment was reached. */
  List<Session> claimedAboveQuota() {
    return claimed.stream().filter(it -> it.seats().size() > it.quota()).toList();
  }

  private HoldSeat holdSeat() {
    return new HoldSeat(
        tables.applications(),
        new OneOffice(office),
        guards,
        messages,
        new RecordedClaims(claim, claimed),
        tables.seats(),
        // One that has seen no crowd: every contender is the store's to answer.
        new SoldOutFromMemory(
            tables.seats(), TERMS, seen -> {}, new Recency(System::nanoTime, clock), clock),
        save,
        new RandomBillingCodes(),
        TERMS,
        clock);
  }

  private LeaveSeat leaveSeat() {
    return new LeaveSeat(tables.applications(), messages, tables.seats(), save, clock);
  }

  private ReceivePayment receivePayment() {
    return new ReceivePayment(
        tables.applications(),
        tables.payments(),
        tables.payments(),
        save,
        messages,
        tables.seats(),
        holdSeat(),
        clock);
  }

  private static Actor account(Application who) {
    return new Actor.Applicant(who.account());
  }

  private record OneOffice(Office office) implements FindOffice {

    @Override
    public Optional<Office> find(OfficeId id) {
      return Optional.of(office).filter(it -> it.id().equals(id));
    }

    @Override
    public List<Office> all() {
      return List.of(office);
    }
  }
}
