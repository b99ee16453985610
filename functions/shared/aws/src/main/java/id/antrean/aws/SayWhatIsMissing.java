package id.antrean.aws;

import id.antrean.domain.Missing;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Says of a refusal which table, queue, bucket or key is not there. The services do not; the
 * request knows its name, and the environment the variable. The SDK lets nobody throw another
 * exception than its own here, so it goes along with that, and {@link Retry} throws it. Every
 * client of a function has this, by {@code execution.interceptors}.
 */
public final class SayWhatIsMissing implements ExecutionInterceptor {
  /** What a request calls a thing, and we do. */
  private record Kind(String field, String word) {}

  /**
   * By the error code that says it; a secret has it for a version as well, and is not among them.
   */
  private static final Map<String, Kind> KINDS =
      Map.of(
          "ResourceNotFoundException", new Kind("TableName", "table"),
          "QueueDoesNotExist", new Kind("QueueUrl", "queue"),
          "AWS.SimpleQueueService.NonExistentQueue", new Kind("QueueUrl", "queue"),
          "NoSuchBucket", new Kind("Bucket", "bucket"),
          "NotFoundException", new Kind("KeyId", "key"));

  @Override
  public void onExecutionFailure(Context.FailedExecution failed, ExecutionAttributes attributes) {
    kind(failed.exception())
        .flatMap(kind -> missing(kind, failed.request()))
        .ifPresent(failed.exception()::addSuppressed);
  }

  /** What was said of a refusal. */
  static Optional<Missing> saidOf(Throwable refusal) {
    return Stream.of(refusal.getSuppressed())
        .filter(Missing.class::isInstance)
        .map(Missing.class::cast)
        .findFirst();
  }

  /** What is known of a thing by its name alone. */
  public static Missing named(String kind, String name) {
    return new Missing(kind, Environment.named(name).orElse(""));
  }

  private static Optional<Kind> kind(Throwable failure) {
    return failure instanceof AwsServiceException refusal && refusal.awsErrorDetails() != null
        ? Optional.ofNullable(KINDS.get(refusal.awsErrorDetails().errorCode()))
        : Optional.empty();
  }

  private static Optional<Missing> missing(Kind kind, SdkRequest request) {
    Set<String> named = new TreeSet<>();
    collect(request, kind.field(), named);
    String variables =
        named.stream()
            .flatMap(it -> Environment.named(it).stream())
            .collect(Collectors.joining(" "));
    return named.isEmpty() ? Optional.empty() : Optional.of(new Missing(kind.word(), variables));
  }

  /** Of a transaction or a batch, of all that it is about. */
  private static void collect(@Nullable Object value, String field, Set<String> named) {
    switch (value) {
      case SdkPojo object ->
          object.sdkFields().forEach(member -> collect(object, member, field, named));
      case Collection<?> all -> all.forEach(each -> collect(each, field, named));
      case null, default -> {}
    }
  }

  private static void collect(SdkPojo of, SdkField<?> member, String field, Set<String> named) {
    Object value = member.getValueOrDefault(of);
    if (member.memberName().equals(field)) {
      named.add(String.valueOf(value));
    } else if (member.memberName().equals("RequestItems") && value instanceof Map<?, ?> tables) {
      tables.keySet().forEach(table -> named.add(String.valueOf(table)));
    } else {
      collect(value, field, named);
    }
  }
}
