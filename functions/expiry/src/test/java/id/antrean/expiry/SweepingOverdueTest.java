package id.antrean.expiry;

import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.seat.HoldMessage;
import id.antrean.memory.Faults;
import id.antrean.memory.MemoryQueue.Sent;
import id.antrean.memory.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The net below the timers, while nobody takes up what it sends and when somebody does again. */
class SweepingOverdueTest {
  private static final SessionId EIGHT = sessionId("08:00", Lane.REGULAR);
  private static final Duration DUE = Holds.WINDOW.plus(Holds.GRACE);
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final Holds holds = Holds.in(new Faults(), session(EIGHT, 5));
  private final World world = holds.world;
  private final SweepOverdue sweep = holds.sweepOverdue;
  private final LookAfterHold lookAfter = holds.lookAfter;

  private Application holds(String name) {
    Application held = holds.held(ready(name), name, EIGHT);
    world.deadlines.queue.lose();
    return held;
  }

  private void isOverdueFor(Duration time) {
    world.pass(DUE.plus(time));
  }

  /** Answers at which minutes something was sent. */
  private List<Integer> sweepsEveryMinute(int minutes) {
    List<Integer> sent = new ArrayList<>();
    for (int minute = 0; minute < minutes; minute++) {
      if (sweep.run().sent() > 0) {
        sent.add(minute);
      }
      world.pass(A_MINUTE);
    }
    return sent;
  }

  private List<HoldMessage> onTheQueue() {
    return world.deadlines.queue.waiting().stream().map(Sent::message).toList();
  }

  @Test
  void anOverdueHoldIsToldAtOnce() {
    Application held = holds("siti");
    isOverdueFor(Duration.ofSeconds(1));

    assertThat(sweep.run().sent()).isEqualTo(1);

    assertThat(onTheQueue())
        .containsExactly(new HoldMessage(held.booking().seat().orElseThrow().hold(), EIGHT));
  }

  @Test
  void aHoldThatIsNotOverdueIsLeftToItsTimer() {
    holds("siti");
    isOverdueFor(Duration.ZERO);

    assertThat(sweep.run().sent()).isZero();
  }

  /** As many as an hour has powers of two, and then one an hour, which the last one has left. */
  @Test
  void whileNobodyTakesThemUpTheMessagesOfAHoldGrowFewer() {
    holds("siti");
    isOverdueFor(Duration.ofSeconds(1));

    assertThat(sweepsEveryMinute(4 * 60)).containsExactly(0, 1, 2, 4, 8, 16, 32, 60, 120, 180);
    assertThat(onTheQueue()).hasSize(10);
  }

  @Test
  void everyHoldHasItsOwnTime() {
    holds("siti");
    world.pass(A_MINUTE.multipliedBy(3));
    holds("budi");
    world.pass(DUE.plusSeconds(1));

    assertThat(sweep.run().sent()).as("one for three minutes, one since now").isEqualTo(1);
    world.pass(A_MINUTE);
    assertThat(sweep.run().sent()).as("one for four minutes, one for one").isEqualTo(2);
  }

  /** Whatever was sent before is lost, and the sweep did not run either. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 7, 30, 33, 59, 61, 90, 600, 1439, 20_159})
  void howeverLongEverythingWasDownAHoldIsGoneWithinTheHour(int minutes) {
    Application held = holds("siti");
    isOverdueFor(Duration.ofMinutes(minutes).plusSeconds(1));

    for (int minute = 0; minute <= 60; minute++) {
      sweep.run();
      world.deadlines.queue.takeArrived().forEach(lookAfter::on);
      world.pass(A_MINUTE);
    }

    assertThat(world.see(held.id()).status()).isEqualTo(Status.READY);
    assertThat(world.see(EIGHT).seats()).isEmpty();
  }

  @Test
  void whoHasPaidIsNotSweptUp() {
    Application held = holds("siti");
    isOverdueFor(Duration.ofSeconds(1));
    world.has(
        held.pay(
            held.booking().bill().orElseThrow(),
            new Bill.Payment("bank", "p1", null, NOW, null),
            true,
            new Actor.Service("payments"),
            NOW));

    assertThat(sweep.run().sent()).isZero();
  }
}
