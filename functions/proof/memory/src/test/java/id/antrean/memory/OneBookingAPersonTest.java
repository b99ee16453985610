package id.antrean.memory;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.ReopenBooking;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One person has one live booking, and not for ever: who cannot win takes no seat meanwhile. */
class OneBookingAPersonTest {
  private static final SessionId VISIT = sessionId("08:00", Lane.REGULAR);
  private static final SessionId NEXT =
      new SessionId(CILEGON.id(), LocalDate.of(2027, 2, 1), LocalTime.of(8, 0), Lane.REGULAR);
  private static final ZonedDateTime END = LocalDate.of(2027, 1, 7).atStartOfDay(CILEGON.zone());

  private final Faults faults = new Faults();
  private final World world =
      new World(NOW, faults).has(CILEGON).has(session(VISIT, 5)).has(session(NEXT, 5));
  private final AtomicInteger codes = new AtomicInteger();
  private final HoldSeat hold =
      world.holdSeat(
          () -> new BillingCode(String.format("8%014d", codes.incrementAndGet())),
          new HoldTerms(Duration.ofHours(2), Duration.ofMinutes(3), 2, 3, 20, 30));
  private final ReopenBooking reopen = world.reopenBooking();
  private final Application first = ready("first", "siti", "siti");
  private final Application second = ready("second", "other", "siti");

  OneBookingAPersonTest() {
    world.has(first).has(second);
  }

  private Outcome<Application> hold(Application application, SessionId session) {
    return hold.hold(application.id(), session, account(application.account()), null);
  }

  private void holds(Application application, SessionId session) {
    assertThat(hold(application, session)).isInstanceOf(Outcome.Done.class);
  }

  private void pays(Application application) {
    Application held = world.see(application.id());
    Bill bill = held.booking().bill().orElseThrow();
    Bill.Payment payment = new Bill.Payment("bank", application.id().value(), null, NOW, null);
    Change.Step change =
        Change.of(held, held.pay(bill, payment, true, new Actor.Service("payments"), NOW));
    assertThat(world.applications.save(change)).isInstanceOf(SaveApplication.Saved.class);
  }

  private void reopens(Application application) {
    Actor.Staff supervisor = new Actor.Staff("supervisor", "sri", CILEGON.id());
    assertThat(reopen.reopen(application.id(), "did not come", supervisor, null))
        .isInstanceOf(Outcome.Done.class);
  }

  private void reach(Instant moment) {
    world.pass(Duration.between(world.time.instant(), moment));
  }

  private void cannot(Application application, Refusal why) {
    int armed = world.deadlines.queue.waiting().size();
    int taken = world.see(NEXT).seats().size();
    assertThat(hold(application, NEXT)).isEqualTo(Outcome.refused(why));
    assertThat(world.deadlines.queue.waiting()).hasSize(armed);
    assertThat(world.see(NEXT).seats()).hasSize(taken);
  }

  @Test
  void whoHasABookingTakesNoOtherSeatNotForAMoment() {
    holds(first, VISIT);
    faults.before("claim", () -> assertThat(second).as("a claim").isNull());
    cannot(second, new Refusal.NikHasBooking(null));
  }

  @Test
  void whoHoldsAsManyAsTheyMayTakesNoOtherSeatNotForAMoment() {
    Application third = ready("third", "family", "third");
    Application fourth = ready("fourth", "family", "fourth");
    Application fifth = ready("fifth", "family", "fifth");
    world.has(third).has(fourth).has(fifth);
    holds(third, VISIT);
    holds(fourth, VISIT);
    faults.before("claim", () -> assertThat(fifth).as("a claim").isNull());
    cannot(
        fifth, new Refusal.TooManyHolds(2, NOW.plus(Duration.ofHours(2)).atZone(CILEGON.zone())));
  }

  @Test
  void aPaidBookingSaysFromWhenOnItStandsInNobodysWay() {
    holds(first, VISIT);
    pays(first);
    cannot(second, new Refusal.NikHasBooking(END));
  }

  @Test
  void ofTwoAtTheSameMomentTheSlowerGivesItsSeatBack() {
    faults.before("claim", () -> holds(first, VISIT));
    assertThat(hold(second, NEXT)).isEqualTo(Outcome.refused(new Refusal.NikHasBooking(null)));
    assertThat(world.see(NEXT).seats()).isEmpty();
  }

  @Test
  void thirtyDaysAfterAVisitOfWhichNobodySaysHowItWentThePersonMayBookAgain() {
    holds(first, VISIT);
    pays(first);
    reach(END.toInstant().minusMillis(1));
    cannot(second, new Refusal.NikHasBooking(END));
    reach(END.toInstant());
    holds(second, NEXT);
    assertThat(world.see(first.id()).status()).isEqualTo(Status.CONFIRMED);
    assertThat(world.applications.guards()).containsValue(second.id());
  }

  /** Applications end after years, marks of persons do not: there is nobody whose they are. */
  @Test
  void theMarkOfAnApplicationThatIsNotKeptAnyMoreStandsInNobodysWay() {
    holds(first, VISIT);
    pays(first);
    world.applications.forget(first.id());
    holds(second, NEXT);
    assertThat(world.applications.guards()).containsValue(second.id());
  }

  @Test
  void theMarkOfAnApplicationThatComesBackMeanwhileIsNotTakenOver() {
    holds(first, VISIT);
    Application lost = world.see(first.id());
    world.applications.forget(first.id());
    faults.before("save", () -> world.has(lost));
    assertThat(hold(second, NEXT)).isEqualTo(Outcome.refused(new Refusal.NikHasBooking(null)));
    assertThat(world.applications.guards()).containsValue(first.id());
    assertThat(world.see(NEXT).seats()).isEmpty();
  }

  /** As one that was put back from a copy, of a booking that had ended since. */
  @Test
  void theMarkOfAnApplicationWithoutASeatStandsInNobodysWay() {
    holds(first, VISIT);
    Application held = world.see(first.id());
    assertThat(world.leaveSeat().giveBack(first.id(), account(first.account()), null))
        .isInstanceOf(Outcome.Done.class);
    Application left = world.see(first.id());
    world.has(held).has(left);
    assertThat(world.applications.guards()).containsValue(first.id());
    holds(second, NEXT);
    assertThat(world.applications.guards()).containsValue(second.id());
  }

  @Test
  void aBookingThatIsNotPaidStandsInTheWayAsLongAsItIsThere() {
    holds(first, VISIT);
    reach(END.toInstant().plus(Duration.ofDays(1)));
    cannot(second, new Refusal.NikHasBooking(null));
  }

  @Test
  void whoseMarkWasTakenOverReleasesNobodyElses() {
    holds(first, VISIT);
    pays(first);
    reach(END.toInstant());
    holds(second, NEXT);
    reopens(first);
    assertThat(world.applications.guards()).containsValue(second.id());
    assertThat(hold(first, NEXT)).isEqualTo(Outcome.refused(new Refusal.NikHasBooking(null)));
  }

  @Test
  void aMarkIsNotTakenOverFromWhoHasBookedAgainMeanwhile() {
    holds(first, VISIT);
    pays(first);
    reach(END.toInstant());
    faults.before(
        "save",
        () -> {
          reopens(first);
          holds(first, NEXT);
        });
    assertThat(hold(second, NEXT))
        .isEqualTo(
            Outcome.refused(
                new Refusal.NikHasBooking(LocalDate.of(2027, 3, 4).atStartOfDay(CILEGON.zone()))));
    assertThat(world.see(NEXT).seats()).hasSize(1);
    assertThat(world.applications.guards()).containsValue(first.id());
  }
}
