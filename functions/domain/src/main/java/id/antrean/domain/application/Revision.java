package id.antrean.domain.application;

import id.antrean.domain.Actor;
import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.application.TimelineEntry.Event;
import id.antrean.domain.booking.BookingHistory;
import id.antrean.domain.booking.SeatBooking;
import id.antrean.domain.document.Document;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.domain.payment.Bill;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The next version of an application in the making: what is not said stays as it was. */
final class Revision {
  private final Application before;
  private Status status;
  private PassportRequest passport;
  private Applicant applicant;
  private Identity identity;
  private List<Document> documents;
  private List<Bill> bills;
  private @Nullable SeatBooking booking;
  private BookingHistory history;

  Revision(Application before) {
    this.before = before;
    this.status = before.status();
    this.passport = before.passport();
    this.applicant = before.applicant();
    this.identity = before.identity();
    this.documents = before.documents();
    this.bills = before.bills();
    this.booking = before.booking();
    this.history = before.history();
  }

  Revision status(Status next) {
    this.status = next;
    return this;
  }

  Revision passport(PassportRequest next) {
    this.passport = next;
    return this;
  }

  Revision applicant(Applicant next) {
    this.applicant = next;
    return this;
  }

  Revision identity(Identity next) {
    this.identity = next;
    return this;
  }

  Revision documents(List<Document> next) {
    this.documents = next;
    return this;
  }

  Revision documents(List<Document> kept, Document added) {
    List<Document> all = new ArrayList<>(kept);
    all.add(added);
    return documents(all);
  }

  Revision bills(List<Bill> next) {
    this.bills = next;
    return this;
  }

  Revision booking(@Nullable SeatBooking next) {
    this.booking = next;
    return this;
  }

  Revision history(BookingHistory next) {
    this.history = next;
    return this;
  }

  /** What has become of it in this very step, and more. */
  Revision history(UnaryOperator<BookingHistory> more) {
    return history(more.apply(history));
  }

  /**
   * While data and papers are open, complete papers make the difference between DRAFT, READY, and
   * paid and waiting for a seat.
   */
  Revision settleDraft() {
    if (status.open()) {
      Application now = build(before.revision(), before.timeline());
      boolean paid = now.paidBill().isPresent();
      status =
          !now.missing().isEmpty() ? Status.DRAFT : paid ? Status.PAID_UNSCHEDULED : Status.READY;
    }
    return this;
  }

  Application done(Instant now, Event event, Actor by, Map<String, String> details) {
    return build(
        before.revision() + 1, before.timeline().and(TimelineEntry.of(now, event, by, details)));
  }

  /** The next version, in which an applicant sees nothing new. */
  Application fenced() {
    return build(before.revision(), before.timeline().bounded());
  }

  private Application build(int revision, Timeline timeline) {
    return new Application(
        before.id(),
        before.account(),
        before.version() + 1,
        revision,
        status,
        passport,
        applicant,
        identity,
        documents,
        bills,
        booking,
        history,
        timeline,
        before.createdAt(),
        before.registration());
  }
}
