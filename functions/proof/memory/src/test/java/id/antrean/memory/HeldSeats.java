package id.antrean.memory;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;

import id.antrean.domain.application.Application;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.Tariffs;
import java.time.Duration;
import java.time.Instant;

/** What the tests of money begin with: a seat that is held, and a bill for it. */
final class HeldSeats {
  static final SessionId EIGHT = sessionId("08:00", Lane.REGULAR);
  static final Instant DEADLINE = NOW.plus(Duration.ofHours(2));

  private HeldSeats() {}

  static Bill bill(String code, Lane lane) {
    return Bill.issue(
        new BillingCode(code), Tariffs.fee(ready("siti").dossier().passport(), lane, NOW), NOW);
  }

  static Application held(Application application) {
    Session session = session(EIGHT, 5);
    return application.hold(
        new Seat(
            EIGHT,
            new HoldId(application.id(), application.version()),
            session.startsAt(),
            session.endsAt(),
            CILEGON.zone()),
        DEADLINE,
        account("siti"),
        NOW);
  }
}
