package id.antrean.aws.applications;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.aws.ItemReader;
import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Guardian;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.applicant.ProtectedNik;
import id.antrean.domain.applicant.Sex;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.BookingState.CheckedIn;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.Paper;
import id.antrean.domain.document.PaperVerdict;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.Tariffs;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an office did to an application is read back as it was written, its visit before all. */
class ReadingVisitsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00.123Z");
  private static final Instant CAME = Instant.parse("2026-12-07T00:31:07.891Z");
  private static final Instant GOES = CAME.plusSeconds(1800);
  private static final Actor.Staff OFFICER =
      new Actor.Staff("officer", "budi", new OfficeId("CLG"));
  private static final Actor OFFICES = new Actor.Service("offices");
  private static final SessionId SESSION =
      SessionId.parse("CLG.2026-12-07.0800.PRIORITY").orElseThrow();
  private static final String REASON = "Mesin foto rusak, datanglah lagi";

  private static final Application CONFIRMED = confirmed();
  private static final Application HERE =
      CONFIRMED.checkIn((Confirmed) CONFIRMED.booking().state(), OFFICER, CAME);
  private static final CheckedIn CHECKED_IN = (CheckedIn) HERE.booking().state();

  static final List<Application> AFTER_EVERY_STEP_OF_A_VISIT =
      List.of(
          CONFIRMED.reviewed(
              CONFIRMED.dossier().documents().stream()
                  .map(document -> new PaperVerdict(document, REASON))
                  .toList(),
              OFFICER,
              NOW),
          HERE,
          HERE.complete(CHECKED_IN, Duration.ofSeconds(754), OFFICER, GOES),
          HERE.complete(CHECKED_IN, Duration.ZERO, OFFICER, GOES),
          HERE.complete(CHECKED_IN, null, OFFICER, GOES),
          CONFIRMED.missVisit((Confirmed) CONFIRMED.booking().state(), OFFICES, GOES),
          HERE.comeAgain(CHECKED_IN, REASON, Duration.ofHours(2), OFFICER, GOES),
          HERE.comeAgain(CHECKED_IN, REASON, null, OFFICER, GOES),
          CONFIRMED.closeOut((Confirmed) CONFIRMED.booking().state(), REASON, OFFICES, NOW),
          held().closeOut(held().booking().seated().orElseThrow(), REASON, OFFICES, NOW));

  private static Application held() {
    ApplicationId id = new ApplicationId("abcdefghijklmnop");
    Application application =
        Application.register(
            id,
            new Actor.Applicant("siti"),
            new PassportRequest(PassportRequest.Kind.NEW, PassportRequest.Type.ELECTRONIC, 10),
            new Applicant(
                new ProtectedNik("************0001", "lookup", "sealed"),
                "SITI",
                "SERANG",
                LocalDate.of(1995, 7, 1),
                Sex.FEMALE,
                "+6281200000001",
                null,
                null,
                List.of()),
            new Identity(IdentityVerdict.MATCHED, List.of(), NOW),
            NOW,
            null);
    for (Paper paper : application.dossier().papers()) {
      application = withPaper(application, paper);
    }
    Instant starts = Instant.parse("2026-12-07T01:00:00Z");
    return application
        .hold(
            new Seat(
                SESSION,
                new HoldId(id, application.version()),
                starts,
                starts.plusSeconds(3600),
                ZoneId.of("Asia/Jakarta")),
            NOW.plusSeconds(7200),
            new Actor.Applicant("siti"),
            NOW)
        .billed(
            Bill.issue(
                new BillingCode("800000000000001"),
                Tariffs.fee(application.dossier().passport(), Lane.PRIORITY, NOW),
                NOW));
  }

  private static Application withPaper(Application application, Paper paper) {
    Document document =
        new Document(
            new DocumentId(paper.kind().name()),
            paper.kind(),
            ContentType.JPEG,
            1,
            "sha",
            Document.State.AWAITING_UPLOAD,
            null,
            NOW);
    return application
        .declare(document, new Actor.Applicant("siti"), NOW)
        .verified(document, new Actor.Service("uploads"), NOW);
  }

  private static Application confirmed() {
    Application held = held();
    return held.pay(
        held.booking().bill().orElseThrow(),
        new Bill.Payment("bank", "p1", "bank_transfer", NOW, null),
        true,
        new Actor.Service("payments"),
        NOW);
  }

  private static Application atDesk() {
    Applicant siti = held().dossier().applicant();
    return Application.registerAtDesk(
        held().id(),
        OFFICER,
        held().dossier().passport(),
        new Applicant(
            siti.nik(),
            siti.fullName(),
            siti.birthPlace(),
            siti.birthDate(),
            siti.sex(),
            null,
            null,
            new Guardian(siti.nik(), "SITI", null, Guardian.Relation.MOTHER),
            List.of()),
        held().dossier().identity(),
        List.of(DocumentKind.ID_CARD, DocumentKind.FAMILY_CARD, DocumentKind.DIPLOMA),
        NOW,
        null);
  }

  @Test
  void whomADeskHasRegisteredIsReadAsTheyWereWritten() {
    assertThat(readBack(atDesk())).isEqualTo(atDesk());
  }

  @Test
  void whoeverWasKeptBeforeAnybodyWasSeenWasNotSeen() {
    Map<String, AttributeValue> before = new HashMap<>(ApplicationItem.of(held()));
    before.remove("seen");

    assertThat(ApplicationItem.application(before)).isEqualTo(held());
  }

  private static Application readBack(Application application) {
    return ApplicationItem.application(ApplicationItem.of(application));
  }

  @ParameterizedTest
  @FieldSource("AFTER_EVERY_STEP_OF_A_VISIT")
  void anApplicationIsReadAsItWasWrittenWhateverBecameOfItsVisit(Application application) {
    assertThat(readBack(application)).isEqualTo(application);
  }

  @Test
  void everyStatusOfAVisitIsAmongThem() {
    assertThat(AFTER_EVERY_STEP_OF_A_VISIT)
        .extracting(Application::status)
        .contains(Status.CHECKED_IN, Status.COMPLETED, Status.NO_SHOW, Status.PAID_UNSCHEDULED);
    assertThat(AFTER_EVERY_STEP_OF_A_VISIT)
        .extracting(it -> it.latest().event().kind())
        .contains(
            Event.Kind.SESSION_CLOSED,
            Event.Kind.CHECKED_IN,
            Event.Kind.COMPLETED,
            Event.Kind.NO_SHOW,
            Event.Kind.COMES_AGAIN);
  }

  @Test
  void whenSomebodyCameIsKeptToTheMillisecond() {
    assertThat(readBack(HERE).booking().state()).isEqualTo(new CheckedIn(CHECKED_IN.seat(), CAME));
  }

  /** A seat that was used, or should have been, stays its application's. */
  @Test
  void theSeatOfAVisitStandsInItsItemUntilItIsLeft() {
    Set<Status> placed =
        EnumSet.of(Status.CONFIRMED, Status.CHECKED_IN, Status.COMPLETED, Status.NO_SHOW);
    assertThat(Stream.concat(Stream.of(CONFIRMED), AFTER_EVERY_STEP_OF_A_VISIT.stream()))
        .allSatisfy(
            it -> {
              ItemReader item = new ItemReader(ApplicationItem.of(it));
              boolean has = placed.contains(it.status());
              assertThat(Stream.of("booking", "appointment", "officeDate", "seat"))
                  .as("%s", it.status())
                  .allMatch(attribute -> item.has(attribute) == has);
            });
  }

  static final List<Event> EVENTS_AT_AN_OFFICE =
      List.of(
          new Event.DocumentAccepted(DocumentKind.ID_CARD),
          new Event.DocumentSentBack(DocumentKind.ID_CARD, REASON),
          new Event.DocumentSeen(DocumentKind.DIPLOMA),
          new Event.IdentityDecided(IdentityVerdict.MATCHED, REASON),
          new Event.OfficeNoted(REASON),
          new Event.SessionClosed(SESSION, REASON, true),
          new Event.SessionClosed(SESSION, REASON, false),
          new Event.CheckedIn(SESSION),
          new Event.Completed(SESSION, Duration.ofSeconds(754)),
          new Event.Completed(SESSION, null),
          new Event.NoShow(SESSION),
          new Event.ComesAgain(SESSION, REASON, Duration.ofSeconds(1)),
          new Event.ComesAgain(SESSION, REASON, null));

  @ParameterizedTest
  @FieldSource("EVENTS_AT_AN_OFFICE")
  void whatAnOfficeDoesIsReadAsItWasWritten(Event event) {
    assertThat(
            EventDetails.event(event.kind(), new ItemReader(EventDetails.of(event).attributes())))
        .isEqualTo(event);
  }
}
