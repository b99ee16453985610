package id.antrean.memory;

import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.office;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.HoldSeat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Two offices have a say in a move: the one that has the seat says until when and how often it may
 * be left, the other whether one may come in, each by its own clock.
 */
class MovingBetweenOfficesTest {
  private static final LocalDate SOON = LocalDate.of(2026, 11, 27);
  private static final LocalDate LATER = LocalDate.of(2026, 12, 17);
  private static final Office CILEGON = office("CLG", "Asia/Jakarta", 1);
  private static final Office JAYAPURA = office("JAP", "Asia/Jayapura", 1);

  private final World world = new World(NOW, new Faults());
  private final AtomicInteger codes = new AtomicInteger();
  private final HoldSeat hold =
      world.holdSeat(
          () -> new BillingCode(String.format("8%014d", codes.incrementAndGet())),
          new HoldTerms(Duration.ofHours(2), Duration.ofMinutes(3), 2, 3, 20, 30));

  private SessionId opens(Office office, LocalDate day, String time) {
    SessionId id = new SessionId(office.id(), day, LocalTime.parse(time), Lane.REGULAR);
    world.has(office).has(session(office, id, 5));
    return id;
  }

  private Outcome<Application> hold(Application application, SessionId session) {
    return hold.hold(application.id(), session, account(application.account()), null);
  }

  private Application confirmed(String name, SessionId session) {
    world.has(ready(name));
    assertThat(hold(ready(name), session)).isInstanceOf(Outcome.Done.class);
    Application held = world.see(ready(name).id());
    Bill bill = held.booking().bill().orElseThrow();
    Bill.Payment payment = new Bill.Payment("bank", name, null, NOW, null);
    Application paid = held.pay(bill, payment, true, new Actor.Service("payments"), NOW);
    assertThat(world.applications.save(Change.of(held, paid)))
        .isInstanceOf(SaveApplication.Saved.class);
    return paid;
  }

  private void reach(Instant moment) {
    world.pass(Duration.between(world.time.instant(), moment));
  }

  private void moves(Application application, SessionId to) {
    assertThat(hold(application, to)).isInstanceOf(Outcome.Done.class);
    assertThat(world.see(application.id()).booking().seat().orElseThrow().session()).isEqualTo(to);
  }

  private void mayNotMove(Application application, SessionId to, Refusal why) {
    assertThat(hold(application, to)).isEqualTo(Outcome.refused(why));
    assertThat(world.see(to).seats()).isEmpty();
  }

  @Test
  void aConfirmedSeatMayBeLeftUntilMidnightAtTheOfficeThatHasIt() {
    SessionId booked = opens(JAYAPURA, SOON, "08:00");
    SessionId wanted = opens(CILEGON, LATER, "09:00");
    Application early = confirmed("early", booked);
    Application late = confirmed("late", booked);
    Instant midnight = SOON.atStartOfDay(JAYAPURA.zone()).toInstant();
    reach(midnight.minusMillis(1));
    moves(early, wanted);
    world.has(session(CILEGON, wanted, 5));
    reach(midnight);
    mayNotMove(late, wanted, new Refusal.TooLate(midnight.atZone(JAYAPURA.zone())));
    reach(midnight.plus(Duration.ofMinutes(20)));
    mayNotMove(late, wanted, new Refusal.TooLate(midnight.atZone(JAYAPURA.zone())));
  }

  @Test
  void aSeatMayBeMovedToUntilMidnightAtTheOfficeThatGivesIt() {
    SessionId booked = opens(CILEGON, LATER, "08:00");
    SessionId wanted = opens(JAYAPURA, SOON, "09:00");
    Application early = confirmed("early", booked);
    Application late = confirmed("late", booked);
    Instant midnight = SOON.atStartOfDay(JAYAPURA.zone()).toInstant();
    reach(midnight.minusMillis(1));
    moves(early, wanted);
    world.has(session(JAYAPURA, wanted, 5));
    reach(midnight);
    mayNotMove(late, wanted, new Refusal.TooLate(midnight.atZone(JAYAPURA.zone())));
  }

  @Test
  void howOftenASeatMayBeLeftIsTheWordOfTheOfficeThatHasIt() {
    SessionId never = opens(office("NVR", "Asia/Jakarta", 0), SOON, "08:00");
    SessionId twice = opens(office("TWO", "Asia/Jakarta", 2), SOON, "08:00");
    SessionId later = opens(office("TWO", "Asia/Jakarta", 2), LATER, "08:00");
    Application bound = confirmed("bound", never);
    assertThat(hold(bound, twice)).isEqualTo(Outcome.refused(new Refusal.RescheduleLimit(0)));
    Application free = confirmed("free", twice);
    moves(free, later);
    moves(free, never);
    assertThat(hold(free, twice)).isEqualTo(Outcome.refused(new Refusal.RescheduleLimit(0)));
  }

  @Test
  void anUnpaidSeatMayBeLeftAtAnyTimeForItMayBeGivenBackAtAnyTime() {
    SessionId booked = opens(JAYAPURA, SOON, "08:00");
    SessionId wanted = opens(CILEGON, LATER, "09:00");
    Instant midnight = SOON.atStartOfDay(JAYAPURA.zone()).toInstant();
    reach(midnight.minus(Duration.ofMinutes(30)));
    world.has(ready("siti"));
    assertThat(hold(ready("siti"), booked)).isInstanceOf(Outcome.Done.class);
    reach(midnight.plus(Duration.ofMinutes(30)));
    moves(ready("siti"), wanted);
  }
}
