package id.antrean.domain.policy;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;

import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.Tariffs;
import id.antrean.memory.Samples;
import java.time.Duration;
import java.time.Instant;

/** Somebody who wants a seat at eight, and how they may stand. */
final class Wishes {
  static final SessionId EIGHT = Samples.sessionId("08:00", Lane.REGULAR);
  static final HoldTerms TERMS =
      new HoldTerms(Duration.ofHours(2), Duration.ofMinutes(3), 2, 3, 4, 30);
  static final Actor SITI = Samples.account("siti");

  private Wishes() {}

  static Wish of(Application application) {
    return at(application, NOW);
  }

  static Wish at(Application application, Instant now) {
    return in(EIGHT, application, now);
  }

  static Wish in(SessionId session, Application application, Instant now) {
    return at(CILEGON, session, application, now);
  }

  static Wish at(Office office, SessionId session, Application application, Instant now) {
    return new Wish(
        application,
        office,
        application.booking().seat().map(seat -> CILEGON),
        session,
        Tariffs.fee(application.dossier().passport(), session.lane(), now),
        now);
  }

  static Seat seat(Application application) {
    Session session = Samples.session(EIGHT, 5);
    return new Seat(
        EIGHT,
        new HoldId(application.id(), application.version()),
        session.startsAt(),
        session.endsAt(),
        session.zone());
  }

  static Application held() {
    Application ready = Samples.ready("siti");
    return ready.hold(seat(ready), NOW.plus(TERMS.paymentWindow()), SITI, NOW).billed(bill(ready));
  }

  static Application confirmed() {
    Application held = held();
    Bill.Payment payment = new Bill.Payment("bank", "p1", null, NOW, null);
    return held.pay(held.booking().bills().getFirst(), payment, true, SITI, NOW);
  }

  private static Bill bill(Application application) {
    return Bill.issue(
        new BillingCode("800000000000001"),
        Tariffs.fee(application.dossier().passport(), Lane.REGULAR, NOW),
        NOW);
  }
}
