package id.antrean.aws.applications;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.aws.ItemSize;
import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Guardian;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.applicant.NikNote;
import id.antrean.domain.applicant.ProtectedNik;
import id.antrean.domain.applicant.Sex;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.Timeline;
import id.antrean.domain.application.TimelineEntry;
import id.antrean.domain.booking.Booking;
import id.antrean.domain.booking.BookingHistory;
import id.antrean.domain.booking.BookingState;
import id.antrean.domain.booking.BookingState.CheckedIn;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.booking.BookingState.Held;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.RejectionReason;
import id.antrean.domain.dossier.Dossier;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.Fee;
import id.antrean.domain.payment.Tariffs;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The largest application that can be: a full timeline, a file of every kind, a bill of every fee
 * there has been, and every text as long as it may be, in letters of four bytes.
 */
class ItemBudgetTest {
  /** The store takes 400 KB; this far below it whatever is added later can be seen coming. */
  private static final int BUDGET = 96 * 1024;

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00.123Z");
  private static final String NAME = longest(100);
  private static final String ACCOUNT = longest(255);
  private static final Bill.Payment PAYMENT =
      new Bill.Payment("standard", longest(255), longest(255), NOW, longest(255));
  private static final SessionId SESSION =
      SessionId.parse("CLG.2026-12-07.0800.PRIORITY").orElseThrow();

  private static final DocumentKind LONGEST_KIND =
      Collections.max(
          List.of(DocumentKind.values()), Comparator.comparingInt(kind -> kind.name().length()));

  private static String longest(int letters) {
    return "\uD835\uDC00".repeat(letters);
  }

  @Test
  void theLargestApplicationStaysFarBelowWhatTheStoreTakes() {
    String request = longest(64);
    int size = CurrentRequest.during(request, () -> ItemSize.of(ApplicationItem.of(largest())));
    assertThat(size).isBetween(BUDGET / 4, BUDGET);
  }

  @Test
  void aFenceAddsNothing() {
    Application before = largest();
    int growth =
        ItemSize.of(ApplicationItem.of(before.fence())) - ItemSize.of(ApplicationItem.of(before));
    assertThat(growth).isZero();
  }

  /** The steps there are, taken where each entry would be one too many. */
  @Test
  void noStepMakesTheLargestApplicationLarger() {
    Application before = largest();
    Actor by = new Actor.Applicant(ACCOUNT);
    assertThat(
            Stream.of(
                before.expire((Held) before.booking().state(), by, NOW),
                before.giveBack(before.booking().seated().orElseThrow(), by, NOW),
                before.closeOut(before.booking().seated().orElseThrow(), longest(200), by, NOW),
                before.identified(before.dossier().identity(), by, NOW),
                before.move(
                    before.booking().seated().orElseThrow(),
                    before.booking().seat().orElseThrow(),
                    by,
                    NOW)))
        .allSatisfy(
            after ->
                assertThat(ItemSize.of(ApplicationItem.of(after)))
                    .isLessThan(ItemSize.of(ApplicationItem.of(before))));
  }

  /** The same where its person has come, and where they were sent away again. */
  @Test
  void noStepOfAVisitMakesItLarger() {
    Application before = largest();
    Actor by = new Actor.Staff("supervisor", ACCOUNT, SESSION.office());
    Seat seat = before.booking().seat().orElseThrow();
    Application confirmed = in(before, new Confirmed(seat));
    Application here = in(before, new CheckedIn(seat, NOW));
    Duration waited = Duration.ofHours(23).plusMinutes(59).plusSeconds(59);
    assertThat(
            Stream.of(
                confirmed.checkIn(new Confirmed(seat), by, NOW),
                confirmed.missVisit(new Confirmed(seat), by, NOW),
                here.complete(new CheckedIn(seat, NOW), waited, by, NOW),
                here.comeAgain(new CheckedIn(seat, NOW), longest(200), waited, by, NOW)))
        .allSatisfy(
            after ->
                assertThat(ItemSize.of(ApplicationItem.of(after)))
                    .isLessThan(ItemSize.of(ApplicationItem.of(before))));
    assertThat(ItemSize.of(ApplicationItem.of(here))).isLessThan(BUDGET);
  }

  private static Application in(Application application, BookingState state) {
    Booking booking = application.booking();
    return new Application(
        application.id(),
        application.account(),
        application.version(),
        application.revision(),
        application.dossier(),
        new Booking(state, booking.bills(), booking.history()),
        application.timeline(),
        application.registration());
  }

  private static Application largest() {
    ApplicationId id = new ApplicationId("abcdefghijklmnop");
    HoldId hold = new HoldId(id, Integer.MAX_VALUE - 8);
    return new Application(
        id,
        ACCOUNT,
        Integer.MAX_VALUE - 1,
        Integer.MAX_VALUE - 1,
        new Dossier(
            new PassportRequest(
                PassportRequest.Kind.DATA_CHANGE, PassportRequest.Type.ELECTRONIC, 10),
            applicant(),
            new Identity(
                IdentityVerdict.NOT_FOUND,
                List.of("NIK", "fullName", "birthPlace", "birthDate", "sex", "motherName"),
                NOW),
            Arrays.stream(DocumentKind.values()).map(ItemBudgetTest::document).toList(),
            List.of(DocumentKind.values()),
            NOW),
        new Booking(
            new BookingState.Held(
                new Seat(SESSION, hold, NOW, NOW, ZoneId.of("Asia/Ujung_Pandang")), NOW),
            bills(),
            new BookingHistory(
                SESSION,
                true,
                Integer.MAX_VALUE,
                Collections.nCopies(BookingHistory.EXPIRIES, NOW),
                new BookingHistory.Takes(NOW, Integer.MAX_VALUE))),
        new Timeline(Integer.MAX_VALUE - Timeline.MOST, entries()),
        "a".repeat(64));
  }

  private static Applicant applicant() {
    ProtectedNik nik = new ProtectedNik("************0001", "a".repeat(64), "a".repeat(512));
    return new Applicant(
        nik,
        NAME,
        NAME,
        LocalDate.of(2015, 7, 1),
        Sex.FEMALE,
        "+62812345678901234",
        longest(254),
        new Guardian(nik, NAME, "+62812345678901234", Guardian.Relation.GUARDIAN),
        List.of(NikNote.values()));
  }

  private static Document document(DocumentKind kind) {
    return new Document(
        new DocumentId("abcdefghijklmnop"),
        kind,
        ContentType.PDF,
        10_485_760,
        "a".repeat(44),
        Document.State.REJECTED,
        RejectionReason.SENT_BACK,
        NOW,
        longest(200),
        NOW);
  }

  /** One of every fee of every tariff there has been: a fee that comes back makes no new one. */
  private static List<Bill> bills() {
    List<Fee> fees =
        Stream.of("2020-01-01T00:00:00Z", "2026-01-01T00:00:00Z", "2100-01-01T00:00:00Z")
            .map(Instant::parse)
            .flatMap(ItemBudgetTest::fees)
            .distinct()
            .toList();
    return IntStream.range(0, fees.size())
        .mapToObj(
            number ->
                Bill.issue(new BillingCode(String.format("8%014d", number)), fees.get(number), NOW))
        .map(bill -> bill.fee().equals(fees.getFirst()) ? bill.paid(PAYMENT) : bill.voided())
        .toList();
  }

  private static Stream<Fee> fees(Instant at) {
    return Arrays.stream(PassportRequest.Kind.values())
        .flatMap(
            kind ->
                Arrays.stream(PassportRequest.Type.values())
                    .flatMap(
                        type ->
                            Stream.of(5, 10).map(years -> new PassportRequest(kind, type, years))))
        .flatMap(
            passport -> Arrays.stream(Lane.values()).map(lane -> Tariffs.fee(passport, lane, at)));
  }

  /** The longest sentence is an office's, of a paper: it may send one back as often as it likes. */
  private static List<TimelineEntry> entries() {
    Event longest = new Event.DocumentSentBack(LONGEST_KIND, longest(200));
    return Collections.nCopies(
        Timeline.MOST, new TimelineEntry(NOW, longest, "supervisor", ACCOUNT));
  }
}
