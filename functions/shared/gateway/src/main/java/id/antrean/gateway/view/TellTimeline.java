package id.antrean.gateway.view;

import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.TimelineEntry;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.PayChannel;
import id.antrean.domain.payment.Resolution;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.gateway.Language;
import id.antrean.gateway.Messages;
import id.antrean.gateway.Times;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an application, in the reader's language: sessions by office, day and time, in
 * the time of the office where the application's seat is or was last.
 */
public final class TellTimeline {
  private final FindOffice offices;
  private final Language language;
  private final @Nullable ZoneId zone;

  public TellTimeline(Application application, FindOffice offices, Language language) {
    this.offices = offices;
    this.language = language;
    this.zone = zone(application);
  }

  private @Nullable ZoneId zone(Application application) {
    return application
        .booking()
        .seat()
        .map(Seat::zone)
        .or(
            () ->
                application
                    .booking()
                    .latestSession()
                    .flatMap(last -> offices.find(last.office()))
                    .map(Office::zone))
        .orElse(null);
  }

  public TimelineEntryView of(TimelineEntry entry) {
    String name = entry.event().kind().name();
    return new TimelineEntryView(
        Times.at(entry.at(), zone),
        name,
        Messages.text(language, "timeline." + name, subject(entry.event())));
  }

  /** The one thing that the sentence is about: a paper, a verdict, money or a session. */
  private String subject(Event event) {
    return switch (event) {
      case Event.DocumentDeclared(DocumentKind document) -> paper(document);
      case Event.DocumentVerified(DocumentKind document) -> paper(document);
      case Event.DocumentRejected(DocumentKind document, _) -> paper(document);
      case Event.DocumentRemoved(DocumentKind document) -> paper(document);
      case Event.DocumentAccepted(DocumentKind document) -> paper(document);
      case Event.DocumentSeen(DocumentKind document) -> paper(document);
      case Event.DocumentSentBack(DocumentKind document, String reason) ->
          Messages.text(language, "sent-back", paper(document), reason);
      case Event.IdentityDecided(IdentityVerdict verdict, String reason) ->
          Messages.text(language, "decided", verdict(verdict), reason);
      case Event.OfficeNoted(String note) -> note;
      case Event.IdentityChecked(IdentityVerdict verdict) -> verdict(verdict);
      case Event.BookingReopened(_, String reason) -> reason;
      case Event.PaymentKept(ExceptionReason why, long amount) ->
          RefundView.sentence(why.name(), amount, language);
      case Event.PaymentReturned(boolean paidNoMore, long amount) ->
          RefundView.sentence(paidNoMore ? "PAID_NO_MORE" : "RETURNED", amount, language);
      case Event.PaymentResolved(Resolution.Action action, long amount) ->
          RefundView.sentence(
              "RESOLVED." + (amount == 0 ? "NOTHING" : action.name()), amount, language);
      case Event.PaymentCodeIssued(PayChannel channel, _) ->
          Messages.text(language, "pay." + channel.name() + ".name");
      case Event.SeatHeld(SessionId session, _) -> session(session);
      case Event.SeatMoved(_, SessionId session) -> session(session);
      case Event.SeatRescheduled(_, SessionId session) -> session(session);
      case Event.SeatChosen(SessionId session) -> session(session);
      case Event.SessionChanged(SessionId session, int minutes) ->
          SessionText.said(session, minutes, offices.find(session.office()), language);
      case Event.SessionClosed(SessionId session, String reason, boolean paid) ->
          Messages.text(language, paid ? "closed.paid" : "closed.unpaid", session(session), reason);
      case Event.CheckedIn(SessionId session) -> session(session);
      case Event.NoShow(SessionId session) -> session(session);
      case Event.ComesAgain(_, String reason, _) -> reason;
      case Event.Registered _,
          Event.Corrected _,
          Event.SeatGivenBack _,
          Event.HoldExpired _,
          Event.BookingRepaired _,
          Event.PaymentReceived _,
          Event.Cancelled _,
          Event.Completed _ ->
          "";
    };
  }

  private String verdict(IdentityVerdict verdict) {
    return Messages.text(language, "verdict." + verdict.name());
  }

  private String paper(DocumentKind document) {
    return Messages.text(language, "paper." + document.name());
  }

  private String session(SessionId session) {
    return SessionText.said(session, offices.find(session.office()), language);
  }
}
