package id.antrean.simulation;

import id.antrean.domain.application.Application;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.memory.MemoryDeadlines;
import id.antrean.memory.World;
import id.antrean.simulation.Caller.Call;
import id.antrean.simulation.Caller.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One schedule: everybody at once, with faults and crashes and time moving, for a while; then calm,
 * in which only what never tires goes on; then everything has come to rest, and the rules are held
 * against what is left.
 */
final class Schedule {
  /** As {@code Timeout} in the template: an invocation that is older is ended by Lambda. */
  private static final Duration LONGEST_INVOCATION = Duration.ofSeconds(28);

  /** How soon after deadline and grace a hold has to be gone while nothing fails. */
  private static final Duration SOON = Duration.ofSeconds(60);

  private static final Duration SWEEP_OF_PAYMENTS = Duration.ofMinutes(11);
  private static final Set<String> SENDING = Set.of("arm", "timer", "later");
  private static final int MOST_STEPS_OF_CALM = 5_000;

  private final Cast cast;
  private final World world;
  private final Interleaving interleaving;
  private final Watch watch;
  private final Rules rules;
  private final Story story;
  private final List<Going> going = new ArrayList<>();
  private final Temper temper;
  private int faults;
  private int steps;

  private record Going(Actor actor, Call call) {}

  /**
   * How likely things are beside each other. Every schedule has its own: some are all haste, in
   * some nothing works, in some time flies.
   *
   * @param faults how many calls may fail or crash
   * @param faultsFrom the step from which on they may
   * @param timeWaits whether time passes only while no invocation is going on; an invocation that
   *     it would end ends by a crash then
   * @param mostAtOnce how many invocations go on at once
   */
  record Temper(
      int faults,
      int faultsFrom,
      int going,
      int faulty,
      int calling,
      int outside,
      int time,
      boolean timeWaits,
      int mostAtOnce) {}

  Schedule(
      Cast cast, Interleaving interleaving, Watch watch, Rules rules, Story story, Temper temper) {
    this.cast = cast;
    this.world = cast.world();
    this.interleaving = interleaving;
    this.watch = watch;
    this.rules = rules;
    this.story = story;
    this.temper = temper;
    this.faults = temper.faults();
  }

  /** How many steps were taken. */
  int steps() {
    return steps;
  }

  // ---- Everybody at once ----

  /** What can happen next; nothing when everybody is done and no time needs to pass. */
  List<Happening> possible() {
    List<Happening> possible = new ArrayList<>();
    for (Going one : going) {
      calls(one, temper.timeWaits() ? Fate.FAULTS_THAT_DIFFER : Fate.FAULTS).forEach(possible::add);
    }
    if (going.size() < temper.mostAtOnce()) {
      for (Caller caller : cast.callers()) {
        for (Call call : caller.next()) {
          possible.add(new Happening(temper.calling(), () -> begin(call)));
        }
      }
    }
    for (Cast.Beside beside : cast.besides()) {
      if (beside.may()) {
        possible.add(new Happening(temper.outside(), beside::happen));
      }
    }
    losses().forEach(loss -> possible.add(new Happening(temper.faulty(), loss)));
    nextArrival()
        .filter(arrival -> going.isEmpty() || !temper.timeWaits())
        .ifPresent(arrival -> possible.add(new Happening(temper.time(), () -> passTo(arrival))));
    return possible;
  }

  /**
   * The same, without what comes to the same: sending a message goes together with whatever others
   * do before it arrives, so that it need not be tried before and after each of it.
   */
  List<Happening> possibleThatDiffer() {
    for (Going one : going) {
      if (SENDING.contains(one.actor().standsBefore())) {
        return calls(one, Fate.FAULTS_THAT_DIFFER);
      }
    }
    return possible();
  }

  private List<Happening> calls(Going one, List<Fate> wrong) {
    List<Happening> calls = new ArrayList<>();
    calls.add(new Happening(temper.going(), () -> go(one, Fate.DONE)));
    if (faults > 0 && steps >= temper.faultsFrom()) {
      for (Fate fate : wrong) {
        calls.add(new Happening(temper.faulty(), () -> goWrong(one, fate)));
      }
    }
    return calls;
  }

  void happens(Happening happening) {
    steps++;
    happening.happen().run();
    watch.look();
  }

  private void begin(Call call) {
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

  private void goWrong(Going one, Fate fate) {
    faults--;
    go(one, fate);
  }

  private void go(Going one, Fate fate) {
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

  private List<Runnable> losses() {
    return cast.messagesGetLost() ? cast.deadlines().loss().stream().toList() : List.of();
  }

  private Optional<Instant> nextArrival() {
    Optional<Instant> deadline = world.deadlines.queue.next();
    Optional<Instant> notification = world.notifications.queue.next();
    return deadline.isEmpty()
            || (notification.isPresent() && notification.get().isBefore(deadline.get()))
        ? notification
        : deadline;
  }

  private void passTo(Instant moment) {
    for (Going one : List.copyOf(going)) {
      if (one.actor().startedAt().plus(LONGEST_INVOCATION).isBefore(moment)) {
        go(one, Fate.CRASH_BEFORE);
      }
    }
    world.time.reach(moment);
    story.tell(() -> "time passes");
  }

  // ---- Calm ----

  /**
   * Lets everything come to rest and holds the rules against it.
   *
   * @param crash whether what is going on crashes, or goes on to its end
   */
  void calm(boolean crash) {
    story.tell(() -> crash ? "calm, all that goes on crashes" : "calm, all that goes on ends");
    Instant since = world.time.instant();
    while (!going.isEmpty()) {
      step(going.getFirst(), crash ? Fate.CRASH_BEFORE : Fate.DONE);
    }
    drain(since);
    if (cast.messagesGetLost()) {
      sweep();
    }
    rules.atRest(cast);
  }

  private void drain(Instant since) {
    Instant repaired = since.plus(MemoryDeadlines.ARM_DELAY).plus(Delivery.VISIBILITY);
    for (int step = 0; step < MOST_STEPS_OF_CALM; step++) {
      Optional<Call> call =
          cast.callers().stream().flatMap(caller -> caller.nextInCalm().stream()).findFirst();
      if (call.isPresent()) {
        whole(call.get());
        continue;
      }
      Optional<Instant> arrival = nextArrival().or(this::sweepOfPayments);
      if (arrival.isEmpty()) {
        return;
      }
      if (!cast.messagesGetLost()) {
        if (arrival.get().isAfter(repaired)) {
          rules.nothingLeaked(world);
        }
        rules.nothingForgotten(world, since, SOON);
      }
      passTo(arrival.get());
      if (anyWaitingFor(SWEEP_OF_PAYMENTS)) {
        whole(errand("payment sweep", () -> cast.functions().settle().sweep()));
      }
    }
    throw new RuleBroken(Rules.FORGOTTEN, "it does not come to rest");
  }

  private void whole(Call call) {
    begin(call);
    watch.look();
    while (!going.isEmpty()) {
      step(going.getFirst(), Fate.DONE);
    }
  }

  private void step(Going one, Fate fate) {
    steps++;
    go(one, fate);
    watch.look();
  }

  private Optional<Instant> sweepOfPayments() {
    return anyWaitingFor(Duration.ZERO)
        ? Optional.of(world.time.instant().plus(SWEEP_OF_PAYMENTS))
        : Optional.empty();
  }

  private boolean anyWaitingFor(Duration time) {
    return world.payments.kept().stream()
        .filter(kept -> kept.state() == StoredNotification.State.RECEIVED)
        .anyMatch(kept -> !kept.receivedAt().plus(time).isAfter(world.time.instant()));
  }

  /** What lost messages leave is found by the sweeps, and nothing else is needed. */
  private void sweep() {
    whole(errand("orphan sweep", () -> cast.functions().orphans().run()));
    drain(world.time.instant());
    passTo(world.time.instant().plus(Functions.TERMS.paymentWindow()).plus(Duration.ofHours(1)));
    whole(errand("overdue sweep", () -> cast.functions().overdue().run()));
    drain(world.time.instant());
  }

  private static Call errand(String name, Runnable work) {
    return new Call(() -> name, () -> {}, work, ending -> {});
  }

  // ---- For the exploration ----

  /** Lets every invocation die, so that nothing of an abandoned schedule is left. */
  void abandon() {
    for (Going one : List.copyOf(going)) {
      interleaving.go(one.actor(), Fate.CRASH_BEFORE);
    }
    going.clear();
  }

  /** A digest of everything that decides what can come after. */
  long standing() {
    long digest = 17;
    for (Application application : world.applications.all()) {
      digest = mix(digest, application.version());
      digest = mix(digest, application.status().name().hashCode());
      digest = mix(digest, Objects.hashCode(application.booking()));
      digest = mix(digest, Objects.hashCode(application.lastSession()));
      digest = mix(digest, application.bills().hashCode());
      digest = mix(digest, application.timeline().hashCode());
    }
    digest = mix(digest, List.copyOf(world.seats.all()).hashCode());
    digest = mix(digest, world.payments.kept().hashCode());
    digest = mix(digest, world.applications.guards().hashCode());
    digest = mix(digest, world.time.instant().hashCode());
    digest = mix(digest, faults);
    for (Caller caller : cast.callers()) {
      digest = mix(digest, caller.standing());
    }
    for (Cast.Beside beside : cast.besides()) {
      digest = mix(digest, beside.left());
    }
    long actors = 0;
    for (Going one : going) {
      long actor = mix(one.actor().name().get().hashCode(), one.actor().startedAt().hashCode());
      actors += mix(actor, one.actor().heard());
    }
    return mix(digest, actors);
  }

  private static long mix(long digest, long more) {
    long mixed = (digest ^ more) * 0x9E3779B97F4A7C15L;
    return mixed ^ (mixed >>> 29);
  }
}
