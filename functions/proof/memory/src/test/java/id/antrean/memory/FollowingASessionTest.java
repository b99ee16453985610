package id.antrean.memory;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.FollowSession;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An office makes a session longer or shorter while people have seats in it. */
class FollowingASessionTest {
  private static final SessionId EIGHT = sessionId("08:00", Lane.REGULAR);

  private final World world = new World(NOW, new Faults()).has(CILEGON).has(session(EIGHT, 2));
  private final Application siti = ready("siti");
  private final FollowSession follow = follow(world.applications);

  private FollowSession follow(SaveApplication save) {
    return new FollowSession(world.seats, world.applications, save, world.time);
  }

  @BeforeEach
  void sitiHasASeat() {
    world.has(siti);
    assertThat(
            world
                .holdSeat(
                    () -> new BillingCode("800000000000001"),
                    new HoldTerms(Duration.ofHours(2), Duration.ofMinutes(3), 2, 3, 20, 30))
                .hold(siti.id(), EIGHT, account("siti"), null))
        .isInstanceOf(Outcome.Done.class);
  }

  private void sessionTakes(int minutes) {
    Session now = world.see(EIGHT);
    world.has(
        new Session(
            now.id(),
            now.zone(),
            Duration.ofMinutes(minutes),
            now.quota(),
            now.state(),
            now.opensAt(),
            now.seats(),
            now.lastClaimAt()));
  }

  private Application siti() {
    return world.see(siti.id());
  }

  private Duration length() {
    return Duration.between(
        siti().booking().seat().orElseThrow().startsAt(),
        siti().booking().seat().orElseThrow().endsAt());
  }

  @Test
  void aHolderSeesTheSessionsOwnEndAsAStepOfTheirApplication() {
    Application before = siti();
    sessionTakes(30);

    follow.follow(siti.id(), EIGHT);

    assertThat(length()).hasMinutes(30);
    assertThat(siti().revision()).isEqualTo(before.revision() + 1);
    assertThat(siti().booking().seat().orElseThrow().hold())
        .isEqualTo(before.booking().seat().orElseThrow().hold());
    assertThat(siti().booking().payBy()).isEqualTo(before.booking().payBy());
    assertThat(siti().timeline().recent().getLast().event())
        .isEqualTo(new Event.SessionChanged(EIGHT, 30));
  }

  @Test
  void whoSeesTheRightTimesAlreadyIsNotTouched() {
    Application before = siti();

    follow.follow(siti.id(), EIGHT);

    assertThat(siti()).isEqualTo(before);
  }

  @Test
  void whoHasNoSeatThereIsNotTouched() {
    Application budi = ready("budi");
    world.has(budi);
    sessionTakes(30);

    follow.follow(budi.id(), EIGHT);

    assertThat(world.see(budi.id())).isEqualTo(budi);
  }

  @Test
  void anOfficeThatChangesItsMindMeanwhileIsFollowed() {
    sessionTakes(30);
    SaveApplication thenLonger =
        saving(
            change -> {
              SaveApplication.SaveOutcome outcome =
                  InterceptedSaves.save(world.applications, change);
              sessionTakes(90);
              return outcome;
            });

    follow(thenLonger).follow(siti.id(), EIGHT);

    assertThat(length()).hasMinutes(90);
  }

  @Test
  void anApplicationThatNeverStandsStillIsLeftToTheSweep() {
    sessionTakes(30);
    FollowSession unlucky = follow(saving(change -> new SaveApplication.Moved()));

    unlucky.follow(siti.id(), EIGHT);

    assertThat(length()).hasMinutes(60);
    follow.follow(siti.id(), EIGHT);
    assertThat(length()).hasMinutes(30);
  }

  private SaveApplication saving(Function<Change, SaveApplication.SaveOutcome> how) {
    return new InterceptedSaves(world.applications, how);
  }
}
