package id.antrean.expiry;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.FollowSession;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.ScheduledRun;
import id.antrean.memory.Faults;
import id.antrean.memory.SampleEvents;
import id.antrean.memory.World;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What SQS and EventBridge send is what the entries take. */
class SampleEventsTest {
  private static final SessionId EIGHT = sessionId("08:00", Lane.REGULAR);
  private static final Duration GRACE = Duration.ofMinutes(3);
  private static final HoldTiming TIMING = new HoldTiming(GRACE, Duration.ofMinutes(15));
  private static final Duration WINDOW = Duration.ofHours(2);

  private final World world = new World(NOW, new Faults()).has(CILEGON).has(session(EIGHT, 1));
  private final Application siti = ready("siti");
  private final EventLog log =
      new EventLog(
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
          world.time);
  private final LookAfterHold lookAfter =
      new LookAfterHold(
          world.applications,
          world.seats,
          world.seats,
          world.applications,
          world.deadlines,
          world.deadlines,
          AskBeforeExpiring.nobody(),
          TIMING,
          world.time,
          new Random(7));
  private final ExpiryFunction function =
      new ExpiryFunction(
          new HoldsOnTheQueue(lookAfter),
          new SweepOverdue(world.applications, world.deadlines, TIMING, world.time),
          new SweepOrphans(
              world.offices,
              world.seats,
              world.applications,
              world.deadlines,
              new FollowSession(world.seats, world.applications, world.applications, world.time),
              world.time),
          log);

  @BeforeEach
  void sitiHoldsASeatUntilItIsOverdue() {
    world.has(siti);
    world
        .holdSeat(
            () -> new BillingCode("800000000000001"), new HoldTerms(WINDOW, GRACE, 5, 3, 20, 30))
        .hold(siti.id(), EIGHT, account("siti"), null);
    world.deadlines.queue.lose();
    world.pass(WINDOW.plus(GRACE).plusSeconds(1));
  }

  @Test
  void aHoldsMessageExpiresIt() {
    SampleEvents.read("hold-message.json", SQSEvent.class).getRecords().forEach(function::expiry);

    assertThat(world.see(siti.id()).status()).isEqualTo(Status.READY);
    assertThat(world.see(EIGHT).seats()).isEmpty();
  }

  @Test
  void aScheduleSweeps() {
    function.sweepOverdue(SampleEvents.read("scheduled.json", ScheduledRun.class));
    assertThat(world.deadlines.queue.waiting()).hasSize(1);

    function.sweepOrphans(SampleEvents.read("scheduled.json", ScheduledRun.class));
    assertThat(world.deadlines.queue.waiting()).as("nobody is orphaned").hasSize(1);
  }
}
