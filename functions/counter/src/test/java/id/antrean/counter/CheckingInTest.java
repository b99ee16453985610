package id.antrean.counter;

import static id.antrean.counter.Counter.CILEGON;
import static id.antrean.counter.Counter.DAY;
import static id.antrean.counter.Counter.EIGHT;
import static id.antrean.counter.Counter.EIGHT_PRIORITY;
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

import id.antrean.aws.counter.SignedTickets;
import id.antrean.counter.CheckIn.Arrival;
import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.application.TimelineEntry;
import id.antrean.domain.booking.BookingState.CheckedIn;
import id.antrean.domain.counter.Line;
import id.antrean.domain.counter.Ticket;
import id.antrean.domain.counter.TicketCode;
import id.antrean.domain.counter.Visitor;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.memory.Faults;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckingInTest {
  private static final Key KEY = new Key("key", "digest");
  private static final SessionId IN_JAYAPURA =
      new SessionId(JAYAPURA.id(), DAY, LocalTime.of(10, 0), Lane.REGULAR);

  private final Counter counter = new Counter();

  private Outcome<Arrival> listed(Application application) {
    return listed(application, null);
  }

  private Outcome<Arrival> listed(Application application, @Nullable Key key) {
    return counter.door.checkIn(CILEGON, new Presented.Listed(application.id()), OFFICER, key);
  }

  private Outcome<Arrival> entered(String text) {
    return counter.door.checkIn(CILEGON, Presented.entered(text).orElseThrow(), OFFICER, null);
  }

  private static Outcome<Arrival> no(Refusal why) {
    return Outcome.refused(why);
  }

  private Application now(Application application) {
    return counter.world.see(application.id());
  }

  // ---- Being let in ----

  @Test
  void whoShowsATicketIsLetInAndHearsTheirNumber() {
    Application siti = counter.confirmed("siti", EIGHT);
    Arrival arrival = done(entered(counter.qr(siti)));

    assertThat(arrival.number()).isEqualTo(1);
    assertThat(arrival.application()).isEqualTo(now(siti));
    assertThat(now(siti).status()).isEqualTo(Status.CHECKED_IN);
    assertThat(now(siti).revision()).isEqualTo(siti.revision() + 1);
    assertThat(now(siti).timeline().recent().getLast())
        .isEqualTo(new TimelineEntry(at("07:00"), new Event.CheckedIn(EIGHT), "officer", "budi"));
    assertThat(counter.visitor(siti))
        .isEqualTo(
            new Visitor(
                1, siti.id(), EIGHT, at("08:00"), at("07:00"), null, Visitor.Place.WAITING));
    assertThat(counter.world.guarded(siti)).as("she is here").isTrue();
  }

  @Test
  void theCodeOnATicketIsTypedAsWell() {
    Application siti = counter.confirmed("siti", EIGHT);
    Ticket ticket = counter.tickets.of(seat(siti));
    assertThat(done(entered(ticket.code().toString().toLowerCase(Locale.ROOT))).number())
        .isEqualTo(1);
    assertThat(now(siti).status()).isEqualTo(Status.CHECKED_IN);
  }

  @Test
  void whoHasNoTicketAtHandIsFoundInTheList() {
    Application siti = counter.confirmed("siti", EIGHT);
    assertThat(done(listed(siti)).number()).isEqualTo(1);
    assertThat(now(siti).status()).isEqualTo(Status.CHECKED_IN);
  }

  @Test
  void everybodyHasTheNextNumberWhicheverSessionTheyCameFor() {
    assertThat(done(counter.scan(counter.confirmed("oma", EIGHT_PRIORITY))).number()).isEqualTo(1);
    counter.is("08:00");
    assertThat(done(counter.scan(counter.confirmed("ani", NINE))).number()).isEqualTo(2);
    assertThat(done(counter.scan(counter.confirmed("budi", EIGHT))).number()).isEqualTo(3);
  }

  // ---- Being refused ----

  @Test
  void aSeatAtAnotherOfficeIsNoSeatHere() {
    Application made = counter.confirmed("made", JAYAPURA, IN_JAYAPURA);
    Refusal there = new Refusal.WrongOffice(JAYAPURA.id());
    assertThat(counter.is("08:00").scan(made)).isEqualTo(no(there));
    assertThat(listed(made)).isEqualTo(no(there));
    assertThat(now(made)).isEqualTo(made);
  }

  /** Where somebody else has her ticket, or her officer the list of another office. */
  @Test
  void whoIsCheckedInAtAnotherOfficeHearsOfThatOneToo() {
    Application made = counter.confirmed("made", JAYAPURA, IN_JAYAPURA);
    counter.is("08:00");
    done(
        counter.door.checkIn(
            JAYAPURA,
            new Presented.Scanned(counter.qr(made)),
            new Actor.Staff("officer", "yos", JAYAPURA.id()),
            null));
    Refusal there = new Refusal.WrongOffice(JAYAPURA.id());
    assertThat(counter.scan(made)).isEqualTo(no(there));
    assertThat(listed(made)).isEqualTo(no(there));
  }

  @Test
  void aSeatOfAnotherDayIsNoSeatToday() {
    SessionId tomorrow = new SessionId(CILEGON.id(), DAY.plusDays(1), EIGHT.start(), Lane.REGULAR);
    Application siti = counter.confirmed("siti", tomorrow);
    assertThat(counter.scan(siti)).isEqualTo(no(new Refusal.WrongDay(DAY.plusDays(1))));
    assertThat(listed(siti)).isEqualTo(no(new Refusal.WrongDay(DAY.plusDays(1))));
    assertThat(counter.line().somebodyCame()).isFalse();
  }

  @Test
  void whoComesTooEarlyHearsFromWhenOnAndIsLetInThen() {
    Application siti = counter.confirmed("siti", NINE);
    counter.world.time.reach(at("08:00").minusMillis(1));
    assertThat(counter.scan(siti))
        .isEqualTo(no(new Refusal.TooEarly(at("08:00").atZone(CILEGON.zone()))));
    assertThat(now(siti)).isEqualTo(siti);
    counter.is("08:00");
    assertThat(done(counter.scan(siti)).number()).isEqualTo(1);
  }

  @Test
  void whoseMoneyWasTakenBackIsNotLetIn() {
    Application siti = counter.refunded(counter.confirmed("siti", EIGHT));
    assertThat(counter.scan(siti)).isEqualTo(no(new Refusal.NotPaid()));
    assertThat(listed(siti)).isEqualTo(no(new Refusal.NotPaid()));
    assertThat(now(siti).status()).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void whoHasNotPaidIsNotLetIn() {
    Application siti = counter.held("siti", EIGHT);
    assertThat(listed(siti)).isEqualTo(no(new Refusal.WrongStatus(Status.AWAITING_PAYMENT)));
  }

  @Test
  void whoWasServedIsNotLetInOnceMore() {
    Application siti = counter.comes("siti", EIGHT);
    String qr = counter.qr(siti);
    done(counter.ends.end(siti.id(), new EndVisit.Completed(), OFFICER, null));
    assertThat(entered(qr)).isEqualTo(no(new Refusal.WrongStatus(Status.COMPLETED)));
    assertThat(counter.line().visitor(siti.id())).isEmpty();
  }

  @Test
  void whoIsInTheLineAlreadyHearsTheirNumber() {
    counter.comes("ani", EIGHT);
    Application siti = counter.comes("siti", EIGHT);
    Line line = counter.line();
    Outcome<Arrival> already = no(new Refusal.AlreadyCheckedIn(2));
    assertThat(counter.scan(siti)).isEqualTo(already);
    assertThat(entered(counter.tickets.of(seat(siti)).code().value())).isEqualTo(already);
    assertThat(listed(siti)).isEqualTo(already);
    assertThat(counter.line()).isEqualTo(line);
    assertThat(now(siti)).isEqualTo(siti);
  }

  @Test
  void soDoesWhoIsAtADesk() {
    Application siti = counter.comes("siti", EIGHT);
    counter.calls("3");
    assertThat(listed(siti)).isEqualTo(no(new Refusal.AlreadyCheckedIn(1)));
    assertThat(counter.visitor(siti).place()).isEqualTo(Visitor.Place.CALLED);
  }

  @Test
  void whomNobodyLetGoYesterdayIsNotInTodaysLine() {
    Application siti = counter.comes("siti", EIGHT);
    counter.world.time.reach(on("2026-12-08T08:00"));
    assertThat(counter.scan(siti)).isEqualTo(no(new Refusal.WrongDay(DAY)));
    assertThat(listed(siti)).isEqualTo(no(new Refusal.WrongDay(DAY)));
  }

  @Test
  void aFullLineTakesNobodyUntilSomebodyIsLetGo() {
    Line line = counter.line();
    Line full = line;
    for (int i = 0; i < Line.MOST_VISITORS; i++) {
      full = full.joined(seat(counter.held("p" + i, EIGHT)), at("07:00"));
    }
    assertThat(counter.world.counter.keep(line, full, null, at("07:00"))).isTrue();
    Application siti = counter.confirmed("siti", EIGHT);
    assertThat(counter.scan(siti)).isEqualTo(no(new Refusal.LineFull()));
    assertThat(now(siti)).as("she may come back").isEqualTo(siti);

    Line now = counter.line();
    ApplicationId gone = now.visitors().getFirst().application();
    assertThat(counter.world.counter.keep(now, now.without(gone), null, at("07:00"))).isTrue();
    assertThat(done(counter.scan(siti)).number()).isEqualTo(Line.MOST_VISITORS + 1);
  }

  // ---- Tickets that are none ----

  @Test
  void theTicketOfASeatThatWasMovedLetsNobodyIn() {
    Application siti = counter.confirmed("siti", EIGHT);
    String former = counter.qr(siti);
    TicketCode code = counter.tickets.of(seat(siti)).code();
    Application moved = counter.moved(siti, CILEGON, NINE);
    counter.is("08:00");

    assertThat(entered(former)).isEqualTo(no(new Refusal.TicketVoid()));
    assertThat(entered(code.toString())).isEqualTo(no(new Refusal.TicketVoid()));
    assertThat(now(siti)).isEqualTo(moved);
    assertThat(done(counter.scan(moved)).number()).isEqualTo(1);
  }

  @Test
  void norDoesThatOfABookingThatWasOpenedAgain() {
    Application siti = counter.confirmed("siti", EIGHT);
    String former = counter.qr(siti);
    done(
        counter.world.reopenBooking().reopen(siti.id(), "the office was closed", SUPERVISOR, null));
    assertThat(entered(former)).isEqualTo(no(new Refusal.TicketVoid()));
  }

  /** Her hold is another, though the session is the same. */
  @Test
  void norDoesThatOfASeatWhichWasLeftAndTakenAgain() {
    Application siti = counter.confirmed("siti", EIGHT);
    String former = counter.qr(siti);
    Application again = counter.choosesAgain(siti, EIGHT);
    assertThat(entered(former)).isEqualTo(no(new Refusal.TicketVoid()));
    assertThat(done(counter.scan(again)).number()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "https://example.org"})
  void whatIsNoTicketOfOursIsForged(String text) {
    assertThat(entered(text)).isEqualTo(no(new Refusal.TicketForged()));
  }

  @Test
  void aTicketThatSomebodyElseSignedIsForged() {
    Application siti = counter.confirmed("siti", EIGHT);
    SignedTickets theirs = new SignedTickets(() -> List.of("another secret"));
    assertThat(entered(theirs.sign(counter.tickets.of(seat(siti)), at("23:59"))))
        .isEqualTo(no(new Refusal.TicketForged()));
    assertThat(now(siti)).isEqualTo(siti);
  }

  @Test
  void aCodeOfNoTicketIsUnknown() {
    assertThat(entered("ZZZZ-ZZZZ")).isEqualTo(no(new Refusal.NotFound()));
  }

  @Test
  void whoIsNotInTheListIsUnknown() {
    assertThat(listed(ready("nobody"))).isEqualTo(no(new Refusal.NotFound()));
  }

  @Test
  void whatIsEnteredIsATicketACodeOrNothing() {
    assertThat(Presented.entered("a.b.c")).contains(new Presented.Scanned("a.b.c"));
    assertThat(Presented.entered("k7q2 9mxa"))
        .contains(new Presented.Typed(new TicketCode("K7Q29MXA")));
    assertThat(Presented.entered("9901014107950001")).isEmpty();
    assertThat(Presented.entered("")).isEmpty();
  }

  // ---- Asking again ----

  @Test
  void aRepeatUnderTheSameKeyHasTheAnswerOfTheFirst() {
    Application siti = counter.confirmed("siti", EIGHT);
    Outcome<Arrival> first = counter.scan(siti, KEY);
    counter.comes("ani", EIGHT);
    Line line = counter.line();
    assertThat(counter.scan(siti, KEY)).isEqualTo(first);
    assertThat(counter.line()).isEqualTo(line);
  }

  @Test
  void aRepeatHasItsNumberAlsoAfterItsPersonWasServed() {
    Application siti = counter.confirmed("siti", EIGHT);
    done(counter.scan(siti, KEY));
    done(counter.ends.end(siti.id(), new EndVisit.Completed(), OFFICER, null));
    assertThat(done(listed(siti, KEY)).number()).isEqualTo(1);
    assertThat(now(siti).status()).isEqualTo(Status.COMPLETED);
  }

  @Test
  void aKeyIsForOneRequest() {
    done(counter.scan(counter.confirmed("siti", EIGHT), KEY));
    Application ani = counter.confirmed("ani", EIGHT);
    assertThat(counter.scan(ani, new Key(KEY.key(), "another digest")))
        .isEqualTo(no(new Refusal.KeyReused()));
    assertThat(now(ani)).isEqualTo(ani);
  }

  @Test
  void aRefusalIsNotRemembered() {
    Application siti = counter.confirmed("siti", NINE);
    assertThat(counter.scan(siti, KEY))
        .isEqualTo(no(new Refusal.TooEarly(at("08:00").atZone(CILEGON.zone()))));
    counter.is("08:00");
    assertThat(done(counter.scan(siti, KEY)).number()).isEqualTo(1);
  }

  @Test
  void anotherKeyIsAnotherRequest() {
    Application siti = counter.confirmed("siti", EIGHT);
    done(counter.scan(siti, KEY));
    assertThat(counter.scan(siti, new Key("another key", KEY.digest())))
        .isEqualTo(no(new Refusal.AlreadyCheckedIn(1)));
  }

  // ---- Faults and others ----

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoWasCheckedInAndNotInTheLineJoinsItWhenAskedAgain(boolean underTheSameKey) {
    Application siti = counter.confirmed("siti", EIGHT);
    counter.faults.crashBefore("keep line");
    assertThatThrownBy(() -> counter.scan(siti, KEY)).isInstanceOf(Faults.Crash.class);
    assertThat(now(siti).status()).isEqualTo(Status.CHECKED_IN);
    assertThat(counter.line().visitor(siti.id())).isEmpty();

    counter.is("07:20");
    Application ani = counter.comes("ani", EIGHT);
    Arrival arrival = done(counter.scan(siti, underTheSameKey ? KEY : null));
    assertThat(arrival.number()).isEqualTo(2);
    assertThat(counter.visitor(siti).arrivedAt()).as("as she came").isEqualTo(at("07:00"));
    assertThat(counter.visitor(ani).number()).isEqualTo(1);
    assertThat(now(siti).version()).as("checked in once").isEqualTo(siti.version() + 1);
  }

  @Test
  void whatWasDoneBeforeTheAnswerGotLostIsNotDoneTwice() {
    Application siti = counter.confirmed("siti", EIGHT);
    counter.faults.answerLost("save");
    assertThatThrownBy(() -> counter.scan(siti, KEY)).isInstanceOf(Unavailable.class);
    counter.faults.answerLost("keep line");
    assertThatThrownBy(() -> counter.scan(siti, KEY)).isInstanceOf(Unavailable.class);

    assertThat(done(counter.scan(siti, KEY)).number()).isEqualTo(1);
    assertThat(counter.line().visitors()).hasSize(1);
    assertThat(now(siti).version()).isEqualTo(siti.version() + 1);
  }

  @Test
  void whoIsLetInAtTwoDoorsAtOnceIsInTheLineOnce() {
    Application siti = counter.confirmed("siti", EIGHT);
    List<Outcome<Arrival>> other = new ArrayList<>();
    counter.faults.before("save", () -> other.add(listed(siti)));
    Outcome<Arrival> slower = counter.scan(siti);

    assertThat(done(other.getFirst()).number()).isEqualTo(1);
    assertThat(slower)
        .satisfiesAnyOf(
            it -> assertThat(it).isEqualTo(other.getFirst()),
            it -> assertThat(it).isEqualTo(no(new Refusal.AlreadyCheckedIn(1))));
    assertThat(counter.line().visitors()).hasSize(1);
    assertThat(now(siti).version()).isEqualTo(siti.version() + 1);
  }

  /** Whatever the slower one hears, it hears it again. */
  @Test
  void ofTwoDoorsAtOnceEachHearsTheSameAgainUnderItsOwnKey() {
    Application siti = counter.confirmed("siti", EIGHT);
    Key slow = new Key("slow", "digest");
    List<Outcome<Arrival>> other = new ArrayList<>();
    counter.faults.before("save", () -> other.add(listed(siti, KEY)));
    Outcome<Arrival> slower = counter.scan(siti, slow);

    assertThat(listed(siti, KEY)).isEqualTo(other.getFirst());
    assertThat(counter.scan(siti, slow)).isEqualTo(slower);
  }

  @Test
  void twoPeopleWhoComeAtOnceHaveANumberEach() {
    Application siti = counter.confirmed("siti", EIGHT);
    Application ani = counter.confirmed("ani", EIGHT);
    List<Outcome<Arrival>> other = new ArrayList<>();
    counter.faults.before("keep line", () -> other.add(counter.scan(ani)));
    Outcome<Arrival> slower = counter.scan(siti);

    assertThat(done(other.getFirst()).number()).isEqualTo(1);
    assertThat(done(slower).number()).isEqualTo(2);
    assertThat(counter.line().visitors())
        .extracting(Visitor::application)
        .containsExactly(ani.id(), siti.id());
  }

  /** They looked while she still had her seat, and it was moved before they saved. */
  @Test
  void whoMovesTheSeatMeanwhileIsNotLetInByWhatWasReadBefore() {
    Application siti = counter.confirmed("siti", EIGHT);
    SessionId tomorrow = new SessionId(CILEGON.id(), DAY.plusDays(1), EIGHT.start(), Lane.REGULAR);
    String qr = counter.qr(siti);
    counter.faults.before("save", () -> counter.moved(siti, CILEGON, tomorrow));
    assertThat(entered(qr)).isEqualTo(no(new Refusal.WrongDay(DAY.plusDays(1))));
    assertThat(now(siti).status()).isEqualTo(Status.CONFIRMED);
    assertThat(counter.line().somebodyCame()).isFalse();
  }

  /**
   * She was checked in, the booking was opened again, and she chose another session of the same
   * day: whoever still has her in the line has her there for a seat that she has no more.
   */
  @Test
  void whoChoseAnotherSessionOfTheSameDayIsCalledForThatOne() {
    Application siti = counter.comes("siti", EIGHT);
    Application again = counter.choosesAgain(siti, NINE);
    counter.is("08:30");
    int number = done(counter.scan(again)).number();

    assertThat(now(siti).booking().state())
        .isInstanceOfSatisfying(
            CheckedIn.class, it -> assertThat(it.seat().session()).isEqualTo(NINE));
    assertThat(counter.visitor(siti).session()).isEqualTo(NINE);
    assertThat(counter.visitor(siti).number()).isEqualTo(number);
    assertThat(Optional.of(counter.calls("3")))
        .map(it -> it.visitor().application())
        .contains(siti.id());
  }

  @Test
  void whoDidNotComeToTheDeskAndTookASeatOfTheSameSessionAgainWaitsAgain() {
    Application siti = counter.comes("siti", EIGHT);
    done(counter.desks.skip(CILEGON, counter.calls("3").visitor().number()));
    Application again = counter.choosesAgain(siti, EIGHT);
    counter.is("08:30");
    done(counter.scan(again));
    assertThat(counter.visitor(siti).place()).isEqualTo(Visitor.Place.WAITING);
  }
}
