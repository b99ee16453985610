package id.antrean.races;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.SaveApplication;
import java.util.concurrent.atomic.AtomicBoolean;

/** The product's own writes with something else happening before the first of them. */
final class Interrupted implements SaveApplication {
  private final SaveApplication store;
  private final Runnable meanwhile;
  private final AtomicBoolean happened = new AtomicBoolean();

  Interrupted(Tables tables, Runnable meanwhile) {
    this.store = tables.saves();
    this.meanwhile = meanwhile;
  }

  @Override
  public boolean create(Application application) {
    return store.create(application);
  }

  @Override
  public SaveOutcome save(Change change) {
    if (!happened.getAndSet(true)) {
      meanwhile.run();
    }
    return store.save(change);
  }
}
