package id.antrean.domain;

import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Status;
import id.antrean.domain.document.DocumentKind;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every reason for which the product says no to a well-formed request. Each is one problem type of
 * the API. A moment in one is told in the zone of the office that it is about.
 */
public sealed interface Refusal {

  /** There is no such thing, or it is somebody else's: the two are told alike. */
  record NotFound() implements Refusal {}

  /** The session is not in the office's calendar. */
  record UnknownSession() implements Refusal {}

  /**
   * Every seat is taken.
   *
   * @param heldUntil until when a seat that is held and not paid may come free; null when every
   *     seat is paid
   */
  record SoldOut(@Nullable ZonedDateTime heldUntil) implements Refusal {}

  /** The office takes no holds in this session. */
  record SessionClosed() implements Refusal {}

  /** The session opens later. */
  record NotOpenYet(ZonedDateTime opensAt) implements Refusal {}

  /** The cut-off has passed: of a session to hold, or of a booking to move. */
  record TooLate(ZonedDateTime until) implements Refusal {}

  /** Required papers are missing or not verified yet. */
  record NotReady(List<DocumentKind> missing) implements Refusal {}

  /** The population registry's verdict forbids a booking. */
  record Identity(IdentityVerdict verdict) implements Refusal {}

  /** The paid fee is not the fee of what is asked for. */
  record OtherFee() implements Refusal {}

  /** This person has a live booking under another application. */
  record NikHasBooking() implements Refusal {}

  /**
   * The account holds as many unpaid seats as it may.
   *
   * @param until when the first of them ends, null when unknown
   */
  record TooManyHolds(@Nullable ZonedDateTime until) implements Refusal {}

  /** Too many holds of this application were left unpaid; it may hold again later. */
  record Pause(ZonedDateTime until) implements Refusal {}

  /**
   * That was more than anybody needs within a short time.
   *
   * @param pause after which it may be tried again
   */
  record TooManyRequests(Duration pause) implements Refusal {}

  /** The booking was moved as often as the office allows. */
  record RescheduleLimit(int limit) implements Refusal {}

  /** It is paid, so it is not given back. */
  record AlreadyPaid() implements Refusal {}

  /** The data can be changed in DRAFT and READY only; it stands elsewhere. */
  record Locked(Status status) implements Refusal {}

  /** The application's status does not allow this. */
  record WrongStatus(Status status) implements Refusal {}

  /** If-Match names another version than the present one. */
  record Stale(int version) implements Refusal {}

  /** The idempotency key was used with another body. */
  record KeyReused() implements Refusal {}
}
