package id.antrean.domain.application;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.booking.Booking;
import id.antrean.domain.booking.BookingState;
import id.antrean.domain.booking.BookingState.Cancelled;
import id.antrean.domain.booking.BookingState.CheckedIn;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.booking.BookingState.Held;
import id.antrean.domain.booking.BookingState.None;
import id.antrean.domain.booking.BookingState.PaidWithoutSeat;
import id.antrean.domain.booking.BookingState.Seated;
import id.antrean.domain.booking.BookingState.Visit;
import id.antrean.domain.booking.BookingState.Visited;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.InspectedFile;
import id.antrean.domain.document.PaperVerdict;
import id.antrean.domain.document.RejectionReason;
import id.antrean.domain.dossier.Dossier;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.PayOffer;
import id.antrean.domain.payment.Receipt;
import id.antrean.domain.payment.Resolution;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person's application for a passport: a dossier and a booking, which know nothing of each
 * other, with one version. Immutable: every step answers the application as it is afterwards, one
 * version and revision later and with what happened on its timeline; the fence alone raises nothing
 * but the version. Whether a step is allowed is decided by the policies of the use cases; what it
 * does to the application is decided here.
 *
 * @param account subject of the token it was made with, which a family shares; or a {@link
 *     DeskAccount}
 * @param version raised by every write; see {@link id.antrean.domain.office.HoldId}
 * @param revision raised by every write that its applicant can see something of: the version that
 *     clients know
 * @param registration digest of the request that made it, when that carried an idempotency key
 */
public record Application(
    ApplicationId id,
    String account,
    int version,
    int revision,
    Dossier dossier,
    Booking booking,
    Timeline timeline,
    @Nullable String registration) {

  /** A new draft, at version 1. */
  public static Application register(
      ApplicationId id,
      Actor.Applicant by,
      PassportRequest passport,
      Applicant applicant,
      Identity identity,
      Instant now,
      @Nullable String registration) {
    return new Application(
        id,
        by.account(),
        1,
        1,
        Dossier.of(passport, applicant, identity, now),
        Booking.NOTHING,
        Timeline.of(TimelineEntry.of(now, new Event.Registered(), by)),
        registration);
  }

  /**
   * One that somebody of an office makes for a person at its desk, at version 1.
   *
   * @param seen papers whose originals lie on the desk
   */
  public static Application registerAtDesk(
      ApplicationId id,
      Actor.Staff by,
      PassportRequest passport,
      Applicant applicant,
      Identity identity,
      List<DocumentKind> seen,
      Instant now,
      @Nullable String registration) {
    Timeline timeline = Timeline.of(TimelineEntry.of(now, new Event.Registered(), by));
    for (DocumentKind paper : seen) {
      timeline = timeline.and(TimelineEntry.of(now, new Event.DocumentSeen(paper), by));
    }
    return new Application(
        id,
        DeskAccount.of(by.office()),
        1,
        1,
        Dossier.of(passport, applicant, identity, now).seeing(seen),
        Booking.NOTHING,
        timeline,
        registration);
  }

  // ---- What it is ----

  /** Where it stands, by both of its halves. */
  public Status status() {
    return switch (booking.state()) {
      case None _ -> dossier.complete() ? Status.READY : Status.DRAFT;
      case Held _ -> Status.AWAITING_PAYMENT;
      case Confirmed _ -> Status.CONFIRMED;
      case CheckedIn _ -> Status.CHECKED_IN;
      case PaidWithoutSeat _ -> Status.PAID_UNSCHEDULED;
      case Visited(_, Visit how) ->
          switch (how) {
            case COMPLETED -> Status.COMPLETED;
            case NO_SHOW -> Status.NO_SHOW;
          };
      case Cancelled _ -> Status.CANCELLED;
    };
  }

  public Instant createdAt() {
    return dossier.appliedAt();
  }

  /** Whether an applicant's it is; whether it is that office's concern. */
  public boolean belongsTo(Actor actor) {
    return switch (actor) {
      case Actor.Applicant(String subject) -> account.equals(subject);
      case Actor.Staff staff -> isOf(staff.office());
      case Actor.Service _ -> true;
    };
  }

  /** Whether its seat is at that office, or was last; or it was made at that office's desk. */
  public boolean isOf(OfficeId office) {
    return booking.latestSession().map(SessionId::office).filter(office::equals).isPresent()
        || isMadeAtDeskOf(office);
  }

  /** Whether officers made it for a person at their desk, and act for them. */
  public boolean isMadeAtDesk() {
    return DeskAccount.is(account);
  }

  /** Whether that office's did. */
  public boolean isMadeAtDeskOf(OfficeId office) {
    return account.equals(DeskAccount.of(office));
  }

  /** Whether money is here that paid for that passport. */
  public boolean isPaidFor(PassportRequest wanted) {
    return booking.isPaidFor(wanted, dossier.appliedAt());
  }

  /**
   * Whether money came for another passport than it is for now: no session costs what was paid, so
   * that the one that was paid for has to be asked for again before a seat can be had.
   */
  public boolean isPaidForAnother() {
    return booking.state() instanceof PaidWithoutSeat && !isPaidFor(dossier.passport());
  }

  /**
   * What happened to it last: by it a repeat is told from something new, and nothing else is
   * decided.
   */
  public TimelineEntry latest() {
    return timeline.recent().getLast();
  }

  // ---- What happens to its dossier ----

  /** The person corrected data before booking. */
  public Application correct(
      PassportRequest passport, Applicant applicant, Identity identity, Actor by, Instant now) {
    return step(dossier.corrected(passport, applicant, identity), new Event.Corrected(), by, now);
  }

  /** The passport that was paid for is asked for again. It may need other papers. */
  public Application askForWhatIsPaid(PassportRequest paidFor, Actor by, Instant now) {
    return step(dossier.askingFor(paidFor), new Event.Corrected(), by, now);
  }

  public Application identified(Identity verdict, Actor by, Instant now) {
    return step(dossier.identified(verdict), new Event.IdentityChecked(verdict.verdict()), by, now);
  }

  /** A file was declared; another file for the same paper gives way. */
  public Application declare(Document document, Actor by, Instant now) {
    return declare(List.of(document), by, now);
  }

  /** Files were declared in one step, each for a paper of its own. */
  public Application declare(List<Document> documents, Actor by, Instant now) {
    Dossier declared = dossier;
    Timeline noted = timeline;
    for (Document document : documents) {
      declared = declared.declared(document);
      noted = noted.and(TimelineEntry.of(now, new Event.DocumentDeclared(document.kind()), by));
    }
    return next(declared, booking.papersAre(declared.complete()), noted);
  }

  public Application verified(Document document, Actor by, Instant now) {
    return inspected(List.of(new InspectedFile(document, null)), by, now);
  }

  public Application rejected(Document document, RejectionReason why, Actor by, Instant now) {
    return inspected(List.of(new InspectedFile(document, why)), by, now);
  }

  /** Files were looked into, in one step. */
  public Application inspected(List<InspectedFile> files, Actor by, Instant now) {
    Dossier looked = dossier;
    Timeline noted = timeline;
    for (InspectedFile file : files) {
      Document document = file.document();
      RejectionReason flaw = file.flaw();
      looked = flaw == null ? looked.verified(document.id()) : looked.rejected(document.id(), flaw);
      Event event =
          flaw == null
              ? new Event.DocumentVerified(document.kind())
              : new Event.DocumentRejected(document.kind(), flaw);
      noted = noted.and(TimelineEntry.of(now, event, by));
    }
    return next(looked, booking.papersAre(looked.complete()), noted);
  }

  /** Its office has looked at papers before the visit. A seat stays, whatever it says. */
  public Application reviewed(List<PaperVerdict> verdicts, Actor by, Instant now) {
    Dossier looked = dossier;
    Timeline noted = timeline;
    for (PaperVerdict verdict : verdicts) {
      Document document = verdict.document();
      String wrong = verdict.wrong();
      looked =
          wrong == null
              ? looked.approved(document.id(), now)
              : looked.sentBack(document.id(), wrong);
      Event event =
          wrong == null
              ? new Event.DocumentAccepted(document.kind())
              : new Event.DocumentSentBack(document.kind(), wrong);
      noted = noted.and(TimelineEntry.of(now, event, by));
    }
    return next(looked, booking.papersAre(looked.complete()), noted);
  }

  /** Its office decided what is to be thought of its person's identity. */
  public Application identityDecided(Identity verdict, String reason, Actor by, Instant now) {
    return step(
        dossier.identified(verdict), new Event.IdentityDecided(verdict.verdict(), reason), by, now);
  }

  /** Its office tells its applicant something. */
  public Application told(String note, Actor by, Instant now) {
    return step(dossier, new Event.OfficeNoted(note), by, now);
  }

  public Application removed(Document document, Actor by, Instant now) {
    return step(
        dossier.without(document.id()), new Event.DocumentRemoved(document.kind()), by, now);
  }

  /** What changed in the papers may change what can be done about a seat. */
  private Application step(Dossier next, Event event, Actor by, Instant now) {
    return next(next, booking.papersAre(next.complete()), event, by, now);
  }

  // ---- What happens to its booking ----

  /** A seat is held until it is paid for. */
  public Application hold(Seat seat, Instant payBy, Actor by, Instant now) {
    return step(
        booking.holding(seat, payBy, now), new Event.SeatHeld(seat.session(), payBy), by, now);
  }

  /** A seat is found for what was paid. */
  public Application choose(Seat seat, Actor by, Instant now) {
    return step(booking.choosing(seat), new Event.SeatChosen(seat.session()), by, now);
  }

  /** The seat that is had is exchanged for another; exchanging one that is paid for counts. */
  public Application move(Seated from, Seat to, Actor by, Instant now) {
    SessionId left = from.seat().session();
    return step(
        booking.moved(from, to, now),
        from instanceof Held
            ? new Event.SeatMoved(left, to.session())
            : new Event.SeatRescheduled(left, to.session()),
        by,
        now);
  }

  /**
   * The same application with a bill that replaces the open one: a new one, or one that was
   * replaced before and counts again. Part of the step that takes or moves a seat.
   */
  public Application billed(Bill bill) {
    return new Application(
        id, account, version, revision, dossier, booking.billed(bill), timeline, registration);
  }

  /** The office made the session of its seat longer or shorter. */
  public Application sessionEnds(Seated seated, Instant endsAt, Actor by, Instant now) {
    long minutes = Duration.between(seated.seat().startsAt(), endsAt).toMinutes();
    return step(
        booking.until(seated, endsAt),
        new Event.SessionChanged(seated.seat().session(), Math.toIntExact(minutes)),
        by,
        now);
  }

  public Application giveBack(Seated left, Actor by, Instant now) {
    return leave(booking.leaving(left), new Event.SeatGivenBack(left.seat().session()), by, now);
  }

  /** Its office closed the session of its seat. */
  public Application closeOut(Seated left, String reason, Actor by, Instant now) {
    return leave(
        booking.closedOut(left),
        new Event.SessionClosed(left.seat().session(), reason, booking.paid()),
        by,
        now);
  }

  public Application expire(Held unpaid, Actor by, Instant now) {
    return leave(
        booking.expired(unpaid, now), new Event.HoldExpired(unpaid.seat().session()), by, now);
  }

  public Application cancel(Actor by, Instant now) {
    return step(booking.cancelled(), new Event.Cancelled(sessionOfSeat()), by, now);
  }

  /**
   * Its office lets it choose another seat: nothing counts, and nothing is to be paid unless its
   * money was taken back.
   */
  public Application reopen(String reason, Actor by, Instant now) {
    return leave(booking.reopened(), new Event.BookingReopened(sessionOfSeat(), reason), by, now);
  }

  // ---- What happens at its visit ----

  /** Its person has come to the counter. */
  public Application checkIn(Confirmed came, Actor by, Instant now) {
    return step(booking.checkedIn(came, now), new Event.CheckedIn(came.seat().session()), by, now);
  }

  /**
   * Its person was served.
   *
   * @param waited from coming in to being called; null for somebody who never was
   */
  public Application complete(
      BookingState.CheckedIn here, @Nullable Duration waited, Actor by, Instant now) {
    return step(
        booking.visited(here, Visit.COMPLETED),
        new Event.Completed(here.seat().session(), waited),
        by,
        now);
  }

  /** Its person has not come. */
  public Application missVisit(Confirmed missed, Actor by, Instant now) {
    return step(
        booking.visited(missed, Visit.NO_SHOW), new Event.NoShow(missed.seat().session()), by, now);
  }

  /**
   * Its person came and has to come again: another seat is chosen, and nothing is paid again.
   *
   * @param waited from coming in to being called; null for somebody who never was
   */
  public Application comeAgain(
      BookingState.CheckedIn here,
      String reason,
      @Nullable Duration waited,
      Actor by,
      Instant now) {
    return leave(
        booking.leaving(here),
        new Event.ComesAgain(here.seat().session(), reason, waited),
        by,
        now);
  }

  private Application leave(Booking left, Event event, Actor by, Instant now) {
    return step(left.papersAre(dossier.complete()), event, by, now);
  }

  private @Nullable SessionId sessionOfSeat() {
    return booking.seat().map(Seat::session).orElse(null);
  }

  /** Money settled one of its bills. */
  public Application pay(
      Bill settled, Bill.Payment payment, boolean keepsSeat, Actor by, Instant now) {
    return step(
        booking.settled(settled, payment, keepsSeat, dossier.complete()),
        new Event.PaymentReceived(
            settled.code(),
            payment.aggregator(),
            payment.channel(),
            booking.latestSession().orElse(null)),
        by,
        now);
  }

  /** Money came that settles nothing: its payer sees that it is here, and why it is kept. */
  public Application keepMoney(
      Bill bill, Receipt receipt, ExceptionReason why, Actor by, Instant now) {
    return step(
        booking.with(bill, dossier.complete()),
        new Event.PaymentKept(why, receipt.amount()),
        by,
        now);
  }

  /** Money was taken back. */
  public Application giveMoneyBack(
      Bill bill, Receipt receipt, boolean paidNoMore, Actor by, Instant now) {
    return step(
        booking.with(bill, dossier.complete()),
        new Event.PaymentReturned(
            paidNoMore, receipt.returnedOf(bill.amount()) - returnedBefore(bill, receipt)),
        by,
        now);
  }

  /** What was known to have gone back of the same payment until now. */
  private long returnedBefore(Bill bill, Receipt receipt) {
    return booking.bills().stream()
        .filter(it -> it.code().equals(bill.code()))
        .flatMap(it -> it.receipts().stream())
        .filter(it -> it.isOfSamePayment(receipt))
        .mapToLong(it -> it.returnedOf(bill.amount()))
        .sum();
  }

  /** A code was made by which its bill can be paid. */
  public Application codeIssued(Bill bill, PayOffer offer, Actor by, Instant now) {
    return step(
        booking.with(bill, dossier.complete()),
        new Event.PaymentCodeIssued(offer.channel(), offer.aggregator()),
        by,
        now);
  }

  /**
   * What is known of a code by which its bill could be paid, or of the proof that it was: nothing
   * for the timeline.
   */
  public Application billNoted(Bill bill) {
    return next(dossier, booking.with(bill, dossier.complete()), timeline);
  }

  /** Its office decided what becomes of money that settled nothing. */
  public Application moneyResolved(
      Bill bill, Resolution.Action action, long amount, Actor by, Instant now) {
    return step(
        booking.with(bill, dossier.complete()), new Event.PaymentResolved(action, amount), by, now);
  }

  private Application step(Booking next, Event event, Actor by, Instant now) {
    return next(dossier, next, event, by, now);
  }

  // ---- Versions ----

  private Application next(
      Dossier nextDossier, Booking nextBooking, Event event, Actor by, Instant now) {
    return next(nextDossier, nextBooking, timeline.and(TimelineEntry.of(now, event, by)));
  }

  private Application next(Dossier nextDossier, Booking nextBooking, Timeline nextTimeline) {
    return new Application(
        id,
        account,
        version + 1,
        revision + 1,
        nextDossier,
        nextBooking,
        nextTimeline,
        registration);
  }

  /** What several steps made of it since then, as one: a version and a revision later. */
  public Application asOneStepFrom(Application before) {
    return new Application(
        id,
        account,
        before.version + 1,
        before.revision + 1,
        dossier,
        booking,
        timeline,
        registration);
  }

  /**
   * Raises the version, so that no hold attempted at the present one can be bound any more. Nobody
   * sees anything of it, and nothing is added to the application.
   */
  public Application fence() {
    return new Application(
        id, account, version + 1, revision, dossier, booking, timeline.bounded(), registration);
  }
}
