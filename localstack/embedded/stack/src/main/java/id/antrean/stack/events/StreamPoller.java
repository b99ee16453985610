package id.antrean.stack.events;

import id.antrean.stack.deploy.StreamMapping;
import id.antrean.stack.function.HostedFunction;
import id.antrean.stack.template.Template;
import id.antrean.stack.watch.Watch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Takes a stream's records to its function: every shard after its parent, the records of a shard in
 * their order, one batch at a time.
 */
final class StreamPoller implements AutoCloseable {
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);
  private static final Duration LOOK_FOR_SHARDS = Duration.ofSeconds(2);

  /** DynamoDB Local has its streams in a region of its own. */
  private static final String STORES_REGION = ":ddblocal:";

  private final StreamMapping mapping;
  private final HostedFunction function;
  private final DynamoDbStreamsClient streams;
  private final StreamPositions positions;
  private final Consumer<String> failures;
  private final InstantSource clock;
  private final Watch watch;
  private final Activity activity;
  private final Consumer<String> console;
  private final String storedArn;
  private final Map<String, ShardReader> shards = new LinkedHashMap<>();
  private final Semaphore nudges = new Semaphore(0);
  private final Thread loop;
  private boolean begun;
  private boolean shardsMayBeOthers = true;
  private long lookedForShards;
  private Duration pause = SHORTEST_PAUSE;
  private volatile long vainLookBegan;
  private volatile boolean lookedInVain;
  private volatile boolean hurried;
  private volatile boolean closed;

  StreamPoller(
      StreamMapping mapping,
      HostedFunction function,
      DynamoDbStreamsClient streams,
      StreamPositions positions,
      Consumer<String> failures,
      InstantSource clock,
      Watch watch,
      Activity activity,
      Consumer<String> console) {
    this.mapping = mapping;
    this.function = function;
    this.streams = streams;
    this.positions = positions;
    this.failures = failures;
    this.clock = clock;
    this.watch = watch;
    this.activity = activity;
    this.console = console;
    this.storedArn = mapping.streamArn().replace(":" + Template.REGION + ":", STORES_REGION);
    this.loop = Thread.ofVirtual().name("stream-" + mapping.function()).unstarted(this::poll);
  }

  void start() {
    loop.start();
  }

  /** Looks at the stream at once. */
  void nudge() {
    nudges.release();
  }

  /** Tries at once what failed and waits for its next try. */
  void hurry() {
    hurried = true;
    nudge();
  }

  /**
   * Whether a look at the stream that began after that moment (of System.nanoTime) found nothing to
   * hand over; what goes on failing is nothing, as a message is that is not visible.
   */
  boolean foundNothingSince(long moment) {
    return lookedInVain && vainLookBegan - moment > 0;
  }

  private void poll() {
    while (!closed) {
      try {
        long began = System.nanoTime();
        if (readAndHand()) {
          pause = SHORTEST_PAUSE;
        } else {
          lookedInVain(began);
          pause();
        }
      } catch (RuntimeException e) {
        if (!closed) {
          console.accept("stream of " + mapping.function() + " cannot be read: " + e);
        }
        if (!pausedUninterrupted()) {
          return;
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /**
   * A shard that has just ended has a child somewhere, in which there may be something; and what
   * has failed may go well at its next try.
   */
  private void lookedInVain(long began) {
    if (!shardsMayBeOthers && shards.values().stream().allMatch(ShardReader::isSettled)) {
      vainLookBegan = began;
      lookedInVain = true;
    }
  }

  /** Whether anything was handed over. */
  private boolean readAndHand() {
    lookForShards();
    if (hurried) {
      hurried = false;
      shards.values().forEach(ShardReader::hurry);
    }
    boolean handed = false;
    for (ShardReader shard : List.copyOf(shards.values())) {
      if (shard.isDone() || waitsForItsParent(shard)) {
        continue;
      }
      // One that has just ended has a child somewhere.
      shardsMayBeOthers |= shard.readToItsEnd();
      if (shard.isDue()) {
        deliver(shard);
        handed = true;
      }
    }
    return handed;
  }

  private boolean waitsForItsParent(ShardReader shard) {
    ShardReader parent = shards.get(shard.parent());
    return parent != null && !parent.isDone();
  }

  private void deliver(ShardReader shard) {
    activity.begin();
    try {
      shard.deliver();
    } finally {
      activity.end();
    }
  }

  private void lookForShards() {
    if (!shardsMayBeOthers && System.nanoTime() - lookedForShards < LOOK_FOR_SHARDS.toNanos()) {
      return;
    }
    lookedForShards = System.nanoTime();
    for (Shard shard : described()) {
      shards.computeIfAbsent(shard.shardId(), id -> reader(shard));
    }
    // A table that has just been made has none for a moment.
    shardsMayBeOthers = shards.isEmpty();
    begun = !shards.isEmpty();
  }

  private ShardReader reader(Shard shard) {
    StreamShard delivery =
        new StreamShard(
            mapping,
            shard.shardId(),
            function::invoke,
            failures,
            done -> positions.set(mapping.function(), shard.shardId(), done),
            age -> watch.read(function.spec().name(), age),
            clock);
    // What comes later is read from its beginning, however the first ones are.
    return new ShardReader(
        mapping,
        storedArn,
        shard,
        delivery,
        streams,
        positions,
        begun || mapping.fromTheBeginning(),
        clock);
  }

  private List<Shard> described() {
    List<Shard> found = new ArrayList<>();
    String last = null;
    do {
      String after = last;
      var description =
          streams
              .describeStream(request -> request.streamArn(storedArn).exclusiveStartShardId(after))
              .streamDescription();
      found.addAll(description.shards());
      last = description.lastEvaluatedShardId();
    } while (last != null);
    return found;
  }

  private boolean pausedUninterrupted() {
    try {
      pause();
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** Waits longer each time in vain, at once again after a nudge. */
  private void pause() throws InterruptedException {
    if (nudges.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
      nudges.drainPermits();
      pause = SHORTEST_PAUSE;
      shardsMayBeOthers = true;
    } else if (pause.compareTo(LONGEST_PAUSE) < 0) {
      pause = pause.multipliedBy(2);
    }
  }

  @Override
  public void close() {
    closed = true;
    loop.interrupt();
  }
}
