package id.antrean.simulation;

import id.antrean.memory.World;
import id.antrean.simulation.Caller.Call;
import id.antrean.simulation.Caller.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What goes on: begun, let go on from call to call, ended by itself, by a crash or by its time. */
final class Invocations {
  /** As {@code Timeout} in the template: an invocation that is older is ended by Lambda. */
  private static final Duration LONGEST = Duration.ofSeconds(28);

  private final World world;
  private final Interleaving interleaving;
  private final Story story;
  private final List<Going> going = new ArrayList<>();

  /** An invocation that has not ended. */
  record Going(Actor actor, Call call) {}

  Invocations(World world, Interleaving interleaving, Story story) {
    this.world = world;
    this.interleaving = interleaving;
    this.story = story;
  }

  List<Going> all() {
    return going;
  }

  void begin(Call call) {
    story.tell(() -> "begins: " + call.name().get());
    call.began().run();
    Going one = new Going(new Actor(call.name(), world.time.instant(), call.work()), call);
    interleaving.begin(one.actor());
    if (one.actor().ended()) {
      end(one);
    } else {
      going.add(one);
    }
  }

  void go(Going one, Fate fate) {
    if (interleaving.go(one.actor(), fate)) {
      end(one);
    }
  }

  private void end(Going one) {
    going.remove(one);
    Ending ending = new Ending(one.actor().failure());
    if (ending.failure() instanceof RuleBroken broken) {
      throw broken;
    }
    if (!ending.expected()) {
      throw new RuleBroken(Rules.NO_FAULT, one.call().name().get() + ": " + ending.failure());
    }
    one.call().ended().accept(ending);
  }

  /** When the next message arrives that has not arrived yet. */
  Optional<Instant> nextArrival() {
    return Stream.of(
            world.deadlines.queue.next(),
            world.notifications.queue.next(),
            world.closures.queue.next())
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  /** Moves time; whatever has gone on for too long until then is ended. */
  void passTo(Instant moment) {
    for (Going one : List.copyOf(going)) {
      if (one.actor().startedAt().plus(LONGEST).isBefore(moment)) {
        go(one, Fate.CRASH_BEFORE);
      }
    }
    world.time.reach(moment);
    story.tell(() -> "time passes");
  }

  /** Lets every invocation die, so that nothing of an abandoned schedule is left. */
  void abandon() {
    for (Going one : going) {
      interleaving.go(one.actor(), Fate.CRASH_BEFORE);
    }
    going.clear();
  }
}
