package id.antrean.stack.events;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.stack.deploy.StreamMapping;
import id.antrean.stack.function.Invocation;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** A look at a shard that finds nothing to hand over has read it. */
class ShardReaderTest {
  private static final StreamMapping MAPPING =
      new StreamMapping(
          "Reader",
          "arn:reader",
          "arn:stream",
          true,
          10,
          true,
          true,
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty());
  private static final Shard SHARD = Shard.builder().shardId("shardId-1").build();

  @TempDir Path folder;

  @Test
  void theFirstRecordOfAShardIsReadByTheFirstLookThoughTheStoreTakesItForTrimmed() {
    assertThat(isFoundByTheFirstLook(TrimmedDataAccessException.builder().build())).isTrue();
  }

  @Test
  void whatIsThereIsReadByTheFirstLookThoughItsPlaceHasExpired() {
    assertThat(isFoundByTheFirstLook(ExpiredIteratorException.builder().build())).isTrue();
  }

  private boolean isFoundByTheFirstLook(AwsServiceException refusal) {
    StreamPositions positions = StreamPositions.keptIn(folder.resolve("streams.json"));
    StreamShard delivery =
        new StreamShard(
            MAPPING,
            SHARD.shardId(),
            _ -> new Invocation.Throttled(),
            _ -> {},
            _ -> {},
            _ -> {},
            InstantSource.system());
    ShardWithARecord store = new ShardWithARecord();
    ShardReader reader =
        new ShardReader(
            MAPPING, "arn:stored", SHARD, delivery, store, positions, true, InstantSource.system());
    store.refusal = Optional.of(refusal);
    reader.readToItsEnd();
    return reader.isDue();
  }

  /** Refuses one place, and takes the next. */
  private static final class ShardWithARecord implements DynamoDbStreamsClient {
    private Optional<AwsServiceException> refusal = Optional.empty();

    @Override
    public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
      return GetShardIteratorResponse.builder().shardIterator("here").build();
    }

    @Override
    public GetRecordsResponse getRecords(GetRecordsRequest request) {
      if (refusal.isPresent()) {
        AwsServiceException refused = refusal.orElseThrow();
        refusal = Optional.empty();
        throw refused;
      }
      return GetRecordsResponse.builder().records(record()).nextShardIterator("next").build();
    }

    private static Record record() {
      return Record.builder()
          .dynamodb(
              change ->
                  change
                      .sequenceNumber("5")
                      .approximateCreationDateTime(InstantSource.system().instant()))
          .build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
