package id.antrean.aws.identity;

import id.antrean.domain.ApplicationId;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * The bytes of new ids, without a table of idempotency keys: random, or the keyed hash of account,
 * route, key and generation, so that a repeat finds what the first request made.
 */
final class KeyedIds {
  private final KeyedHash hash;
  private final SecureRandom random = new SecureRandom();

  KeyedIds(Supplier<String> secret) {
    this.hash = new KeyedHash(secret, "idempotency-key");
  }

  byte[] random() {
    byte[] bytes = new byte[ApplicationId.BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  byte[] forKey(String account, String route, String key, int generation) {
    return Arrays.copyOf(
        hash.of(List.of(account, route, key, Integer.toString(generation))), ApplicationId.BYTES);
  }
}
