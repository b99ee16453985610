package id.antrean.expiry;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.application.Timeline;
import id.antrean.domain.application.TimelineEntry;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.LeaveSeat;
import id.antrean.memory.Faults;
import id.antrean.memory.MemoryApplications;
import id.antrean.memory.World;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * One application that is held, moved, given back, left unpaid and refused for longer than anybody
 * would: ten times the steps at which an application once was full.
 */
class GrowingOldTest {
  private static final int STEPS = 12_420;

  /** A timeline, three files, two bills and the latest expiries. */
  private static final int LARGEST = Timeline.MOST + 3 + 2 + 8;

  private static final SessionId EIGHT = sessionIn("08:00", Lane.REGULAR);
  private static final SessionId NINE = sessionIn("09:00", Lane.REGULAR);
  private static final SessionId EXPRESS = sessionIn("08:00", Lane.EXPRESS);

  private final Holds holds =
      Holds.in(new Faults(), session(EIGHT, 1), session(NINE, 1), session(EXPRESS, 1));
  private final World world = holds.world;
  private final LeaveSeat leave = world.leaveSeat();
  private final Application siti = ready("siti");
  private final Application twin = ready("twin", "twin", "siti");

  private static SessionId sessionIn(String time, Lane lane) {
    return new SessionId(CILEGON.id(), LocalDate.of(2036, 12, 8), LocalTime.parse(time), lane);
  }

  @Test
  void anApplicationStaysAsLargeAsItIsAndItsSeatsComeBack() {
    world.has(siti).has(twin);
    for (int round = 0; siti().version() < STEPS; round++) {
      switch (round % 4) {
        case 0 -> comparesSessionsForAnHour();
        case 1 -> holdsAndGivesBackForAnHour();
        case 2 -> leavesItUnpaid();
        default -> isRefusedBecauseOfATwin();
      }
      assertThat(MemoryApplications.size(siti())).isLessThanOrEqualTo(LARGEST);
    }
    messagesComeFor(Duration.ofHours(3));
    assertThat(siti().status()).isEqualTo(Status.READY);
    assertThat(world.seats.all())
        .isNotEmpty()
        .allSatisfy(session -> assertThat(session.seats()).isEmpty());
    assertThat(world.deadlines.queue.waiting()).isEmpty();
    assertThat(siti().booking().bills()).hasSize(2);
    everyStepIsTold();
  }

  private Application siti() {
    return world.see(siti.id());
  }

  private void comparesSessionsForAnHour() {
    int messages = world.deadlines.queue.waiting().size();
    for (int taken = 0; taken < Holds.TAKES_PER_HOUR; taken++) {
      done(hold(siti, List.of(EIGHT, EXPRESS, NINE).get(taken % 3)));
    }
    assertThat(hold(siti, EIGHT)).isEqualTo(tooMany());
    assertThat(world.deadlines.queue.waiting().size())
        .as("what is to be done later")
        .isEqualTo(messages + Holds.TAKES_PER_HOUR);
    done(leave.giveBack(siti.id(), account("siti"), null));
    messagesComeFor(Duration.ofHours(1));
  }

  private void holdsAndGivesBackForAnHour() {
    for (int taken = 0; taken < Holds.TAKES_PER_HOUR; taken++) {
      done(hold(siti, EIGHT));
      done(leave.giveBack(siti.id(), account("siti"), null));
    }
    assertThat(hold(siti, EIGHT)).isEqualTo(tooMany());
    messagesComeFor(Duration.ofHours(1));
  }

  private void leavesItUnpaid() {
    done(hold(siti, NINE));
    messagesComeFor(Duration.ofHours(3));
    assertThat(siti().status()).isEqualTo(Status.READY);
    // Three of them within a day would be answered by a pause.
    messagesComeFor(Duration.ofHours(6));
  }

  private void isRefusedBecauseOfATwin() {
    done(hold(twin, EIGHT));
    Application before = siti();
    for (int refusals = 0; refusals < 5; refusals++) {
      assertThat(hold(siti, NINE)).isEqualTo(Outcome.refused(new Refusal.NikHasBooking(null)));
    }
    assertThat(siti().revision()).isEqualTo(before.revision());
    assertThat(siti().timeline()).isEqualTo(before.timeline());
    done(leave.giveBack(twin.id(), account("twin"), null));
  }

  private void everyStepIsTold() {
    Timeline timeline = siti().timeline();
    List<TimelineEntry> earlier = world.applications.find(siti.id(), 0, Integer.MAX_VALUE);
    assertThat(earlier).hasSize(timeline.earlier());
    assertThat(earlier.size() + timeline.recent().size()).isEqualTo(siti().revision());
  }

  private static Outcome<Application> tooMany() {
    return Outcome.refused(new Refusal.TooManyRequests(Duration.ofHours(1)));
  }

  private Outcome<Application> hold(Application who, SessionId session) {
    return holds.hold.hold(who.id(), session, account(who.account()), null);
  }

  private static void done(Outcome<Application> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
  }

  /** Time passes from message to message. */
  private void messagesComeFor(Duration time) {
    var end = world.time.instant().plus(time);
    while (world.deadlines.queue.next().filter(next -> !next.isAfter(end)).isPresent()) {
      world.time.reach(world.deadlines.queue.next().orElseThrow());
      world.deadlines.queue.takeArrived().forEach(holds.lookAfter::on);
    }
    world.time.reach(end);
  }
}
