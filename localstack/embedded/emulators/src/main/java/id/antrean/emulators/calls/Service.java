package id.antrean.emulators.calls;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The services behind the edge. */
public enum Service {
  DYNAMODB("DynamoDB_20120810"),
  SQS("AmazonSQS"),
  STATES("AWSStepFunctions"),
  SECRETSMANAGER("secretsmanager"),
  KMS("TrentService");

  private final String target;

  Service(String target) {
    this.target = target;
  }

  /** The prefix of {@code X-Amz-Target}. */
  public String target() {
    return target;
  }

  /** By the name credential scopes and endpoints use, such as {@code dynamodb}. */
  public static Optional<Service> named(String name) {
    return Stream.of(values())
        .filter(service -> service.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /** By the prefix of {@code X-Amz-Target}. */
  public static Optional<Service> ofTarget(String target) {
    return Stream.of(values()).filter(service -> service.target.equals(target)).findFirst();
  }
}
