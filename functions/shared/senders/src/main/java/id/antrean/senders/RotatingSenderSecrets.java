package id.antrean.senders;

import id.antrean.aws.secrets.RotatingSecret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Senders' keys in secrets that rotate; a secret is read once for all of its fields. */
final class RotatingSenderSecrets implements SenderSecrets {
  private final Map<String, RotatingSecret> known = new ConcurrentHashMap<>();
  private final Function<String, RotatingSecret> secrets;
  private final Duration overlap;

  /**
   * @param overlap how long after a rotation the former key is still believed
   */
  RotatingSenderSecrets(Function<String, RotatingSecret> secrets, Duration overlap) {
    this.secrets = secrets;
    this.overlap = overlap;
  }

  @Override
  public Keys keys(String secretId, String field) {
    return keys(secret(secretId), secret -> secret.accepted(field, overlap));
  }

  @Override
  public Keys keysIfAny(String secretId, String field) {
    return keys(secret(secretId), secret -> secret.acceptedIfAny(field, overlap));
  }

  private static Keys keys(RotatingSecret secret, Function<RotatingSecret, List<String>> accepted) {
    return new Keys() {
      @Override
      public List<String> valid() {
        return accepted.apply(secret);
      }

      @Override
      public List<String> renewed() {
        secret.renew();
        return valid();
      }
    };
  }

  private RotatingSecret secret(String id) {
    return known.computeIfAbsent(id, secrets);
  }
}
