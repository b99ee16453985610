package id.antrean.gateway.view;

import static id.antrean.memory.Samples.NOW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.domain.Actor;
import id.antrean.domain.OfficeId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.BookingState;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.Receipt;
import id.antrean.domain.payment.Tariffs;
import id.antrean.memory.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** An application's seat in Jayapura on Monday at eight, and the bill for it. */
final class Seated {
  static final Actor.Applicant SITI = new Actor.Applicant("siti");
  static final String CODE = "812345678901234";
  private static final ZoneId ZONE = ZoneId.of("Asia/Jayapura");
  private static final LocalDate DAY = LocalDate.of(2026, 12, 7);

  private Seated() {}

  /** Held and billed, with whatever money is on record of the bill. */
  static Application in(Lane lane, Application application, Receipt... receipts) {
    return application
        .hold(seat(lane, application), NOW.plus(Duration.ofHours(2)), SITI, NOW)
        .billed(bill(lane, application, receipts));
  }

  static Seat seat(Lane lane, Application application) {
    return new Seat(
        new SessionId(new OfficeId("JAP"), DAY, LocalTime.of(8, 0), lane),
        new HoldId(application.id(), application.version()),
        DAY.atTime(8, 0).atZone(ZONE).toInstant(),
        DAY.atTime(9, 0).atZone(ZONE).toInstant(),
        ZONE);
  }

  private static Seat seat(Application application) {
    return application.booking().seat().orElseGet(() -> seat(Lane.REGULAR, application));
  }

  static Bill bill(Lane lane, Application application, Receipt... receipts) {
    return new Bill(
        new BillingCode(CODE),
        Tariffs.fee(application.dossier().passport(), lane, NOW),
        NOW,
        Bill.State.OPEN,
        null,
        List.of(receipts));
  }

  /** The same application after its bill was paid. */
  static Application paid(Application application, boolean keepsSeat) {
    return application.pay(
        application.booking().bill().orElseThrow(),
        new Bill.Payment("bank", "p-1", "atm", NOW.plusSeconds(60), "NTPN1"),
        keepsSeat,
        new Actor.Service("payments"),
        NOW.plusSeconds(60));
  }

  /** The same application with its booking as that status has it. */
  static Application as(Status status, Application application) {
    return Samples.standing(
        application,
        switch (status) {
          case AWAITING_PAYMENT -> new BookingState.Held(seat(application), NOW);
          case CONFIRMED -> new BookingState.Confirmed(seat(application));
          case CHECKED_IN -> new BookingState.CheckedIn(seat(application), NOW);
          case PAID_UNSCHEDULED -> new BookingState.PaidWithoutSeat();
          case COMPLETED ->
              new BookingState.Visited(seat(application), BookingState.Visit.COMPLETED);
          case NO_SHOW -> new BookingState.Visited(seat(application), BookingState.Visit.NO_SHOW);
          case CANCELLED -> new BookingState.Cancelled();
          case DRAFT, READY -> new BookingState.None();
        });
  }

  static Instant later() {
    return NOW.plus(Duration.ofHours(3));
  }

  /** As a client gets it. */
  static JsonNode json(Record view) {
    return new ObjectMapper().valueToTree(view);
  }
}
