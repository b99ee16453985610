package id.antrean.aws.applications;

import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Event;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.RejectionReason;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.PayChannel;
import id.antrean.domain.payment.Resolution;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an event has to say beside its name, as a map of texts. What a former version did not keep
 * is read as not known.
 */
final class EventDetails {
  private static final String PAID_NO_MORE = "PAID_NO_MORE";

  private EventDetails() {}

  static ItemWriter of(Event event) {
    ItemWriter details = new ItemWriter();
    return switch (event) {
      case Event.Registered _, Event.Corrected _, Event.BookingRepaired _ -> details;
      case Event.IdentityChecked(IdentityVerdict verdict) ->
          details.text("verdict", verdict.name());
      case Event.DocumentDeclared(DocumentKind document) -> details.text("kind", document.name());
      case Event.DocumentVerified(DocumentKind document) -> details.text("kind", document.name());
      case Event.DocumentRejected(DocumentKind document, RejectionReason reason) ->
          details.text("kind", document.name()).text("reason", reason.name());
      case Event.DocumentRemoved(DocumentKind document) -> details.text("kind", document.name());
      case Event.DocumentAccepted(DocumentKind document) -> details.text("kind", document.name());
      case Event.DocumentSeen(DocumentKind document) -> details.text("kind", document.name());
      case Event.DocumentSentBack(DocumentKind document, String reason) ->
          details.text("kind", document.name()).text("reason", reason);
      case Event.IdentityDecided(IdentityVerdict verdict, String reason) ->
          details.text("verdict", verdict.name()).text("reason", reason);
      case Event.OfficeNoted(String note) -> details.text("note", note);
      case Event.SeatHeld(SessionId session, Instant payBy) ->
          details.text("session", text(session)).text("payBy", text(payBy));
      case Event.SeatMoved(SessionId from, SessionId session) ->
          details.text("from", text(from)).text("session", text(session));
      case Event.SeatGivenBack(SessionId session) -> details.text("session", text(session));
      case Event.SeatRescheduled(SessionId from, SessionId session) ->
          details.text("from", text(from)).text("session", text(session));
      case Event.HoldExpired(SessionId session) -> details.text("session", text(session));
      case Event.PaymentReceived(
              BillingCode bill,
              String aggregator,
              String channel,
              SessionId session) ->
          details
              .text("bill", bill == null ? null : bill.value())
              .text("aggregator", aggregator)
              .text("channel", channel)
              .text("session", text(session));
      case Event.PaymentKept(ExceptionReason why, long amount) ->
          details.text("money", why.name()).text("amount", Long.toString(amount));
      case Event.PaymentReturned(boolean paidNoMore, long amount) ->
          details
              .text("money", paidNoMore ? PAID_NO_MORE : "RETURNED")
              .text("amount", Long.toString(amount));
      case Event.PaymentResolved(Resolution.Action action, long amount) ->
          details.text("action", action.name()).text("amount", Long.toString(amount));
      case Event.PaymentCodeIssued(PayChannel channel, String aggregator) ->
          details.text("channel", channel.name()).text("aggregator", aggregator);
      case Event.SeatChosen(SessionId session) -> details.text("session", text(session));
      case Event.SessionChanged(SessionId session, int minutes) ->
          details.text("session", text(session)).text("minutes", Integer.toString(minutes));
      case Event.BookingReopened(SessionId session, String reason) ->
          details.text("session", text(session)).text("reason", reason);
      case Event.Cancelled(SessionId session) -> details.text("session", text(session));
      case Event.SessionClosed(SessionId session, String reason, boolean paid) ->
          details
              .text("session", text(session))
              .text("reason", reason)
              .text("paid", Boolean.toString(paid));
      case Event.CheckedIn(SessionId session) -> details.text("session", text(session));
      case Event.Completed(SessionId session, Duration waited) ->
          details.text("session", text(session)).text("waited", text(waited));
      case Event.NoShow(SessionId session) -> details.text("session", text(session));
      case Event.ComesAgain(SessionId session, String reason, Duration waited) ->
          details
              .text("session", text(session))
              .text("reason", reason)
              .text("waited", text(waited));
    };
  }

  static Event event(Event.Kind kind, ItemReader details) {
    return switch (kind) {
      case REGISTERED -> new Event.Registered();
      case CORRECTED -> new Event.Corrected();
      case BOOKING_REPAIRED -> new Event.BookingRepaired();
      case IDENTITY_CHECKED ->
          new Event.IdentityChecked(IdentityVerdict.valueOf(details.text("verdict")));
      case DOCUMENT_DECLARED -> new Event.DocumentDeclared(document(details));
      case DOCUMENT_VERIFIED -> new Event.DocumentVerified(document(details));
      case DOCUMENT_REJECTED ->
          new Event.DocumentRejected(
              document(details), RejectionReason.valueOf(details.text("reason")));
      case DOCUMENT_REMOVED -> new Event.DocumentRemoved(document(details));
      case DOCUMENT_ACCEPTED -> new Event.DocumentAccepted(document(details));
      case DOCUMENT_SEEN -> new Event.DocumentSeen(document(details));
      case DOCUMENT_SENT_BACK ->
          new Event.DocumentSentBack(document(details), details.text("reason"));
      case IDENTITY_DECIDED ->
          new Event.IdentityDecided(
              IdentityVerdict.valueOf(details.text("verdict")), details.text("reason"));
      case OFFICE_NOTED -> new Event.OfficeNoted(details.text("note"));
      case SEAT_HELD -> new Event.SeatHeld(known(details, "session"), payBy(details));
      case SEAT_MOVED -> new Event.SeatMoved(session(details, "from"), known(details, "session"));
      case SEAT_GIVEN_BACK -> new Event.SeatGivenBack(session(details, "session"));
      case SEAT_RESCHEDULED ->
          new Event.SeatRescheduled(session(details, "from"), known(details, "session"));
      case HOLD_EXPIRED -> new Event.HoldExpired(session(details, "session"));
      case PAYMENT_RECEIVED ->
          new Event.PaymentReceived(
              Optional.ofNullable(details.textOrNull("bill")).map(BillingCode::new).orElse(null),
              details.text("aggregator"),
              details.textOrNull("channel"),
              session(details, "session"));
      case PAYMENT_KEPT ->
          new Event.PaymentKept(
              ExceptionReason.valueOf(details.text("money")),
              Long.parseLong(details.text("amount")));
      case PAYMENT_RETURNED ->
          new Event.PaymentReturned(
              details.text("money").equals(PAID_NO_MORE), Long.parseLong(details.text("amount")));
      case PAYMENT_RESOLVED ->
          new Event.PaymentResolved(
              Resolution.Action.valueOf(details.text("action")),
              Long.parseLong(details.text("amount")));
      case PAYMENT_CODE_ISSUED ->
          new Event.PaymentCodeIssued(
              PayChannel.valueOf(details.text("channel")), details.text("aggregator"));
      case SEAT_CHOSEN -> new Event.SeatChosen(known(details, "session"));
      case SESSION_CHANGED ->
          new Event.SessionChanged(
              known(details, "session"), Integer.parseInt(details.text("minutes")));
      case BOOKING_REOPENED ->
          new Event.BookingReopened(session(details, "session"), details.text("reason"));
      case CANCELLED -> new Event.Cancelled(session(details, "session"));
      case SESSION_CLOSED ->
          new Event.SessionClosed(
              known(details, "session"),
              details.text("reason"),
              Boolean.parseBoolean(details.text("paid")));
      case CHECKED_IN -> new Event.CheckedIn(known(details, "session"));
      case COMPLETED -> new Event.Completed(known(details, "session"), waited(details));
      case NO_SHOW -> new Event.NoShow(known(details, "session"));
      case COMES_AGAIN ->
          new Event.ComesAgain(known(details, "session"), details.text("reason"), waited(details));
    };
  }

  private static DocumentKind document(ItemReader details) {
    return DocumentKind.valueOf(details.text("kind"));
  }

  private static SessionId known(ItemReader details, String name) {
    return SessionId.parse(details.text(name)).orElseThrow();
  }

  private static @Nullable SessionId session(ItemReader details, String name) {
    return details.has(name) ? known(details, name) : null;
  }

  private static @Nullable Instant payBy(ItemReader details) {
    String text = details.textOrNull("payBy");
    return text == null ? null : Instant.parse(text);
  }

  private static @Nullable Duration waited(ItemReader details) {
    String text = details.textOrNull("waited");
    return text == null ? null : Duration.parse(text);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
