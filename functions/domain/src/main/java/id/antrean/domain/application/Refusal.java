package id.antrean.domain.application;

import id.antrean.domain.OfficeId;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.office.SessionId;
import java.time.Duration;
import java.time.LocalDate;
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
   * @param heldUntil by when the last of those who hold a seat has to pay; null when nobody has
   *     anything left to pay
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

  /** Required papers were not seen of somebody who stands at the desk. */
  record PapersNotThere(List<DocumentKind> missing) implements Refusal {}

  /** The population registry's verdict forbids a booking. */
  record Identity(IdentityVerdict verdict) implements Refusal {}

  /** The office does not make such a passport in that lane. */
  record NotOffered() implements Refusal {}

  /**
   * What is paid for is not what is asked for.
   *
   * @param anotherPassport whether it is another passport, for which no session at all is right;
   *     else the lane is another
   */
  record OtherFee(boolean anotherPassport) implements Refusal {}

  /**
   * This person has a live booking under another application.
   *
   * @param until from when on that one stands in nobody's way any more, whatever happens; null
   *     while it is not paid, for it may end sooner or be paid
   */
  record NikHasBooking(@Nullable ZonedDateTime until) implements Refusal {}

  /**
   * The account holds as many unpaid seats as it may.
   *
   * @param limit how many that is
   * @param until by when the first of them has to be paid; null when that moment has passed or is
   *     not known
   */
  record TooManyHolds(int limit, @Nullable ZonedDateTime until) implements Refusal {}

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

  /**
   * It is paid, so it is not given back.
   *
   * @param instead what can be done
   */
  record AlreadyPaid(Instead instead) implements Refusal {

    /** What its person can do instead. */
    public enum Instead {
      /** Send the papers that are missing, and then choose a seat. */
      SEND_PAPERS,
      /** Choose a seat: nothing more is to be paid. */
      CHOOSE_SEAT,
      /** Move the booking, within its office's limits. */
      MOVE,
      /** The day has come: its office can open it again. */
      ASK_OFFICE,
      /** It has its end. */
      NOTHING,
      /** It was asked how to pay: nothing is to be paid. */
      KEEP_MONEY
    }
  }

  /** The data can be changed in DRAFT and READY only; it stands elsewhere. */
  record Locked(Status status) implements Refusal {}

  /**
   * Other requests for the same application were faster, at the same moment.
   *
   * @param session the seat it has now; null if it has none
   */
  record Overtaken(@Nullable SessionId session) implements Refusal {}

  /** The application's status does not allow this. */
  record WrongStatus(Status status) implements Refusal {}

  /** The seat is at another office. */
  record WrongOffice(OfficeId office) implements Refusal {}

  /** The seat is on another day. */
  record WrongDay(LocalDate day) implements Refusal {}

  /** It can be done from then on. */
  record TooEarly(ZonedDateTime from) implements Refusal {}

  /** The money for the seat was taken back by whoever brought it. */
  record NotPaid() implements Refusal {}

  /**
   * The person is in the line already.
   *
   * @param number by which they are called
   */
  record AlreadyCheckedIn(int number) implements Refusal {}

  /** The seat that the ticket was for is had no more: it was moved, or opened again. */
  record TicketVoid() implements Refusal {}

  /** The ticket was not made by us. */
  record TicketForged() implements Refusal {}

  /** Nobody who has come waits to be called. */
  record NobodyWaits() implements Refusal {}

  /** That number is not called to any desk. */
  record NotCalled() implements Refusal {}

  /** There is no file of that kind to look at. */
  record NoSuchPaper(DocumentKind kind) implements Refusal {}

  /** As many people are in the line as it can have. */
  record LineFull() implements Refusal {}

  /** Something else was decided about that money. */
  record AlreadyResolved() implements Refusal {}

  /** The money cannot pay that bill: it is another person's, or not to be paid by as much. */
  record OtherBill() implements Refusal {}

  /**
   * The aggregator that is needed for it did not answer; nothing is lost.
   *
   * @param pause after which it may be tried again
   */
  record SenderSilent(Duration pause) implements Refusal {}

  /** That way to pay is not offered here and now. */
  record ChannelNotOffered() implements Refusal {}

  /** If-Match names another version than the present one. */
  record Stale(int version) implements Refusal {}

  /** The idempotency key was used with another body. */
  record KeyReused() implements Refusal {}
}
