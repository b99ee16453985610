package id.antrean.registration;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.FindEarlierEntries;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.TimelineEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applications in memory: an id once, a change only at the version it was decided on. */
final class MemoryApplications
    implements FindApplication, FindApplication.Lists, FindEarlierEntries, SaveApplication {
  private final Map<ApplicationId, Application> stored = new LinkedHashMap<>();
  private final Map<ApplicationId, List<TimelineEntry>> earlier = new HashMap<>();
  private Runnable beforeNextWrite = () -> {};

  /** Lets something happen between a decision and its write, once. */
  void beforeNextWrite(Runnable meanwhile) {
    beforeNextWrite = meanwhile;
  }

  /** Something else happens to that application between every decision and its write. */
  void alwaysOvertaken(ApplicationId id) {
    beforeNextWrite(
        () -> {
          stored.put(id, get(id).fence());
          alwaysOvertaken(id);
        });
  }

  Application get(ApplicationId id) {
    return find(id).orElseThrow();
  }

  /** As an application was stored before that was written down. */
  void forgetWhoseQuestionIsOpen(ApplicationId id) {
    Application application = get(id);
    stored.put(
        id,
        application.identified(
            Identity.pending(), new Actor.Service("identity"), application.createdAt()));
  }

  int count() {
    return stored.size();
  }

  @Override
  public Optional<Application> find(ApplicationId id) {
    return Optional.ofNullable(stored.get(id));
  }

  @Override
  public boolean create(Application application) {
    meanwhile();
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
    meanwhile();
    if (get(change.before().id()).version() != change.before().version()) {
      return new Moved();
    }
    stored.put(change.after().id(), change.after());
    earlier
        .computeIfAbsent(change.after().id(), id -> new ArrayList<>())
        .addAll(change.entriesMoved());
    return new Saved();
  }

  @Override
  public List<TimelineEntry> find(ApplicationId application, int from, int most) {
    return earlier.getOrDefault(application, List.of()).stream().skip(from).limit(most).toList();
  }

  private void meanwhile() {
    Runnable once = beforeNextWrite;
    beforeNextWrite = () -> {};
    once.run();
  }

  @Override
  public Page ofAccount(String account, int limit, @Nullable String cursor) {
    if (cursor != null && !ApplicationId.isValid(cursor)) {
      throw new BadCursor();
    }
    List<Application> all =
        stored.values().stream()
            .filter(application -> application.account().equals(account))
            .sorted(
                Comparator.comparing(Application::createdAt)
                    .thenComparing(application -> application.id().value())
                    .reversed())
            .toList();
    List<Application> rest =
        cursor == null
            ? all
            : all.stream()
                .dropWhile(application -> !application.id().value().equals(cursor))
                .skip(1)
                .toList();
    List<Application> page = rest.stream().limit(limit).toList();
    return new Page(page, page.size() == rest.size() ? null : page.getLast().id().value());
  }
}
