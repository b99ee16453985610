package id.antrean.domain.application;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.application.TimelineEntry.Event;
import id.antrean.domain.booking.BookingHistory;
import id.antrean.domain.booking.SeatBooking;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.Paper;
import id.antrean.domain.document.Papers;
import id.antrean.domain.document.RejectionReason;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.Fee;
import id.antrean.domain.payment.Receipt;
import id.antrean.domain.payment.Tariffs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One person's application for a passport. Immutable: every step answers the application as it is
 * afterwards, one version and revision later and with the step on its timeline; the fence alone
 * raises nothing but the version. Whether a step is allowed is decided by the policies of the use
 * cases; what it does to the application is decided here.
 *
 * @param account subject of the token it was made with; a family shares one
 * @param version raised by every write; see {@link HoldId}
 * @param revision raised by every write that its applicant can see something of: the version that
 *     clients know
 * @param booking the seat that is bound; null in every status that is not live
 * @param registration digest of the request that made it, when that carried an idempotency key
 */
public record Application(
    ApplicationId id,
    String account,
    int version,
    int revision,
    Status status,
    PassportRequest passport,
    Applicant applicant,
    Identity identity,
    List<Document> documents,
    List<Bill> bills,
    @Nullable SeatBooking booking,
    BookingHistory history,
    Timeline timeline,
    Instant createdAt,
    @Nullable String registration) {

  public Application {
    documents = List.copyOf(documents);
    bills = List.copyOf(bills);
  }

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
        Status.DRAFT,
        passport,
        applicant,
        identity,
        List.of(),
        List.of(),
        null,
        BookingHistory.NONE,
        Timeline.of(TimelineEntry.of(now, Event.REGISTERED, by, Map.of())),
        now,
        registration);
  }

  // ---- What it is ----

  public boolean belongsTo(Actor actor) {
    return switch (actor) {
      case Actor.Applicant(String subject) -> account.equals(subject);
      case Actor.Staff(String role, String name, OfficeId office) -> isAt(office);
      case Actor.Service ignored -> true;
    };
  }

  /** Whether it has its seat at that office, or had its latest there. */
  private boolean isAt(OfficeId office) {
    SessionId session = booking == null ? history.lastSession() : booking.session();
    return session != null && session.office().equals(office);
  }

  /** Whether the person was a child on the day of applying. */
  public boolean child() {
    return applicant.guardian() != null;
  }

  /** The papers it needs, by the rules of the day it was made. */
  public List<Paper> papers() {
    return Papers.required(passport.kind(), child(), createdAt);
  }

  /** The file that fulfils a paper or is on its way to. */
  public Optional<Document> fileFor(Paper paper) {
    return documents.stream()
        .filter(document -> paper.accepts().contains(document.kind()))
        .findFirst();
  }

  public Optional<Document> document(DocumentId documentId) {
    return documents.stream().filter(document -> document.id().equals(documentId)).findFirst();
  }

  /** Papers without a verified file. */
  public List<DocumentKind> missing() {
    return papers().stream()
        .filter(paper -> fileFor(paper).filter(Document::verified).isEmpty())
        .map(Paper::kind)
        .toList();
  }

  /** The bill that counts: the paid one, else the open one. */
  public Optional<Bill> bill() {
    return billIn(Bill.State.PAID).or(() -> billIn(Bill.State.OPEN));
  }

  public Optional<Bill> paidBill() {
    return billIn(Bill.State.PAID);
  }

  private Optional<Bill> billIn(Bill.State state) {
    return bills.stream().filter(bill -> bill.state() == state).findFirst();
  }

  /** Whether what was paid for is that passport, in whichever lane. */
  public boolean isPaidFor(PassportRequest wanted) {
    return paidBill()
        .filter(
            bill ->
                Stream.of(Lane.values())
                    .map(lane -> Tariffs.fee(wanted, lane, createdAt))
                    .anyMatch(bill.fee()::isForTheSameAs))
        .isPresent();
  }

  /**
   * Whether money came for another passport than it is for now: no session costs what was paid, so
   * that the one that was paid for has to be asked for again before a seat can be had.
   */
  public boolean isPaidForAnother() {
    return status == Status.PAID_UNSCHEDULED && !isPaidFor(passport);
  }

  /** A bill that another has replaced, for the same things at the same price. */
  public Optional<Bill> replacedBillFor(Fee fee) {
    return bills.stream()
        .filter(bill -> bill.state() == Bill.State.VOID && bill.fee().equals(fee))
        .findFirst();
  }

  /** Where the latest seat was. */
  public @Nullable SessionId lastSession() {
    return history.lastSession();
  }

  /** How often a confirmed booking was moved. */
  public int rescheduled() {
    return history.rescheduled();
  }

  /** When its holds were left unpaid since then, newest first. */
  public List<Instant> expiriesSince(Instant moment) {
    return history.expiries().stream().filter(at -> at.isAfter(moment)).toList();
  }

  // ---- What happens to it ----

  /** The person corrected data before booking. Other papers may be needed now, or fewer. */
  public Application correct(
      PassportRequest newPassport,
      Applicant newApplicant,
      Identity newIdentity,
      Actor by,
      Instant now) {
    return revise()
        .passport(newPassport)
        .applicant(newApplicant)
        .identity(newIdentity)
        .settleDraft()
        .done(now, Event.CORRECTED, by, Map.of());
  }

  /** The passport that was paid for is asked for again. It may need other papers. */
  public Application askForWhatIsPaid(PassportRequest paidFor, Actor by, Instant now) {
    return revise()
        .status(Status.DRAFT)
        .passport(paidFor)
        .settleDraft()
        .done(now, Event.CORRECTED, by, Map.of());
  }

  public Application identified(Identity verdict, Actor by, Instant now) {
    return revise()
        .identity(verdict)
        .done(now, Event.IDENTITY_CHECKED, by, Map.of("verdict", verdict.verdict().name()));
  }

  /** A file was declared; another file for the same paper gives way. */
  public Application declare(Document document, Actor by, Instant now) {
    return revise()
        .documents(without(sharesPaperWith(document.kind())), document)
        .settleDraft()
        .done(now, Event.DOCUMENT_DECLARED, by, Map.of("kind", document.kind().name()));
  }

  public Application verified(Document document, Actor by, Instant now) {
    return revise()
        .documents(replaced(document.id(), Document::accepted))
        .settleDraft()
        .done(now, Event.DOCUMENT_VERIFIED, by, Map.of("kind", document.kind().name()));
  }

  public Application rejected(Document document, RejectionReason why, Actor by, Instant now) {
    return revise()
        .documents(replaced(document.id(), file -> file.rejected(why)))
        .settleDraft()
        .done(
            now,
            Event.DOCUMENT_REJECTED,
            by,
            Map.of("kind", document.kind().name(), "reason", why.name()));
  }

  public Application removed(Document document, Actor by, Instant now) {
    return revise()
        .documents(without(file -> file.id().equals(document.id())))
        .settleDraft()
        .done(now, Event.DOCUMENT_REMOVED, by, Map.of("kind", document.kind().name()));
  }

  /** A seat is bound: held until paid for, or confirmed where the fee is paid already. */
  public Application take(SeatBooking seat, Actor by, Instant now) {
    boolean paid = paidBill().isPresent();
    return revise()
        .status(paid ? Status.CONFIRMED : Status.AWAITING_PAYMENT)
        .booking(seat)
        .history(paid ? history.foundPaid() : history.tookUnpaid(now))
        .done(
            now,
            paid ? Event.SEAT_CHOSEN : Event.SEAT_HELD,
            by,
            Map.of("session", seat.session().toString()));
  }

  /** The booking moves to another seat; moving a confirmed one counts. */
  public Application move(SeatBooking seat, Actor by, Instant now) {
    boolean counts = status == Status.CONFIRMED;
    return revise()
        .booking(seat)
        .history(counts ? history.movedPaid() : history.tookUnpaid(now))
        .done(
            now,
            counts ? Event.SEAT_RESCHEDULED : Event.SEAT_MOVED,
            by,
            Map.of("session", seat.session().toString()));
  }

  /**
   * The same application with a bill that replaces the open one: a new one, or one that was
   * replaced before and counts again. Part of the step that takes or moves a seat.
   */
  public Application billed(Bill bill) {
    return withBills(
        Stream.concat(
                bills.stream()
                    .filter(old -> !old.code().equals(bill.code()))
                    .map(old -> old.state() == Bill.State.OPEN ? old.voided() : old),
                Stream.of(bill))
            .toList());
  }

  /** The office made the session of its seat longer or shorter. */
  public Application sessionEnds(Instant endsAt, Actor by, Instant now) {
    return revise()
        .booking(bound().until(endsAt))
        .done(
            now,
            Event.SESSION_CHANGED,
            by,
            Map.of(
                "session", bound().session().toString(),
                "minutes",
                    Long.toString(Duration.between(bound().startsAt(), endsAt).toMinutes())));
  }

  public Application giveBack(Actor by, Instant now) {
    return leaveSeat(Status.READY).done(now, Event.SEAT_GIVEN_BACK, by, Map.of());
  }

  public Application expire(Actor by, Instant now) {
    return leaveSeat(Status.READY)
        .history(past -> past.expired(now))
        .done(now, Event.HOLD_EXPIRED, by, Map.of());
  }

  public Application cancel(Actor by, Instant now) {
    return leaveSeat(Status.CANCELLED).done(now, Event.CANCELLED, by, Map.of());
  }

  /**
   * Its office lets it choose another seat: nothing counts, and nothing is to be paid unless its
   * money was taken back.
   */
  public Application reopen(String reason, Actor by, Instant now) {
    return leaveSeat(paidBill().isPresent() ? Status.PAID_UNSCHEDULED : Status.READY)
        .done(now, Event.BOOKING_REOPENED, by, Map.of("reason", reason));
  }

  /**
   * Raises the version, so that no hold attempted at the present one can be bound any more. Nobody
   * sees anything of it, and nothing is added to the application.
   */
  public Application fence() {
    return revise().fenced();
  }

  /**
   * Money settled one of its bills: it keeps its seat, or may pick one, or keeps the money until
   * its papers are complete. Money for a seat whose former money was taken back changes no status.
   */
  public Application pay(
      Bill settled, Bill.Payment payment, boolean keepsSeat, Actor by, Instant now) {
    Revision revision =
        switch (status) {
          case AWAITING_PAYMENT ->
              keepsSeat
                  ? revise().status(Status.CONFIRMED).booking(bound().paid())
                  : leaveSeat(Status.PAID_UNSCHEDULED).history(BookingHistory::paidTooLate);
          case READY -> revise().status(Status.PAID_UNSCHEDULED).history(history.paidTooLate());
          case DRAFT, CONFIRMED, CHECKED_IN, COMPLETED, NO_SHOW -> revise();
          case PAID_UNSCHEDULED, CANCELLED ->
              throw new IllegalStateException("nothing is to be paid in " + status);
        };
    return revision
        .bills(billsWith(settled.paid(payment)))
        .done(now, Event.PAYMENT_RECEIVED, by, Map.of("aggregator", payment.aggregator()));
  }

  /** Money came that settles nothing: its payer sees that it is here, and why it is kept. */
  public Application keepMoney(Bill bill, Receipt receipt, Actor by, Instant now) {
    return revise()
        .bills(billsWith(bill))
        .done(
            now,
            Event.PAYMENT_KEPT,
            by,
            Map.of(
                "money", String.valueOf(receipt.why()), "amount", Long.toString(receipt.amount())));
  }

  /**
   * Money was taken back. A seat stays until a person decides about it; without one there is
   * nothing left to pick a seat with.
   */
  public Application giveMoneyBack(
      Bill bill, Receipt receipt, boolean paidNoMore, Actor by, Instant now) {
    Revision revision = revise().bills(billsWith(bill));
    if (paidNoMore && status == Status.PAID_UNSCHEDULED) {
      revision.status(Status.READY);
    }
    return revision.done(
        now,
        Event.PAYMENT_RETURNED,
        by,
        Map.of(
            "money",
            paidNoMore ? "PAID_NO_MORE" : "RETURNED",
            "amount",
            Long.toString(receipt.returnedOf(bill.amount()))));
  }

  private List<Bill> billsWith(Bill changed) {
    return bills.stream().map(bill -> bill.code().equals(changed.code()) ? changed : bill).toList();
  }

  /** The seat that is bound; only to be asked in a live status. */
  public SeatBooking bound() {
    if (booking == null) {
      throw new IllegalStateException("no seat is bound in " + status);
    }
    return booking;
  }

  private Revision leaveSeat(Status next) {
    Revision revision = revise().status(next).booking(null);
    return booking == null ? revision : revision.history(history.left(booking.session()));
  }

  private Application withBills(List<Bill> newBills) {
    return new Application(
        id,
        account,
        version,
        revision,
        status,
        passport,
        applicant,
        identity,
        documents,
        newBills,
        booking,
        history,
        timeline,
        createdAt,
        registration);
  }

  private Predicate<Document> sharesPaperWith(DocumentKind kind) {
    List<DocumentKind> alternatives =
        papers().stream()
            .filter(paper -> paper.accepts().contains(kind))
            .findFirst()
            .map(Paper::accepts)
            .orElse(List.of(kind));
    return document -> alternatives.contains(document.kind());
  }

  private List<Document> without(Predicate<Document> leaving) {
    return documents.stream().filter(leaving.negate()).toList();
  }

  private List<Document> replaced(DocumentId documentId, UnaryOperator<Document> replacement) {
    return documents.stream()
        .map(document -> document.id().equals(documentId) ? replacement.apply(document) : document)
        .toList();
  }

  private Revision revise() {
    return new Revision(this);
  }
}
