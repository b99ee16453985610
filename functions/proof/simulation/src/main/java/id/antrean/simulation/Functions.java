package id.antrean.simulation;

import id.antrean.domain.Recency;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.NewBillingCode;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.FollowSession;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.LeaveSeat;
import id.antrean.domain.seat.ReopenBooking;
import id.antrean.domain.seat.SoldOutFromMemory;
import id.antrean.expiry.AskBeforeExpiring;
import id.antrean.expiry.HoldTiming;
import id.antrean.expiry.LookAfterHold;
import id.antrean.expiry.SweepOrphans;
import id.antrean.expiry.SweepOverdue;
import id.antrean.gateway.EventLog;
import id.antrean.memory.MemoryDeadlines;
import id.antrean.memory.MovableTime;
import id.antrean.offices.SetDay;
import id.antrean.payments.AcceptNotification;
import id.antrean.payments.Aggregators;
import id.antrean.payments.AskSenderAgain;
import id.antrean.payments.ReceivePayment;
import id.antrean.payments.SettleLater;
import id.antrean.uploads.RemoveDocument;
import id.antrean.uploads.VerifyUpload;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
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
    LookAfterHold lookAfter,
    SweepOverdue overdue,
    SweepOrphans orphans,
    SetDay setDay,
    VerifyUpload verify,
    RemoveDocument remove) {

  /** As the template's parameters say, but for the limits, which are low enough to be met. */
  static final HoldTerms TERMS =
      new HoldTerms(Duration.ofHours(2), Duration.ofMinutes(3), 2, 3, 3, 30);

  static Functions of(Deployment deployed, MovableTime time, Sender sender, long seed) {
    AtomicInteger drawn = new AtomicInteger();
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
    Ports expiry = deployed.expiry();
    HoldTiming timing = new HoldTiming(TERMS.grace(), MemoryDeadlines.ARM_DELAY);
    Ports uploads = deployed.uploads();
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
            new Aggregators(List.of(sender)), accept, receive, payments.notifications(), again),
        new LookAfterHold(
            expiry.find(),
            expiry.seats(),
            expiry.free(),
            expiry.save(),
            expiry.arm(),
            expiry.timer(),
            AskBeforeExpiring.nobody(),
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
        new SetDay(
            deployed.offices().days(), deployed.offices().arrange(), deployed.offices().clock()),
        new VerifyUpload(
            uploads.find(),
            uploads.save(),
            files,
            files::inspect,
            new EventLog(new PrintStream(OutputStream.nullOutputStream()), uploads.clock()),
            new Recency(time::nanos, uploads.clock()),
            uploads.clock()),
        new RemoveDocument(uploads.find(), uploads.save(), files, uploads.clock()));
  }

  private static HoldSeat holdSeat(Ports ports, MovableTime time, NewBillingCode codes) {
    SoldOutFromMemory losers =
        new SoldOutFromMemory(
            ports.seats(), TERMS, new Recency(time::nanos, ports.clock()), ports.clock());
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
