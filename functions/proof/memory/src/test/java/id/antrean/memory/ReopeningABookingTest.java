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
import id.antrean.domain.OfficeId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.application.TimelineEntry;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.ReopenBooking;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReopeningABookingTest {
  private static final SessionId EIGHT = sessionId("08:00", Lane.REGULAR);
  private static final SessionId NINE = sessionId("09:00", Lane.REGULAR);
  private static final Actor.Staff SUPERVISOR = new Actor.Staff("supervisor", "sri", CILEGON.id());

  private final Faults faults = new Faults();
  private final World world =
      new World(NOW, faults).has(CILEGON).has(session(EIGHT, 1)).has(session(NINE, 1));
  private final HoldSeat hold =
      world.holdSeat(
          () -> new BillingCode("800000000000001"),
          new HoldTerms(Duration.ofHours(2), Duration.ofMinutes(3), 2, 3, 20, 30));
  private final ReopenBooking reopen = world.reopenBooking();
  private final Application siti = ready("siti");

  private Outcome<Application> reopen(Actor.Staff by) {
    return reopen.reopen(siti.id(), "the network was down", by, null);
  }

  private Application held() {
    world.has(siti);
    assertThat(hold.hold(siti.id(), EIGHT, account("siti"), null)).isInstanceOf(Outcome.Done.class);
    return world.see(siti.id());
  }

  private Application confirmed() {
    return Paying.pays(world, held());
  }

  @Test
  void thePersonPicksAnotherSeatWithoutPayingAndWithoutItsCountingAsAMove() {
    confirmed();
    assertThat(reopen(SUPERVISOR)).isInstanceOf(Outcome.Done.class);
    Application open = world.see(siti.id());
    assertThat(open.status()).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(world.see(EIGHT).seats()).isEmpty();
    assertThat(world.guarded(siti)).isFalse();
    assertThat(hold.hold(siti.id(), NINE, account("siti"), null)).isInstanceOf(Outcome.Done.class);
    Application again = world.see(siti.id());
    assertThat(again.status()).isEqualTo(Status.CONFIRMED);
    assertThat(again.booking().history().rescheduled()).isZero();
  }

  @Test
  void whoDidItAndWhyIsKept() {
    confirmed();
    assertThat(reopen(SUPERVISOR)).isInstanceOf(Outcome.Done.class);
    TimelineEntry entry = world.see(siti.id()).timeline().recent().getLast();
    assertThat(entry.event()).isEqualTo(new Event.BookingReopened(EIGHT, "the network was down"));
    assertThat(entry.role()).isEqualTo("supervisor");
    assertThat(entry.name()).isEqualTo("sri");
  }

  @Test
  void againItChangesNothing() {
    Application confirmed = confirmed();
    Outcome<Application> first = reopen(SUPERVISOR);
    assertThat(reopen(SUPERVISOR)).isEqualTo(first);
    assertThat(
            reopen.reopen(
                siti.id(), "again", SUPERVISOR, new IfVersion(Set.of(confirmed.revision()))))
        .isEqualTo(first);
  }

  @Test
  void anotherOfficesPeopleFindNothing() {
    confirmed();
    assertThat(reopen(new Actor.Staff("supervisor", "made", new OfficeId("DPS"))))
        .isEqualTo(Outcome.refused(new Refusal.NotFound()));
    assertThat(world.see(siti.id()).status()).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void aSeatThatIsNotPaidIsNotReopened() {
    held();
    assertThat(reopen(SUPERVISOR))
        .isEqualTo(Outcome.refused(new Refusal.WrongStatus(Status.AWAITING_PAYMENT)));
    assertThat(world.see(EIGHT).seats()).hasSize(1);
  }

  @Test
  void aLateRequestUnderAnOldVersionReopensNothing() {
    Application confirmed = confirmed();
    assertThat(
            reopen.reopen(
                siti.id(), "late", SUPERVISOR, new IfVersion(Set.of(confirmed.revision() - 1))))
        .isEqualTo(Outcome.refused(new Refusal.Stale(confirmed.revision())));
  }

  @Test
  void aCrashBeforeTheSeatIsFreeLeavesItToItsMessage() {
    confirmed();
    int armed = world.deadlines.queue.waiting().size();
    faults.crashBefore("free");
    assertThatThrownBy(() -> reopen(SUPERVISOR)).isInstanceOf(Faults.Crash.class);
    assertThat(world.see(siti.id()).status()).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(world.deadlines.queue.waiting()).hasSize(armed + 1);
  }
}
