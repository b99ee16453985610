package id.antrean.simulation;

import id.antrean.simulation.Caller.Call;
import id.antrean.simulation.Invocations.Going;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One schedule: everybody at once, with faults and crashes and time moving, for a while; then calm,
 * until everything has come to rest.
 */
final class Schedule {
  private static final Set<String> SENDING = Set.of("arm", "timer", "later");

  private final Cast cast;
  private final Watch watch;
  private final Story story;
  private final Temper temper;
  private final Invocations invocations;
  private int faults;

  Schedule(Cast cast, Interleaving interleaving, Watch watch, Story story, Temper temper) {
    this.cast = cast;
    this.watch = watch;
    this.story = story;
    this.temper = temper;
    this.faults = temper.faults();
    this.invocations = new Invocations(cast.world(), interleaving, story);
  }

  /** What can happen next; nothing when everybody is done and no time needs to pass. */
  List<Happening> possible() {
    List<Happening> possible = new ArrayList<>();
    for (Going one : invocations.all()) {
      calls(one, temper.timeWaits() ? Fate.FAULTS_THAT_DIFFER : Fate.FAULTS).forEach(possible::add);
    }
    if (invocations.all().size() < temper.mostAtOnce()) {
      for (Caller caller : cast.callers()) {
        for (Call call : caller.next()) {
          possible.add(new Happening(temper.calling(), () -> invocations.begin(call)));
        }
      }
    }
    for (Cast.OutsideEvent event : cast.outside()) {
      if (event.may()) {
        possible.add(new Happening(temper.outside(), event::happen));
      }
    }
    if (cast.notifications().hasDeadLetters()) {
      possible.add(new Happening(temper.outside(), cast.notifications()::redrive));
    }
    losses().forEach(loss -> possible.add(new Happening(temper.faulty(), loss)));
    invocations
        .nextArrival()
        .filter(arrival -> invocations.all().isEmpty() || !temper.timeWaits())
        .ifPresent(
            arrival ->
                possible.add(new Happening(temper.time(), () -> invocations.passTo(arrival))));
    return possible;
  }

  /**
   * The same, without what comes to the same: sending a message goes together with whatever others
   * do before it arrives, so that it need not be tried before and after each of it.
   */
  List<Happening> possibleThatDiffer() {
    for (Going one : invocations.all()) {
      if (SENDING.contains(one.actor().standsBefore())) {
        return calls(one, Fate.FAULTS_THAT_DIFFER);
      }
    }
    return possible();
  }

  private List<Happening> calls(Going one, List<Fate> wrong) {
    List<Happening> calls = new ArrayList<>();
    calls.add(new Happening(temper.going(), () -> invocations.go(one, Fate.DONE)));
    if (faults > 0 && watch.steps() >= temper.faultsFrom()) {
      for (Fate fate : wrong) {
        calls.add(new Happening(temper.faulty(), () -> goWrong(one, fate)));
      }
    }
    return calls;
  }

  void happens(Happening happening) {
    happening.happen().run();
    watch.look();
  }

  private void goWrong(Going one, Fate fate) {
    faults--;
    invocations.go(one, fate);
  }

  private List<Runnable> losses() {
    return cast.messagesGetLost() ? cast.deadlines().loss().stream().toList() : List.of();
  }

  /**
   * Lets everything come to rest and holds the rules against it.
   *
   * @param crash whether what is going on crashes, or goes on to its end
   */
  void calm(boolean crash) {
    new Calm(cast, invocations, watch, story).run(crash);
  }

  /** How many steps were taken. */
  int steps() {
    return watch.steps();
  }

  /** Lets every invocation die, so that nothing of an abandoned schedule is left. */
  void abandon() {
    invocations.abandon();
  }

  long standing() {
    return Standing.of(cast, invocations, faults);
  }
}
