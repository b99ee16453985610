package id.antrean.races;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;

/**
 * The control of every race for an application: between look and write something else happens, and
 * the write does not ask whether the version that was read still stands.
 */
final class LastWriteWins implements SaveApplication {
  private final FindApplication applications;
  private final SaveApplication store;
  private final Runnable meanwhile;

  LastWriteWins(Tables tables, Runnable meanwhile) {
    this.applications = tables.applications();
    this.store = tables.saves();
    this.meanwhile = meanwhile;
  }

  @Override
  public boolean create(Application application) {
    return store.create(application);
  }

  @Override
  public SaveOutcome save(Change change) {
    meanwhile.run();
    int present = applications.find(change.before().id()).orElseThrow().version();
    return store.save(
        new Change(at(present, change.before()), at(present + 1, change.after()), change.parts()));
  }

  private static Application at(int version, Application it) {
    return new Application(
        it.id(),
        it.account(),
        version,
        it.revision(),
        it.status(),
        it.passport(),
        it.applicant(),
        it.identity(),
        it.documents(),
        it.bills(),
        it.booking(),
        it.history(),
        it.timeline(),
        it.createdAt(),
        it.registration());
  }
}
