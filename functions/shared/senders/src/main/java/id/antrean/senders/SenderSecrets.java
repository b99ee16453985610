package id.antrean.senders;

/** Where a sender's keys are kept. */
public interface SenderSecrets {
  /**
   * The keys in a field of a secret: the present one, and for a while after a rotation the former.
   */
  Keys keys(String secretId, String field);

  /** The same of a field that may be missing: then there is no key. */
  Keys keysIfAny(String secretId, String field);
}
