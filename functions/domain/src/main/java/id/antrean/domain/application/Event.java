package id.antrean.domain.application;

import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.RejectionReason;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.PayChannel;
import id.antrean.domain.payment.Resolution;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an application, in one step of it. It is told to its applicant as a timeline and
 * to whoever reads the applications' stream; nothing is decided by it.
 *
 * <p>What is null here though it is always known was not kept by a former version.
 */
public sealed interface Event {

  /** By what name it is kept and told. */
  default Kind kind() {
    return switch (this) {
      case Registered _ -> Kind.REGISTERED;
      case IdentityChecked _ -> Kind.IDENTITY_CHECKED;
      case Corrected _ -> Kind.CORRECTED;
      case DocumentDeclared _ -> Kind.DOCUMENT_DECLARED;
      case DocumentVerified _ -> Kind.DOCUMENT_VERIFIED;
      case DocumentRejected _ -> Kind.DOCUMENT_REJECTED;
      case DocumentRemoved _ -> Kind.DOCUMENT_REMOVED;
      case DocumentAccepted _ -> Kind.DOCUMENT_ACCEPTED;
      case DocumentSentBack _ -> Kind.DOCUMENT_SENT_BACK;
      case IdentityDecided _ -> Kind.IDENTITY_DECIDED;
      case OfficeNoted _ -> Kind.OFFICE_NOTED;
      case DocumentSeen _ -> Kind.DOCUMENT_SEEN;
      case SeatHeld _ -> Kind.SEAT_HELD;
      case SeatMoved _ -> Kind.SEAT_MOVED;
      case SeatGivenBack _ -> Kind.SEAT_GIVEN_BACK;
      case SeatRescheduled _ -> Kind.SEAT_RESCHEDULED;
      case HoldExpired _ -> Kind.HOLD_EXPIRED;
      case BookingRepaired _ -> Kind.BOOKING_REPAIRED;
      case PaymentReceived _ -> Kind.PAYMENT_RECEIVED;
      case PaymentKept _ -> Kind.PAYMENT_KEPT;
      case PaymentReturned _ -> Kind.PAYMENT_RETURNED;
      case PaymentCodeIssued _ -> Kind.PAYMENT_CODE_ISSUED;
      case PaymentResolved _ -> Kind.PAYMENT_RESOLVED;
      case SeatChosen _ -> Kind.SEAT_CHOSEN;
      case SessionChanged _ -> Kind.SESSION_CHANGED;
      case BookingReopened _ -> Kind.BOOKING_REOPENED;
      case Cancelled _ -> Kind.CANCELLED;
      case SessionClosed _ -> Kind.SESSION_CLOSED;
      case CheckedIn _ -> Kind.CHECKED_IN;
      case Completed _ -> Kind.COMPLETED;
      case NoShow _ -> Kind.NO_SHOW;
      case ComesAgain _ -> Kind.COMES_AGAIN;
    };
  }

  /** The names of all that can happen: clients know them, and they are what is stored. */
  enum Kind {
    REGISTERED,
    IDENTITY_CHECKED,
    CORRECTED,
    DOCUMENT_DECLARED,
    DOCUMENT_VERIFIED,
    DOCUMENT_REJECTED,
    DOCUMENT_REMOVED,
    SEAT_HELD,
    SEAT_MOVED,
    SEAT_GIVEN_BACK,
    SEAT_RESCHEDULED,
    HOLD_EXPIRED,
    BOOKING_REPAIRED,
    PAYMENT_RECEIVED,
    PAYMENT_KEPT,
    PAYMENT_RETURNED,
    PAYMENT_CODE_ISSUED,
    PAYMENT_RESOLVED,
    SEAT_CHOSEN,
    SESSION_CHANGED,
    BOOKING_REOPENED,
    CANCELLED,
    SESSION_CLOSED,
    CHECKED_IN,
    COMPLETED,
    NO_SHOW,
    COMES_AGAIN,
    DOCUMENT_ACCEPTED,
    DOCUMENT_SENT_BACK,
    IDENTITY_DECIDED,
    OFFICE_NOTED,
    DOCUMENT_SEEN
  }

  record Registered() implements Event {}

  /** The civil registry gave its verdict. */
  record IdentityChecked(IdentityVerdict verdict) implements Event {}

  /** Data or the passport asked for were corrected. */
  record Corrected() implements Event {}

  record DocumentDeclared(DocumentKind document) implements Event {}

  record DocumentVerified(DocumentKind document) implements Event {}

  record DocumentRejected(DocumentKind document, RejectionReason reason) implements Event {}

  record DocumentRemoved(DocumentKind document) implements Event {}

  /** The paper itself lay on the desk where the person was registered. */
  record DocumentSeen(DocumentKind document) implements Event {}

  /** The office looked at a paper before the visit, and it will do. */
  record DocumentAccepted(DocumentKind document) implements Event {}

  /**
   * The office looked at a paper before the visit, and wants another.
   *
   * @param reason in the office's words; no personal data
   */
  record DocumentSentBack(DocumentKind document, String reason) implements Event {}

  /**
   * The office decided what the civil registry left open.
   *
   * @param reason in the office's words; no personal data
   */
  record IdentityDecided(IdentityVerdict verdict, String reason) implements Event {}

  /**
   * The office tells the applicant something.
   *
   * @param note in the office's words; no personal data
   */
  record OfficeNoted(String note) implements Event {}

  /** A seat is held until it is paid for. */
  record SeatHeld(SessionId session, @Nullable Instant payBy) implements Event {}

  /** A seat that is held was exchanged for another, with the same deadline. */
  record SeatMoved(@Nullable SessionId from, SessionId session) implements Event {}

  record SeatGivenBack(@Nullable SessionId session) implements Event {}

  /** A seat that is paid for was exchanged for another. */
  record SeatRescheduled(@Nullable SessionId from, SessionId session) implements Event {}

  /** A seat was not paid for in time, and is free. */
  record HoldExpired(@Nullable SessionId session) implements Event {}

  /** What a former version told of a crash that it had put right. */
  record BookingRepaired() implements Event {}

  /**
   * Money settled a bill.
   *
   * @param channel in the aggregator's words; null where it does not say
   * @param session where the seat is that it is for, or was last; null where there never was one
   */
  record PaymentReceived(
      @Nullable BillingCode bill,
      String aggregator,
      @Nullable String channel,
      @Nullable SessionId session)
      implements Event {}

  /**
   * Money came that settles nothing: it is kept, and somebody looks after it.
   *
   * @param amount whole units of the currency it came in
   */
  record PaymentKept(ExceptionReason why, long amount) implements Event {}

  /**
   * Money was taken back by whoever brought it.
   *
   * @param amount whole rupiah that went back so far
   */
  record PaymentReturned(boolean paidNoMore, long amount) implements Event {}

  /**
   * Its office decided what becomes of money that settled nothing.
   *
   * @param amount whole units of the currency it came in
   */
  record PaymentResolved(Resolution.Action action, long amount) implements Event {}

  /** The bill can be paid by a code of that kind, and by no other. */
  record PaymentCodeIssued(PayChannel channel, String aggregator) implements Event {}

  /** A seat was found for what was paid. */
  record SeatChosen(SessionId session) implements Event {}

  /** The office made the session longer or shorter. */
  record SessionChanged(SessionId session, int minutes) implements Event {}

  /**
   * The office lets the applicant choose another seat.
   *
   * @param session whose seat is free by it; null where there was none
   * @param reason in the office's words; no personal data
   */
  record BookingReopened(@Nullable SessionId session, String reason) implements Event {}

  /**
   * The application has its end before it was paid.
   *
   * @param session whose seat is free by it; null where there was none
   */
  record Cancelled(@Nullable SessionId session) implements Event {}

  /**
   * The office closed the session, and the seat in it is gone.
   *
   * @param reason in the office's words; no personal data
   * @param paid whether another seat can be chosen without paying again; else nothing is owed
   */
  record SessionClosed(SessionId session, String reason, boolean paid) implements Event {}

  /** The person has come to the counter. */
  record CheckedIn(SessionId session) implements Event {}

  /**
   * The person was served.
   *
   * @param waited from coming in to being called, whole seconds; null for who was never called
   */
  record Completed(SessionId session, @Nullable Duration waited) implements Event {}

  /** The person did not come. */
  record NoShow(SessionId session) implements Event {}

  /**
   * The person has to come again, and chooses another seat.
   *
   * @param reason in the office's words; no personal data
   * @param waited from coming in to being called, whole seconds; null for who was never called
   */
  record ComesAgain(SessionId session, String reason, @Nullable Duration waited) implements Event {}
}
