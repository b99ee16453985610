package id.antrean.aws;

import id.antrean.domain.Unavailable;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Tries a call again, with jitter, while its fault says nothing about the request: conflicts of
 * transactions, throttling, the service's own errors, and answers that did not arrive. Every call
 * made through it may be repeated. A fault that stays becomes {@link Unavailable}; it is never read
 * as an answer.
 */
public final class Patience {
  private static final int TRIES = 6;
  private static final Duration FIRST_WAIT = Duration.ofMillis(20);

  private Patience() {}

  /**
   * The call's answer. Exceptions that are answers (a failed condition) pass through.
   *
   * @param what is called, for the fault's message
   */
  public static <T> T with(String what, Supplier<T> call) {
    for (int attempt = 1; ; attempt++) {
      try {
        return call.get();
      } catch (SdkException fault) {
        if (!saysNothing(fault)) {
          throw fault;
        }
        if (attempt == TRIES) {
          throw new Unavailable(what, fault);
        }
        pause(attempt, what);
      }
    }
  }

  private static boolean saysNothing(SdkException fault) {
    return switch (fault) {
      case TransactionCanceledException cancelled -> onlyContention(cancelled);
      case TransactionConflictException ignored -> true;
      case SdkServiceException service ->
          service.isThrottlingException() || service.statusCode() >= 500;
      case SdkClientException ignored -> true;
      default -> false;
    };
  }

  /** A failed condition among the reasons is an answer, whatever else the transaction met. */
  private static boolean onlyContention(TransactionCanceledException cancelled) {
    return cancelled.hasCancellationReasons()
        && cancelled.cancellationReasons().stream()
            .map(CancellationReason::code)
            .noneMatch("ConditionalCheckFailed"::equals);
  }

  private static void pause(int attempt, String what) {
    long ceiling = FIRST_WAIT.toMillis() << (attempt - 1);
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling + 1));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unavailable(what, stopped);
    }
  }
}
