package id.antrean.domain.counter;

import java.util.List;

/** The public halves of the keys that tickets are signed with, for whoever checks one offline. */
public interface PublishTicketKeys {

  /**
   * The key that signs, and after it those whose tickets may still be shown. Throws {@link
   * id.antrean.domain.Unavailable}.
   */
  List<PublishedKey> keysNow();

  /**
   * A key.
   *
   * @param id as the tickets name it
   * @param x base64url of the 32 bytes of an Ed25519 public key (RFC 8032)
   */
  record PublishedKey(String id, String x) {}
}
