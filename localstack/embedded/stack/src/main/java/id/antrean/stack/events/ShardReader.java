package id.antrean.stack.events;

import id.antrean.stack.deploy.StreamMapping;
import id.antrean.stack.events.StreamBatch.Arrived;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Reads one shard of a stream, from where its function has got to, and hands over what it reads.
 */
final class ShardReader {
  /** As many as the store gives at once. */
  private static final int MOST_AT_ONCE = 1000;

  private final StreamMapping mapping;
  private final String storedArn;
  private final Shard shard;
  private final StreamShard delivery;
  private final DynamoDbStreamsClient streams;
  private final StreamPositions positions;
  private final InstantSource clock;
  private @Nullable String iterator;
  private boolean fromTheBeginning;
  private boolean ended;

  /**
   * @param fromTheBeginning where it has not been read yet; else only what comes from now on
   */
  ShardReader(
      StreamMapping mapping,
      String storedArn,
      Shard shard,
      StreamShard delivery,
      DynamoDbStreamsClient streams,
      StreamPositions positions,
      boolean fromTheBeginning,
      InstantSource clock) {
    this.mapping = mapping;
    this.storedArn = storedArn;
    this.shard = shard;
    this.delivery = delivery;
    this.streams = streams;
    this.positions = positions;
    this.fromTheBeginning = fromTheBeginning;
    this.clock = clock;
  }

  @Nullable String parent() {
    return shard.parentShardId();
  }

  /** Whether nothing of it is left to read or to hand over. */
  boolean isDone() {
    return ended && delivery.isEmpty();
  }

  boolean isSettled() {
    return delivery.isSettled();
  }

  boolean isDue() {
    return delivery.isDue();
  }

  void deliver() {
    delivery.deliver();
  }

  void hurry() {
    delivery.hurry();
  }

  /** Reads on where everything read so far was handed over; true when that was its end. */
  boolean readToItsEnd() {
    if (!delivery.isEmpty() || ended) {
      return false;
    }
    try {
      read();
    } catch (ExpiredIteratorException e) {
      readAnew();
    } catch (TrimmedDataAccessException e) {
      // So the store answers to whoever has looked at a shard before its first record was there,
      // too.
      fromTheBeginning = true;
      positions.forget(mapping.function(), shard.shardId());
      readAnew();
    }
    return ended;
  }

  /** At once, since whoever waits for a look that finds nothing takes it for one that has read. */
  private void readAnew() {
    iterator = null;
    read();
  }

  private void read() {
    String from = iterator == null ? freshIterator() : iterator;
    GetRecordsResponse answer =
        streams.getRecords(
            request ->
                request.shardIterator(from).limit(Math.min(mapping.batchSize(), MOST_AT_ONCE)));
    iterator = answer.nextShardIterator();
    ended = iterator == null;
    if (!answer.records().isEmpty()) {
      delivery.add(answer.records().stream().map(this::arrived).toList());
    }
  }

  private String freshIterator() {
    Optional<String> position = positions.of(mapping.function(), shard.shardId());
    ShardIteratorType type =
        position.isPresent()
            ? ShardIteratorType.AFTER_SEQUENCE_NUMBER
            : fromTheBeginning ? ShardIteratorType.TRIM_HORIZON : ShardIteratorType.LATEST;
    return streams
        .getShardIterator(
            request ->
                request
                    .streamArn(storedArn)
                    .shardId(shard.shardId())
                    .shardIteratorType(type)
                    .sequenceNumber(position.orElse(null)))
        .shardIterator();
  }

  /** The store writes the machine's time down, and time may have been moved. */
  private Arrived arrived(Record record) {
    Duration age = Duration.between(record.dynamodb().approximateCreationDateTime(), Instant.now());
    return new Arrived(record, clock.instant().minus(age));
  }
}
