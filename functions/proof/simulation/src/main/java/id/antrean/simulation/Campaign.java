package id.antrean.simulation;

import id.antrean.simulation.Attempt.Broken;
import id.antrean.simulation.Attempt.Held;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Many seeds, on every core, until one breaks a rule or all have held. */
final class Campaign {
  private static final int PROGRESS_EVERY = 10_000;

  private final Mutant mutant;
  private final LongConsumer progress;

  /**
   * @param progress told now and then how many schedules have run
   */
  Campaign(Mutant mutant, LongConsumer progress) {
    this.mutant = mutant;
    this.progress = progress;
  }

  /** A seed that broke a rule. */
  record Found(long seed, Broken broken) {}

  /**
   * What came of it.
   *
   * @param found the smallest seed found that breaks a rule; null when none does
   */
  record Result(long schedules, long steps, @Nullable Found found) {
    Optional<Found> broken() {
      return Optional.ofNullable(found);
    }
  }

  Result run(long firstSeed, long seeds) throws InterruptedException {
    AtomicLong next = new AtomicLong(firstSeed);
    AtomicLong done = new AtomicLong();
    AtomicLong steps = new AtomicLong();
    AtomicReference<@Nullable Found> found = new AtomicReference<>();
    Thread[] workers = new Thread[Runtime.getRuntime().availableProcessors()];
    for (int i = 0; i < workers.length; i++) {
      workers[i] =
          Thread.startVirtualThread(
              () -> {
                for (long seed = next.getAndIncrement();
                    seed < firstSeed + seeds && found.get() == null;
                    seed = next.getAndIncrement()) {
                  switch (Attempt.of(seed, mutant)) {
                    case Held(int taken) -> steps.addAndGet(taken);
                    case Broken broken -> keepSmallest(found, new Found(seed, broken));
                  }
                  long count = done.incrementAndGet();
                  if (count % PROGRESS_EVERY == 0) {
                    progress.accept(count);
                  }
                }
              });
    }
    for (Thread worker : workers) {
      worker.join();
    }
    return new Result(done.get(), steps.get(), found.get());
  }

  private static void keepSmallest(AtomicReference<@Nullable Found> found, Found one) {
    found.accumulateAndGet(
        one,
        (known, fresh) ->
            known == null || (fresh != null && fresh.seed() < known.seed()) ? fresh : known);
  }
}
