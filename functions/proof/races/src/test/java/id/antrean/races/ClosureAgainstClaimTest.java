package id.antrean.races;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.SaveApplication.Saved;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.Closure;
import id.antrean.domain.office.ClosureId;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.memory.InterceptedSaves;
import id.antrean.races.Rules.Breach;
import id.antrean.races.Rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An office closes a session while people take its seats. */
@ExtendWith(RealStore.class)
class ClosureAgainstClaimTest {
  private static final int ROUNDS = 8;
  private static final int CONTENDERS = 6;
  private static final int QUOTA = 8;

  private final Scene scene;

  ClosureAgainstClaimTest(Tables tables) {
    this.scene = Scene.on(tables);
  }

  private static Closure closing(SessionId session) {
    return new Closure(
        new ClosureId(session.date() + "-flood"),
        CILEGON.id(),
        session.date(),
        session.date(),
        null,
        null,
        "Banjir",
        NOW,
        "sri",
        null,
        false);
  }

  private void close(SessionId session) {
    scene.functions().close(session, closing(session));
  }

  private Session session(SessionId id) {
    return scene.tables().seats().find(id).orElseThrow();
  }

  @Test
  void nobodyIsBoundInAClosedSessionAndNoSeatIsLeftInIt() {
    for (int round = 0; round < ROUNDS; round++) {
      SessionId session = scene.opens(round, "08:00", QUOTA);
      int turn = round;
      Application held = scene.holder("h" + round, session);
      Application paid = scene.payer("c" + round, session);
      List<Application> people =
          IntStream.range(0, CONTENDERS)
              .mapToObj(i -> scene.somebody("p" + turn + "-" + i))
              .toList();
      List<Callable<Boolean>> deeds = new ArrayList<>();
      people.forEach(
          who -> deeds.add(() -> scene.functions().hold(who, session) instanceof Outcome.Done));
      deeds.add(
          () -> {
            close(session);
            return true;
          });

      AtOnce.all(deeds);

      assertThat(session(session).state()).isEqualTo(Session.State.CLOSED);
      assertThat(session(session).seats()).isEmpty();
      assertThat(people)
          .allSatisfy(
              who -> assertThat(scene.see(who).booking().seat().map(Seat::session)).isEmpty())
          .allSatisfy(who -> assertThat(scene.status(who)).isEqualTo(Status.READY));
      assertThat(scene.status(held)).isEqualTo(Status.READY);
      assertThat(scene.status(paid)).isEqualTo(Status.PAID_UNSCHEDULED);
      assertThat(scene.tables().closedSeats().displaced(session))
          .extracting(HoldId::application)
          .containsExactly(paid.id());
      assertThat(scene.functions().hold(scene.somebody("late" + round), session))
          .isEqualTo(Outcome.refused(new Refusal.SessionClosed()));
    }
    assertThat(scene.brokenAtRest()).isEmpty();
  }

  @Test
  void whoeverPaysWhileTheirSessionIsClosedHasWhatTheyPaid() {
    for (int round = 0; round < ROUNDS; round++) {
      SessionId session = scene.opens(round, "08:00", QUOTA);
      Application siti = scene.holder("siti" + round, session);

      AtOnce.all(
          List.<Callable<Boolean>>of(
              () -> {
                scene.functions().pay(siti);
                return true;
              },
              () -> {
                close(session);
                return true;
              }));

      assertThat(scene.status(siti)).isEqualTo(Status.PAID_UNSCHEDULED);
      assertThat(session(session).seats()).isEmpty();
    }
    assertThat(scene.brokenAtRest()).isEmpty();
  }

  @Test
  void whoeverComesWhileTheirSessionIsClosedKeepsTheirSeatOrIsNotLetIn() {
    SessionId session = scene.opens(0, "08:00", QUOTA);
    List<Application> people =
        IntStream.range(0, CONTENDERS).mapToObj(i -> scene.payer("p" + i, session)).toList();
    scene
        .functions()
        .clock()
        .reach(session.date().atTime(session.start()).atZone(CILEGON.zone()).toInstant());
    List<Callable<Boolean>> deeds = new ArrayList<>();
    people.forEach(who -> deeds.add(() -> scene.functions().checkIn(who) instanceof Outcome.Done));
    deeds.add(
        () -> {
          close(session);
          return false;
        });

    List<Boolean> came = AtOnce.all(deeds);

    for (int i = 0; i < CONTENDERS; i++) {
      assertThat(scene.status(people.get(i)))
          .isEqualTo(came.get(i) ? Status.CHECKED_IN : Status.PAID_UNSCHEDULED);
    }
    assertThat(scene.taken(session)).isEqualTo((int) came.stream().filter(it -> it).count());
    assertThat(scene.brokenAtRest()).isEmpty();
  }

  @Test
  void aClosureBetweenTheClaimAndTheBindLeavesNobodyThere() {
    SessionId session = scene.opens(0, "08:00", QUOTA);
    Application siti = scene.somebody("siti");
    Functions interrupted =
        scene.functions().savingBy(Interrupted.over(scene.tables(), () -> close(session)));

    assertThat(interrupted.hold(siti, session))
        .isEqualTo(Outcome.refused(new Refusal.SessionClosed()));

    assertThat(scene.status(siti)).isEqualTo(Status.READY);
    assertThat(scene.taken(session)).isZero();
    assertThat(scene.brokenAtRest()).isEmpty();
  }

  /** The claim is in the set that the closure sees, and its application can still be bound. */
  @Test
  void withoutTheFenceSomebodyIsBoundToASeatThatIsFree() {
    SessionId session = scene.opens(0, "08:00", QUOTA);
    Application siti = scene.somebody("siti");
    Functions unfenced = scene.functions().savingBy(withoutFences());
    Functions interrupted =
        scene
            .functions()
            .savingBy(
                Interrupted.over(scene.tables(), () -> unfenced.close(session, closing(session))));

    Scene.done(interrupted.hold(siti, session));

    assertThat(scene.status(siti)).isEqualTo(Status.AWAITING_PAYMENT);
    assertThat(scene.taken(session)).isZero();
    assertThat(scene.brokenAtRest()).extracting(Breach::rule).contains(Rule.NEVER_OVERSOLD);
  }

  /** A session that is only said to be closed: whoever looked before claims after it. */
  @Test
  void withoutTheConditionOnTheStateSomebodyIsLeftInAClosedSession() {
    SessionId session = scene.opens(0, "08:00", QUOTA);
    Application siti = scene.somebody("siti");
    Functions unguarded =
        scene.functions().claimingBy(new LookThenClaim(scene.tables(), () -> close(session)));

    Scene.done(unguarded.hold(siti, session));

    assertThat(session(session).state()).isEqualTo(Session.State.CLOSED);
    assertThat(scene.status(siti)).isEqualTo(Status.AWAITING_PAYMENT);
    assertThat(scene.taken(session)).isEqualTo(1);
  }

  /** What raises the version and nothing else is said to be saved, and is not. */
  private SaveApplication withoutFences() {
    return new InterceptedSaves(
        scene.tables().saves(),
        (Change change) ->
            change.after().revision() == change.before().revision()
                ? new Saved()
                : InterceptedSaves.save(scene.tables().saves(), change));
  }
}
