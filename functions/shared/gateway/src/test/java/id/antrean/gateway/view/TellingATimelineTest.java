package id.antrean.gateway.view;

import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.draft;
import static id.antrean.memory.Samples.office;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.domain.Actor;
import id.antrean.domain.OfficeId;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.TimelineEntry;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.RejectionReason;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.PayChannel;
import id.antrean.domain.payment.Resolution;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.gateway.Language;
import id.antrean.gateway.Sentences;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step of an application, as its applicant reads it. */
class TellingATimelineTest {
  private static final Office JAYAPURA = office("JAP", "Asia/Jayapura", 1);
  private static final FindOffice OFFICES = officesAre(JAYAPURA);
  private static final SessionId EIGHT =
      new SessionId(JAYAPURA.id(), LocalDate.of(2026, 12, 7), LocalTime.of(8, 0), Lane.REGULAR);

  private static FindOffice officesAre(Office... offices) {
    return new FindOffice() {
      @Override
      public Optional<Office> find(OfficeId id) {
        return all().stream().filter(office -> office.id().equals(id)).findFirst();
      }

      @Override
      public List<Office> all() {
        return List.of(offices);
      }
    };
  }

  static Stream<TimelineEntry> steps() {
    return Arrays.stream(Event.Kind.values())
        .flatMap(TellingATimelineTest::events)
        .map(TellingATimelineTest::entry);
  }

  private static Stream<Event> events(Event.Kind kind) {
    return switch (kind) {
      case REGISTERED -> Stream.of(new Event.Registered());
      case CORRECTED -> Stream.of(new Event.Corrected());
      case BOOKING_REPAIRED -> Stream.of(new Event.BookingRepaired());
      case IDENTITY_CHECKED ->
          Arrays.stream(IdentityVerdict.values()).map(Event.IdentityChecked::new);
      case DOCUMENT_DECLARED ->
          Arrays.stream(DocumentKind.values()).map(Event.DocumentDeclared::new);
      case DOCUMENT_VERIFIED ->
          Arrays.stream(DocumentKind.values()).map(Event.DocumentVerified::new);
      case DOCUMENT_REJECTED ->
          Arrays.stream(DocumentKind.values())
              .map(it -> new Event.DocumentRejected(it, RejectionReason.PDF_ACTIVE));
      case DOCUMENT_REMOVED -> Arrays.stream(DocumentKind.values()).map(Event.DocumentRemoved::new);
      case SEAT_HELD -> lanes().map(it -> new Event.SeatHeld(it, NOW));
      case SEAT_MOVED -> lanes().map(it -> new Event.SeatMoved(EIGHT, it));
      case SEAT_RESCHEDULED -> lanes().map(it -> new Event.SeatRescheduled(EIGHT, it));
      case SEAT_CHOSEN -> lanes().map(Event.SeatChosen::new);
      case SEAT_GIVEN_BACK -> Stream.of(new Event.SeatGivenBack(EIGHT));
      case HOLD_EXPIRED -> Stream.of(new Event.HoldExpired(EIGHT));
      case PAYMENT_RECEIVED -> Stream.of(new Event.PaymentReceived(null, "bank", null, EIGHT));
      case PAYMENT_KEPT ->
          Stream.of(
                  ExceptionReason.WRONG_AMOUNT,
                  ExceptionReason.WRONG_CURRENCY,
                  ExceptionReason.ALREADY_PAID,
                  ExceptionReason.APPLICATION_CANCELLED,
                  ExceptionReason.TAKEN_BACK)
              .map(why -> new Event.PaymentKept(why, 950_000));
      case PAYMENT_RETURNED ->
          Stream.of(true, false).map(all -> new Event.PaymentReturned(all, 950_000));
      case PAYMENT_RESOLVED ->
          Stream.of(Resolution.Action.values())
              .map(action -> new Event.PaymentResolved(action, 950_000));
      case PAYMENT_CODE_ISSUED ->
          Stream.of(PayChannel.values())
              .map(channel -> new Event.PaymentCodeIssued(channel, "midtrans"));
      case SESSION_CHANGED -> Stream.of(new Event.SessionChanged(EIGHT, 45));
      case BOOKING_REOPENED -> Stream.of(new Event.BookingReopened(EIGHT, "The power was out."));
      case CANCELLED -> Stream.of(new Event.Cancelled(null));
      case DOCUMENT_ACCEPTED ->
          Arrays.stream(DocumentKind.values()).map(Event.DocumentAccepted::new);
      case DOCUMENT_SEEN -> Arrays.stream(DocumentKind.values()).map(Event.DocumentSeen::new);
      case DOCUMENT_SENT_BACK ->
          Arrays.stream(DocumentKind.values())
              .map(it -> new Event.DocumentSentBack(it, "Its corner is cut off."));
      case IDENTITY_DECIDED ->
          Arrays.stream(IdentityVerdict.values())
              .map(it -> new Event.IdentityDecided(it, "Seen with the family card."));
      case OFFICE_NOTED -> Stream.of(new Event.OfficeNoted("Please come ten minutes early."));
      case SESSION_CLOSED ->
          Stream.of(true, false)
              .map(paid -> new Event.SessionClosed(EIGHT, "The roof leaks.", paid));
      case CHECKED_IN -> Stream.of(new Event.CheckedIn(EIGHT));
      case COMPLETED -> Stream.of(new Event.Completed(EIGHT, Duration.ofMinutes(9)));
      case NO_SHOW -> Stream.of(new Event.NoShow(EIGHT));
      case COMES_AGAIN ->
          Stream.of(new Event.ComesAgain(EIGHT, "The old passport is missing.", null));
    };
  }

  private static Stream<SessionId> lanes() {
    return Arrays.stream(Lane.values()).map(TellingATimelineTest::in);
  }

  private static SessionId in(Lane lane) {
    return new SessionId(EIGHT.office(), EIGHT.date(), EIGHT.start(), lane);
  }

  private static TimelineEntry entry(Event event) {
    return new TimelineEntry(NOW, event, "service", "test");
  }

  @ParameterizedTest
  @MethodSource("steps")
  void everyStepIsSaidToAPerson(TimelineEntry step) {
    Sentences.areForPeople(
        said(step, OFFICES, Language.INDONESIAN), said(step, OFFICES, Language.ENGLISH));
  }

  static Stream<Event> aboutASession() {
    return Stream.of(
        new Event.SeatHeld(EIGHT, NOW),
        new Event.SeatMoved(null, EIGHT),
        new Event.SeatRescheduled(null, EIGHT),
        new Event.SeatChosen(EIGHT));
  }

  @ParameterizedTest
  @MethodSource("aboutASession")
  void aSessionIsCalledByOfficeDayAndTime(Event event) {
    TimelineEntry step = entry(event);

    assertThat(said(step, OFFICES, Language.INDONESIAN))
        .contains("JAP, Senin 7 Desember 2026 pukul 08.00 WIT, antrean umum");
    assertThat(said(step, OFFICES, Language.ENGLISH))
        .contains("JAP, Monday 7 December 2026 at 08:00 WIT, regular queue");
  }

  @Test
  void anOfficeThatIsThereNoMoreIsCalledByItsCode() {
    TimelineEntry step = entry(new Event.SeatHeld(EIGHT, NOW));

    assertThat(said(step, officesAre(), Language.INDONESIAN))
        .contains("JAP, Senin 7 Desember 2026 pukul 08.00, antrean umum");
  }

  @Test
  void aSessionThatTheOfficeChangedIsToldWithItsEnd() {
    TimelineEntry step = entry(new Event.SessionChanged(EIGHT, 45));

    assertThat(said(step, OFFICES, Language.INDONESIAN)).contains("pukul 08.00–08.45 WIT");
  }

  @Test
  void whyTheOfficeOpenedABookingAgainIsToldInTheOfficesWords() {
    TimelineEntry step = entry(new Event.BookingReopened(EIGHT, "The power was out."));

    assertThat(said(step, OFFICES, Language.ENGLISH)).contains("\"The power was out.\"");
  }

  @ParameterizedTest
  @CsvSource({"true, 2026-11-23T11:00:00+09:00", "false, 2026-11-23T09:00:00+07:00"})
  void stepsAreToldInTheTimeOfTheSeatsOffice(boolean seated, String at) {
    Application application = seated ? seated() : draft("siti");

    TimelineEntryView step =
        new TellTimeline(application, OFFICES, Language.ENGLISH).of(entry(new Event.Registered()));

    assertThat(step.at()).isEqualTo(at);
  }

  @Test
  void everyMomentOfAnApplicationWithASeatIsTheOffices() {
    JsonNode view = Seated.json(ApplicationView.of(seated(), Language.ENGLISH));

    assertThat(moments(view)).isNotEmpty().allMatch(it -> it.endsWith("+09:00"));
    assertThat(moments(Seated.json(ApplicationView.of(draft("siti"), Language.ENGLISH))))
        .isNotEmpty()
        .allMatch(it -> it.endsWith("+07:00"));
  }

  private static List<String> moments(JsonNode view) {
    return Stream.of("createdAt", "startsAt", "endsAt", "payBy", "paidAt", "checkedAt")
        .flatMap(name -> view.findValues(name).stream())
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .toList();
  }

  private static Application seated() {
    Application siti = draft("siti");
    return siti.hold(
        new Seat(
            EIGHT,
            new HoldId(siti.id(), siti.version()),
            EIGHT.date().atTime(EIGHT.start()).atZone(JAYAPURA.zone()).toInstant(),
            EIGHT.date().atTime(9, 0).atZone(JAYAPURA.zone()).toInstant(),
            JAYAPURA.zone()),
        NOW.plus(Duration.ofHours(2)),
        new Actor.Applicant("siti"),
        NOW);
  }

  private static String said(TimelineEntry step, FindOffice offices, Language language) {
    return new TellTimeline(draft("siti"), offices, language).of(step).detail();
  }
}
