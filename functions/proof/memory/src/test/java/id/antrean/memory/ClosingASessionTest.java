package id.antrean.memory;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.antrean.domain.Actor;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.Status;
import id.antrean.domain.application.TimelineEntry;
import id.antrean.domain.booking.BookingState.CheckedIn;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.Closure;
import id.antrean.domain.office.ClosureId;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.ClearSession;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.LeaveSeat;
import id.antrean.domain.seat.RestoreSession;
import id.antrean.domain.settlement.Settlement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A session is closed and emptied, and opened again: whatever happens beside it, or crashes. */
class ClosingASessionTest {
  private static final SessionId EIGHT = sessionId("08:00", Lane.REGULAR);
  private static final SessionId NINE = sessionId("09:00", Lane.REGULAR);
  private static final SessionId TEN = sessionId("10:00", Lane.REGULAR);
  private static final Closure CLOSURE = closure("one");
  private static final Closure OTHER = closure("other");
  private static final Actor OFFICER = new Actor.Staff("officer", "budi", CILEGON.id());
  private static final Actor PAYMENTS = new Actor.Service("payments");

  /** More than anybody has in these sessions. */
  private static final int ALL = 60;

  /** How often one that lost to another tries again. */
  private static final int TRIES = 5;

  private final Faults faults = new Faults();
  private final World world =
      new World(NOW, faults)
          .has(CILEGON)
          .has(session(EIGHT, 3))
          .has(session(NINE, 3))
          .has(session(TEN, 3));
  private final AtomicInteger billed = new AtomicInteger();
  private final HoldSeat hold =
      world.holdSeat(
          () -> new BillingCode(String.format(Locale.ROOT, "8%014d", billed.incrementAndGet())),
          new HoldTerms(Duration.ofHours(2), Duration.ofMinutes(3), 2, 3, 20, 30));
  private final LeaveSeat leave = world.leaveSeat();
  private final ClearSession clear = world.clearSession();
  private final RestoreSession restore = world.restoreSession();

  private static Closure closure(String id) {
    LocalDate day = EIGHT.date();
    return new Closure(
        new ClosureId(day + "-" + id),
        CILEGON.id(),
        day,
        day,
        null,
        null,
        "the roof leaks",
        NOW,
        "sri",
        null,
        false);
  }

  private Application held(String name) {
    return held(name, EIGHT);
  }

  private Application held(String name, SessionId session) {
    Application ready = ready(name);
    world.has(ready);
    takes(ready, session);
    return now(ready);
  }

  private Application confirmed(String name) {
    return pays(held(name));
  }

  private Application pays(Application held) {
    return Paying.pays(world, held);
  }

  private void takes(Application application, SessionId session) {
    assertThat(tries(application, session)).isInstanceOf(Outcome.Done.class);
  }

  private Outcome<Application> tries(Application application, SessionId session) {
    return hold.hold(application.id(), session, account(application.account()), null);
  }

  private Application now(Application application) {
    return world.see(application.id());
  }

  private Status status(Application application) {
    return now(application).status();
  }

  private static HoldId hold(Application application) {
    return application.booking().seat().map(Seat::hold).orElseThrow();
  }

  private boolean closes() {
    return clear.clear(EIGHT, CLOSURE, ALL);
  }

  private boolean opens() {
    return restore.restore(EIGHT, CLOSURE.takenBack(), true, ALL);
  }

  /** How often its person read that their session was closed. */
  private long told(Application application) {
    return now(application).timeline().recent().stream()
        .map(TimelineEntry::event)
        .filter(Event.SessionClosed.class::isInstance)
        .count();
  }

  private Application changed(Application after) {
    assertThat(world.applications.save(Change.of(now(after), after)))
        .isInstanceOf(SaveApplication.Saved.class);
    return now(after);
  }

  private Application checkedIn(Application confirmed) {
    return changed(confirmed.checkIn((Confirmed) confirmed.booking().state(), OFFICER, NOW));
  }

  // ---- Closing ----

  @Test
  void whoHasNotPaidLosesTheSeatAndOwesNothing() {
    Application siti = held("siti");

    assertThat(closes()).isTrue();

    assertThat(status(siti)).isEqualTo(Status.READY);
    assertThat(now(siti).booking().bills())
        .extracting(Bill::state)
        .containsExactly(Bill.State.VOID);
    assertThat(world.see(EIGHT).seats()).isEmpty();
    assertThat(world.guarded(siti)).isFalse();
    assertThat(world.applications.holdsOf("siti")).isEmpty();
    assertThat(told(siti)).isEqualTo(1);
    takes(siti, NINE);
  }

  @Test
  void whoHasPaidLosesTheSeatAndChoosesAnotherWithoutPayingAndStillMovesOnce() {
    Application siti = confirmed("siti");

    assertThat(closes()).isTrue();
    assertThat(status(siti)).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(world.see(EIGHT).seats()).isEmpty();
    assertThat(world.guarded(siti)).isFalse();
    assertThat(told(siti)).isEqualTo(1);

    takes(siti, NINE);
    assertThat(status(siti)).isEqualTo(Status.CONFIRMED);
    takes(siti, TEN);
    assertThat(tries(siti, NINE)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void fromThenOnNobodyGetsASeat() {
    closes();
    Application siti = ready("siti");
    world.has(siti);

    assertThat(tries(siti, EIGHT)).isEqualTo(Outcome.refused(new Refusal.SessionClosed()));
    assertThat(world.see(EIGHT).seats()).isEmpty();
    assertThat(world.see(NINE).state()).isEqualTo(Session.State.OPEN);
  }

  @Test
  void whoHasASeatInAnotherSessionKeepsIt() {
    Application siti = held("siti", NINE);

    closes();

    assertThat(now(siti)).isEqualTo(siti);
    assertThat(world.see(NINE).seats()).containsExactly(hold(siti));
  }

  @Test
  void whoHasComeKeepsTheSeatWhateverBecomesOfTheVisit() {
    Application siti = checkedIn(confirmed("siti"));
    Application budi = checkedIn(confirmed("budi"));
    Application served =
        changed(budi.complete((CheckedIn) budi.booking().state(), null, OFFICER, NOW));
    Application agus = confirmed("agus");
    Application missed = changed(agus.missVisit((Confirmed) agus.booking().state(), OFFICER, NOW));

    assertThat(closes()).isTrue();

    assertThat(now(siti)).isEqualTo(siti);
    assertThat(now(served)).isEqualTo(served);
    assertThat(now(missed)).isEqualTo(missed);
    assertThat(world.see(EIGHT).seats()).hasSize(3);
    assertThat(world.guarded(siti)).isTrue();
  }

  /** Whoever keeps a seat is no work: the others are not kept waiting by them for ever. */
  @Test
  void whoHasComeKeepsNobodyFromGoingHoweverFewGoAtOnce() {
    checkedIn(confirmed("agus"));
    checkedIn(confirmed("budi"));
    Application siti = held("siti");

    clear.clear(EIGHT, CLOSURE, 1);

    assertThat(status(siti)).isEqualTo(Status.READY);
    assertThat(clear.clear(EIGHT, CLOSURE, 1)).isTrue();
  }

  @Test
  void soManyGoAtOnceAndTheRestTheNextTime() {
    List<Application> people = Stream.of("agus", "budi", "siti").map(this::held).toList();

    assertThat(clear.clear(EIGHT, CLOSURE, 2)).isFalse();
    assertThat(world.see(EIGHT).seats()).hasSize(1);
    assertThat(world.see(EIGHT).state()).isEqualTo(Session.State.CLOSED);
    assertThat(clear.clear(EIGHT, CLOSURE, 2)).isTrue();

    assertThat(world.see(EIGHT).seats()).isEmpty();
    assertThat(people).allSatisfy(it -> assertThat(told(it)).isEqualTo(1));
  }

  @Test
  void asManyAsAreLetGoAtOnceLeaveNobody() {
    Stream.of("agus", "budi", "siti").forEach(this::held);

    assertThat(clear.clear(EIGHT, CLOSURE, 3)).isTrue();
  }

  @Test
  void closingWhatIsClosedChangesNothing() {
    Application siti = confirmed("siti");
    closes();
    Application left = now(siti);
    Session closed = world.see(EIGHT);

    assertThat(closes()).isTrue();

    assertThat(now(siti)).isEqualTo(left);
    assertThat(world.see(EIGHT)).isEqualTo(closed);
  }

  @Test
  void aSessionThatIsNoneIsDone() {
    SessionId none = sessionId("11:00", Lane.REGULAR);

    assertThat(clear.clear(none, CLOSURE, ALL)).isTrue();
    assertThat(restore.restore(none, CLOSURE.takenBack(), true, ALL)).isTrue();
  }

  // ---- Holds that are no seat yet, or no more ----

  /** Claimed, and not bound yet: whether it will be, nobody knows. */
  @Test
  void aHoldThatCouldStillBeBoundIsFencedAndFreed() {
    Application siti = ready("siti");
    world.has(siti);
    world.seats.claim(EIGHT, new HoldId(siti.id(), siti.version()), NOW);

    assertThat(closes()).isTrue();

    assertThat(world.see(EIGHT).seats()).isEmpty();
    assertThat(now(siti)).isEqualTo(siti.fence());
  }

  @Test
  void whoIsJustTakingASeatDoesNotGetIt() {
    Application siti = ready("siti");
    world.has(siti);
    faults.before("save", this::closes);

    assertThat(tries(siti, EIGHT)).isEqualTo(Outcome.refused(new Refusal.SessionClosed()));

    assertThat(status(siti)).isEqualTo(Status.READY);
    assertThat(world.see(EIGHT).seats()).isEmpty();
    assertThat(world.guarded(siti)).isFalse();
  }

  @Test
  void aHoldThatCanBeBoundNoMoreIsFreedAndItsPersonHearsNothing() {
    Application siti = ready("siti");
    world.has(siti);
    world.seats.claim(EIGHT, new HoldId(siti.id(), siti.version() - 1), NOW);

    assertThat(closes()).isTrue();

    assertThat(world.see(EIGHT).seats()).isEmpty();
    assertThat(now(siti)).isEqualTo(siti);
  }

  @Test
  void aHoldThatIsLeftOfSomebodyWhoSitsElsewhereIsFreedAndTheirSeatStays() {
    Application siti = held("siti", NINE);
    world.seats.claim(EIGHT, new HoldId(siti.id(), 1), NOW);

    assertThat(closes()).isTrue();

    assertThat(world.see(EIGHT).seats()).isEmpty();
    assertThat(now(siti)).isEqualTo(siti);
  }

  @Test
  void aHoldOfNobodyIsFreed() {
    world.seats.claim(EIGHT, new HoldId(ready("nobody").id(), 1), NOW);

    assertThat(closes()).isTrue();

    assertThat(world.see(EIGHT).seats()).isEmpty();
  }

  // ---- What happens meanwhile ----

  @Test
  void whoPaysWhileTheSessionIsClosedLosesTheSeatAsOneWhoHasPaid() {
    Application siti = held("siti");
    faults.before("save", () -> pays(siti));

    assertThat(closes()).isTrue();

    assertThat(status(siti)).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(world.see(EIGHT).seats()).isEmpty();
    assertThat(opens()).isTrue();
    assertThat(status(siti)).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void whoMovesWhileTheSessionIsClosedKeepsTheirNewSeat() {
    Application siti = confirmed("siti");
    faults.before("save", () -> takes(siti, NINE));

    assertThat(closes()).isTrue();

    assertThat(now(siti).booking().latestSession()).contains(NINE);
    assertThat(status(siti)).isEqualTo(Status.CONFIRMED);
    assertThat(told(siti)).isZero();
    assertThat(world.see(EIGHT).seats()).isEmpty();
    assertThat(world.see(NINE).seats()).containsExactly(hold(now(siti)));
  }

  /** They were put down as one who loses a seat before they moved. */
  @Test
  void whoMovedWhileTheSessionWasClosedIsNotMovedBackAsItOpens() {
    Application siti = confirmed("siti");
    faults.before("save", () -> takes(siti, NINE));
    closes();

    assertThat(opens()).isTrue();

    assertThat(now(siti).booking().latestSession()).contains(NINE);
    assertThat(world.see(EIGHT).seats()).isEmpty();
  }

  @Test
  void whoGivesTheSeatBackWhileTheSessionIsClosedHearsNothingOfIt() {
    Application siti = held("siti");
    faults.before("save", () -> leave.giveBack(siti.id(), account("siti"), null));

    assertThat(closes()).isTrue();

    assertThat(status(siti)).isEqualTo(Status.READY);
    assertThat(told(siti)).isZero();
    assertThat(world.see(EIGHT).seats()).isEmpty();
  }

  @Test
  void whoIsLetInWhileTheSessionIsClosedKeepsTheSeat() {
    Application siti = confirmed("siti");
    faults.before("save", () -> checkedIn(siti));

    assertThat(closes()).isTrue();

    assertThat(status(siti)).isEqualTo(Status.CHECKED_IN);
    assertThat(world.see(EIGHT).seats()).containsExactly(hold(siti));
  }

  @Test
  void oneThatAlwaysLosesToOtherStepsIsDoneAnotherTime() {
    Application siti = held("siti");
    for (int i = 0; i < TRIES; i++) {
      faults.before("save", () -> world.has(now(siti).fence()));
    }

    assertThatExceptionOfType(Unavailable.class).isThrownBy(this::closes);
    assertThat(status(siti)).isEqualTo(Status.AWAITING_PAYMENT);
    assertThat(closes()).isTrue();

    assertThat(status(siti)).isEqualTo(Status.READY);
  }

  // ---- Crashes ----

  /** How a call of a store fails. */
  enum Failure {
    CRASH,
    DOWN,
    ANSWER_LOST;

    void at(String call, Faults faults) {
      switch (this) {
        case CRASH -> faults.crashBefore(call);
        case DOWN -> faults.down(call);
        case ANSWER_LOST -> faults.answerLost(call);
      }
    }
  }

  private static final List<String> CALLS_OF_CLOSING =
      List.of("close out", "find", "displace", "arm", "save", "free");

  private static final List<String> CALLS_OF_OPENING =
      List.of("open again", "displaced", "find", "arm", "claim", "save", "forget displaced");

  @ParameterizedTest
  @EnumSource(Failure.class)
  void closingThatFailsAnywhereIsDoneByDoingItOnceMore(Failure failure) {
    for (String call : CALLS_OF_CLOSING) {
      ClosingASessionTest fresh = new ClosingASessionTest();
      fresh.isClosedAfterAll(failure, call);
    }
  }

  private void isClosedAfterAll(Failure failure, String call) {
    Application siti = confirmed("siti");
    Application budi = held("budi");
    Application agus = ready("agus");
    world.has(agus);
    world.seats.claim(EIGHT, new HoldId(agus.id(), agus.version()), NOW);
    failure.at(call, faults);
    Throwable failed = catchThrowable(this::closes);

    assertThat(closes()).as(call).isTrue();

    assertThat(failed)
        .as(call)
        .satisfiesAnyOf(
            it -> assertThat(it).isInstanceOfAny(Faults.Crash.class, Unavailable.class),
            // What is not freed at once its message frees.
            it -> assertThat(call).isEqualTo("free"));
    assertThat(status(siti)).as(call).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(status(budi)).as(call).isEqualTo(Status.READY);
    assertThat(told(siti)).as(call).isEqualTo(1);
    assertThat(told(budi)).as(call).isEqualTo(1);
    assertThat(now(agus).revision()).as(call).isEqualTo(agus.revision());
    assertThat(world.see(EIGHT).seats()).as(call).isEmpty();
    assertThat(world.seats.displaced(EIGHT)).as(call).containsExactly(hold(siti));
  }

  /** Whoever is to get a seat back is never forgotten, however far a crash let it come. */
  @ParameterizedTest
  @EnumSource(Failure.class)
  void openingThatFailsAnywhereIsDoneByDoingItOnceMore(Failure failure) {
    for (String call : CALLS_OF_OPENING) {
      ClosingASessionTest fresh = new ClosingASessionTest();
      fresh.isOpenAfterAll(failure, call);
    }
  }

  private void isOpenAfterAll(Failure failure, String call) {
    Application siti = confirmed("siti");
    Application budi = confirmed("budi");
    closes();
    failure.at(call, faults);
    Throwable failed = catchThrowable(this::opens);

    assertThat(opens()).as(call).isTrue();

    assertThat(failed).as(call).isInstanceOfAny(Faults.Crash.class, Unavailable.class);
    for (Application person : List.of(siti, budi)) {
      assertThat(status(person)).as(call).isEqualTo(Status.CONFIRMED);
      assertThat(now(person).booking().latestSession()).as(call).contains(EIGHT);
    }
    assertThat(world.see(EIGHT).seats())
        .as(call)
        .containsExactlyInAnyOrder(hold(now(siti)), hold(now(budi)));
    assertThat(world.seats.displaced(EIGHT)).as(call).isEmpty();
  }

  /** The message that was sent before frees what the crash left. */
  @Test
  void aSeatIsArmedBeforeItsPersonLosesIt() {
    Application siti = held("siti");
    world.deadlines.queue.lose();
    faults.crashBefore("free");

    assertThat(catchThrowable(this::closes)).isInstanceOf(Faults.Crash.class);

    assertThat(status(siti)).isEqualTo(Status.READY);
    assertThat(world.deadlines.queue.waiting())
        .extracting(sent -> sent.message().hold())
        .containsExactly(hold(siti));
  }

  // ---- Opening again ----

  @Test
  void whoHadPaidGetsASeatBackAndItIsNoMove() {
    Application siti = confirmed("siti");
    closes();

    assertThat(opens()).isTrue();

    assertThat(status(siti)).isEqualTo(Status.CONFIRMED);
    assertThat(now(siti).booking().latestSession()).contains(EIGHT);
    assertThat(now(siti).booking().history().rescheduled()).isZero();
    assertThat(world.see(EIGHT).state()).isEqualTo(Session.State.OPEN);
    assertThat(world.see(EIGHT).seats()).containsExactly(hold(now(siti)));
    assertThat(world.guarded(siti)).isTrue();
    assertThat(billed).as("nobody is billed again").hasValue(1);
  }

  @Test
  void whoHadNotPaidGetsNothingBackAndMayTakeASeatLikeEverybody() {
    Application siti = held("siti");
    closes();

    assertThat(opens()).isTrue();

    assertThat(status(siti)).isEqualTo(Status.READY);
    assertThat(world.see(EIGHT).seats()).isEmpty();
    Application budi = ready("budi");
    world.has(budi);
    takes(budi, EIGHT);
  }

  @Test
  void whoHasChosenAnotherSeatSinceKeepsThat() {
    Application siti = confirmed("siti");
    closes();
    takes(siti, NINE);
    Application chosen = now(siti);

    assertThat(opens()).isTrue();

    assertThat(now(siti)).isEqualTo(chosen);
    assertThat(world.see(EIGHT).seats()).isEmpty();
  }

  /** Their booking was opened again where they had chosen: there they are to choose, not here. */
  @Test
  void whoLostAnotherSeatSinceIsNotPutBackHere() {
    Application siti = confirmed("siti");
    closes();
    takes(siti, NINE);
    changed(now(siti).reopen("the network was down", OFFICER, NOW));

    assertThat(opens()).isTrue();

    assertThat(status(siti)).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(world.see(EIGHT).seats()).isEmpty();
  }

  /** Another application of the same person was booked meanwhile: nobody has two. */
  @Test
  void whoseOtherApplicationHasASeatByNowGetsNoneBack() {
    Application siti = confirmed("siti");
    closes();
    Application other = ready("sitis2", "siti", "siti");
    world.has(other);
    takes(other, NINE);

    assertThat(opens()).isTrue();

    assertThat(status(siti)).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(status(other)).isEqualTo(Status.AWAITING_PAYMENT);
    assertThat(world.see(EIGHT).seats()).isEmpty();
  }

  @Test
  void seatsAreGivenBackWhileThereAreAny() {
    List<Application> people = Stream.of("agus", "budi", "siti").map(this::confirmed).toList();
    closes();
    // Its day was set meanwhile, and stays closed.
    world.seats.offer(session(EIGHT, 2));
    assertThat(world.see(EIGHT).state()).isEqualTo(Session.State.CLOSED);

    assertThat(opens()).isTrue();

    assertThat(world.see(EIGHT).seats()).hasSize(2);
    assertThat(people)
        .extracting(this::status)
        .containsExactlyInAnyOrder(Status.CONFIRMED, Status.CONFIRMED, Status.PAID_UNSCHEDULED);
    assertThat(world.seats.displaced(EIGHT)).isEmpty();
  }

  @Test
  void whoeverIsFasterAsItOpensHasTheSeat() {
    Application siti = confirmed("siti");
    closes();
    world.seats.offer(session(EIGHT, 1));
    Application budi = ready("budi");
    world.has(budi);
    faults.before("displaced", () -> takes(budi, EIGHT));

    assertThat(opens()).isTrue();

    assertThat(status(budi)).isEqualTo(Status.AWAITING_PAYMENT);
    assertThat(status(siti)).isEqualTo(Status.PAID_UNSCHEDULED);
  }

  /** Nobody else can take one after the midnight before; who had one was to come all the same. */
  @ParameterizedTest
  @ValueSource(longs = {-1, 0})
  void seatsAreGivenBackUntilTheirSessionBegins(long seconds) {
    Application siti = confirmed("siti");
    closes();
    world.pass(Duration.between(NOW, world.see(EIGHT).startsAt()).plusSeconds(seconds));

    assertThat(opens()).isTrue();

    assertThat(status(siti)).isEqualTo(seconds < 0 ? Status.CONFIRMED : Status.PAID_UNSCHEDULED);
    assertThat(world.see(EIGHT).state()).isEqualTo(Session.State.OPEN);
  }

  @Test
  void whatAnotherClosureKeepsClosedStaysClosedAndNobodyIsForgotten() {
    Application siti = confirmed("siti");
    closes();
    clear.clear(EIGHT, OTHER, ALL);

    assertThat(opens()).isTrue();
    assertThat(world.see(EIGHT).state()).isEqualTo(Session.State.CLOSED);
    assertThat(status(siti)).isEqualTo(Status.PAID_UNSCHEDULED);

    assertThat(restore.restore(EIGHT, OTHER.takenBack(), true, ALL)).isTrue();
    assertThat(world.see(EIGHT).state()).isEqualTo(Session.State.OPEN);
    assertThat(status(siti)).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void whatItsDayLeavesOutStaysClosedAndNobodyGetsASeat() {
    Application siti = confirmed("siti");
    closes();

    assertThat(restore.restore(EIGHT, CLOSURE.takenBack(), false, ALL)).isTrue();

    assertThat(world.see(EIGHT).state()).isEqualTo(Session.State.CLOSED);
    assertThat(world.see(EIGHT).closures()).isEmpty();
    assertThat(status(siti)).isEqualTo(Status.PAID_UNSCHEDULED);
  }

  @Test
  void soManyAreLookedAfterAtOnceAndTheRestTheNextTime() {
    List<Application> people = Stream.of("agus", "budi", "siti").map(this::confirmed).toList();
    closes();

    assertThat(restore.restore(EIGHT, CLOSURE.takenBack(), true, 2)).isFalse();
    assertThat(world.see(EIGHT).seats()).hasSize(2);
    assertThat(restore.restore(EIGHT, CLOSURE.takenBack(), true, 2)).isTrue();

    assertThat(people).allSatisfy(it -> assertThat(status(it)).isEqualTo(Status.CONFIRMED));
  }

  @Test
  void openingWhatIsOpenChangesNothing() {
    Application siti = confirmed("siti");
    closes();
    opens();
    Application restored = now(siti);

    assertThat(opens()).isTrue();

    assertThat(now(siti)).isEqualTo(restored);
  }

  @Test
  void whatIsClosedAgainIsEmptiedAgain() {
    Application siti = confirmed("siti");
    closes();
    opens();

    assertThat(clear.clear(EIGHT, OTHER, ALL)).isTrue();
    assertThat(status(siti)).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(told(siti)).isEqualTo(2);
    assertThat(restore.restore(EIGHT, OTHER.takenBack(), true, ALL)).isTrue();
    assertThat(status(siti)).isEqualTo(Status.CONFIRMED);
  }

  // ---- Money ----

  /** It was on its way as the session was closed. */
  @Test
  void moneyForABillThatIsOwedNoMoreCountsAndChoosesAnotherSeat() {
    Application siti = held("siti");
    Bill bill = siti.booking().bill().orElseThrow();
    closes();
    Application left = now(siti);

    Settlement settlement =
        Settlement.of(left.booking(), Samples.paid(bill, "p1"), NOW.plusSeconds(60));

    assertThat(settlement)
        .isInstanceOfSatisfying(
            Settlement.Settles.class,
            it -> {
              assertThat(it.keepsSeat()).isFalse();
              world.has(left.pay(it.bill(), it.payment(), false, PAYMENTS, NOW));
            });
    assertThat(status(siti)).isEqualTo(Status.PAID_UNSCHEDULED);
    takes(siti, NINE);
    assertThat(status(siti)).isEqualTo(Status.CONFIRMED);
  }

  /** They had not paid for a seat there, so none is kept for them. */
  @Test
  void whoPaidOnlyAfterwardsChoosesLikeEverybody() {
    Application siti = held("siti");
    closes();
    Application left = now(siti);
    world.has(
        left.pay(
            left.booking().bills().getFirst(),
            new Bill.Payment("bank", "p1", null, NOW, null),
            false,
            PAYMENTS,
            NOW));

    assertThat(opens()).isTrue();

    assertThat(status(siti)).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(world.seats.displaced(EIGHT)).isEqualTo(Set.of());
  }
}
