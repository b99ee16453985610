package id.antrean.stack.events;

import id.antrean.stack.deploy.StreamMapping;
import id.antrean.stack.events.StreamBatch.Arrived;
import id.antrean.stack.function.Invocation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What of a shard goes to its function, in the shard's order: a batch comes again until it is
 * handled or given up, and nothing overtakes it.
 */
final class StreamShard {
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final int LONGEST_DOUBLING = 4;

  /** Enough for what fails by chance, and over within a second for what would fail for ever. */
  private static final int TRIES_WAITED_FOR = 3;

  private final StreamMapping mapping;
  private final String shardId;
  private final Function<String, Invocation> function;
  private final Consumer<String> failures;
  private final Consumer<String> position;
  private final Consumer<Duration> age;
  private final InstantSource clock;
  private final Deque<StreamBatch> waiting = new ArrayDeque<>();
  private long notBefore = System.nanoTime();

  /**
   * @param function takes an event and says how that ended
   * @param failures takes the message about records that were given up
   * @param position takes the last record that is done with
   * @param age takes how old the first record of a batch is that is handed over
   */
  StreamShard(
      StreamMapping mapping,
      String shardId,
      Function<String, Invocation> function,
      Consumer<String> failures,
      Consumer<String> position,
      Consumer<Duration> age,
      InstantSource clock) {
    this.mapping = mapping;
    this.shardId = shardId;
    this.function = function;
    this.failures = failures;
    this.position = position;
    this.age = age;
    this.clock = clock;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Whether all of it is handled, but for what goes on failing and holds up what follows. */
  boolean isSettled() {
    return waiting.isEmpty() || waiting.getFirst().tries() >= TRIES_WAITED_FOR;
  }

  /** Takes records that follow those it has. */
  void add(List<Arrived> records) {
    waiting.add(StreamBatch.fresh(records));
  }

  /** Tries at once what waits for its next try. */
  void hurry() {
    notBefore = System.nanoTime();
  }

  /** Whether there is something whose time to be tried has come. */
  boolean isDue() {
    return !waiting.isEmpty() && System.nanoTime() - notBefore >= 0;
  }

  /** Hands its first batch over. What cannot even be given up stays first. */
  void deliver() {
    StreamBatch batch = waiting.remove();
    try {
      deliver(batch);
    } catch (RuntimeException e) {
      waiting.addFirst(batch);
      throw e;
    }
  }

  private void deliver(StreamBatch taken) {
    StreamBatch batch = giveUpTheOld(taken);
    if (batch.size() == 0) {
      return;
    }
    age.accept(Duration.between(batch.records().getFirst().written(), clock.instant()));
    Invocation invocation =
        function.apply(
            StreamEvent.of(
                batch.records().stream().map(Arrived::record).toList(), mapping.streamArn()));
    if (invocation.equals(Invocation.stopped())) {
      waiting.addFirst(batch);
      return;
    }
    switch (StreamOutcome.of(mapping, batch.sequenceNumbers(), invocation)) {
      case StreamOutcome.Done _ -> position.accept(batch.last());
      case StreamOutcome.From(int handled) -> again(batch, handled, invocation);
      case StreamOutcome.Failed _ -> again(batch, invocation);
    }
  }

  /** What was handled is done with; where that is something, the rest is a batch of its own. */
  private void again(StreamBatch batch, int handled, Invocation invocation) {
    if (handled > 0) {
      position.accept(batch.records().get(handled - 1).sequenceNumber());
    }
    StreamBatch rest = batch.part(handled, batch.size());
    if (handled > 0 && mapping.bisects()) {
      tryLater(rest);
    } else {
      tryLaterOrGiveUp(rest.tried(), invocation);
    }
  }

  private void again(StreamBatch batch, Invocation invocation) {
    if (mapping.bisects() && batch.size() > 1) {
      int half = batch.size() / 2;
      waiting.addFirst(batch.part(half, batch.size()));
      tryLater(batch.part(0, half));
    } else {
      tryLaterOrGiveUp(batch.tried(), invocation);
    }
  }

  private void tryLaterOrGiveUp(StreamBatch batch, Invocation invocation) {
    if (mapping.mostRetries().isPresent() && batch.tries() > mapping.mostRetries().getAsInt()) {
      giveUp(batch, GivenUp.RETRIES, Optional.of(invocation));
    } else {
      tryLater(batch);
    }
  }

  private void tryLater(StreamBatch batch) {
    waiting.addFirst(batch);
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(batch.tries(), LONGEST_DOUBLING));
    notBefore = System.nanoTime() + wait.toNanos();
  }

  private StreamBatch giveUpTheOld(StreamBatch batch) {
    Instant oldest =
        mapping.longestAge().map(age -> clock.instant().minus(age)).orElse(Instant.MIN);
    int old = 0;
    while (old < batch.size() && batch.records().get(old).written().isBefore(oldest)) {
      old++;
    }
    if (old > 0) {
      giveUp(batch.part(0, old), GivenUp.AGE, Optional.empty());
    }
    return batch.part(old, batch.size());
  }

  private void giveUp(StreamBatch batch, String condition, Optional<Invocation> outcome) {
    failures.accept(GivenUp.message(mapping, shardId, batch, condition, outcome, clock.instant()));
    position.accept(batch.last());
  }
}
