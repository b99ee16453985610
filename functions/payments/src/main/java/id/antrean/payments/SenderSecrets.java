package id.antrean.payments;

/** Where a sender's keys are kept. */
public interface SenderSecrets {

  /**
   * The keys in a field of a secret: the present one, and for a while after a rotation the former.
   */
  Keys keys(String secretId, String field);
}
