package id.antrean.domain.document;

import java.time.Instant;
import java.util.Optional;

/**
 * Remembers declarations by their idempotency keys. Each call throws {@link
 * id.antrean.domain.Unavailable} when the store did not answer. A declaration that changes its
 * application is remembered in the same write, see {@link
 * id.antrean.domain.application.Change.Remember}.
 */
public interface RememberDeclaration {

  /** What the key stands for now; strongly consistent. */
  Optional<RememberedDeclaration> find(String key, Instant now);

  /** Remembers it unless its key stands for something; false then. */
  boolean remember(RememberedDeclaration declaration, Instant now);
}
