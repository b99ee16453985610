package id.antrean.uploads;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.ApplicationId;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Applications in memory: a change only at the version it was decided on. */
final class MemoryApplications implements FindApplication, SaveApplication {
  private final Map<ApplicationId, Application> stored = new LinkedHashMap<>();
  private Runnable beforeNextSave = () -> {};

  /** Lets something happen between a decision and its write, once. */
  void beforeNextSave(Runnable meanwhile) {
    beforeNextSave = meanwhile;
  }

  Application get(ApplicationId id) {
    return find(id).orElseThrow();
  }

  void put(Application application) {
    stored.put(application.id(), application);
  }

  @Override
  public Optional<Application> find(ApplicationId id) {
    return Optional.ofNullable(stored.get(id));
  }

  @Override
  public boolean create(Application application) {
    return stored.putIfAbsent(application.id(), application) == null;
  }

  @Override
  public SaveOutcome save(Change change) {
    Runnable once = beforeNextSave;
    beforeNextSave = () -> {};
    once.run();
    if (get(change.before().id()).version() != change.before().version()) {
      return new Moved();
    }
    put(change.after());
    return new Saved();
  }
}
