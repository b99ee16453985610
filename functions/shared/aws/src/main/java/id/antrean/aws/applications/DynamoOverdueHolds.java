package id.antrean.aws.applications;

import id.antrean.aws.ItemReader;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.seat.FindOverdueHolds;
import id.antrean.domain.seat.OverdueHold;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Finds overdue holds in an index that only unpaid holds are in, with their seats. */
public final class DynamoOverdueHolds implements FindOverdueHolds {
  private final ApplicationIndex index;

  public DynamoOverdueHolds(DynamoDbClient dynamo, String applicationsTable) {
    this.index = ApplicationIndex.unpaidHolds(dynamo, applicationsTable);
  }

  @Override
  public Stream<OverdueHold> overdue(Instant moment) {
    return IntStream.range(0, ApplicationItem.OVERDUE_SHARDS)
        .mapToObj(Integer::toString)
        .flatMap(
            shard ->
                index.all(
                    shard,
                    QueryConditional.sortLessThan(
                        key -> key.partitionValue(shard).sortValue(moment.toEpochMilli()))))
        .map(DynamoOverdueHolds::hold);
  }

  private static OverdueHold hold(Map<String, AttributeValue> row) {
    ItemReader item = new ItemReader(row);
    Seat seat = ApplicationItem.seat(item.map("booking"));
    return new OverdueHold(seat.hold(), seat.session(), item.instant("deadline"));
  }
}
