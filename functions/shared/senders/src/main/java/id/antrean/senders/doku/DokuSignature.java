package id.antrean.senders.doku;

import id.antrean.senders.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What DOKU signs: four headers that it sends or both sides know, and the digest of the raw body, a
 * line each. developers.doku.com, signature component, non-SNAP.
 *
 * @param target the path of our address, as it is registered with DOKU
 */
record DokuSignature(
    String clientId, String requestId, String timestamp, String target, byte[] digest) {
  static final String SCHEME = "HMACSHA256=";

  static DokuSignature of(
      String clientId, String requestId, String timestamp, String target, byte[] body) {
    return new DokuSignature(clientId, requestId, timestamp, target, Digests.sha256(body));
  }

  String component() {
    return String.join(
        "\n",
        "Client-Id:" + clientId,
        "Request-Id:" + requestId,
        "Request-Timestamp:" + timestamp,
        "Request-Target:" + target,
        "Digest:" + Base64.getEncoder().encodeToString(digest));
  }

  byte[] under(String secretKey) {
    return Digests.keyed(
        "HmacSHA256",
        secretKey.getBytes(StandardCharsets.UTF_8),
        component().getBytes(StandardCharsets.UTF_8));
  }
}
