package id.antrean.aws;

import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What the store says of the conditions of a transaction that it cancelled. */
public final class Conditions {
  private static final String FAILED = "ConditionalCheckFailed";

  private Conditions() {}

  /** Whether that part's condition did not hold. */
  public static boolean failed(CancellationReason reason) {
    return FAILED.equals(reason.code());
  }

  /** Whether the first part's condition did not hold. */
  public static boolean firstFailed(TransactionCanceledException cancelled) {
    return failed(cancelled.cancellationReasons().getFirst());
  }

  /** Whether any part's condition did not hold. */
  public static boolean anyFailed(TransactionCanceledException cancelled) {
    return cancelled.cancellationReasons().stream().anyMatch(Conditions::failed);
  }
}
