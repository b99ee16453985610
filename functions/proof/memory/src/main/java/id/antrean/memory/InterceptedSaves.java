package id.antrean.memory;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.SaveApplication;
import java.util.List;
import java.util.function.Function;

/**
 * A store whose saves are decided by somebody else, whichever kind of step they are: what stands
 * between a function and its store in a test.
 */
public final class InterceptedSaves implements SaveApplication {
  private final SaveApplication store;
  private final Function<Change, SaveOutcome> how;

  public InterceptedSaves(SaveApplication store, Function<Change, SaveOutcome> how) {
    this.store = store;
    this.how = how;
  }

  /** Saves it there, by its kind. */
  public static SaveOutcome save(SaveApplication store, Change change) {
    return switch (change) {
      case Change.Step step -> store.save(step);
      case Change.Bind bind -> store.bind(bind);
      case Change.Settle settle -> store.settle(settle);
    };
  }

  /** Another change of the same kind. */
  public static Change like(
      Change change, Application before, Application after, List<Change.Part> parts) {
    return switch (change) {
      case Change.Step _ -> new Change.Step(before, after, parts);
      case Change.Bind _ -> new Change.Bind(before, after, parts);
      case Change.Settle _ -> new Change.Settle(before, after, parts);
    };
  }

  /** The same at another version: what was read stands there, and one more is written. */
  public static Change at(Change change, int version) {
    return like(
        change,
        Altered.at(change.before(), version),
        Altered.at(change.after(), version + 1),
        change.parts());
  }

  @Override
  public boolean create(Application application) {
    return store.create(application);
  }

  @Override
  public StepOutcome save(Change.Step step) {
    return StepOutcome.class.cast(how.apply(step));
  }

  @Override
  public BindOutcome bind(Change.Bind bind) {
    return BindOutcome.class.cast(how.apply(bind));
  }

  @Override
  public SettleOutcome settle(Change.Settle settle) {
    return SettleOutcome.class.cast(how.apply(settle));
  }
}
