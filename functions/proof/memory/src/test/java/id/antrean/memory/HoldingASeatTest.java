package id.antrean.memory;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.draft;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.Actor;
import id.antrean.domain.TooLarge;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.HoldMessage;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.LeaveSeat;
import id.antrean.domain.seat.SoldOutFromMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldingASeatTest {
  private static final SessionId EIGHT = sessionId("08:00", Lane.REGULAR);
  private static final SessionId NINE = sessionId("09:00", Lane.REGULAR);
  private static final int TAKES_PER_HOUR = 20;
  private static final SessionId EXPRESS = sessionId("07:30", Lane.EXPRESS);

  private final Faults faults = new Faults();
  private final World world =
      new World(NOW, faults)
          .has(CILEGON)
          .has(session(EIGHT, 1))
          .has(session(NINE, 1))
          .has(session(EXPRESS, 5));
  private final List<String> codes =
      new ArrayList<>(
          IntStream.rangeClosed(1, 200).mapToObj(code -> String.format("8%014d", code)).toList());
  private final Iterator<String> draw = codes.iterator();
  private final HoldSeat hold =
      world.holdSeat(
          () -> new BillingCode(draw.next()),
          new HoldTerms(Duration.ofHours(2), Duration.ofMinutes(3), 2, 3, TAKES_PER_HOUR, 30));
  private final LeaveSeat leave = world.leaveSeat();

  private final Application siti = ready("siti");
  private final Application budi = ready("budi");

  private Outcome<Application> hold(Application application, SessionId session) {
    return hold.hold(application.id(), session, account(application.account()), null);
  }

  private static Refusal why(Outcome<Application> outcome) {
    return ((Outcome.Refused<Application>) outcome).why();
  }

  private static Application done(Outcome<Application> outcome) {
    return ((Outcome.Done<Application>) outcome).value();
  }

  @Test
  void aSeatIsHeldForTwoHoursWithABill() {
    world.has(siti);
    Application held = done(hold(siti, EIGHT));
    assertThat(held.status()).isEqualTo(Status.AWAITING_PAYMENT);
    assertThat(held.booking().payBy()).contains(NOW.plus(Duration.ofHours(2)));
    assertThat(held.booking().bill().orElseThrow().amount()).isEqualTo(950_000);
    assertThat(world.see(EIGHT).seats())
        .containsExactly(held.booking().seat().orElseThrow().hold());
    assertThat(world.guarded(held)).isTrue();
  }

  @Test
  void theHoldIsArmedBeforeTheSeatIsClaimed() {
    world.has(siti);
    faults.crashBefore("claim");
    assertThatThrownBy(() -> hold(siti, EIGHT)).isInstanceOf(Faults.Crash.class);
    assertThat(world.deadlines.queue.waiting()).hasSize(1);
    assertThat(world.see(EIGHT).seats()).isEmpty();
  }

  @Test
  void aRepeatAnswersAsTheFirstDid() {
    world.has(siti);
    Application first = done(hold(siti, EIGHT));
    assertThat(done(hold(siti, EIGHT))).isEqualTo(first);
    assertThat(world.see(EIGHT).seats()).hasSize(1);
  }

  @Test
  void aLostAnswerOfTheBindIsReadBack() {
    world.has(siti);
    faults.answerLost("save");
    assertThatThrownBy(() -> hold(siti, EIGHT)).isInstanceOf(Unavailable.class);
    assertThat(done(hold(siti, EIGHT)).status()).isEqualTo(Status.AWAITING_PAYMENT);
    assertThat(world.see(EIGHT).seats()).hasSize(1);
  }

  @Test
  void aTwinThatBoundTheSameHoldIsTheFirstAnswer() {
    world.has(siti);
    faults.before("save", () -> assertThat(done(hold(siti, EIGHT))).isNotNull());
    Application second = done(hold(siti, EIGHT));
    assertThat(second).isEqualTo(world.see(siti.id()));
    assertThat(world.see(EIGHT).seats())
        .containsExactly(second.booking().seat().orElseThrow().hold());
  }

  @Test
  void whoIsSlowerThanAnotherRequestOfTheSameApplicationHearsWhatTheOtherWon() {
    world.has(siti);
    faults.before("save", () -> assertThat(done(hold(siti, NINE))).isNotNull());
    assertThat(why(hold(siti, EIGHT))).isEqualTo(new Refusal.Overtaken(NINE));
    assertThat(world.see(EIGHT).seats()).as("the loser's seat is free at once").isEmpty();
    assertThat(world.see(NINE).seats())
        .containsExactly(world.see(siti.id()).booking().seat().orElseThrow().hold());
  }

  @Test
  void ofTwoMovesAtOnceTheSlowerHearsWhatTheOtherWon() {
    world.has(siti);
    assertThat(done(hold(siti, EIGHT))).isNotNull();
    faults.before("save", () -> assertThat(done(hold(siti, NINE))).isNotNull());
    assertThat(why(hold(siti, EXPRESS))).isEqualTo(new Refusal.Overtaken(NINE));
    assertThat(world.see(EXPRESS).seats()).isEmpty();
    assertThat(world.see(EIGHT).seats()).isEmpty();
  }

  @Test
  void moneyThatComesDuringAMoveLeavesTheMoveForThePersonToDecide() {
    world.has(siti);
    Application held = done(hold(siti, EIGHT));
    faults.before("save", () -> paid(held));
    assertThat(why(hold(siti, NINE))).isEqualTo(new Refusal.Overtaken(EIGHT));
    assertThat(world.see(siti.id()).booking().history().rescheduled()).isZero();
  }

  @Test
  void whatChangedMeanwhileBesideTheSeatDoesNotStopAHold() {
    world.has(siti);
    faults.before("save", () -> identifiedAgain(siti));
    assertThat(done(hold(siti, EIGHT)).booking().seat().orElseThrow().session()).isEqualTo(EIGHT);
    assertThat(world.see(EIGHT).seats()).hasSize(1);
  }

  @Test
  void aConditionOnTheVersionHoldsToTheEnd() {
    world.has(siti);
    faults.before("save", () -> identifiedAgain(siti));
    assertThat(
            why(
                hold.hold(
                    siti.id(), EIGHT, account("siti"), new IfVersion(Set.of(siti.version())))))
        .isEqualTo(new Refusal.Stale(siti.version() + 1));
    assertThat(world.see(EIGHT).seats()).isEmpty();
  }

  private void identifiedAgain(Application application) {
    Application now = world.see(application.id());
    save(now, now.identified(now.dossier().identity(), new Actor.Service("identity"), NOW));
  }

  private void paid(Application application) {
    Bill bill = application.booking().bill().orElseThrow();
    save(
        application,
        application.pay(
            bill,
            new Bill.Payment("bank", "p1", null, NOW, null),
            true,
            new Actor.Service("payments"),
            NOW));
  }

  private void save(Application before, Application after) {
    assertThat(world.applications.save(Change.of(before, after)))
        .isInstanceOf(SaveApplication.Saved.class);
  }

  @Test
  void aBindThatFailsLeavesTheSeatToItsMessage() {
    world.has(siti);
    faults.down("save");
    assertThatThrownBy(() -> hold(siti, EIGHT)).isInstanceOf(Unavailable.class);
    assertThat(world.see(EIGHT).seats()).hasSize(1);
    assertThat(world.deadlines.queue.waiting()).hasSize(1);
  }

  @Test
  void whenEverySeatIsTakenItSaysUntilWhenOneMayComeFree() {
    world.has(siti).has(budi);
    assertThat(done(hold(siti, EIGHT))).isNotNull();
    assertThat(why(hold(budi, EIGHT)))
        .isEqualTo(new Refusal.SoldOut(NOW.plus(Duration.ofHours(2)).atZone(CILEGON.zone())));
  }

  @Test
  void onePersonHasOneLiveBooking() {
    Application other = ready("elsewhere", "other account", "siti");
    world.has(siti).has(other);
    assertThat(done(hold(siti, EIGHT))).isNotNull();
    assertThat(why(hold(other, NINE))).isEqualTo(new Refusal.NikHasBooking(null));
    assertThat(world.see(NINE).seats()).isEmpty();
  }

  @Test
  void aRefusalChangesNothingThatAnybodySees() {
    Application other = ready("elsewhere", "other account", "siti");
    world.has(siti).has(other);
    assertThat(done(hold(siti, EIGHT))).isNotNull();
    for (int refusals = 0; refusals < 120; refusals++) {
      assertThat(why(hold(other, NINE))).isEqualTo(new Refusal.NikHasBooking(null));
    }
    Application refused = world.see(other.id());
    assertThat(refused.revision()).isEqualTo(other.revision());
    assertThat(refused.timeline()).isEqualTo(other.timeline());
    assertThat(refused.booking().history()).isEqualTo(other.booking().history());
    assertThat(done(leave.cancel(siti.id(), account("siti"), null))).isNotNull();
    assertThat(
            done(hold.hold(
                    other.id(),
                    NINE,
                    account("other account"),
                    new IfVersion(Set.of(other.revision()))))
                .status())
        .isEqualTo(Status.AWAITING_PAYMENT);
  }

  @Test
  void anAccountHoldsOnlySoManyUnpaidSeats() {
    Application first = ready("first", "family");
    Application second = ready("second", "family");
    Application third = ready("third", "family");
    world.has(first).has(second).has(third);
    assertThat(done(hold(first, EXPRESS))).isNotNull();
    assertThat(done(hold(second, EXPRESS))).isNotNull();
    assertThat(why(hold(third, EXPRESS)))
        .isEqualTo(
            new Refusal.TooManyHolds(2, NOW.plus(Duration.ofHours(2)).atZone(CILEGON.zone())));
    assertThat(world.see(EXPRESS).seats()).hasSize(2);
  }

  @Test
  void aDeadlineThatHasPassedIsNotToldAsTheEndOfAnything() {
    Application first = ready("first", "family");
    Application second = ready("second", "family");
    Application third = ready("third", "family");
    world.has(first).has(second).has(third);
    assertThat(done(hold(first, EXPRESS))).isNotNull();
    assertThat(done(hold(second, EXPRESS))).isNotNull();
    world.pass(Duration.ofHours(2));
    assertThat(why(hold(third, EXPRESS)))
        .as("in the grace that nobody is told of")
        .isEqualTo(new Refusal.TooManyHolds(2, null));
  }

  @Test
  void papersComeBeforeSeats() {
    Application draft = draft("siti");
    world.has(draft);
    assertThat(why(hold(draft, EIGHT))).isEqualTo(new Refusal.NotReady(draft.dossier().missing()));
  }

  @Test
  void anothersApplicationDoesNotExist() {
    world.has(siti);
    assertThat(why(hold.hold(siti.id(), EIGHT, account("budi"), null)))
        .isEqualTo(new Refusal.NotFound());
  }

  @Test
  void aDelayedRequestUnderAnOldVersionMovesNothing() {
    world.has(siti);
    assertThat(
            why(
                hold.hold(
                    siti.id(), EIGHT, account("siti"), new IfVersion(Set.of(siti.revision() - 1)))))
        .isEqualTo(new Refusal.Stale(siti.revision()));
  }

  @Test
  void anUnpaidSeatMovesAndKeepsItsDeadline() {
    world.has(siti);
    Application held = done(hold(siti, EIGHT));
    world.pass(Duration.ofMinutes(30));
    Application moved = done(hold(siti, NINE));
    assertThat(moved.booking().payBy()).isEqualTo(held.booking().payBy());
    assertThat(moved.booking().bill()).isEqualTo(held.booking().bill());
    assertThat(moved.booking().history().rescheduled()).isZero();
    assertThat(world.see(EIGHT).seats()).isEmpty();
    assertThat(world.see(NINE).seats())
        .containsExactly(moved.booking().seat().orElseThrow().hold());
  }

  @Test
  void aMoveIsLookedAfterByOneMessageForBothItsSeats() {
    world.has(siti);
    Application held = done(hold(siti, EIGHT));
    world.deadlines.queue.lose();
    Application moved = done(hold(siti, NINE));
    assertThat(world.deadlines.queue.waiting())
        .extracting(MemoryQueue.Sent::message)
        .containsExactly(
            new HoldMessage(
                moved.booking().seat().orElseThrow().hold(),
                NINE,
                new HoldMessage.Left(held.booking().seat().orElseThrow().hold(), EIGHT)));
  }

  @Test
  void moreSeatsThanAnybodyComparesAreNotTakenWithinAnHour() {
    world.has(siti);
    for (int taken = 0; taken < TAKES_PER_HOUR; taken++) {
      assertThat(done(hold(siti, taken % 2 == 0 ? EIGHT : NINE))).isNotNull();
      world.pass(Duration.ofMinutes(1));
    }
    Application held = world.see(siti.id());
    world.deadlines.queue.lose();
    assertThat(why(hold(siti, EIGHT)))
        .isEqualTo(new Refusal.TooManyRequests(Duration.ofMinutes(60 - TAKES_PER_HOUR)));
    assertThat(world.see(siti.id())).isEqualTo(held);
    assertThat(world.deadlines.queue.waiting()).isEmpty();
    assertThat(world.see(EIGHT).seats()).isEmpty();
    world.pass(Duration.ofMinutes(60 - TAKES_PER_HOUR));
    assertThat(done(hold(siti, EIGHT)).booking().seat().orElseThrow().session()).isEqualTo(EIGHT);
  }

  @Test
  void seatsThatAreGivenBackAreCountedAsTaken() {
    world.has(siti);
    for (int taken = 0; taken < TAKES_PER_HOUR; taken++) {
      assertThat(done(hold(siti, EIGHT))).isNotNull();
      assertThat(done(leave.giveBack(siti.id(), account("siti"), null))).isNotNull();
    }
    assertThat(why(hold(siti, EIGHT))).isEqualTo(new Refusal.TooManyRequests(Duration.ofHours(1)));
  }

  @Test
  void whatTheStoreCannotTakeLeavesNoSeatTaken() {
    world.has(siti);
    world.applications.takeAtMost(MemoryApplications.size(siti));
    assertThatThrownBy(() -> hold(siti, EIGHT)).isInstanceOf(TooLarge.class);
    assertThat(world.see(EIGHT).seats()).isEmpty();
    assertThat(world.see(siti.id()).revision()).isEqualTo(siti.revision());
  }

  @Test
  void aCrashBetweenSwapAndFreeIsCoveredByTheOldHoldsMessage() {
    world.has(siti);
    Application held = done(hold(siti, EIGHT));
    faults.crashBefore("free");
    assertThatThrownBy(() -> hold(siti, NINE)).isInstanceOf(Faults.Crash.class);
    assertThat(world.deadlines.queue.waiting())
        .extracting(sent -> sent.message().left())
        .contains(new HoldMessage.Left(held.booking().seat().orElseThrow().hold(), EIGHT));
  }

  @Test
  void anotherFeeMakesAnotherBill() {
    world.has(siti);
    Application held = done(hold(siti, EIGHT));
    Application moved = done(hold(siti, EXPRESS));
    assertThat(moved.booking().bill().orElseThrow().amount()).isEqualTo(1_950_000);
    assertThat(moved.booking().bills())
        .extracting(Bill::state)
        .containsExactly(Bill.State.VOID, Bill.State.OPEN);
    assertThat(held.booking().bill()).isNotEqualTo(moved.booking().bill());
  }

  @Test
  void aFeeThatComesBackIsBilledByItsFormerCode() {
    world.has(siti);
    Application first = done(hold(siti, EIGHT));
    Application dearer = done(hold(siti, EXPRESS));
    Application again = done(hold(siti, NINE));
    assertThat(again.booking().bill()).isEqualTo(first.booking().bill());
    assertThat(again.booking().bills())
        .containsExactlyInAnyOrder(
            first.booking().bill().orElseThrow(), dearer.booking().bill().orElseThrow().voided());
    assertThat(done(hold(siti, EXPRESS)).booking().bill()).isEqualTo(dearer.booking().bill());
  }

  @Test
  void theSameFeeKeepsItsBillingCodeOverHolds() {
    world.has(siti);
    Application held = done(hold(siti, EIGHT));
    assertThat(done(leave.giveBack(siti.id(), account("siti"), null)).status())
        .isEqualTo(Status.READY);
    assertThat(done(hold(siti, NINE)).booking().bill()).isEqualTo(held.booking().bill());
  }

  @Test
  void aCodeThatIsTakenIsDrawnAgain() {
    world.has(siti).has(budi);
    assertThat(done(hold(siti, EIGHT))).isNotNull();
    codes.set(1, "800000000000001");
    assertThat(done(hold(budi, NINE)).booking().bill().orElseThrow().code().value())
        .isEqualTo("800000000000003");
  }

  @Test
  void aSeatGivenBackIsFreeAndThePersonMayBookAgain() {
    world.has(siti);
    assertThat(done(hold(siti, EIGHT))).isNotNull();
    Application back = done(leave.giveBack(siti.id(), account("siti"), null));
    assertThat(back.status()).isEqualTo(Status.READY);
    assertThat(world.see(EIGHT).seats()).isEmpty();
    assertThat(world.guarded(back)).isFalse();
    assertThat(done(leave.giveBack(siti.id(), account("siti"), null))).isEqualTo(back);
  }

  @Test
  void aCancelledApplicationStaysCancelled() {
    world.has(siti);
    assertThat(done(hold(siti, EIGHT))).isNotNull();
    Application cancelled = done(leave.cancel(siti.id(), account("siti"), null));
    assertThat(cancelled.status()).isEqualTo(Status.CANCELLED);
    assertThat(world.see(EIGHT).seats()).isEmpty();
    assertThat(done(leave.cancel(siti.id(), account("siti"), null))).isEqualTo(cancelled);
    assertThat(why(hold(siti, EIGHT))).isEqualTo(new Refusal.WrongStatus(Status.CANCELLED));
  }

  /** Something else happens to the application, without a call of ours. */
  private void changes(Application application) {
    Application now = world.see(application.id());
    world.has(now.identified(now.dossier().identity(), new Actor.Service("identity"), NOW));
  }

  private void cancels(Application application) {
    assertThat(done(leave.cancel(application.id(), account(application.account()), null)).status())
        .isEqualTo(Status.CANCELLED);
  }

  @Test
  void whoLosesThreeTimesToOtherStepsHearsThatOthersWereFaster() {
    world.has(siti);
    for (int i = 0; i < 3; i++) {
      faults.before("save", () -> changes(siti));
    }
    assertThat(why(hold(siti, EIGHT))).isEqualTo(new Refusal.Overtaken(null));
    assertThat(world.see(EIGHT).seats()).isEmpty();
    assertThat(world.see(siti.id()).status()).isEqualTo(Status.READY);
  }

  @Test
  void aTwinThatBoundWhileTheGuardsAreReadIsTheFirstAnswer() {
    world.has(siti);
    faults.before("guards", () -> assertThat(done(hold(siti, EIGHT))).isNotNull());
    Application second = done(hold(siti, EIGHT));
    assertThat(second).isEqualTo(world.see(siti.id()));
    assertThat(world.see(EIGHT).seats())
        .containsExactly(second.booking().seat().orElseThrow().hold());
  }

  @Test
  void aBookingThatEndsWhileItIsLookedAtStandsInNobodysWay() {
    Application other = ready("elsewhere", "other account", "siti");
    world.has(siti).has(other);
    assertThat(done(hold(other, NINE))).isNotNull();
    faults.before("find", () -> assertThat(siti).isNotNull()).before("find", () -> cancels(other));
    assertThat(done(hold(siti, EIGHT)).booking().seat().orElseThrow().session()).isEqualTo(EIGHT);
  }

  @Test
  void aBookingThatWonAndEndedMeanwhileIsToldWithoutAnEnd() {
    Application other = ready("elsewhere", "other account", "siti");
    world.has(siti).has(other);
    faults.before(
        "save",
        () -> {
          assertThat(done(hold(other, NINE))).isNotNull();
          faults.before("guards", () -> cancels(other));
        });
    assertThat(why(hold(siti, EIGHT))).isEqualTo(new Refusal.NikHasBooking(null));
    assertThat(world.see(EIGHT).seats()).isEmpty();
    assertThat(done(hold(siti, EIGHT)).booking().seat().orElseThrow().session()).isEqualTo(EIGHT);
  }

  @Test
  void whoChangedWhileTheSeatWasGivenUpTriesOnceMore() {
    Application other = ready("elsewhere", "other account", "siti");
    world.has(siti).has(other);
    faults.before(
        "save",
        () -> {
          assertThat(done(hold(other, NINE))).isNotNull();
          faults.before(
              "save",
              () -> {
                cancels(other);
                changes(siti);
              });
        });
    assertThat(done(hold(siti, EIGHT)).booking().seat().orElseThrow().session()).isEqualTo(EIGHT);
    assertThat(world.see(EIGHT).seats()).hasSize(1);
  }

  @Test
  void whatTheStoreCouldNotTakeIsTriedAgainWhenTheApplicationChanged() {
    world.has(siti);
    world.applications.takeAtMost(MemoryApplications.size(siti));
    faults
        .before("save", () -> assertThat(siti).isNotNull())
        .before(
            "save",
            () -> {
              world.applications.takeAtMost(100);
              changes(siti);
            });
    assertThat(done(hold(siti, EIGHT)).booking().seat().orElseThrow().session()).isEqualTo(EIGHT);
    assertThat(world.see(EIGHT).seats()).hasSize(1);
  }

  @Test
  void whoHasASeatThatIsNotBoundYetIsNotTurnedAwayByTheCrowd() {
    world.has(siti);
    faults.down("save");
    assertThatThrownBy(() -> hold(siti, EIGHT)).isInstanceOf(Unavailable.class);
    for (int i = 0; i <= SoldOutFromMemory.CROWD; i++) {
      Application late = ready("late" + i);
      world.has(late);
      assertThat(why(hold(late, EIGHT))).isInstanceOf(Refusal.SoldOut.class);
    }
    assertThat(done(hold(siti, EIGHT)).booking().seat().orElseThrow().session()).isEqualTo(EIGHT);
  }

  @Test
  void fiveCodesThatAreTakenAreAFault() {
    world.has(siti).has(budi);
    assertThat(done(hold(siti, EIGHT))).isNotNull();
    for (int i = 1; i <= 5; i++) {
      codes.set(i, "800000000000001");
    }
    assertThatThrownBy(() -> hold(budi, NINE)).isInstanceOf(Unavailable.class);
    assertThat(done(hold(budi, NINE)).booking().bill().orElseThrow().code().value())
        .isEqualTo("800000000000007");
  }
}
