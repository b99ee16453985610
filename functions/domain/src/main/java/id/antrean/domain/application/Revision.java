package id.antrean.domain.application;

import id.antrean.domain.Actor;
import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.application.TimelineEntry.Event;
import id.antrean.domain.booking.SeatBooking;
import id.antrean.domain.document.Document;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private @Nullable SessionId lastSession;
  private int rescheduled;

  Revision(Application before) {
    this.before = before;
    this.status = before.status();
    this.passport = before.passport();
    this.applicant = before.applicant();
    this.identity = before.identity();
    this.documents = before.documents();
    this.bills = before.bills();
    this.booking = before.booking();
    this.lastSession = before.lastSession();
    this.rescheduled = before.rescheduled();
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

  Revision lastSession(SessionId next) {
    this.lastSession = next;
    return this;
  }

  Revision rescheduled(int next) {
    this.rescheduled = next;
    return this;
  }

  /**
   * While data and papers are open, complete papers make the difference between DRAFT, READY, and
   * paid and waiting for a seat.
   */
  Revision settleDraft() {
    if (status.open()) {
      Application now = build(before.timeline());
      boolean paid = now.paidBill().isPresent();
      status =
          !now.missing().isEmpty() ? Status.DRAFT : paid ? Status.PAID_UNSCHEDULED : Status.READY;
    }
    return this;
  }

  Application done(Instant now, Event event, Actor by, Map<String, String> details) {
    List<TimelineEntry> timeline = new ArrayList<>(before.timeline());
    timeline.add(TimelineEntry.of(now, event, by, details));
    return build(timeline);
  }

  private Application build(List<TimelineEntry> timeline) {
    return new Application(
        before.id(),
        before.account(),
        before.version() + 1,
        status,
        passport,
        applicant,
        identity,
        documents,
        bills,
        booking,
        lastSession,
        rescheduled,
        timeline,
        before.createdAt(),
        before.registration());
  }
}
