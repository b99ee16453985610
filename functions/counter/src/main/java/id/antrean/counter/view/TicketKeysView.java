package id.antrean.counter.view;

import id.antrean.domain.counter.PublishTicketKeys.PublishedKey;
import id.antrean.gateway.View;
import java.util.List;

/** The keys that tickets are checked with, as a JSON Web Key Set (RFC 7517, RFC 8037). */
public record TicketKeysView(List<TicketKeyView> keys) implements View {

  /** What the key is. */
  public enum KeyType {
    OKP
  }

  /** On which curve. */
  public enum KeyCurve {
    Ed25519
  }

  /** For which signatures. */
  public enum KeyAlgorithm {
    EdDSA
  }

  /** What for. */
  public enum KeyUse {
    sig
  }

  /** One of them. */
  public record TicketKeyView(
      KeyType kty, KeyCurve crv, KeyAlgorithm alg, KeyUse use, String kid, String x)
      implements View {

    static TicketKeyView of(PublishedKey key) {
      return new TicketKeyView(
          KeyType.OKP, KeyCurve.Ed25519, KeyAlgorithm.EdDSA, KeyUse.sig, key.id(), key.x());
    }
  }

  public static TicketKeysView of(List<PublishedKey> keys) {
    return new TicketKeysView(keys.stream().map(TicketKeyView::of).toList());
  }
}
