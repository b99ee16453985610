package id.antrean.aws;

import id.antrean.domain.Missing;
import id.antrean.domain.TooLarge;
import id.antrean.domain.Unavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Tries a call again, with jitter, while its fault says nothing about the request: conflicts of
 * transactions, throttling, the service's own errors, and answers that did not arrive. Every call
 * made through it may be repeated. A fault that stays becomes {@link Unavailable}; it is never read
 * as an answer. An item that is larger than the store takes is {@link TooLarge} at once: it would
 * be as large the next time. So is what is not there {@link Missing}.
 *
 * <p>Quick refusals are tried six times; a store that hangs is left after the longest wait, so that
 * whoever asked hears of it while the function may still run.
 */
public final class Retry {
  private static final int TRIES = 6;
  private static final Duration FIRST_WAIT = Duration.ofMillis(20);

  /** After it no other try begins; one that has begun may take as long as a call may. */
  public static final Duration LONGEST = Duration.ofSeconds(8);

  /** Why a part of a transaction may be refused though nothing is wrong with it. */
  private static final Set<String> CONTENTION =
      Set.of("None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  /** How the store begins to say it, of a whole item and of one that an update would make. */
  private static final String ITEM_SIZE = "Item size";

  private Retry() {}

  /**
   * The call's answer. Exceptions that are answers (a failed condition) pass through.
   *
   * @param what is called, for the fault's message
   */
  public static <T> T with(String what, Supplier<T> call) {
    return within(LONGEST, what, call);
  }

  /**
   * The same with another longest wait, for what is done by others in the end.
   *
   * @param longest after it no other try begins
   */
  public static <T> T within(Duration longest, String what, Supplier<T> call) {
    return within(longest, what, call, System::nanoTime);
  }

  static <T> T within(Duration longest, String what, Supplier<T> call, LongSupplier nanoTime) {
    long start = nanoTime.getAsLong();
    for (int attempt = 1; ; attempt++) {
      try {
        return call.get();
      } catch (SdkException fault) {
        if (isTooLarge(fault)) {
          throw new TooLarge(what, fault);
        }
        Optional<Missing> missing = SayWhatIsMissing.saidOf(fault);
        if (missing.isPresent()) {
          throw missing.get();
        }
        if (!saysNothing(fault)) {
          throw fault;
        }
        if (attempt == TRIES || nanoTime.getAsLong() - start >= longest.toNanos()) {
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

  /** Any other reason among them, such as a failed condition, is an answer. */
  private static boolean onlyContention(TransactionCanceledException cancelled) {
    return cancelled.hasCancellationReasons()
        && cancelled.cancellationReasons().stream()
            .map(CancellationReason::code)
            .allMatch(CONTENTION::contains);
  }

  private static boolean isTooLarge(SdkException fault) {
    return switch (fault) {
      case TransactionCanceledException cancelled ->
          cancelled.hasCancellationReasons()
              && cancelled.cancellationReasons().stream()
                  .anyMatch(reason -> saysTooLarge(reason.code(), reason.message()));
      // Some have no details: those that we make ourselves, and what is no answer of the store.
      case DynamoDbException refused ->
          refused.awsErrorDetails() != null
              && saysTooLarge(refused.awsErrorDetails().errorCode(), refused.getMessage());
      default -> false;
    };
  }

  private static boolean saysTooLarge(@Nullable String code, @Nullable String message) {
    return code != null
        && message != null
        && code.startsWith("Validation")
        && message.contains(ITEM_SIZE);
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
