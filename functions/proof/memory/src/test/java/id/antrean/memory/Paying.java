package id.antrean.memory;

import static id.antrean.memory.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.payment.Bill;

/** Pays for the seat that an application holds, in time. */
final class Paying {
  private Paying() {}

  static Application pays(World world, Application application) {
    Application held = world.see(application.id());
    Bill.Payment payment = new Bill.Payment("bank", "p1", null, NOW, null);
    Application paid =
        held.pay(
            held.booking().bill().orElseThrow(), payment, true, new Actor.Service("payments"), NOW);
    assertThat(world.applications.save(Change.of(held, paid)))
        .isInstanceOf(SaveApplication.Saved.class);
    return paid;
  }
}
