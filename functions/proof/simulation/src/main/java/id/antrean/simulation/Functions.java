package id.antrean.simulation;

import id.antrean.counter.CallPeople;
import id.antrean.counter.CheckIn;
import id.antrean.counter.EndVisit;
import id.antrean.counter.MarkNoShows;
import id.antrean.counter.Presented;
import id.antrean.counter.ReviewPapers;
import id.antrean.domain.Actor.Staff;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.Recency;
import id.antrean.domain.allowance.SpendAllowance;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.counter.SignTickets;
import id.antrean.domain.counter.Ticket;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.NewBillingCode;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.ClearSession;
import id.antrean.domain.seat.FollowSession;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.LeaveSeat;
import id.antrean.domain.seat.ReopenBooking;
import id.antrean.domain.seat.RestoreSession;
import id.antrean.domain.seat.SoldOutFromMemory;
import id.antrean.expiry.AskSenders;
import id.antrean.expiry.HoldTiming;
import id.antrean.expiry.LookAfterHold;
import id.antrean.expiry.SweepOrphans;
import id.antrean.expiry.SweepOverdue;
import id.antrean.gateway.EventLog;
import id.antrean.memory.MemoryDeadlines;
import id.antrean.memory.MemoryUses;
import id.antrean.memory.MovableTime;
import id.antrean.memory.Samples;
import id.antrean.offices.FollowWeek;
import id.antrean.offices.SetDay;
import id.antrean.offices.closure.CarryOutClosure;
import id.antrean.offices.closure.CloseOffice;
import id.antrean.offices.closure.RemindOfClosures;
import id.antrean.payments.AcceptNotification;
import id.antrean.payments.AskSenderAgain;
import id.antrean.payments.CheckBill;
import id.antrean.payments.CodeWishes;
import id.antrean.payments.Differences;
import id.antrean.payments.IssueCode;
import id.antrean.payments.ReceivePayment;
import id.antrean.payments.Reconcile;
import id.antrean.payments.SettleLater;
import id.antrean.uploads.RemoveDocument;
import id.antrean.uploads.VerifyUpload;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The functions' own use cases, wired to the world: those that ship, not copies.
 *
 * @param phones seats are held by two processes, each with a memory of its own
 */
record Functions(
    List<HoldSeat> phones,
    LeaveSeat leave,
    ReopenBooking reopen,
    AcceptNotification accept,
    SettleLater settle,
    IssueCode codes,
    CheckBill check,
    Reconcile reconcile,
    LookAfterHold lookAfter,
    SweepOverdue overdue,
    SweepOrphans orphans,
    SetDay setDay,
    FollowWeek followWeek,
    VerifyUpload verify,
    RemoveDocument remove,
    CheckIn checkIn,
    CallPeople callPeople,
    EndVisit endVisit,
    MarkNoShows noShows,
    ReviewPapers review,
    CloseOffice closeOffice,
    CarryOutClosure carryOut,
    RemindOfClosures remind) {

  /** As the template's parameters say, but for the limits, which are low enough to be met. */
  static final HoldTerms TERMS =
      new HoldTerms(Duration.ofHours(2), Duration.ofMinutes(3), 2, 3, 3, 30);

  /** So long a hold that is due waits for aggregators that do not answer. */
  static final Duration PATIENCE = MemoryDeadlines.ARM_DELAY;

  static final Staff OFFICER = new Staff("officer", "budi", Samples.CILEGON.id());

  /** People are let in out of the day's list. */
  private static final SignTickets NO_SCANNER =
      new SignTickets() {
        @Override
        public String sign(Ticket ticket, Instant until) {
          throw new UnsupportedOperationException("nobody shows a ticket");
        }

        @Override
        public Optional<Ticket> read(String text) {
          return Optional.empty();
        }
      };

  static Functions of(Deployment deployed, MovableTime time, Senders senders, long seed) {
    AtomicInteger drawn = new AtomicInteger();
    EventLog silent = new EventLog(new PrintStream(OutputStream.nullOutputStream()), time, "tried");
    NewBillingCode codes = () -> new BillingCode(String.format("8%014d", drawn.incrementAndGet()));
    Ports payments = deployed.payments();
    ReceivePayment receive =
        new ReceivePayment(
            payments.find(),
            payments.bills(),
            payments.notifications(),
            payments.save(),
            payments.arm(),
            payments.free(),
            holdSeat(payments, time, codes),
            payments.clock());
    AskSenderAgain again =
        new AskSenderAgain(payments.notifications(), payments.later(), payments.clock());
    AcceptNotification accept = new AcceptNotification(receive, payments.later(), again);
    SpendAllowance allowances = new SpendAllowance(new MemoryUses(), payments.clock());
    Ports expiry = deployed.expiry();
    HoldTiming timing = new HoldTiming(TERMS.grace(), MemoryDeadlines.ARM_DELAY, PATIENCE);
    Ports uploads = deployed.uploads();
    Ports counter = deployed.counter();
    Ports closing = deployed.closing();
    Bucket files = new Bucket();
    return new Functions(
        List.of(
            holdSeat(deployed.holding(), time, codes), holdSeat(deployed.holding(), time, codes)),
        new LeaveSeat(
            deployed.leaving().find(),
            deployed.leaving().arm(),
            deployed.leaving().free(),
            deployed.leaving().save(),
            deployed.leaving().clock()),
        new ReopenBooking(
            deployed.offices().find(),
            deployed.offices().arm(),
            deployed.offices().free(),
            deployed.offices().save(),
            deployed.offices().clock()),
        accept,
        new SettleLater(
            payments.senders(senders), accept, receive, payments.notifications(), again),
        new IssueCode(
            payments.find(),
            payments.save(),
            payments.senders(senders),
            accept,
            allowances,
            new CodeWishes(payments.uses(), payments.clock()),
            payments.clock()),
        new CheckBill(
            payments.find(),
            payments.notices(),
            payments.senders(senders),
            receive,
            accept,
            allowances,
            silent,
            payments.clock()),
        new Reconcile(
            payments.senders(senders),
            senders::listOf,
            payments.notices(),
            new Differences(payments.notifications(), silent, payments.clock()),
            accept,
            silent,
            payments.clock()),
        new LookAfterHold(
            expiry.find(),
            expiry.seats(),
            expiry.free(),
            expiry.save(),
            expiry.arm(),
            expiry.timer(),
            new AskSenders(
                expiry.senders(senders), expiry.later(), expiry.save(), silent, expiry.clock()),
            timing,
            expiry.clock(),
            new SplittableRandom(seed)),
        new SweepOverdue(expiry.overdue(), expiry.arm(), timing, expiry.clock()),
        new SweepOrphans(
            expiry.offices(),
            expiry.months(),
            expiry.find(),
            expiry.arm(),
            new FollowSession(expiry.seats(), expiry.find(), expiry.save(), expiry.clock()),
            expiry.clock()),
        setDay(deployed.offices()),
        new FollowWeek(
            deployed.offices().layOut(),
            deployed.offices().days(),
            setDay(deployed.offices()),
            deployed.offices().clock()),
        new VerifyUpload(
            uploads.find(),
            uploads.save(),
            files,
            files::inspect,
            silent,
            new Recency(time::nanos, uploads.clock()),
            uploads.clock()),
        new RemoveDocument(uploads.find(), uploads.save(), files, uploads.clock()),
        new CheckIn(
            counter.find(),
            counter.save(),
            counter.tickets(),
            NO_SCANNER,
            counter.lines(),
            counter.clock()),
        new CallPeople(counter.lines(), counter.find(), counter.clock()),
        new EndVisit(
            counter.find(),
            counter.arm(),
            counter.free(),
            counter.save(),
            counter.lines(),
            counter.clock()),
        new MarkNoShows(
            counter.offices(),
            counter.appointments(),
            counter.find(),
            counter.save(),
            counter.lines(),
            counter.clock()),
        new ReviewPapers(counter.find(), counter.save(), counter.clock()),
        new CloseOffice(closing.closures(), closing.spread(), closing.clock()),
        new CarryOutClosure(
            closing.closures(),
            closing.days(),
            new ClearSession(
                closing.closing(),
                closing.find(),
                closing.arm(),
                closing.free(),
                closing.save(),
                closing.clock()),
            new RestoreSession(closing.closing(), closing.find(), holdSeat(closing, time, codes)),
            closing.spread()),
        new RemindOfClosures(
            closing.offices(), closing.closures(), closing.spread(), closing.clock()));
  }

  private static SetDay setDay(Ports offices) {
    return new SetDay(offices.days(), offices.arrange(), offices.clock());
  }

  /** An officer lets somebody in out of the day's list. */
  Outcome<CheckIn.Arrival> letIn(ApplicationId id) {
    return checkIn.checkIn(Samples.CILEGON, new Presented.Listed(id), OFFICER, null);
  }

  private static HoldSeat holdSeat(Ports ports, MovableTime time, NewBillingCode codes) {
    SoldOutFromMemory losers =
        new SoldOutFromMemory(
            ports.seats(),
            TERMS,
            seen -> {},
            new Recency(time::nanos, ports.clock()),
            ports.clock());
    return new HoldSeat(
        ports.find(),
        ports.offices(),
        ports.guards(),
        ports.arm(),
        ports.claim(),
        losers.watching(ports.free()),
        losers,
        ports.save(),
        codes,
        TERMS,
        ports.clock());
  }
}
