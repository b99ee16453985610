package id.antrean.simulation;

import id.antrean.domain.application.Status;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.memory.MemoryDeadlines;
import id.antrean.memory.World;
import id.antrean.simulation.Caller.Call;
import id.antrean.simulation.Invocations.Going;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What comes after: only queues, senders and, where messages got lost, sweeps go on, and nothing
 * fails any more.
 */
final class Calm {
  /** How soon after deadline and grace a hold has to be gone while nothing fails. */
  private static final Duration SOON = Duration.ofSeconds(60);

  private static final Duration SWEEP_OF_PAYMENTS = Duration.ofMinutes(11);

  /** The sweep comes every minute, and to each hold at least every hour. */
  private static final int SWEEPS_OF_OVERDUE = 61;

  private static final int MOST_STEPS = 5_000;

  private final Cast cast;
  private final World world;
  private final Invocations invocations;
  private final Watch watch;
  private final RulesAtRest rules = new RulesAtRest();
  private final Story story;

  Calm(Cast cast, Invocations invocations, Watch watch, Story story) {
    this.cast = cast;
    this.world = cast.world();
    this.invocations = invocations;
    this.watch = watch;
    this.story = story;
  }

  /**
   * Lets everything come to rest and holds the rules against it.
   *
   * @param crash whether what is going on crashes, or goes on to its end
   */
  void run(boolean crash) {
    story.tell(() -> crash ? "calm, all that goes on crashes" : "calm, all that goes on ends");
    Instant since = world.time.instant();
    while (!invocations.all().isEmpty()) {
      step(invocations.all().getFirst(), crash ? Fate.CRASH_BEFORE : Fate.DONE);
    }
    cast.notifications().redrive();
    drain(since);
    whole(errand("reconcile", () -> cast.functions().reconcile().untilNow()));
    drain(world.time.instant());
    if (!world.closures.history().isEmpty()) {
      whole(errand("calendar", () -> cast.functions().remind().run()));
      drain(world.time.instant());
    }
    if (cast.messagesGetLost()) {
      sweep();
    }
    rules.atRest(cast);
  }

  private void drain(Instant since) {
    Instant repaired = since.plus(MemoryDeadlines.ARM_DELAY).plus(Delivery.VISIBILITY);
    for (int step = 0; step < MOST_STEPS; step++) {
      Optional<Call> call =
          cast.callers().stream().flatMap(caller -> caller.nextInCalm().stream()).findFirst();
      if (call.isPresent()) {
        whole(call.get());
        continue;
      }
      Optional<Instant> arrival = invocations.nextArrival().or(this::sweepOfPayments);
      if (arrival.isEmpty()) {
        return;
      }
      if (!cast.messagesGetLost()) {
        if (arrival.get().isAfter(repaired)) {
          rules.nothingLeaked(world);
        }
        rules.nothingForgotten(world, since, SOON);
      }
      invocations.passTo(arrival.get());
      if (anyWaitingFor(SWEEP_OF_PAYMENTS)) {
        whole(errand("payment sweep", () -> cast.functions().settle().sweep()));
      }
    }
    throw new RuleBroken(Rules.FORGOTTEN, "it does not come to rest");
  }

  private void whole(Call call) {
    invocations.begin(call);
    watch.look();
    while (!invocations.all().isEmpty()) {
      step(invocations.all().getFirst(), Fate.DONE);
    }
  }

  private void step(Going one, Fate fate) {
    invocations.go(one, fate);
    watch.look();
  }

  private Optional<Instant> sweepOfPayments() {
    return world.payments.kept().stream()
            .anyMatch(kept -> kept.state() == StoredNotification.State.RECEIVED)
        ? Optional.of(world.time.instant().plus(SWEEP_OF_PAYMENTS))
        : Optional.empty();
  }

  private boolean anyWaitingFor(Duration time) {
    return world.payments.kept().stream()
        .filter(kept -> kept.state() == StoredNotification.State.RECEIVED)
        .anyMatch(kept -> !kept.askingOrFirst().next().plus(time).isAfter(world.time.instant()));
  }

  /** What lost messages leave is found by the sweeps, and nothing else is needed. */
  private void sweep() {
    whole(errand("orphan sweep", () -> cast.functions().orphans().run()));
    drain(world.time.instant());
    invocations.passTo(
        world.time.instant().plus(Functions.TERMS.paymentWindow()).plus(Duration.ofHours(1)));
    for (int minute = 0; minute < SWEEPS_OF_OVERDUE && anyHeld(); minute++) {
      whole(errand("overdue sweep", () -> cast.functions().overdue().run()));
      drain(world.time.instant());
      invocations.passTo(world.time.instant().plus(Duration.ofMinutes(1)));
    }
  }

  private boolean anyHeld() {
    return world.applications.all().stream()
        .anyMatch(application -> application.status() == Status.AWAITING_PAYMENT);
  }

  private static Call errand(String name, Runnable work) {
    return new Call(() -> name, () -> {}, work, ending -> {});
  }
}
