package id.antrean.offices;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.memory.Samples;
import id.antrean.memory.World;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** People who take seats as the product gives them, pay, and come. */
final class People {
  private static final Actor PAYMENTS = new Actor.Service("payments");
  private static final Actor OFFICER = new Actor.Staff("officer", "budi", OfficesAt.CILEGON);

  private final OfficesAt offices;
  private final World world;
  private final AtomicInteger billed = new AtomicInteger();
  private final HoldSeat hold;

  People(OfficesAt offices) {
    this.offices = offices;
    this.world = offices.calendar.world;
    this.hold =
        world.holdSeat(
            () -> new BillingCode(String.format(Locale.ROOT, "8%014d", billed.incrementAndGet())),
            new HoldTerms(Duration.ofHours(2), Duration.ofMinutes(3), 2, 3, 20, 30));
  }

  /** Somebody of that name who has not paid yet. */
  Application holds(String name, SessionId session) {
    Application ready = Samples.ready(name);
    world.has(ready);
    offices.applications.add(ready);
    assertThat(tries(ready, session)).isInstanceOf(Outcome.Done.class);
    return world.see(ready.id());
  }

  /** Somebody of that name who has paid. */
  Application paid(String name, SessionId session) {
    Application held = holds(name, session);
    Bill.Payment payment =
        new Bill.Payment("bank", "p-" + name, null, offices.clock.instant(), null);
    return saved(
        held,
        held.pay(
            held.booking().bill().orElseThrow(), payment, true, PAYMENTS, offices.clock.instant()));
  }

  /** Somebody of that name who has paid and is at the counter. */
  Application here(String name, SessionId session) {
    Application paid = paid(name, session);
    return saved(
        paid, paid.checkIn((Confirmed) paid.booking().state(), OFFICER, offices.clock.instant()));
  }

  Outcome<Application> tries(Application application, SessionId session) {
    return hold.hold(application.id(), session, Samples.account(application.account()), null);
  }

  Status status(Application application) {
    return world.see(application.id()).status();
  }

  private Application saved(Application before, Application after) {
    assertThat(world.applications.save(Change.of(before, after)))
        .isInstanceOf(SaveApplication.Saved.class);
    return after;
  }
}
