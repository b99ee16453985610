package id.antrean.races;

import id.antrean.domain.application.SaveApplication;
import id.antrean.memory.InterceptedSaves;
import java.util.concurrent.atomic.AtomicBoolean;

/** The product's own writes with something else happening before the first of them. */
final class Interrupted {
  private Interrupted() {}

  static SaveApplication over(Tables tables, Runnable meanwhile) {
    AtomicBoolean happened = new AtomicBoolean();
    return new InterceptedSaves(
        tables.saves(),
        change -> {
          if (!happened.getAndSet(true)) {
            meanwhile.run();
          }
          return InterceptedSaves.save(tables.saves(), change);
        });
  }
}
