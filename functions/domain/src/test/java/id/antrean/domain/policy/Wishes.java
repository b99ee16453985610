package id.antrean.domain.policy;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.applicant.ProtectedNik;
import id.antrean.domain.applicant.Sex;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.DeskAccount;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.Booking;
import id.antrean.domain.booking.BookingHistory;
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
import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.Paper;
import id.antrean.domain.dossier.Dossier;
import id.antrean.domain.office.Calendars;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.Fee;
import id.antrean.domain.payment.Tariffs;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Siti asks for a seat: at eight on 7 December, at Cilegon, where she has hers if she has one. How
 * else she stands, and what else she asks for, a test says.
 *
 * @param booked whose seat she has
 * @param office whose seat she asks for, on that day in that lane
 */
record Wishes(
    Application application,
    Optional<Office> booked,
    Office office,
    LocalDate day,
    Lane lane,
    Instant now) {
  /** Monday 23 November 2026, nine o'clock in Cilegon. */
  static final Instant NOW = Calendars.at(Calendars.WIB, "2026-11-23T09:00");

  static final HoldTerms TERMS =
      new HoldTerms(Duration.ofHours(2), Duration.ofMinutes(3), 2, 3, 4, 30);
  static final Office CILEGON = Calendars.office(Calendars.WIB);
  static final Office DENPASAR = elsewhere("DPS");
  static final LocalDate DAY = Calendars.day("2026-12-07");
  static final PassportRequest PASSPORT =
      new PassportRequest(PassportRequest.Kind.NEW, PassportRequest.Type.ORDINARY, 10);

  /** Another passport, at the same price. */
  static final PassportRequest TWIN =
      new PassportRequest(PassportRequest.Kind.NEW, PassportRequest.Type.ELECTRONIC, 5);

  private static final LocalTime EIGHT = LocalTime.of(8, 0);
  private static final Bill.Payment PAYMENT = new Bill.Payment("bank", "p1", null, NOW, null);

  /** Another office, by the same clock. */
  private static Office elsewhere(String id) {
    return new Office(
        new OfficeId(id),
        id,
        CILEGON.address(),
        CILEGON.location(),
        CILEGON.zone(),
        CILEGON.services(),
        CILEGON.pattern(),
        CILEGON.rules());
  }

  // ---- How she stands ----

  /** She has no papers yet. */
  static Wishes draft() {
    Applicant siti =
        new Applicant(
            new ProtectedNik("************0001", "lookup", "sealed"),
            "SITI AMINAH",
            "SERANG",
            LocalDate.of(1995, 7, 1),
            Sex.FEMALE,
            "+6281200000001",
            null,
            null,
            List.of());
    Application application =
        Application.register(
            new ApplicationId("siti____________"),
            new Actor.Applicant("siti"),
            PASSPORT,
            siti,
            new Identity(IdentityVerdict.MATCHED, List.of(), NOW),
            NOW,
            null);
    return new Wishes(application, Optional.empty(), CILEGON, DAY, Lane.REGULAR, NOW);
  }

  /** All her papers are verified. */
  static Wishes ready() {
    return draft().papers(Document.State.VERIFIED);
  }

  /** She stands like that, and no money of hers is here. */
  static Wishes unpaid(Status status) {
    return status == Status.DRAFT ? draft() : ready().in(status);
  }

  /** She stands like that, and what a seat in the regular lane costs is paid. */
  static Wishes paid(Status status) {
    return unpaid(status).paid(fee(PASSPORT, Lane.REGULAR));
  }

  /** She holds a seat, and has to pay for it by then. */
  static Wishes payingBy(Instant deadline) {
    Wishes siti = ready();
    return siti.in(new Held(siti.seat(CILEGON, DAY), deadline));
  }

  /** Her booking stands like that, whatever her papers are. */
  Wishes in(Status status) {
    Seat seat = seat(CILEGON, DAY);
    return switch (status) {
      case DRAFT, READY -> in(new None());
      case AWAITING_PAYMENT -> in(new Held(seat, NOW.plus(TERMS.paymentWindow())));
      case CONFIRMED -> in(new Confirmed(seat));
      case CHECKED_IN -> in(new CheckedIn(seat, NOW));
      case PAID_UNSCHEDULED -> in(new PaidWithoutSeat());
      case COMPLETED -> in(new Visited(seat, Visit.COMPLETED));
      case NO_SHOW -> in(new Visited(seat, Visit.NO_SHOW));
      case CANCELLED -> in(new Cancelled());
    };
  }

  private Wishes in(BookingState state) {
    return with(new Booking(state, booking().bills(), booking().history()))
        .bookedAt(state instanceof Seated ? Optional.of(CILEGON) : Optional.empty());
  }

  /** That office registered her at its desk. */
  Wishes madeAtDeskOf(Office other) {
    Application made =
        new Application(
            application.id(),
            DeskAccount.of(other.id()),
            application.version(),
            application.revision(),
            dossier(),
            booking(),
            application.timeline(),
            application.registration());
    return new Wishes(made, booked, office, day, lane, now);
  }

  /** Those papers of hers were seen. */
  Wishes seen(DocumentKind... papers) {
    return with(dossier().seeing(List.of(papers)));
  }

  /** That is what the civil registry says of her. */
  Wishes known(IdentityVerdict verdict) {
    return with(dossier().identified(new Identity(verdict, List.of(), NOW)));
  }

  /** Her file for every paper is there on its way. */
  Wishes papers(Document.State state) {
    Wishes all = this;
    for (Paper paper : dossier().papers()) {
      all = all.paper(paper.kind(), state);
    }
    return all;
  }

  Wishes paper(DocumentKind kind, Document.State state) {
    DocumentId id = new DocumentId(kind.name());
    return with(
        dossier().declared(new Document(id, kind, ContentType.JPEG, 1, "sha", state, null, NOW)));
  }

  Wishes with(BookingHistory history) {
    return with(new Booking(booking().state(), booking().bills(), history));
  }

  /** With a bill that replaces the open one. */
  Wishes billed(Bill bill) {
    return with(booking().billed(bill));
  }

  /** That fee is what she has paid. */
  Wishes paid(Fee fee) {
    return billed(bill(fee).paid(PAYMENT));
  }

  /** Her seat is there and on that day. */
  Wishes seatAt(Office other, LocalDate date) {
    Seated seated = booking().seated().orElseThrow();
    return with(new Booking(seated.in(seat(other, date)), booking().bills(), booking().history()))
        .bookedAt(Optional.of(other));
  }

  /** Her seat, or that of her visit, is there and on that day. */
  Wishes placeAt(Office other, LocalDate date) {
    return booking().state() instanceof Visited(_, Visit how)
        ? in(new Visited(seat(other, date), how))
        : seatAt(other, date);
  }

  /** The office of her seat is none any more. */
  Wishes officeIsGone() {
    return bookedAt(Optional.empty());
  }

  // ---- What she asks for ----

  Wishes wants(PassportRequest passport) {
    return with(dossier().askingFor(passport));
  }

  Wishes asking(Office other) {
    return new Wishes(application, booked, other, day, lane, now);
  }

  Wishes on(LocalDate date) {
    return new Wishes(application, booked, office, date, lane, now);
  }

  Wishes in(Lane other) {
    return new Wishes(application, booked, office, day, other, now);
  }

  Wishes at(Instant moment) {
    return new Wishes(application, booked, office, day, lane, moment);
  }

  // ---- What rules are asked ----

  Wish wish() {
    return new Wish(
        application,
        office,
        booked,
        new SessionId(office.id(), day, EIGHT, lane),
        Tariffs.fee(dossier().passport(), lane, now),
        now);
  }

  Booking booking() {
    return application.booking();
  }

  Dossier dossier() {
    return application.dossier();
  }

  static Fee fee(PassportRequest passport, Lane lane) {
    return Tariffs.fee(passport, lane, NOW);
  }

  /** An open one. Its code is its amount's, so that bills of different fees have their own. */
  static Bill bill(Fee fee) {
    return Bill.issue(new BillingCode("8%014d".formatted(fee.amount())), fee, NOW);
  }

  private Wishes bookedAt(Optional<Office> other) {
    return new Wishes(application, other, office, day, lane, now);
  }

  private Wishes with(Dossier dossier) {
    return with(dossier, booking());
  }

  private Wishes with(Booking booking) {
    return with(dossier(), booking);
  }

  private Wishes with(Dossier dossier, Booking booking) {
    Application changed =
        new Application(
            application.id(),
            application.account(),
            application.version(),
            application.revision(),
            dossier,
            booking,
            application.timeline(),
            application.registration());
    return new Wishes(changed, booked, office, day, lane, now);
  }

  private Seat seat(Office at, LocalDate date) {
    ZonedDateTime start = date.atTime(EIGHT).atZone(at.zone());
    return new Seat(
        new SessionId(at.id(), date, EIGHT, Lane.REGULAR),
        new HoldId(application.id(), application.version()),
        start.toInstant(),
        start.plusHours(1).toInstant(),
        at.zone());
  }
}
