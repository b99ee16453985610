package id.antrean.counter;

import static id.antrean.counter.Counter.CILEGON;
import static id.antrean.counter.Counter.DAY;
import static id.antrean.counter.Counter.EIGHT;
import static id.antrean.counter.Counter.JAYAPURA;
import static id.antrean.counter.Counter.NINE;
import static id.antrean.counter.Counter.OFFICER;
import static id.antrean.counter.Counter.SUPERVISOR;
import static id.antrean.counter.Counter.at;
import static id.antrean.counter.Counter.done;
import static id.antrean.counter.Counter.on;
import static id.antrean.counter.Counter.seat;
import static id.antrean.memory.Samples.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.counter.EndVisit.ComesAgain;
import id.antrean.counter.EndVisit.Completed;
import id.antrean.counter.EndVisit.End;
import id.antrean.counter.EndVisit.NoShow;
import id.antrean.domain.Actor;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.application.TimelineEntry;
import id.antrean.domain.counter.Line;
import id.antrean.memory.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EndingAVisitTest {
  private static final End COMPLETED = new Completed();
  private static final End NO_SHOW = new NoShow();
  private static final End COMES_AGAIN = new ComesAgain("the camera is broken");

  private final Counter counter = new Counter();

  private Outcome<Application> end(Application application, End how) {
    return end(application, how, null);
  }

  private Outcome<Application> end(Application application, End how, @Nullable Integer revision) {
    return counter.ends.end(
        application.id(), how, OFFICER, revision == null ? null : new IfVersion(Set.of(revision)));
  }

  private static Outcome<Application> no(Refusal why) {
    return Outcome.refused(why);
  }

  private Application now(Application application) {
    return counter.world.see(application.id());
  }

  private void isNoted(Application application, Event event, String time) {
    assertThat(now(application).timeline().recent().getLast())
        .isEqualTo(new TimelineEntry(at(time), event, "officer", "budi"));
  }

  private boolean hasSeat(Application had) {
    return counter.world.see(seat(had).session()).seats().contains(seat(had).hold());
  }

  /** Somebody who can have that end: has come, or should have. */
  private Application whoCanHave(End how) {
    if (how instanceof NoShow) {
      Application siti = counter.confirmed("siti", EIGHT);
      counter.is("09:00");
      return siti;
    }
    Application siti = counter.comes("siti", EIGHT);
    counter.calls("3");
    counter.is("09:00");
    return siti;
  }

  static Stream<End> ends() {
    return Stream.of(COMPLETED, NO_SHOW, COMES_AGAIN);
  }

  // ---- How it ends ----

  @Test
  void whoWasServedMayBookAgainAndLeavesTheLineAndTheSeatIsNobodyElses() {
    Application siti = counter.comes("siti", EIGHT);
    counter.is("08:10").calls("3");
    counter.is("08:25");
    Application served = done(end(siti, COMPLETED));

    assertThat(served).isEqualTo(now(siti));
    assertThat(served.status()).isEqualTo(Status.COMPLETED);
    isNoted(siti, new Event.Completed(EIGHT, Duration.ofMinutes(70)), "08:25");
    assertThat(counter.world.guarded(siti)).isFalse();
    assertThat(counter.line().visitors()).isEmpty();
    assertThat(counter.line().shown()).isEmpty();
    assertThat(hasSeat(siti)).isTrue();
    assertThat(counter.world.deadlines.queue.waiting()).as("nothing to look after").isEmpty();
  }

  @Test
  void whoHasToComeAgainMayBookAgainAndTheSeatIsFree() {
    Application siti = counter.comes("siti", EIGHT);
    counter.is("08:10").calls("3");
    Application again = done(end(siti, COMES_AGAIN));

    assertThat(again).isEqualTo(now(siti));
    assertThat(again.status()).isEqualTo(Status.PAID_UNSCHEDULED);
    isNoted(
        siti, new Event.ComesAgain(EIGHT, "the camera is broken", Duration.ofMinutes(70)), "08:10");
    assertThat(counter.world.guarded(siti)).isFalse();
    assertThat(counter.line().visitors()).isEmpty();
    assertThat(hasSeat(siti)).isFalse();
  }

  @Test
  void whoDidNotComeMayBookAgainAndTheSeatIsNobodyElses() {
    Application siti = counter.confirmed("siti", EIGHT);
    counter.is("08:00");
    Application missed = done(end(siti, NO_SHOW));

    assertThat(missed.status()).isEqualTo(Status.NO_SHOW);
    isNoted(siti, new Event.NoShow(EIGHT), "08:00");
    assertThat(counter.world.guarded(siti)).isFalse();
    assertThat(hasSeat(siti)).isTrue();
    assertThat(counter.line().somebodyCame()).isFalse();
  }

  @Test
  void whoWasNeverCalledDidNotWaitForAnybody() {
    Application siti = counter.comes("siti", EIGHT);
    done(end(siti, COMPLETED));
    isNoted(siti, new Event.Completed(EIGHT, null), "07:00");
  }

  /** Being called again, skipped and called to another desk: people count to the first time. */
  @Test
  void howLongTheyWaitedEndsAsTheyWereCalledFirst() {
    Application siti = counter.comes("siti", EIGHT);
    counter.is("07:30").calls("3");
    done(counter.desks.skip(CILEGON, 1));
    done(counter.desks.back(CILEGON, 1));
    counter.is("09:30").calls("5");
    done(end(siti, COMPLETED));
    isNoted(siti, new Event.Completed(EIGHT, Duration.ofMinutes(30)), "09:30");
  }

  @Test
  void whoNeverJoinedTheLineIsServedAllTheSame() {
    Application siti = counter.confirmed("siti", EIGHT);
    counter.faults.crashBefore("keep line");
    assertThatThrownBy(() -> counter.scan(siti)).isInstanceOf(Faults.Crash.class);
    assertThat(done(end(siti, COMPLETED)).status()).isEqualTo(Status.COMPLETED);
    isNoted(siti, new Event.Completed(EIGHT, null), "07:00");
  }

  @Test
  void whatWasForgottenIsPutDownOnTheMorningAfter() {
    Application siti = counter.comes("siti", EIGHT);
    counter.calls("3");
    counter.world.time.reach(on("2026-12-08T08:00"));
    assertThat(done(end(siti, COMPLETED)).status()).isEqualTo(Status.COMPLETED);
    assertThat(counter.world.counter.find(CILEGON.id(), DAY).visitors()).isEmpty();
  }

  @Test
  void thoseWhoWaitKeepTheirPlaces() {
    Application siti = counter.comes("siti", EIGHT);
    Application ani = counter.comes("ani", EIGHT);
    done(end(siti, COMPLETED));
    assertThat(counter.visitor(ani).number()).isEqualTo(2);
    assertThat(counter.calls("3").application()).isEqualTo(ani);
  }

  // ---- What is refused ----

  @Test
  void nobodyIsMissingBeforeTheirSessionBegins() {
    Application siti = counter.confirmed("siti", EIGHT);
    counter.world.time.reach(at("08:00").minusMillis(1));
    assertThat(end(siti, NO_SHOW))
        .isEqualTo(no(new Refusal.TooEarly(at("08:00").atZone(CILEGON.zone()))));
    assertThat(now(siti)).isEqualTo(siti);
  }

  @Test
  void whoHasComeIsNotMissing() {
    Application siti = counter.comes("siti", EIGHT);
    counter.is("09:00");
    assertThat(end(siti, NO_SHOW)).isEqualTo(no(new Refusal.WrongStatus(Status.CHECKED_IN)));
    assertThat(counter.line().visitor(siti.id())).isPresent();
  }

  @Test
  void whoHasNotComeWasNotServedAndIsNotSentHome() {
    Application siti = counter.confirmed("siti", EIGHT);
    counter.is("09:00");
    Outcome<Application> notHere = no(new Refusal.WrongStatus(Status.CONFIRMED));
    assertThat(end(siti, COMPLETED)).isEqualTo(notHere);
    assertThat(end(siti, COMES_AGAIN)).isEqualTo(notHere);
    assertThat(now(siti)).isEqualTo(siti);
  }

  @Test
  void whoHasNotPaidHasNoVisit() {
    Application siti = counter.held("siti", EIGHT);
    counter.is("09:00");
    for (End how : List.of(COMPLETED, NO_SHOW, COMES_AGAIN)) {
      assertThat(end(siti, how)).isEqualTo(no(new Refusal.WrongStatus(Status.AWAITING_PAYMENT)));
    }
  }

  @ParameterizedTest
  @MethodSource("ends")
  void anotherOfficesPeopleFindNothing(End how) {
    Application siti = whoCanHave(how);
    Actor.Staff elsewhere = new Actor.Staff("officer", "yos", JAYAPURA.id());
    assertThat(counter.ends.end(siti.id(), how, elsewhere, null))
        .isEqualTo(no(new Refusal.NotFound()));
    assertThat(end(ready("nobody"), how)).isEqualTo(no(new Refusal.NotFound()));
    assertThat(now(siti)).isEqualTo(siti);
  }

  @ParameterizedTest
  @MethodSource("ends")
  void aRequestUnderAnOldVersionEndsNothing(End how) {
    Application siti = whoCanHave(how);
    assertThat(end(siti, how, siti.revision() - 1))
        .isEqualTo(no(new Refusal.Stale(siti.revision())));
    assertThat(now(siti)).isEqualTo(siti);
    assertThat(end(siti, how, siti.revision())).isInstanceOf(Outcome.Done.class);
  }

  // ---- Asking again ----

  @ParameterizedTest
  @MethodSource("ends")
  void aRepeatChangesNothingWhateverVersionItNames(End how) {
    Application siti = whoCanHave(how);
    Outcome<Application> first = end(siti, how, siti.revision());
    Line line = counter.line();
    counter.world.pass(Duration.ofMinutes(1));
    assertThat(end(siti, how, siti.revision())).isEqualTo(first);
    assertThat(end(siti, how, 1)).isEqualTo(first);
    assertThat(end(siti, how)).isEqualTo(first);
    assertThat(now(siti)).isEqualTo(done(first));
    assertThat(counter.line()).isEqualTo(line);
  }

  static Stream<Arguments> onesAfterOthers() {
    return ends()
        .flatMap(
            first ->
                Stream.concat(ends(), Stream.of(new ComesAgain("another reason")))
                    .filter(then -> !then.equals(first))
                    .map(then -> Arguments.of(first, then)));
  }

  @ParameterizedTest
  @MethodSource("onesAfterOthers")
  void aVisitThatHasItsEndHasNoOther(End first, End then) {
    Application siti = whoCanHave(first);
    Application ended = done(end(siti, first));
    assertThat(end(siti, then)).isEqualTo(no(new Refusal.WrongStatus(ended.status())));
    assertThat(now(siti)).isEqualTo(ended);
  }

  /** What was a repeat is none any more: she stands before another visit. */
  @Test
  void whoHasChosenAnotherSeatSinceIsNotSentHomeByARepeat() {
    Application siti = counter.comes("siti", EIGHT);
    done(end(siti, COMES_AGAIN));
    Application again = counter.choosesAgain(siti, NINE);
    assertThat(end(siti, COMES_AGAIN)).isEqualTo(no(new Refusal.WrongStatus(Status.CONFIRMED)));
    assertThat(now(siti)).isEqualTo(again);
    assertThat(hasSeat(again)).isTrue();
  }

  @Test
  void whoDidNotComeAfterAllIsLetChooseAgainByTheOffice() {
    Application siti = counter.confirmed("siti", EIGHT);
    counter.is("09:00");
    done(end(siti, NO_SHOW));
    Application open =
        done(counter.world.reopenBooking().reopen(siti.id(), "was in hospital", SUPERVISOR, null));
    assertThat(open.status()).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(hasSeat(siti)).isFalse();
  }

  // ---- Faults and others ----

  @ParameterizedTest
  @MethodSource("ends")
  void ifTheAnswerOfTheStoreGetsLostARepeatFindsItDone(End how) {
    Application siti = whoCanHave(how);
    counter.faults.answerLost("save");
    assertThatThrownBy(() -> end(siti, how)).isInstanceOf(Unavailable.class);
    Application ended = now(siti);
    assertThat(done(end(siti, how))).isEqualTo(ended);
    assertThat(ended.version()).isEqualTo(siti.version() + 1);
    assertThat(counter.line().visitors()).isEmpty();
    assertThat(counter.world.guarded(siti)).isFalse();
  }

  @Test
  void whoIsLeftInTheLineByACrashLeavesItWhenItIsPutDownAgain() {
    Application siti = counter.comes("siti", EIGHT);
    counter.calls("3");
    counter.faults.crashBefore("keep line");
    assertThatThrownBy(() -> end(siti, COMPLETED)).isInstanceOf(Faults.Crash.class);
    assertThat(now(siti).status()).isEqualTo(Status.COMPLETED);
    assertThat(counter.line().visitor(siti.id())).isPresent();
    done(end(siti, COMPLETED));
    assertThat(counter.line().visitors()).isEmpty();
    assertThat(counter.line().shown()).isEmpty();
  }

  @Test
  void aCrashBeforeTheSeatIsFreeLeavesItToItsMessage() {
    Application siti = counter.comes("siti", EIGHT);
    counter.faults.crashBefore("free");
    assertThatThrownBy(() -> end(siti, COMES_AGAIN)).isInstanceOf(Faults.Crash.class);
    assertThat(now(siti).status()).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(counter.world.deadlines.queue.waiting())
        .extracting(sent -> sent.message().hold())
        .containsExactly(seat(siti).hold());
  }

  @Test
  void ofTwoOfficersWhoPutDownDifferentEndsAtOnceOneHearsThatItHasEnded() {
    Application siti = counter.comes("siti", EIGHT);
    List<Outcome<Application>> other = new ArrayList<>();
    counter.faults.before("save", () -> other.add(end(siti, COMPLETED)));
    assertThat(end(siti, COMES_AGAIN)).isEqualTo(no(new Refusal.WrongStatus(Status.COMPLETED)));
    assertThat(done(other.getFirst())).isEqualTo(now(siti));
    assertThat(hasSeat(siti)).as("she was served on it").isTrue();
  }

  @Test
  void ofTwoOfficersWhoPutDownTheSameEndAtOnceBothHearThatItIsDone() {
    Application siti = counter.comes("siti", EIGHT);
    List<Outcome<Application>> other = new ArrayList<>();
    counter.faults.before("save", () -> other.add(end(siti, COMES_AGAIN)));
    assertThat(end(siti, COMES_AGAIN)).isEqualTo(other.getFirst());
    assertThat(now(siti).version()).isEqualTo(siti.version() + 1);
  }

  /** The officer at the door was faster than the one who marks who is missing. */
  @Test
  void whoComesWhileTheyAreMarkedAsMissingHasCome() {
    Application siti = counter.confirmed("siti", EIGHT);
    counter.is("08:00");
    counter.faults.before("save", () -> done(counter.scan(siti)));
    assertThat(end(siti, NO_SHOW)).isEqualTo(no(new Refusal.WrongStatus(Status.CHECKED_IN)));
    assertThat(counter.line().visitor(siti.id())).isPresent();
  }

  @Test
  void whoComesWhileSomebodyLeavesIsNotLost() {
    Application siti = counter.comes("siti", EIGHT);
    counter.faults.before("keep line", () -> counter.comes("ani", EIGHT));
    done(end(siti, COMPLETED));
    assertThat(counter.line().visitors())
        .extracting(it -> it.application().value())
        .containsExactly("ani_____________");
  }

  /** Her guard is another booking's by then: nothing of that one is touched. */
  @Test
  void whoHasAnotherBookingByThenKeepsItsGuard() {
    Application siti = counter.comes("siti", EIGHT);
    counter.world.applications.releaseGuard(siti);
    Application other = ready("siti2", "siti", "siti");
    counter.world.has(
        other.hold(seat(counter.confirmed("ani", NINE)), at("10:00"), OFFICER, at("07:00")));
    done(end(siti, COMPLETED));
    assertThat(counter.world.guarded(siti)).isTrue();
  }
}
