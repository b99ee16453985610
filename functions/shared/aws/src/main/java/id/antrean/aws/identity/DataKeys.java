package id.antrean.aws.identity;

/**
 * Makes and opens keys for data. Throws {@link id.antrean.domain.Unavailable} when the master key
 * is out of reach.
 */
interface DataKeys {

  /** A key to seal with; the same one may come several times. */
  DataKey toSeal();

  /** The key that was wrapped so. */
  byte[] unwrap(byte[] wrapped);
}
