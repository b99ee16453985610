package id.antrean.senders.doku;

import id.antrean.senders.Digests;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What is signed between DOKU and us: four headers that are sent or both sides know, and, of what
 * has a body, the digest of its raw bytes, a line each. developers.doku.com, signature component,
 * non-SNAP.
 *
 * @param target the path that is asked; of ours as it is registered with DOKU
 */
record DokuSignature(
    String clientId, String requestId, String timestamp, String target, Optional<byte[]> digest) {
  static final String SCHEME = "HMACSHA256=";

  static DokuSignature of(
      String clientId, String requestId, String timestamp, String target, byte[] body) {
    return new DokuSignature(
        clientId, requestId, timestamp, target, Optional.of(Digests.sha256(body)));
  }

  String component() {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "Client-Id:" + clientId,
                "Request-Id:" + requestId,
                "Request-Timestamp:" + timestamp,
                "Request-Target:" + target));
    digest.map(Base64.getEncoder()::encodeToString).ifPresent(it -> lines.add("Digest:" + it));
    return String.join("\n", lines);
  }

  byte[] under(String secretKey) {
    return Digests.keyed(
        "HmacSHA256",
        secretKey.getBytes(StandardCharsets.UTF_8),
        component().getBytes(StandardCharsets.UTF_8));
  }

  /** As a header of our own request. */
  String header(String secretKey) {
    return SCHEME + Base64.getEncoder().encodeToString(under(secretKey));
  }
}
