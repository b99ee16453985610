package id.antrean.memory;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.draft;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.Actor;
import id.antrean.domain.OfficeId;
import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Guardian;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.Status;
import id.antrean.domain.application.TimelineEntry;
import id.antrean.domain.booking.BookingState;
import id.antrean.domain.booking.BookingState.CheckedIn;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.booking.BookingState.PaidWithoutSeat;
import id.antrean.domain.booking.BookingState.Visit;
import id.antrean.domain.booking.BookingState.Visited;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.RejectionReason;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.Receipt;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.Tariffs;
import id.antrean.domain.seat.VacateSeat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a step leaves on the application, and what its person reads of it afterwards. */
class WhatEveryStepLeavesTest {
  private static final SessionId EIGHT = sessionId("08:00", Lane.REGULAR);
  private static final SessionId NINE = sessionId("09:00", Lane.REGULAR);
  private static final Actor OWNER = account("siti");
  private static final Actor UPLOADS = new Actor.Service("uploads");
  private static final Actor PAYMENTS = new Actor.Service("payments");
  private static final Actor OFFICES = new Actor.Service("offices");
  private static final Actor OFFICER = new Actor.Staff("officer", "budi", CILEGON.id());
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Instant PAY_BY = NOW.plus(Duration.ofHours(2));
  private static final Bill BILL =
      Bill.issue(
          new BillingCode("800000000000001"),
          Tariffs.fee(ready("siti").dossier().passport(), Lane.REGULAR, NOW),
          NOW);
  private static final Bill.Payment PAYMENT = new Bill.Payment("bank", "p1", null, NOW, null);

  private final Application ready = ready("siti");
  private final Application held = ready.hold(seat(EIGHT), PAY_BY, OWNER, NOW).billed(BILL);
  private final Application confirmed = held.pay(BILL, PAYMENT, true, PAYMENTS, NOW);

  private static Seat seat(SessionId id) {
    Session session = session(id, 5);
    return new Seat(
        id,
        new HoldId(ready("siti").id(), id.start().getHour()),
        session.startsAt(),
        session.endsAt(),
        CILEGON.zone());
  }

  private static Application moved(Application application, SessionId to) {
    return application.move(application.booking().seated().orElseThrow(), seat(to), OWNER, LATER);
  }

  private static Document file(String id, DocumentKind kind) {
    return new Document(
        new DocumentId(id),
        kind,
        ContentType.PDF,
        1,
        "sha of " + id,
        Document.State.AWAITING_UPLOAD,
        null,
        NOW);
  }

  private static void isNoted(Application before, Application after, Event event, Actor by) {
    assertThat(after.timeline().recent().getLast())
        .isEqualTo(new TimelineEntry(LATER, event, by.role(), by.name()));
    assertThat(after.version()).isEqualTo(before.version() + 1);
    assertThat(after.revision()).isEqualTo(before.revision() + 1);
  }

  // ---- Who ----

  @Test
  void whoDidItIsKeptByTheirRoleAndName() {
    assertThat(OWNER.role()).isEqualTo("applicant");
    assertThat(OWNER.name()).isEqualTo("siti");
    assertThat(UPLOADS.role()).isEqualTo("service");
    assertThat(UPLOADS.name()).isEqualTo("uploads");
  }

  @Test
  void anApplicationIsItsAccountsAndThatOfTheOfficeWhereItsSeatIsOrWas() {
    Application left = Samples.givenBack(held, OWNER, LATER);
    Actor there = new Actor.Staff("officer", "sri", CILEGON.id());
    Actor elsewhere = new Actor.Staff("officer", "made", new OfficeId("DPS"));

    assertThat(held.belongsTo(OWNER)).isTrue();
    assertThat(held.belongsTo(account("budi"))).isFalse();
    assertThat(held.belongsTo(there)).isTrue();
    assertThat(left.belongsTo(there)).isTrue();
    assertThat(left.booking().history().lastSession()).isEqualTo(EIGHT);
    assertThat(held.belongsTo(elsewhere)).isFalse();
    assertThat(ready.belongsTo(there)).as("no seat yet").isFalse();
    assertThat(ready.belongsTo(PAYMENTS)).isTrue();
  }

  @Test
  void aChildIsWhoCameWithAGuardian() {
    Applicant adult = ready.dossier().applicant();
    Application child =
        ready.correct(
            ready.dossier().passport(),
            with(
                adult,
                new Guardian(adult.nik(), "IBU SITI", "+6281200000002", Guardian.Relation.MOTHER)),
            ready.dossier().identity(),
            OWNER,
            LATER);

    assertThat(ready.dossier().child()).isFalse();
    assertThat(child.dossier().child()).isTrue();
    assertThat(child.dossier().missing())
        .contains(DocumentKind.PARENT_ID_CARD, DocumentKind.PARENTS_MARRIAGE_BOOK)
        .doesNotContain(DocumentKind.ID_CARD);
    assertThat(child.status()).isEqualTo(Status.DRAFT);
    isNoted(ready, child, new Event.Corrected(), OWNER);
  }

  private static Applicant with(Applicant adult, @Nullable Guardian guardian) {
    return new Applicant(
        adult.nik(),
        adult.fullName(),
        adult.birthPlace(),
        adult.birthDate(),
        adult.sex(),
        adult.phone(),
        adult.email(),
        guardian,
        adult.notes());
  }

  @Test
  void theRegistrysVerdictIsNoted() {
    Identity differs = new Identity(IdentityVerdict.DIFFERS, List.of("fullName"), LATER);
    Application after = ready.identified(differs, new Actor.Service("identity"), LATER);

    assertThat(after.dossier().identity()).isEqualTo(differs);
    isNoted(
        ready,
        after,
        new Event.IdentityChecked(IdentityVerdict.DIFFERS),
        new Actor.Service("identity"));
  }

  // ---- Papers ----

  @Test
  void aFileIsFoundByItsId() {
    Document card = file("d1", DocumentKind.ID_CARD);
    Application after =
        draft("siti")
            .declare(card, OWNER, LATER)
            .declare(file("d2", DocumentKind.FAMILY_CARD), OWNER, LATER);

    assertThat(after.dossier().document(new DocumentId("d1"))).contains(card);
    assertThat(after.dossier().document(new DocumentId("d3"))).isEmpty();
  }

  @Test
  void anotherFileForTheSamePaperTakesItsPlace() {
    Application first = draft("siti").declare(file("d1", DocumentKind.DIPLOMA), OWNER, NOW);
    Document book = file("d2", DocumentKind.MARRIAGE_BOOK);
    Application second = first.declare(book, OWNER, LATER);

    assertThat(second.dossier().documents()).containsExactly(book);
    isNoted(first, second, new Event.DocumentDeclared(DocumentKind.MARRIAGE_BOOK), OWNER);
  }

  @Test
  void severalFilesAreOneStepAndEachIsNoted() {
    Document former = file("d1", DocumentKind.DIPLOMA);
    Document card = file("d2", DocumentKind.ID_CARD);
    Document book = file("d3", DocumentKind.MARRIAGE_BOOK);
    Application before = draft("siti").declare(former, OWNER, NOW);

    Application after = before.declare(List.of(card, book), OWNER, LATER);

    assertThat(after.dossier().documents()).containsExactly(card, book);
    assertThat(after.version()).isEqualTo(before.version() + 1);
    assertThat(after.revision()).isEqualTo(before.revision() + 1);
    assertThat(after.timeline().recent()).hasSize(before.timeline().recent().size() + 2);
    assertThat(after.timeline().recent().reversed().subList(0, 2))
        .allSatisfy(entry -> assertThat(entry.at()).isEqualTo(LATER))
        .extracting(TimelineEntry::event)
        .containsExactly(
            new Event.DocumentDeclared(DocumentKind.MARRIAGE_BOOK),
            new Event.DocumentDeclared(DocumentKind.ID_CARD));
  }

  @Test
  void aFileForNoPaperTakesThePlaceOfItsOwnKindOnly() {
    Application cards =
        draft("siti")
            .declare(file("d1", DocumentKind.ID_CARD), OWNER, NOW)
            .declare(file("d2", DocumentKind.COURT_ORDER), OWNER, NOW);
    Document again = file("d3", DocumentKind.COURT_ORDER);

    assertThat(cards.declare(again, OWNER, LATER).dossier().documents())
        .extracting(Document::id)
        .containsExactly(new DocumentId("d1"), new DocumentId("d3"));
  }

  @Test
  void aRejectedFileStaysWithItsReasonAndThePaperIsMissing() {
    Document card = ready.dossier().documents().getFirst();
    Application after = ready.rejected(card, RejectionReason.PDF_ACTIVE, UPLOADS, LATER);

    assertThat(after.dossier().document(card.id()))
        .contains(card.rejected(RejectionReason.PDF_ACTIVE));
    assertThat(after.dossier().missing()).containsExactly(card.kind());
    assertThat(after.status()).isEqualTo(Status.DRAFT);
    isNoted(
        ready, after, new Event.DocumentRejected(card.kind(), RejectionReason.PDF_ACTIVE), UPLOADS);
  }

  @Test
  void aFileThatIsVerifiedMakesTheLastPaperComplete() {
    Document card = ready.dossier().documents().getFirst();
    Application open =
        ready.removed(card, OWNER, NOW).declare(file("again", card.kind()), OWNER, NOW);
    Document again = open.dossier().document(new DocumentId("again")).orElseThrow();
    Application after = open.verified(again, UPLOADS, LATER);

    assertThat(open.status()).isEqualTo(Status.DRAFT);
    assertThat(after.status()).isEqualTo(Status.READY);
    assertThat(after.dossier().document(again.id())).contains(again.accepted());
    isNoted(open, after, new Event.DocumentVerified(card.kind()), UPLOADS);
  }

  @Test
  void aRemovedFileIsGoneAndTheOthersStay() {
    Document card = ready.dossier().documents().getFirst();
    Application after = ready.removed(card, OWNER, LATER);

    assertThat(after.dossier().documents())
        .containsExactlyElementsOf(
            ready.dossier().documents().subList(1, ready.dossier().documents().size()));
    assertThat(after.dossier().missing()).containsExactly(card.kind());
    isNoted(ready, after, new Event.DocumentRemoved(card.kind()), OWNER);
  }

  @Test
  void theSameFileIsOneOfTheSameKindWithTheSameSum() {
    Document card = file("d1", DocumentKind.ID_CARD);

    assertThat(card.sameFile(DocumentKind.ID_CARD, "sha of d1")).isTrue();
    assertThat(card.sameFile(DocumentKind.ID_CARD, "sha of d2")).isFalse();
    assertThat(card.sameFile(DocumentKind.DIPLOMA, "sha of d1")).isFalse();
    assertThat(card.verified()).isFalse();
    assertThat(card.accepted().verified()).isTrue();
    assertThat(card.id()).hasToString("d1");
  }

  // ---- Seats ----

  @Test
  void aSeatIsHeldUntilItIsPaid() {
    Application after = ready.hold(seat(EIGHT), PAY_BY, OWNER, LATER);

    assertThat(after.status()).isEqualTo(Status.AWAITING_PAYMENT);
    assertThat(after.booking().seat().orElseThrow()).isEqualTo(seat(EIGHT));
    isNoted(ready, after, new Event.SeatHeld(EIGHT, PAY_BY), OWNER);
  }

  @Test
  void anUnpaidSeatThatMovesDoesNotCount() {
    Application after = moved(held, NINE);

    assertThat(after.booking().history().rescheduled()).isZero();
    assertThat(after.booking().seat().orElseThrow()).isEqualTo(seat(NINE));
    isNoted(held, after, new Event.SeatMoved(EIGHT, NINE), OWNER);
  }

  @Test
  void aPaidSeatThatMovesCountsOnce() {
    Application after = moved(confirmed, NINE);

    assertThat(after.booking().history().rescheduled()).isOne();
    assertThat(after.status()).isEqualTo(Status.CONFIRMED);
    isNoted(confirmed, after, new Event.SeatRescheduled(EIGHT, NINE), OWNER);
    assertThat(moved(after, EIGHT).booking().history().rescheduled()).isEqualTo(2);
  }

  @Test
  void whoHasPaidAndChoosesASeatIsConfirmed() {
    Application open = confirmed.reopen("the network was down", PAYMENTS, NOW);
    Application after = open.choose(seat(NINE), OWNER, LATER);

    assertThat(after.status()).isEqualTo(Status.CONFIRMED);
    isNoted(open, after, new Event.SeatChosen(NINE), OWNER);
  }

  @Test
  void aSeatThatIsLeftIsNoMore() {
    assertThat(Samples.givenBack(held, OWNER, LATER).status()).isEqualTo(Status.READY);
    assertThat(Samples.expired(held, PAYMENTS, LATER).status()).isEqualTo(Status.READY);
    assertThat(held.cancel(OWNER, LATER).status()).isEqualTo(Status.CANCELLED);
    for (Application left :
        List.of(Samples.givenBack(held, OWNER, LATER), Samples.expired(held, PAYMENTS, LATER))) {
      assertThat(left.booking().state()).isEqualTo(new BookingState.None());
    }
  }

  @Test
  void onlyAHoldThatWasLeftUnpaidCountsAsExpired() {
    assertThat(Samples.expired(held, PAYMENTS, LATER).booking().history().expiriesSince(NOW))
        .containsExactly(LATER);
    assertThat(Samples.expired(held, PAYMENTS, LATER).booking().history().expiriesSince(LATER))
        .isEmpty();
    assertThat(Samples.givenBack(held, OWNER, LATER).booking().history().expiriesSince(NOW))
        .isEmpty();
  }

  @Test
  void aSessionThatIsMadeShorterShortensTheVisit() {
    Instant end = seat(EIGHT).startsAt().plus(Duration.ofMinutes(30));
    Application after =
        confirmed.sessionEnds(confirmed.booking().seated().orElseThrow(), end, PAYMENTS, LATER);

    assertThat(after.booking().seat().orElseThrow().endsAt()).isEqualTo(end);
    isNoted(confirmed, after, new Event.SessionChanged(EIGHT, 30), PAYMENTS);
  }

  @Test
  void aFenceIsSeenByNobody() {
    Application after = held.fence();

    assertThat(after.version()).isEqualTo(held.version() + 1);
    assertThat(after.revision()).isEqualTo(held.revision());
    assertThat(after.timeline()).isEqualTo(held.timeline());
  }

  // ---- Its office closes the session ----

  private static Application closedOut(Application application) {
    return application.closeOut(
        application.booking().seated().orElseThrow(), "the roof leaks", OFFICES, LATER);
  }

  @Test
  void whoHadNotPaidForASeatThatIsClosedOwesNothingAndMayBookAgain() {
    Application after = closedOut(held);

    assertThat(after.status()).isEqualTo(Status.READY);
    assertThat(after.booking().state()).isEqualTo(new BookingState.None());
    assertThat(after.booking().bill()).as("nothing is to be paid").isEmpty();
    assertThat(after.booking().bills()).extracting(Bill::state).containsExactly(Bill.State.VOID);
    assertThat(after.booking().history().lastSession()).isEqualTo(EIGHT);
    assertThat(after.booking().history().expiries()).as("it is no hold that expired").isEmpty();
    assertThat(VacateSeat.left(held, after)).contains(seat(EIGHT));
    assertThat(Change.of(held, after).parts())
        .containsExactlyInAnyOrder(new Change.ReleasePerson(), new Change.UncountHold());
    isNoted(held, after, new Event.SessionClosed(EIGHT, "the roof leaks", false), OFFICES);
  }

  @Test
  void moneyForTheBillOfASeatThatIsClosedCountsAllTheSame() {
    Application after = closedOut(held);
    Bill voided = after.booking().bills().getFirst();

    assertThat(after.pay(voided, PAYMENT, false, PAYMENTS, LATER).status())
        .isEqualTo(Status.PAID_UNSCHEDULED);
  }

  @Test
  void whoHadPaidForASeatThatIsClosedKeepsTheMoneyAndTheMoves() {
    Application after = closedOut(confirmed);

    assertThat(after.status()).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(after.booking().state()).isEqualTo(new PaidWithoutSeat());
    assertThat(after.booking().history().rescheduled()).as("it is no move of hers").isZero();
    assertThat(after.booking().latestSession()).as("where she was to come").contains(EIGHT);
    isPaidAsBefore(confirmed, after);
    assertThat(Change.of(confirmed, after).parts()).containsExactly(new Change.ReleasePerson());
    isNoted(confirmed, after, new Event.SessionClosed(EIGHT, "the roof leaks", true), OFFICES);

    Application again = after.choose(seat(NINE), OWNER, LATER);
    assertThat(again.status()).isEqualTo(Status.CONFIRMED);
    assertThat(again.booking().history().rescheduled()).isZero();
  }

  @Test
  void theMovesThatWereMadeBeforeASessionIsClosedStayMade() {
    Application after = closedOut(moved(confirmed, NINE));

    assertThat(after.booking().history().rescheduled()).isEqualTo(1);
    assertThat(after.booking().latestSession()).contains(NINE);
  }

  /** Her money was taken back before, so there is nothing to choose another seat with. */
  @Test
  void whoIsPaidForNoMoreHasNothingLeftOfASeatThatIsClosed() {
    Application unpaid = Samples.standing(ready, new Confirmed(seat(EIGHT)));
    Application after = closedOut(unpaid);

    assertThat(after.status()).isEqualTo(Status.READY);
    isNoted(unpaid, after, new Event.SessionClosed(EIGHT, "the roof leaks", false), OFFICES);
  }

  // ---- Visits ----

  private static Application checkedIn(Application confirmed) {
    return confirmed.checkIn((Confirmed) confirmed.booking().state(), OFFICER, NOW);
  }

  private static CheckedIn here(Application checkedIn) {
    return (CheckedIn) checkedIn.booking().state();
  }

  /** Her seat is hers, and nobody is let into the session in her place. */
  private static void keepsItsSeat(Application before, Application after) {
    assertThat(after.booking().place()).contains(seat(EIGHT));
    assertThat(after.booking().latestSession()).contains(EIGHT);
    assertThat(VacateSeat.left(before, after)).isEmpty();
  }

  private static void isPaidAsBefore(Application before, Application after) {
    assertThat(after.booking().bills()).isEqualTo(before.booking().bills());
    assertThat(after.dossier()).isEqualTo(before.dossier());
  }

  @Test
  void whoHasComeIsCheckedInAndStillHasNoOtherBooking() {
    Application after = confirmed.checkIn((Confirmed) confirmed.booking().state(), OFFICER, LATER);

    assertThat(after.status()).isEqualTo(Status.CHECKED_IN);
    assertThat(after.booking().state()).isEqualTo(new CheckedIn(seat(EIGHT), LATER));
    assertThat(after.booking().seat()).contains(seat(EIGHT));
    keepsItsSeat(confirmed, after);
    isPaidAsBefore(confirmed, after);
    assertThat(after.booking().history()).isEqualTo(confirmed.booking().history());
    assertThat(Change.of(confirmed, after).parts()).isEmpty();
    isNoted(confirmed, after, new Event.CheckedIn(EIGHT), OFFICER);
  }

  @Test
  void whoWasServedKeepsTheSeatOfThatDayAndMayBookAgain() {
    Application before = checkedIn(confirmed);
    Application after = before.complete(here(before), Duration.ofMinutes(12), OFFICER, LATER);

    assertThat(after.status()).isEqualTo(Status.COMPLETED);
    assertThat(after.booking().state()).isEqualTo(new Visited(seat(EIGHT), Visit.COMPLETED));
    assertThat(after.booking().seat()).as("none that is to come").isEmpty();
    keepsItsSeat(before, after);
    isPaidAsBefore(before, after);
    assertThat(Change.of(before, after).parts()).containsExactly(new Change.ReleasePerson());
    isNoted(before, after, new Event.Completed(EIGHT, Duration.ofMinutes(12)), OFFICER);
  }

  @Test
  void whoWasServedWithoutBeingCalledDidNotWait() {
    Application before = checkedIn(confirmed);
    Application after = before.complete(here(before), null, OFFICER, LATER);

    isNoted(before, after, new Event.Completed(EIGHT, null), OFFICER);
  }

  @Test
  void whoDidNotComeKeepsTheSeatOfThatDayAndMayBookAgain() {
    Actor counter = new Actor.Service("counter");
    Application after =
        confirmed.missVisit((Confirmed) confirmed.booking().state(), counter, LATER);

    assertThat(after.status()).isEqualTo(Status.NO_SHOW);
    assertThat(after.booking().state()).isEqualTo(new Visited(seat(EIGHT), Visit.NO_SHOW));
    assertThat(after.booking().seat()).isEmpty();
    keepsItsSeat(confirmed, after);
    isPaidAsBefore(confirmed, after);
    assertThat(Change.of(confirmed, after).parts()).containsExactly(new Change.ReleasePerson());
    isNoted(confirmed, after, new Event.NoShow(EIGHT), counter);
  }

  @Test
  void whoHasToComeAgainLeavesTheSeatAndChoosesAnotherWithoutPaying() {
    Application before = checkedIn(confirmed);
    Application after =
        before.comeAgain(
            here(before), "the camera is broken", Duration.ofMinutes(7), OFFICER, LATER);

    assertThat(after.status()).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(after.booking().state()).isEqualTo(new PaidWithoutSeat());
    assertThat(after.booking().place()).isEmpty();
    assertThat(after.booking().latestSession()).as("where she has been").contains(EIGHT);
    assertThat(after.belongsTo(OFFICER)).isTrue();
    assertThat(after.booking().history().rescheduled()).as("it is no move of hers").isZero();
    assertThat(VacateSeat.left(before, after)).contains(seat(EIGHT));
    isPaidAsBefore(before, after);
    assertThat(Change.of(before, after).parts()).containsExactly(new Change.ReleasePerson());
    isNoted(
        before,
        after,
        new Event.ComesAgain(EIGHT, "the camera is broken", Duration.ofMinutes(7)),
        OFFICER);
  }

  /** The seat was paid for as she came, and its money was taken back before she left. */
  @Test
  void whoHasToComeAgainAndIsPaidForNoMoreStartsAgain() {
    Application unpaid = Samples.standing(held, new CheckedIn(seat(EIGHT), NOW));
    Application after = unpaid.comeAgain(here(unpaid), "no money is here", null, OFFICER, LATER);

    assertThat(after.status()).isEqualTo(Status.READY);
    assertThat(after.booking().state()).isEqualTo(new BookingState.None());
    isNoted(unpaid, after, new Event.ComesAgain(EIGHT, "no money is here", null), OFFICER);
  }

  /** The guard was released as her visit ended; another booking of hers may have it by now. */
  @Test
  void whoDidNotComeLeavesTheSeatOnlyAsHerBookingIsOpenedAgain() {
    Application missed = confirmed.missVisit((Confirmed) confirmed.booking().state(), OFFICER, NOW);
    Application after = missed.reopen("was in hospital", OFFICER, LATER);

    assertThat(after.status()).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(after.booking().latestSession()).contains(EIGHT);
    assertThat(VacateSeat.left(missed, after)).contains(seat(EIGHT));
    assertThat(Change.of(missed, after).parts()).isEmpty();
  }

  @Test
  void aVisitedOfficeKnowsTheApplicationAfterwards() {
    Application before = checkedIn(confirmed);
    Actor elsewhere = new Actor.Staff("officer", "made", new OfficeId("DPS"));
    for (Application after :
        List.of(
            before,
            before.complete(here(before), null, OFFICER, LATER),
            confirmed.missVisit((Confirmed) confirmed.booking().state(), OFFICER, LATER))) {
      assertThat(after.belongsTo(OFFICER)).isTrue();
      assertThat(after.belongsTo(elsewhere)).isFalse();
    }
  }

  // ---- Money ----

  @Test
  void moneyThatSettlesNothingIsNotedWithItsReason() {
    Receipt receipt =
        new Receipt("bank", "p2", 950_000, "IDR", NOW, ExceptionReason.ALREADY_PAID, 0);
    Application after =
        confirmed.keepMoney(
            confirmed.booking().paidBill().orElseThrow(),
            receipt,
            ExceptionReason.ALREADY_PAID,
            PAYMENTS,
            LATER);

    assertThat(after.status()).isEqualTo(Status.CONFIRMED);
    isNoted(
        confirmed, after, new Event.PaymentKept(ExceptionReason.ALREADY_PAID, 950_000), PAYMENTS);
  }

  @Test
  void moneyThatComesTooLateIsPaidAndHasNoSeat() {
    Application late =
        Samples.expired(held, PAYMENTS, NOW).pay(BILL, PAYMENT, false, PAYMENTS, LATER);

    assertThat(late.status()).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(late.booking().history().seatOwed()).isTrue();
    assertThat(late.booking().paidBill()).isPresent();
    assertThat(Objects.requireNonNull(late.booking().bill().orElseThrow().payment()))
        .isEqualTo(PAYMENT);
  }

  @Test
  void moneyChangesNothingWhereNothingWaitsForIt() {
    Application open = confirmed.reopen("the network was down", PAYMENTS, NOW);

    assertThat(open.pay(BILL, PAYMENT, true, PAYMENTS, LATER).booking()).isEqualTo(open.booking());
  }

  @Test
  void whatIsPaidForIsThePassportInWhicheverLane() {
    PassportRequest another =
        new PassportRequest(PassportRequest.Kind.NEW, PassportRequest.Type.ORDINARY, 5);
    Application open = confirmed.reopen("the network was down", PAYMENTS, NOW);

    assertThat(open.isPaidFor(open.dossier().passport())).isTrue();
    assertThat(open.isPaidFor(another)).isFalse();
    assertThat(held.isPaidFor(held.dossier().passport())).as("not paid").isFalse();
    assertThat(open.isPaidForAnother()).isFalse();
    assertThat(confirmed.isPaidForAnother()).isFalse();
    assertThat(ready.isPaidForAnother()).isFalse();
  }
}
