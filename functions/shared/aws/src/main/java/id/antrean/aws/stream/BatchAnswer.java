package id.antrean.aws.stream;

import java.util.List;

/**
 * What Lambda is told of a batch: the record from which on it has to come again, or none.
 *
 * @param batchItemFailures as Lambda calls it
 */
public record BatchAnswer(List<Failure> batchItemFailures) {
  static final BatchAnswer DONE = new BatchAnswer(List.of());

  public BatchAnswer {
    batchItemFailures = List.copyOf(batchItemFailures);
  }

  /**
   * A record.
   *
   * @param itemIdentifier its sequence number
   */
  public record Failure(String itemIdentifier) {}

  static BatchAnswer from(String sequenceNumber) {
    return new BatchAnswer(List.of(new Failure(sequenceNumber)));
  }
}
