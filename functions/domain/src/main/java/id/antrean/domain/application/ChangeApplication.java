package id.antrean.domain.application;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.SaveApplication.Moved;
import id.antrean.domain.application.SaveApplication.Saved;
import id.antrean.domain.application.SaveApplication.StepOutcome;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.SessionId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The one place that changes an application: find it, see whose it is and whether it stands as its
 * client last saw it, decide, save at the version that was read, and from the start again where
 * another step was faster.
 *
 * <p>Some walk by themselves. {@code HoldSeat}, because between reading and saving a seat is armed
 * and claimed: its loop is the protocol. {@code SettlePayment}, because a payment's notice is saved
 * with what it settles, also where that is nothing, and one that is known already ends the walk.
 * {@code LookAfterHold}, because its message is about a hold, of which the application may know
 * nothing any more, and frees a seat whether or not anything is saved. {@code IssueCode} and {@code
 * AskSenders}, because between reading and saving an aggregator is asked for a code, or to end one.
 */
public final class ChangeApplication {
  private static final int ATTEMPTS = 5;

  private final FindApplication applications;
  private final Saving saving;

  /** How a step is saved: as it is, or with what has to be done before and after. */
  public interface Saving {
    StepOutcome save(Change.Step step);
  }

  /**
   * Whose application somebody wants to change.
   *
   * @param ifVersion refuse when it stands at another version; null for no condition
   */
  public record Wanted(ApplicationId id, Actor by, @Nullable IfVersion ifVersion) {}

  /** What is decided of an application as it stands. */
  public sealed interface Decision {}

  /** Nothing is changed, for a reason the person is told. */
  public record Refuse(Refusal why) implements Decision {}

  /** As it stands it is what was asked for. */
  public record Stay() implements Decision {}

  /** What it was decided on is no longer so: it is read again. */
  public record Again() implements Decision {}

  /** It becomes what that step makes of it. */
  public record Become(Change.Step step) implements Decision {
    public Become(Application before, Application after) {
      this(Change.of(before, after));
    }
  }

  public ChangeApplication(FindApplication applications, Saving saving) {
    this.applications = applications;
    this.saving = saving;
  }

  /** The application that is wanted, if it is the asker's and stands as they last saw it. */
  public static Outcome<Application> find(FindApplication applications, Wanted wanted) {
    return applications
        .find(wanted.id())
        .filter(it -> it.belongsTo(wanted.by()))
        .map(it -> atVersion(it, wanted))
        .orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
  }

  private static Outcome<Application> atVersion(Application found, Wanted wanted) {
    IfVersion ifVersion = wanted.ifVersion();
    return ifVersion == null || ifVersion.allows(found.revision())
        ? Outcome.done(found)
        : Outcome.refused(new Refusal.Stale(found.revision()));
  }

  /**
   * Changes it as decided.
   *
   * @param decide asked again of each version that is read; may ask others, and end the request
   * @return the application after the step; {@link Refusal.Overtaken} where other steps of it were
   *     faster each time
   */
  public Outcome<Application> change(Wanted wanted, Function<Application, Decision> decide) {
    return change(wanted, application -> false, decide);
  }

  /**
   * The same for what may have been done already: a repeat is done, whatever version it names.
   *
   * @param done whether it has been
   */
  public Outcome<Application> change(
      Wanted wanted, Predicate<Application> done, Function<Application, Decision> decide) {
    return change(applications.find(wanted.id()), wanted, done, decide);
  }

  /** The first look may have been taken already; a save at its version tells whether it stands. */
  private Outcome<Application> change(
      Optional<Application> first,
      Wanted wanted,
      Predicate<Application> done,
      Function<Application, Decision> decide) {
    SessionId seenIn = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Application> found =
          (attempt == 0 ? first : applications.find(wanted.id()))
              .filter(it -> it.belongsTo(wanted.by()));
      if (found.isEmpty()) {
        return Outcome.refused(new Refusal.NotFound());
      }
      if (done.test(found.get())) {
        return Outcome.done(found.get());
      }
      Application before = found.get();
      if (atVersion(before, wanted) instanceof Outcome.Refused<Application> stale) {
        return stale;
      }
      switch (decide.apply(before)) {
        case Refuse(Refusal why) -> {
          return Outcome.refused(why);
        }
        case Stay() -> {
          return Outcome.done(before);
        }
        case Again() -> {
          // Nothing was changed.
        }
        case Become(Change.Step step) -> {
          switch (saving.save(step)) {
            case Saved() -> {
              return Outcome.done(step.after());
            }
            case Moved() -> seenIn = before.booking().seat().map(Seat::session).orElse(null);
          }
        }
      }
    }
    return Outcome.refused(new Refusal.Overtaken(seenIn));
  }

  /**
   * The same for one of our own functions, which nobody waits for: what cannot be done now comes
   * again by itself.
   *
   * @return the application as it stands after; empty where there is none
   * @throws Unavailable where other steps of it were faster each time
   */
  public Optional<Application> follow(
      ApplicationId id, Actor.Service by, Function<Application, Decision> decide) {
    return followed(applications.find(id), id, by, decide);
  }

  /**
   * The same for who has read the application already and goes on from there.
   *
   * @param found as it was read
   */
  public Optional<Application> follow(
      Application found, Actor.Service by, Function<Application, Decision> decide) {
    return followed(Optional.of(found), found.id(), by, decide);
  }

  private Optional<Application> followed(
      Optional<Application> first,
      ApplicationId id,
      Actor.Service by,
      Function<Application, Decision> decide) {
    return switch (change(first, new Wanted(id, by, null), application -> false, decide)) {
      case Outcome.Done<Application>(Application after) -> Optional.of(after);
      case Outcome.Refused<Application>(Refusal.Overtaken _) ->
          throw new Unavailable("an application changed again and again while it was looked after");
      case Outcome.Refused<Application> _ -> Optional.empty();
    };
  }
}
