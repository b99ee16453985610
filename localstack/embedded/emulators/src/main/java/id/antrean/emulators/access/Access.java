package id.antrean.emulators.access;

import java.util.Map;

/**
 * One thing that a call does, as IAM names it.
 *
 * @param action such as {@code dynamodb:PutItem}
 * @param resource the ARN of what it is done to
 * @param said what of the call a policy may make a condition of, by condition keys such as {@code
 *     kms:EncryptionContext:purpose}
 */
public record Access(String action, String resource, Map<String, String> said) {
  /** Of which nothing may be a condition. */
  public Access(String action, String resource) {
    this(action, resource, Map.of());
  }
}
