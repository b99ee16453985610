package id.antrean.memory;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.applicant.ProtectedNik;
import id.antrean.domain.applicant.Sex;
import id.antrean.domain.application.Application;
import id.antrean.domain.booking.Booking;
import id.antrean.domain.booking.BookingState;
import id.antrean.domain.booking.BookingState.Held;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.Paper;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.Tariffs;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** People, offices and sessions for tests. Identity numbers are of a region that does not exist. */
public final class Samples {
  /** Monday 23 November 2026, 09:00 in Jakarta. */
  public static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  /** What people ask for. */
  public static final PassportRequest PASSPORT =
      new PassportRequest(PassportRequest.Kind.NEW, PassportRequest.Type.ELECTRONIC, 10);

  /** Every passport, for every reason, in every lane. */
  public static final List<Office.Service> EVERY_SERVICE =
      Stream.of(PassportRequest.Type.values())
          .map(
              type ->
                  new Office.Service(
                      type, List.of(PassportRequest.Kind.values()), List.of(Lane.values())))
          .toList();

  public static final Office CILEGON = office("CLG", "Asia/Jakarta", 1);

  private Samples() {}

  /** An office that makes every passport, whose day begins at its zone's midnight. */
  public static Office office(String id, String zone, int rescheduleLimit) {
    return office(id, zone, rescheduleLimit, EVERY_SERVICE);
  }

  public static Office office(
      String id, String zone, int rescheduleLimit, List<Office.Service> services) {
    return new Office(
        new OfficeId(id),
        id,
        "Jalan Raya",
        new Office.Location(-6.0, 106.0),
        ZoneId.of(zone),
        services,
        List.of(),
        Office.Rules.of(rescheduleLimit, 1));
  }

  public static SessionId sessionId(String time, Lane lane) {
    return new SessionId(CILEGON.id(), LocalDate.of(2026, 12, 7), LocalTime.parse(time), lane);
  }

  public static Session session(SessionId id, int quota) {
    return session(CILEGON, id, quota);
  }

  public static Session session(Office office, SessionId id, int quota) {
    return new Session(
        id,
        office.zone(),
        Duration.ofHours(1),
        quota,
        Session.State.OPEN,
        NOW.minusSeconds(60),
        Set.of(),
        null);
  }

  public static Actor.Applicant account(String name) {
    return new Actor.Applicant(name);
  }

  /** A draft of that person; the name makes the id, the account and the identity number. */
  public static Application draft(String name) {
    return draft(name, name);
  }

  /** A draft of that person on an account that may be another's. */
  public static Application draft(String name, String account) {
    return draft(name, account, name);
  }

  /** A draft on an account, for a person who may have other applications. */
  public static Application draft(String name, String account, String person) {
    return Application.register(
        new ApplicationId((name + "_______________").substring(0, 16)),
        account(account),
        PASSPORT,
        applicant(name, person),
        new Identity(IdentityVerdict.MATCHED, List.of(), NOW),
        NOW,
        null);
  }

  /** Somebody of that name who is that person. */
  public static Applicant applicant(String name, String person) {
    return new Applicant(
        new ProtectedNik("************0001", "lookup-" + person, "sealed"),
        name,
        "SERANG",
        LocalDate.of(1995, 7, 1),
        Sex.FEMALE,
        "+6281200000001",
        null,
        null,
        List.of());
  }

  /** All papers verified. */
  public static Application ready(String name) {
    return ready(name, name);
  }

  public static Application ready(String name, String account) {
    return ready(name, account, name);
  }

  /** All papers verified, for a person who may have other applications. */
  public static Application ready(String name, String account, String person) {
    Application application = draft(name, account, person);
    for (Paper paper : application.dossier().papers()) {
      Document document =
          new Document(
              new DocumentId(paper.kind().name()),
              paper.kind(),
              ContentType.JPEG,
              1,
              "sha",
              Document.State.AWAITING_UPLOAD,
              null,
              NOW);
      application =
          application
              .declare(document, account(account), NOW)
              .verified(document, new Actor.Service("uploads"), NOW);
    }
    return application;
  }

  /** Somebody ready who has a seat in that session that is paid for. */
  public static Application confirmed(Application ready, Session session) {
    Actor.Applicant account = account(ready.account());
    Seat seat =
        new Seat(
            session.id(),
            new HoldId(ready.id(), ready.version()),
            session.startsAt(),
            session.endsAt(),
            session.zone());
    Bill bill =
        Bill.issue(
            new BillingCode("8%014d".formatted(Arrays.hashCode(ready.id().bytes()) & 0x7fffffffL)),
            Tariffs.fee(ready.dossier().passport(), session.id().lane(), NOW),
            NOW);
    return ready
        .hold(seat, NOW, account, NOW)
        .billed(bill)
        .pay(
            bill,
            new Bill.Payment("bank", "paid-by-" + ready.id(), null, NOW, null),
            true,
            account,
            NOW);
  }

  /** The notice that a bill's own amount was paid, under that payment's id. */
  public static PaymentNotification paid(Bill bill, String paymentId) {
    return new PaymentNotification(
        "bank",
        "notice-" + paymentId,
        paymentId,
        bill.code().value(),
        bill.amount(),
        PaymentNotification.NOT_TOLD,
        "IDR",
        PaymentNotification.Kind.PAID,
        NOW,
        "bank_transfer",
        null);
  }

  /** Its hold was not paid for in time. */
  public static Application expired(Application held, Actor by, Instant now) {
    return held.expire((Held) held.booking().state(), by, now);
  }

  /** Its seat was given back. */
  public static Application givenBack(Application seated, Actor by, Instant now) {
    return seated.giveBack(seated.booking().seated().orElseThrow(), by, now);
  }

  /** The same with its booking in that state: as a function that is not asked here leaves it. */
  public static Application standing(Application application, BookingState state) {
    Booking booking = application.booking();
    return Altered.with(application, new Booking(state, booking.bills(), booking.history()));
  }
}
