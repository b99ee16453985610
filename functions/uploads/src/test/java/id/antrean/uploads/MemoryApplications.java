package id.antrean.uploads;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.document.RememberDeclaration;
import id.antrean.domain.document.RememberedDeclaration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Applications in memory, with the declarations remembered beside them: a change only at the
 * version it was decided on.
 */
final class MemoryApplications implements FindApplication, SaveApplication, RememberDeclaration {
  private final Map<String, RememberedDeclaration> declarations = new HashMap<>();
  private final Map<ApplicationId, Application> stored = new LinkedHashMap<>();
  private Runnable beforeNextSave = () -> {};

  /** Lets something happen between a decision and its write, once. */
  void beforeNextSave(Runnable meanwhile) {
    beforeNextSave = meanwhile;
  }

  /** Something else happens to that application between every decision and its write. */
  void alwaysOvertaken(ApplicationId id) {
    beforeNextSave(
        () -> {
          put(get(id).fence());
          alwaysOvertaken(id);
        });
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
  public StepOutcome save(Change.Step step) {
    return StepOutcome.class.cast(saved(step));
  }

  @Override
  public BindOutcome bind(Change.Bind bind) {
    return BindOutcome.class.cast(saved(bind));
  }

  @Override
  public SettleOutcome settle(Change.Settle settle) {
    return SettleOutcome.class.cast(saved(settle));
  }

  private SaveOutcome saved(Change change) {
    Runnable once = beforeNextSave;
    beforeNextSave = () -> {};
    once.run();
    if (get(change.before().id()).version() != change.before().version()) {
      return new Moved();
    }
    for (Change.Part part : change.parts()) {
      if (part instanceof Change.Remember(RememberedDeclaration declaration, Instant now)
          && !remember(declaration, now)) {
        return new Moved();
      }
    }
    put(change.after());
    return new Saved();
  }

  @Override
  public Optional<RememberedDeclaration> find(String key, Instant now) {
    return Optional.ofNullable(declarations.get(key)).filter(it -> it.until().isAfter(now));
  }

  @Override
  public boolean remember(RememberedDeclaration declaration, Instant now) {
    if (find(declaration.key(), now).isPresent()) {
      return false;
    }
    declarations.put(declaration.key(), declaration);
    return true;
  }
}
