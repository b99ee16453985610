package id.antrean.simulation;

import id.antrean.domain.Actor.Service;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.Timeline;
import id.antrean.domain.application.TimelineEntry;
import id.antrean.domain.application.TimelineEntry.Event;
import id.antrean.domain.booking.SeatBooking;
import id.antrean.memory.World;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Saves of applications broken: steps taken blindly, apart, half, or not at all. */
final class BrokenSaves {
  private BrokenSaves() {}

  /** Everything is saved as that says. */
  private static SaveApplication saving(
      SaveApplication save, Function<Change, SaveApplication.SaveOutcome> how) {
    return new SaveApplication() {
      @Override
      public boolean create(Application application) {
        return save.create(application);
      }

      @Override
      public SaveOutcome save(Change change) {
        return how.apply(change);
      }
    };
  }

  private static Event step(Change change) {
    return change.after().timeline().recent().getLast().event();
  }

  private static boolean isFence(Change change) {
    return change.after().revision() == change.before().revision();
  }

  static SaveApplication notFencing(SaveApplication save) {
    return saving(
        save, change -> isFence(change) ? new SaveApplication.Saved() : save.save(change));
  }

  static SaveApplication blindly(SaveApplication save, World world, Set<Event> steps) {
    return saving(
        save,
        change -> {
          if (isFence(change) || !steps.contains(step(change))) {
            return save.save(change);
          }
          int now = world.see(change.before().id()).version();
          return save.save(
              new Change(at(change.before(), now), at(change.after(), now + 1), change.parts()));
        });
  }

  private static Application at(Application application, int version) {
    return with(application, version, application.timeline());
  }

  private static Application with(Application application, Timeline timeline) {
    return with(application, application.version(), timeline);
  }

  private static Application with(Application application, int version, Timeline timeline) {
    return new Application(
        application.id(),
        application.account(),
        version,
        application.revision(),
        application.status(),
        application.passport(),
        application.applicant(),
        application.identity(),
        application.documents(),
        application.bills(),
        application.booking(),
        application.history(),
        timeline,
        application.createdAt(),
        application.registration());
  }

  /** The item as it would be if all its entries stayed on it. */
  static SaveApplication keepingEveryEntry(SaveApplication save, World world) {
    return saving(
        save,
        change -> {
          Timeline stored = world.see(change.before().id()).timeline();
          List<TimelineEntry> all = new ArrayList<>(stored.recent());
          if (!isFence(change)) {
            all.add(change.after().timeline().recent().getLast());
          }
          Timeline whole = new Timeline(stored.earlier(), all);
          return save.save(
              new Change(
                  with(change.before(), stored), with(change.after(), whole), change.parts()));
        });
  }

  /** A fence that is told and counted like any other step. */
  static SaveApplication tellingOfFences(SaveApplication save, Clock clock) {
    return saving(
        save,
        change ->
            isFence(change)
                ? save.save(
                    Change.of(
                        change.before(),
                        change
                            .before()
                            .identified(
                                change.before().identity(),
                                new Service("expiry"),
                                clock.instant())))
                : save.save(change));
  }

  static Ports freeingBeforeSwap(Ports ports) {
    return ports.saving(
        saving(
            ports.save(),
            change -> {
              SeatBooking old = change.before().booking();
              if (old != null) {
                ports.free().free(old.session(), old.hold());
              }
              return ports.save().save(change);
            }));
  }

  static SaveApplication takingRefusalForMove(SaveApplication save) {
    return saving(
        save,
        change ->
            switch (save.save(change)) {
              case SaveApplication.PersonHasBooking(), SaveApplication.HoldsExhausted _ ->
                  new SaveApplication.Moved();
              case SaveApplication.SaveOutcome other -> other;
            });
  }

  static Ports storingTheEventFirst(Ports ports) {
    return ports.saving(
        saving(
            ports.save(),
            change -> {
              Change rest = change;
              for (Change.Part part : change.parts()) {
                if (part instanceof Change.KeepWith(var notification)) {
                  var _ = ports.notifications().resolve(notification);
                  rest = stripped(change, Change.KeepWith.class::isInstance);
                }
              }
              return ports.save().save(rest);
            }));
  }

  static SaveApplication without(SaveApplication save, Predicate<Change.Part> left) {
    return saving(save, change -> save.save(stripped(change, left)));
  }

  static SaveApplication releasingAnybodys(SaveApplication save, World world) {
    return saving(
        save,
        change -> {
          if (change.parts().contains(new Change.ReleasePerson())) {
            world.applications.releaseGuard(change.before());
          }
          return save.save(change);
        });
  }

  private static Change stripped(Change change, Predicate<Change.Part> left) {
    return new Change(
        change.before(), change.after(), change.parts().stream().filter(left.negate()).toList());
  }
}
