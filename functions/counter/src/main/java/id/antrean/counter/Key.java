package id.antrean.counter;

import id.antrean.domain.counter.KeepLine.Asked;
import id.antrean.domain.counter.Visitor;

/**
 * Under which key an officer asked for something, and what that was.
 *
 * @param key hides whose it is
 * @param digest of the request
 */
public record Key(String key, String digest) {

  Asked about(Visitor visitor) {
    return new Asked(key, digest, visitor.number(), visitor.application());
  }

  boolean isOf(Asked asked) {
    return digest.equals(asked.digest());
  }
}
