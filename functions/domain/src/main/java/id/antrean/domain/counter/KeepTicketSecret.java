package id.antrean.domain.counter;

import java.util.Optional;

/**
 * Keeps the secret of whose seed the key is made that signs tickets, version by version. Throws
 * {@link id.antrean.domain.Unavailable}.
 */
public interface KeepTicketSecret {

  /** Where a version is on its way. */
  enum Stage {
    /** It is to become the current one. */
    PENDING,
    /** The key that signs is made of it. */
    CURRENT,
    /** It is a former one, or none of this secret. */
    NEITHER
  }

  Stage stage(String version);

  /** The seed of a version that is pending; empty where it has none yet. */
  Optional<String> pendingSeed(String version);

  /** Gives a version that is pending its seed, unless it has one. */
  void keep(String version, String seed);

  /** Makes a version the current one, and that which was current the former one. */
  void makeCurrent(String version);
}
