package id.antrean.stack.events;

import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Records of a shard that go to their function together.
 *
 * @param tries how often they have gone to it already, since the batch was last told apart
 */
record StreamBatch(List<Arrived> records, int tries) {

  StreamBatch {
    records = List.copyOf(records);
  }

  /**
   * A record.
   *
   * @param written when, in business time
   */
  record Arrived(Record record, Instant written) {
    String sequenceNumber() {
      return record.dynamodb().sequenceNumber();
    }
  }

  static StreamBatch fresh(List<Arrived> records) {
    return new StreamBatch(records, 0);
  }

  int size() {
    return records.size();
  }

  List<String> sequenceNumbers() {
    return records.stream().map(Arrived::sequenceNumber).toList();
  }

  String last() {
    return records.getLast().sequenceNumber();
  }

  /** The records from one place to before another; splitting is no try. */
  StreamBatch part(int from, int to) {
    return new StreamBatch(records.subList(from, to), tries);
  }

  StreamBatch tried() {
    return new StreamBatch(records, tries + 1);
  }
}
