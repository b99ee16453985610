package id.antrean.expiry;

import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.ClaimSeat;
import id.antrean.domain.seat.HoldMessage;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.LeaveSeat;
import id.antrean.memory.Faults;
import id.antrean.memory.MemoryQueue;
import id.antrean.memory.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookingAfterHoldsTest {
  private static final SessionId EIGHT = sessionId("08:00", Lane.REGULAR);
  private static final SessionId NINE = sessionId("09:00", Lane.REGULAR);
  private static final Duration LONGEST = Holds.TIMING.longestQueueDelay();

  private final Faults faults = new Faults();
  private final List<Instant> timers = new ArrayList<>();
  private boolean timersWork = true;
  private final Holds holds =
      Holds.timedBy(
          (timed, session, at) -> timersWork && timers.add(at),
          faults,
          session(EIGHT, 1),
          session(NINE, 1));
  private final World world = holds.world;
  private final HoldSeat hold = holds.hold;
  private final LookAfterHold lookAfter = holds.lookAfter;
  private final Application siti = ready("siti");

  private Application held() {
    return holds.held(siti, "siti", EIGHT);
  }

  private HoldMessage messageOf(Application held) {
    return new HoldMessage(held.booking().seat().orElseThrow().hold(), EIGHT);
  }

  @Test
  void aHoldThatIsDueLaterGoesToTheTimer() {
    Application held = held();
    world.pass(LONGEST);
    lookAfter.on(messageOf(held));
    assertThat(timers).containsExactly(NOW.plus(Duration.ofMinutes(123)));
    assertThat(world.see(siti.id())).isEqualTo(held);
  }

  @Test
  void withoutATimerTheQueueKeepsTheTime() {
    Application held = held();
    timersWork = false;
    world.deadlines.queue.lose();
    lookAfter.on(messageOf(held));
    assertThat(world.deadlines.queue.waiting()).hasSize(1);
    assertThat(Duration.between(NOW, world.deadlines.queue.waiting().getFirst().arrives()))
        .isBetween(LONGEST.dividedBy(3), LONGEST);
  }

  @Test
  void aHoldThatIsDueSoonComesBackExactlyThen() {
    Application held = held();
    world.pass(Duration.ofHours(2));
    world.deadlines.queue.lose();
    lookAfter.on(messageOf(held));
    assertThat(world.deadlines.queue.waiting().getFirst().arrives())
        .isEqualTo(NOW.plus(Duration.ofMinutes(123)));
    assertThat(timers).isEmpty();
  }

  @Test
  void nothingExpiresASecondBeforeDeadlineAndGrace() {
    Application held = held();
    world.pass(Duration.ofMinutes(123).minusSeconds(1));
    lookAfter.on(messageOf(held));
    assertThat(world.see(siti.id()).status()).isEqualTo(Status.AWAITING_PAYMENT);
  }

  @Test
  void anUnpaidHoldExpiresAtDeadlineAndGraceAndKeepsItsData() {
    Application held = held();
    world.pass(Duration.ofMinutes(123));
    lookAfter.on(messageOf(held));
    Application after = world.see(siti.id());
    assertThat(after.status()).isEqualTo(Status.READY);
    assertThat(after.dossier().documents()).isEqualTo(siti.dossier().documents());
    assertThat(after.booking().history().lastSession()).isEqualTo(EIGHT);
    assertThat(world.see(EIGHT).seats()).isEmpty();
    assertThat(world.guarded(after)).isFalse();
  }

  @Test
  void theSameMessageTwiceChangesNothingMore() {
    Application held = held();
    world.pass(Duration.ofMinutes(123));
    lookAfter.on(messageOf(held));
    Application after = world.see(siti.id());
    lookAfter.on(messageOf(held));
    assertThat(world.see(siti.id())).isEqualTo(after);
  }

  @Test
  void aCrashBetweenExpiringAndFreeingIsRepairedByTheRepeat() {
    Application held = held();
    world.pass(Duration.ofMinutes(123));
    faults.crashBefore("free");
    assertThatThrownBy(() -> lookAfter.on(messageOf(held))).isInstanceOf(Faults.Crash.class);
    assertThat(world.see(EIGHT).seats()).hasSize(1);
    lookAfter.on(messageOf(held));
    assertThat(world.see(EIGHT).seats()).isEmpty();
  }

  @Test
  void aCrashBetweenClaimAndBindIsFencedAndFreed() {
    world.has(siti);
    faults.crashBefore("save");
    assertThatThrownBy(() -> hold.hold(siti.id(), EIGHT, account("siti"), null))
        .isInstanceOf(Faults.Crash.class);
    assertThat(world.see(EIGHT).seats()).hasSize(1);
    world.pass(LONGEST);
    world.deadlines.queue.takeArrived().forEach(lookAfter::on);
    assertThat(world.see(EIGHT).seats()).isEmpty();
    Application after = world.see(siti.id());
    assertThat(after.status()).isEqualTo(Status.READY);
    assertThat(after.version()).isEqualTo(siti.version() + 1);
    assertThat(after.revision()).as("nobody sees it").isEqualTo(siti.revision());
    assertThat(after.timeline()).isEqualTo(siti.timeline());
  }

  @Test
  void aClaimThatNeverHappenedNeedsNoFence() {
    world.has(siti);
    lookAfter.on(new HoldMessage(new HoldId(siti.id(), siti.version()), EIGHT));
    assertThat(world.see(siti.id())).isEqualTo(siti);
  }

  @Test
  void theMessageOfASeatThatWasLeftFreesOnlyThatSeat() {
    Application held = held();
    Outcome<Application> moved = hold.hold(siti.id(), NINE, account("siti"), null);
    assertThat(moved).isInstanceOf(Outcome.Done.class);
    lookAfter.on(messageOf(held));
    assertThat(world.see(EIGHT).seats()).isEmpty();
    assertThat(world.see(NINE).seats()).hasSize(1);
    assertThat(world.see(siti.id()).booking().seat().orElseThrow().session()).isEqualTo(NINE);
  }

  @Test
  void aCrashAfterASwapIsRepairedByTheMessageOfTheNewSeat() {
    held();
    world.deadlines.queue.lose();
    faults.crashBefore("free");
    assertThatThrownBy(() -> hold.hold(siti.id(), NINE, account("siti"), null))
        .isInstanceOf(Faults.Crash.class);
    assertThat(world.see(EIGHT).seats()).hasSize(1);
    world.pass(LONGEST);
    world.deadlines.queue.takeArrived().forEach(lookAfter::on);
    assertThat(world.see(EIGHT).seats()).isEmpty();
    assertThat(world.see(NINE).seats())
        .containsExactly(world.see(siti.id()).booking().seat().orElseThrow().hold());
  }

  @Test
  void aCrashBeforeASwapLeavesTheSeatThatIsHeldAlone() {
    Application held = held();
    world.deadlines.queue.lose();
    faults.crashBefore("save");
    assertThatThrownBy(() -> hold.hold(siti.id(), NINE, account("siti"), null))
        .isInstanceOf(Faults.Crash.class);
    world.pass(LONGEST);
    world.deadlines.queue.takeArrived().forEach(lookAfter::on);
    assertThat(world.see(NINE).seats()).isEmpty();
    assertThat(world.see(EIGHT).seats())
        .containsExactly(held.booking().seat().orElseThrow().hold());
    assertThat(world.see(siti.id()).booking()).isEqualTo(held.booking());
  }

  /** Data was lost, of somebody who may have paid: their seat waits for it to be brought back. */
  @Test
  void theSeatOfAnApplicationThatIsGoneIsKeptAndTold() {
    Application held = held();
    world.deadlines.queue.lose();
    world.applications.forget(siti.id());
    assertThatThrownBy(() -> lookAfter.on(messageOf(held))).isInstanceOf(ApplicationGone.class);
    assertThat(holds.sweepOrphans.run()).isEqualTo(new SweepOrphans.Swept(1, 0));
    assertThat(world.deadlines.queue.waiting()).as("messages that would fail each hour").isEmpty();
    assertThat(world.see(EIGHT).seats()).hasSize(1);

    world.has(held);
    assertThat(holds.sweepOrphans.run()).isEqualTo(new SweepOrphans.Swept(0, 0));
  }

  @Test
  void theSeatThatAnApplicationLeftIsKeptAsWellWhenItIsGone() {
    Application held = held();
    HoldMessage moved =
        new HoldMessage(
            new HoldId(siti.id(), held.version()),
            NINE,
            HoldMessage.Left.of(held.booking().seat().orElseThrow()));
    world.applications.forget(siti.id());
    assertThatThrownBy(() -> lookAfter.on(moved)).isInstanceOf(ApplicationGone.class);
    assertThat(world.see(EIGHT).seats()).hasSize(1);
  }

  @Test
  void anApplicationThatKeepsChangingIsLeftToTheRepeat() {
    Application held = held();
    world.pass(Duration.ofMinutes(123));
    for (int i = 0; i < 5; i++) {
      faults.before(
          "save",
          () -> {
            Application now = world.see(siti.id());
            world.has(now.fence());
          });
    }
    assertThatThrownBy(() -> lookAfter.on(messageOf(held))).isInstanceOf(Unavailable.class);
  }

  @Test
  void theSweepFindsOverdueHoldsWhoseMessagesAreLost() {
    held();
    world.deadlines.queue.lose();
    SweepOverdue sweep = holds.sweepOverdue;
    assertThat(sweep.run()).isEqualTo(new SweepOverdue.Swept(0, Duration.ZERO));
    world.pass(Duration.ofMinutes(123).plusSeconds(1));
    assertThat(sweep.run()).isEqualTo(new SweepOverdue.Swept(1, Duration.ofSeconds(1)));
    world.deadlines.queue.takeArrived().forEach(lookAfter::on);
    assertThat(world.see(siti.id()).status()).isEqualTo(Status.READY);
  }

  @Test
  void theSweepArmsWhatIsInASessionAndNotBound() {
    Application held = held();
    HoldId orphan = new HoldId(ready("budi").id(), 9);
    world.has(session(NINE, 2)).has(ready("budi"));
    assertThat(world.seats.claim(NINE, orphan, NOW)).isInstanceOf(ClaimSeat.Claimed.class);
    world.deadlines.queue.lose();
    SweepOrphans sweep = holds.sweepOrphans;
    assertThat(sweep.run()).isEqualTo(new SweepOrphans.Swept(1, 0));
    assertThat(world.deadlines.queue.waiting())
        .extracting(MemoryQueue.Sent::message)
        .containsExactly(new HoldMessage(orphan, NINE));
    assertThat(world.see(siti.id())).isEqualTo(held);
  }

  /** Its quota may have been lowered since; if not, a seat was sold twice. */
  @Test
  void theSweepCountsSessionsInWhichMoreSeatsAreTakenThanThereAre() {
    held();
    Session eight = world.see(EIGHT);
    world.has(session(EIGHT, 0).seating(eight.seats(), eight.lastClaimAt()));

    assertThat(holds.sweepOrphans.run()).isEqualTo(new SweepOrphans.Swept(0, 1));
  }

  /** Their seat was being bound while the office set the day. */
  @Test
  void theSweepTellsWhomAChangeOfTimesDidNotReach() {
    held();
    Session eight = world.see(EIGHT);
    Duration half = eight.length().dividedBy(2);
    world.has(
        new Session(
            EIGHT,
            eight.zone(),
            half,
            eight.quota(),
            eight.state(),
            eight.opensAt(),
            eight.seats(),
            eight.lastClaimAt()));
    assertThat(holds.sweepOrphans.run().orphans()).isZero();
    assertThat(world.see(siti.id()).booking().seat().orElseThrow().endsAt())
        .isEqualTo(eight.startsAt().plus(half));
  }

  @Test
  void whoCancelsIsNotExpired() {
    Application held = held();
    LeaveSeat leave = world.leaveSeat();
    assertThat(leave.cancel(siti.id(), account("siti"), null)).isInstanceOf(Outcome.Done.class);
    world.pass(Duration.ofHours(3));
    lookAfter.on(messageOf(held));
    assertThat(world.see(siti.id()).status()).isEqualTo(Status.CANCELLED);
  }
}
