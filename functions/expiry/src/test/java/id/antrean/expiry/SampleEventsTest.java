package id.antrean.expiry;

import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.ScheduledRun;
import id.antrean.memory.Faults;
import id.antrean.memory.SampleEvents;
import id.antrean.memory.World;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What SQS and EventBridge send is what the entries take. */
class SampleEventsTest {
  private static final SessionId EIGHT = sessionId("08:00", Lane.REGULAR);

  private final Holds holds = Holds.in(new Faults(), session(EIGHT, 1));
  private final World world = holds.world;
  private final Application siti = ready("siti");
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final EventLog log =
      new EventLog(new PrintStream(written, true, StandardCharsets.UTF_8), world.time, "tried");
  private final ExpiryFunction function =
      new ExpiryFunction(
          new HoldsOnTheQueue(holds.lookAfter), holds.sweepOverdue, holds.sweepOrphans, log);

  @BeforeEach
  void sitiHoldsASeatUntilItIsOverdue() {
    holds.held(siti, "siti", EIGHT);
    world.deadlines.queue.lose();
    world.pass(Holds.WINDOW.plus(Holds.GRACE).plusSeconds(1));
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
    assertThat(written.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.contains("CloudWatchMetrics"))
        .satisfiesExactly(
            line -> assertThat(line).containsPattern("\"OldestOverdue\":[0-9]+"),
            line -> assertThat(line).contains("\"SeatsOrphaned\":0", "\"SessionsOverfull\":0"));
  }
}
