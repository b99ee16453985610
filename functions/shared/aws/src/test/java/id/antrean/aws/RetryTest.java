package id.antrean.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.TooLarge;
import id.antrean.domain.Unavailable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class RetryTest {
  private int calls;

  private static CancellationReason reason(String code, String message) {
    return CancellationReason.builder().code(code).message(message).build();
  }

  private static SdkException cancelled(CancellationReason... reasons) {
    return TransactionCanceledException.builder().cancellationReasons(reasons).build();
  }

  private static SdkException refused(String code, String message) {
    return DynamoDbException.builder()
        .statusCode(400)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
        .message(message)
        .build();
  }

  /** Fails with these in turn, and answers then. */
  private String call(SdkException... faults) {
    Deque<SdkException> left = new ArrayDeque<>(List.of(faults));
    return Retry.with(
        "a test",
        () -> {
          calls++;
          if (!left.isEmpty()) {
            throw left.remove();
          }
          return "answered";
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
  void contentionIsTriedAgain(String code) {
    assertThat(call(cancelled(reason("None", ""), reason(code, "")))).isEqualTo("answered");
    assertThat(calls).isEqualTo(2);
  }

  @Test
  void aStoreThatIsBusyAndSaysNothingMoreIsAskedAgain() {
    assertThat(call((SdkException) DynamoDbException.builder().statusCode(503).build()))
        .isEqualTo("answered");
    assertThat(calls).isEqualTo(2);
  }

  @Test
  void anItemThatIsTooLargeIsNotTriedAgain() {
    SdkException[] saidInAnyWay = {
      refused("ValidationException", "Item size has exceeded the maximum allowed size"),
      refused("ValidationException", "Item size to update has exceeded the maximum allowed size"),
      cancelled(
          reason("None", ""),
          reason("ValidationError", "Item size to update has exceeded the maximum allowed size")),
      cancelled(
          reason("ValidationError", "Item size to update has exceeded the maximum allowed size"),
          reason("TransactionConflict", ""))
    };
    Arrays.stream(saidInAnyWay)
        .forEach(fault -> assertThatThrownBy(() -> call(fault)).isInstanceOf(TooLarge.class));
    assertThat(calls).isEqualTo(saidInAnyWay.length);
  }

  @Test
  void anotherFaultOfOurOwnIsNotTakenForContention() {
    SdkException wrong = cancelled(reason("ValidationError", "One or more parameters are wrong"));
    assertThatThrownBy(() -> call(wrong)).isSameAs(wrong);
    assertThat(calls).isEqualTo(1);
  }

  @Test
  void aFailedConditionIsAnAnswerWhateverElseTheTransactionMet() {
    SdkException moved =
        cancelled(reason("ConditionalCheckFailed", ""), reason("TransactionConflict", ""));
    assertThatThrownBy(() -> call(moved)).isSameAs(moved);
    assertThat(calls).isEqualTo(1);
  }

  @Test
  void aStoreThatHangsIsLeftAfterTheLongestWait() {
    AtomicLong nanos = new AtomicLong(77);
    assertThatThrownBy(
            () ->
                Retry.within(
                    Duration.ofSeconds(8),
                    "a test",
                    () -> {
                      calls++;
                      nanos.addAndGet(Duration.ofSeconds(5).toNanos());
                      throw SdkClientException.create("nothing came");
                    },
                    nanos::get))
        .isInstanceOf(Unavailable.class);
    assertThat(calls).isEqualTo(2);
  }

  @Test
  void aStoreThatRefusesQuicklyIsTriedSixTimes() {
    assertThatThrownBy(
            () ->
                Retry.with(
                    "a test",
                    () -> {
                      calls++;
                      throw SdkClientException.create("refused");
                    }))
        .isInstanceOf(Unavailable.class);
    assertThat(calls).isEqualTo(6);
  }
}
