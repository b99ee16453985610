package id.antrean.expiry;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.HoldMessage;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.memory.Faults;
import id.antrean.memory.MemoryQueue.Sent;
import id.antrean.memory.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The net below the timers, while nobody takes up what it sends and when somebody does again. */
class SweepingOverdueTest {
  private static final SessionId EIGHT = sessionId("08:00", Lane.REGULAR);
  private static final Duration GRACE = Duration.ofMinutes(3);
  private static final HoldTiming TIMING = new HoldTiming(GRACE, Duration.ofMinutes(15));
  private static final Duration DUE = Duration.ofHours(2).plus(GRACE);
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final World world = new World(NOW, new Faults()).has(CILEGON).has(session(EIGHT, 5));
  private final AtomicInteger codes = new AtomicInteger();
  private final HoldSeat hold =
      world.holdSeat(
          () -> new BillingCode(String.format("8%014d", codes.incrementAndGet())),
          new HoldTerms(Duration.ofHours(2), GRACE, 5, 3, 20, 30));
  private final SweepOverdue sweep =
      new SweepOverdue(world.applications, world.deadlines, TIMING, world.time);
  private final LookAfterHold lookAfter =
      new LookAfterHold(
          world.applications,
          world.seats,
          world.seats,
          world.applications,
          world.deadlines,
          (held, session, at) -> true,
          AskBeforeExpiring.nobody(),
          TIMING,
          world.time,
          new Random(7));

  private Application holds(String name) {
    Application ready = ready(name);
    world.has(ready);
    assertThat(hold.hold(ready.id(), EIGHT, account(name), null)).isInstanceOf(Outcome.Done.class);
    world.deadlines.queue.lose();
    return world.see(ready.id());
  }

  private void isOverdueFor(Duration time) {
    world.pass(DUE.plus(time));
  }

  /** Answers at which minutes something was sent. */
  private List<Integer> sweepsEveryMinute(int minutes) {
    List<Integer> sent = new ArrayList<>();
    for (int minute = 0; minute < minutes; minute++) {
      if (sweep.run() > 0) {
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

    assertThat(sweep.run()).isEqualTo(1);

    assertThat(onTheQueue())
        .containsExactly(new HoldMessage(held.booking().seat().orElseThrow().hold(), EIGHT));
  }

  @Test
  void aHoldThatIsNotOverdueIsLeftToItsTimer() {
    holds("siti");
    isOverdueFor(Duration.ZERO);

    assertThat(sweep.run()).isZero();
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

    assertThat(sweep.run()).as("one for three minutes, one since now").isEqualTo(1);
    world.pass(A_MINUTE);
    assertThat(sweep.run()).as("one for four minutes, one for one").isEqualTo(2);
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

    assertThat(sweep.run()).isZero();
  }
}
