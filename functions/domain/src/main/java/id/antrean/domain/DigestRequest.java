package id.antrean.domain;

import java.util.List;

/**
 * The digest by which a repeated request is told from another one under the same idempotency key.
 * It is keyed: what a person wrote cannot be guessed from it.
 */
public interface DigestRequest {

  /** The same for the same content in the same order, and for no other. */
  String of(List<String> content);
}
