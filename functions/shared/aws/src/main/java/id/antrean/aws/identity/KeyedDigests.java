package id.antrean.aws.identity;

import id.antrean.domain.DigestRequest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/** Request digests as keyed hashes in hexadecimal digits. */
public final class KeyedDigests implements DigestRequest {
  private final KeyedHash hash;

  public KeyedDigests(Supplier<String> secret) {
    this.hash = new KeyedHash(secret, "request-digest");
  }

  @Override
  public String of(List<String> content) {
    return HexFormat.of().formatHex(hash.of(content));
  }
}
