package id.antrean.aws.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.aws.Retry;
import id.antrean.aws.SayWhatIsMissing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * A secret whose value is a JSON object of texts. What was read is used for five minutes; while a
 * rotation is under way the value before is accepted too.
 */
public final class RotatingSecret {
  private static final Duration KEPT = Duration.ofMinutes(5);

  /** Whoever asks for the newest gets what was read within this. */
  private static final Duration NEWEST = Duration.ofSeconds(10);

  private static final String CURRENT = "AWSCURRENT";
  private static final String PREVIOUS = "AWSPREVIOUS";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SecretsManagerClient secrets;
  private final String id;
  private final InstantSource time;
  private volatile @Nullable Reading latest;

  private record Reading(
      JsonNode current, Instant since, @Nullable JsonNode previous, Instant at) {}

  private record Version(JsonNode value, Instant createdAt) {}

  /**
   * @param time for knowing when to read again, and how long ago a value was replaced
   */
  public RotatingSecret(SecretsManagerClient secrets, String id, InstantSource time) {
    this.secrets = secrets;
    this.id = id;
    this.time = time;
  }

  /** The value to use. Throws {@link id.antrean.domain.Unavailable} when it cannot be read. */
  public String current(String field) {
    return text(reading(KEPT).current(), field);
  }

  /**
   * The value to use where others have to learn of a new one first.
   *
   * @param known so long after it was made everybody knows it; until then the one before is used,
   *     if there is one
   */
  public String current(String field, Duration known) {
    Reading reading = reading(KEPT);
    JsonNode previous = reading.previous();
    boolean isNew = time.instant().isBefore(reading.since().plus(known));
    return isNew && previous != null && previous.hasNonNull(field)
        ? text(previous, field)
        : text(reading.current(), field);
  }

  /** The value to use where the operator may leave it out. */
  public Optional<String> optional(String field) {
    JsonNode current = reading(KEPT).current();
    return current.hasNonNull(field) ? Optional.of(text(current, field)) : Optional.empty();
  }

  /**
   * The values to believe, the newest first: one, or two while a rotation is under way.
   *
   * @param overlap the former one is believed no longer than that after the present one was made: a
   *     secret that leaked is not good until the next rotation
   */
  public List<String> accepted(String field, Duration overlap) {
    Reading reading = reading(KEPT);
    List<String> values = new ArrayList<>();
    values.add(text(reading.current(), field));
    former(reading, field, overlap).ifPresent(values::add);
    return values;
  }

  /** The same of a field that the operator may leave out: none, then. */
  public List<String> acceptedIfAny(String field, Duration overlap) {
    Reading reading = reading(KEPT);
    List<String> values = new ArrayList<>();
    if (reading.current().hasNonNull(field)) {
      values.add(text(reading.current(), field));
    }
    former(reading, field, overlap).ifPresent(values::add);
    return values;
  }

  private Optional<String> former(Reading reading, String field, Duration overlap) {
    JsonNode previous = reading.previous();
    boolean stillGood = !time.instant().isAfter(reading.since().plus(overlap));
    return stillGood && previous != null && previous.hasNonNull(field)
        ? Optional.of(text(previous, field))
        : Optional.empty();
  }

  /**
   * Reads it anew, unless that was just done: a rotation is seen at once by whoever meets a value
   * that is not known, and nobody makes it be read at every request.
   */
  public void renew() {
    var _ = reading(NEWEST);
  }

  private Reading reading(Duration kept) {
    Reading reading = latest;
    if (reading == null || reading.at().plus(kept).isBefore(time.instant())) {
      Version current = current();
      Version previous = previous();
      reading =
          new Reading(
              current.value(),
              current.createdAt(),
              previous == null ? null : previous.value(),
              time.instant());
      latest = reading;
    }
    return reading;
  }

  private Version current() {
    try {
      return read(CURRENT);
    } catch (ResourceNotFoundException | InvalidRequestException goneOrGoing) {
      throw SayWhatIsMissing.named("secret", id);
    }
  }

  private @Nullable Version previous() {
    try {
      return read(PREVIOUS);
    } catch (ResourceNotFoundException noFormerOne) {
      return null;
    }
  }

  private Version read(String stage) {
    GetSecretValueResponse version =
        Retry.with(
            "reading a secret",
            () -> secrets.getSecretValue(get -> get.secretId(id).versionStage(stage)));
    return new Version(parsed(version.secretString()), version.createdDate());
  }

  /** The parser's own message would carry the secret. */
  private static JsonNode parsed(String value) {
    try {
      return JSON.readTree(value);
    } catch (JsonProcessingException notJson) {
      throw new IllegalStateException("a secret is not a JSON object");
    }
  }

  private static String text(JsonNode value, String field) {
    JsonNode text = value.get(field);
    if (text == null || !text.isTextual() || text.textValue().isBlank()) {
      throw new IllegalStateException("a secret has no field " + field);
    }
    return text.textValue();
  }
}
