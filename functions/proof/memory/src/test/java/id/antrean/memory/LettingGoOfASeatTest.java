package id.antrean.memory;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.LeaveSeat;
import id.antrean.domain.seat.ReopenBooking;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who gives a seat back, cancels, or opens a booking again, and what another request may do. */
class LettingGoOfASeatTest {
  private static final SessionId EIGHT = sessionId("08:00", Lane.REGULAR);

  /** How often a request that lost to another tries again. */
  private static final int TRIES = 5;

  private static final Actor.Staff SUPERVISOR = new Actor.Staff("supervisor", "sri", CILEGON.id());

  private final Faults faults = new Faults();
  private final World world = new World(NOW, faults).has(CILEGON).has(session(EIGHT, 2));
  private final HoldSeat hold =
      world.holdSeat(
          () -> new BillingCode("800000000000001"),
          new HoldTerms(Duration.ofHours(2), Duration.ofMinutes(3), 2, 3, 20, 30));
  private final LeaveSeat leave = world.leaveSeat();
  private final ReopenBooking reopen = world.reopenBooking();
  private final Application siti = ready("siti");

  private Application held() {
    world.has(siti);
    assertThat(hold.hold(siti.id(), EIGHT, account("siti"), null)).isInstanceOf(Outcome.Done.class);
    return world.see(siti.id());
  }

  private Application confirmed() {
    return Paying.pays(world, held());
  }

  /** As the counter leaves who did not come. */
  private Application noShow() {
    Application confirmed = confirmed();
    Application noShow =
        confirmed.missVisit((Confirmed) confirmed.booking().state(), SUPERVISOR, NOW);
    world.applications.releaseGuard(noShow);
    world.has(noShow);
    return noShow;
  }

  /** Something else happens to the application, just before so many saves of ours. */
  private void isOvertaken(int times) {
    for (int i = 0; i < times; i++) {
      faults.before(
          "save",
          () -> {
            Application now = world.see(siti.id());
            world.has(now.identified(now.dossier().identity(), new Actor.Service("identity"), NOW));
          });
    }
  }

  private static void isDone(Outcome<Application> outcome, Status status) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Done.class,
            it -> assertThat(((Application) it.value()).status()).isEqualTo(status));
  }

  @Test
  void anUnpaidSeatIsFreeAtOnceAndItsPersonAndAccountToo() {
    held();
    isDone(leave.giveBack(siti.id(), account("siti"), null), Status.READY);
    assertThat(world.see(EIGHT).seats()).isEmpty();
    assertThat(world.guarded(siti)).isFalse();
    assertThat(world.applications.holdsOf("siti")).isEmpty();
  }

  @Test
  void whoCancelsBeforeTakingASeatLeavesNothingBehind() {
    world.has(siti);
    isDone(leave.cancel(siti.id(), account("siti"), null), Status.CANCELLED);
    assertThat(world.deadlines.queue.waiting()).isEmpty();
  }

  @Test
  void aStrangerFindsNothingToGiveBack() {
    Application held = held();
    Outcome<Application> nothing = Outcome.refused(new Refusal.NotFound());
    assertThat(leave.giveBack(siti.id(), account("budi"), null)).isEqualTo(nothing);
    assertThat(leave.cancel(siti.id(), account("budi"), null)).isEqualTo(nothing);
    assertThat(leave.cancel(ready("nobody").id(), account("siti"), null)).isEqualTo(nothing);
    assertThat(leave.cancel(siti.id(), account("budi"), new IfVersion(Set.of(held.revision() - 1))))
        .isEqualTo(nothing);
    assertThat(world.see(siti.id())).isEqualTo(held);
  }

  @Test
  void aLateRequestUnderAnOldVersionLeavesTheSeat() {
    Application held = held();
    assertThat(
            leave.giveBack(siti.id(), account("siti"), new IfVersion(Set.of(held.revision() - 1))))
        .isEqualTo(Outcome.refused(new Refusal.Stale(held.revision())));
    assertThat(world.see(EIGHT).seats()).hasSize(1);
    isDone(
        leave.giveBack(siti.id(), account("siti"), new IfVersion(Set.of(held.revision()))),
        Status.READY);
  }

  @Test
  void aCrashBeforeTheSeatIsFreeLeavesItToItsMessage() {
    Application held = held();
    world.deadlines.queue.lose();
    faults.crashBefore("free");
    assertThatThrownBy(() -> leave.giveBack(siti.id(), account("siti"), null))
        .isInstanceOf(Faults.Crash.class);
    assertThat(world.deadlines.queue.waiting())
        .extracting(sent -> sent.message().hold())
        .containsExactly(held.booking().seat().orElseThrow().hold());
  }

  @Test
  void whoLosesAFewTimesToOtherStepsTriesAgain() {
    held();
    isOvertaken(TRIES - 1);
    isDone(leave.giveBack(siti.id(), account("siti"), null), Status.READY);
    assertThat(world.see(EIGHT).seats()).isEmpty();
  }

  @Test
  void whoAlwaysLosesHearsThatOthersWereFaster() {
    held();
    isOvertaken(TRIES);
    assertThat(leave.giveBack(siti.id(), account("siti"), null))
        .isEqualTo(Outcome.refused(new Refusal.Overtaken(EIGHT)));
    assertThat(world.see(siti.id()).status()).isEqualTo(Status.AWAITING_PAYMENT);
    assertThat(world.see(EIGHT).seats()).hasSize(1);
  }

  @Test
  void whoLosesWithoutASeatHearsOfNone() {
    world.has(siti);
    isOvertaken(TRIES);
    assertThat(leave.cancel(siti.id(), account("siti"), null))
        .isEqualTo(Outcome.refused(new Refusal.Overtaken(null)));
  }

  @Test
  void anOfficeThatLosesAFewTimesTriesAgain() {
    confirmed();
    isOvertaken(TRIES - 1);
    isDone(
        reopen.reopen(siti.id(), "the network was down", SUPERVISOR, null),
        Status.PAID_UNSCHEDULED);
    assertThat(world.see(EIGHT).seats()).isEmpty();
  }

  @Test
  void anOfficeThatAlwaysLosesLeavesTheSeat() {
    confirmed();
    isOvertaken(TRIES);
    assertThat(reopen.reopen(siti.id(), "the network was down", SUPERVISOR, null))
        .isEqualTo(Outcome.refused(new Refusal.Overtaken(EIGHT)));
    assertThat(world.see(EIGHT).seats()).hasSize(1);
    assertThat(world.see(siti.id()).status()).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void whoDidNotComeKeepsTheirSeatUntilTheirBookingIsOpenedAgain() {
    noShow();
    assertThat(world.see(EIGHT).seats()).hasSize(1);
    int armed = world.deadlines.queue.waiting().size();
    isDone(reopen.reopen(siti.id(), "was in hospital", SUPERVISOR, null), Status.PAID_UNSCHEDULED);
    assertThat(world.deadlines.queue.waiting()).hasSize(armed + 1);
    assertThat(world.see(EIGHT).seats()).isEmpty();
  }

  @Test
  void thereTooTheSlowerHearsThatOthersWereFaster() {
    noShow();
    isOvertaken(TRIES);
    assertThat(reopen.reopen(siti.id(), "was in hospital", SUPERVISOR, null))
        .isEqualTo(Outcome.refused(new Refusal.Overtaken(null)));
    assertThat(world.see(siti.id()).status()).isEqualTo(Status.NO_SHOW);
  }
}
