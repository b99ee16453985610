package id.antrean.senders.snap;

import id.antrean.senders.Digests;
import id.antrean.senders.Keys;
import id.antrean.senders.SenderSecrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A bank or payment provider that calls us. Its name in the path is the first part of its fields in
 * the secret: {@code bank.clientKey}, {@code bank.clientSecret}, {@code bank.publicKey}; a further
 * partner is further fields, and needs no deployment.
 *
 * @param clientKeys its names as a client, {@code X-CLIENT-KEY}
 * @param clientSecrets shared with it, for signatures under a token
 * @param publicKeys X.509 in base 64, of its signatures without one and of its requests for tokens
 */
record SnapPartner(String name, Keys clientKeys, Keys clientSecrets, Keys publicKeys) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,30}");

  static SnapPartner of(String name, SenderSecrets secrets, String secretId) {
    boolean possible = NAME.matcher(name).matches();
    return new SnapPartner(
        name,
        keys(possible, secrets, secretId, name + ".clientKey"),
        keys(possible, secrets, secretId, name + ".clientSecret"),
        keys(possible, secrets, secretId, name + ".publicKey"));
  }

  private static Keys keys(boolean possible, SenderSecrets secrets, String secretId, String field) {
    return possible ? secrets.keysIfAny(secretId, field) : List::of;
  }

  /** Whether somebody gave it keys. */
  boolean isKnown() {
    return clientKeys.fitting(any -> true).isPresent()
        || publicKeys.fitting(any -> true).isPresent();
  }

  boolean isNamed(String clientKey) {
    return clientKeys.fitting(known -> Digests.same(known, clientKey)).isPresent();
  }

  /** HMAC-SHA512 over one of those texts. */
  boolean sharedSecretSigned(List<String> texts, byte[] signature) {
    return clientSecrets
        .fitting(
            secret ->
                texts.stream()
                    .anyMatch(
                        text ->
                            Digests.same(
                                Digests.keyed(
                                    "HmacSHA512",
                                    secret.getBytes(StandardCharsets.UTF_8),
                                    text.getBytes(StandardCharsets.UTF_8)),
                                signature)))
        .isPresent();
  }

  /** SHA256withRSA over one of those texts. */
  boolean privateKeySigned(List<String> texts, byte[] signature) {
    return publicKeys
        .fitting(key -> texts.stream().anyMatch(text -> verifies(key, text, signature)))
        .isPresent();
  }

  /**
   * A key that is none fits nothing, rather than hiding the one that it is to take the place of.
   */
  private static boolean verifies(String publicKey, String text, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("SHA256withRSA");
      verifier.initVerify(key(publicKey));
      verifier.update(text.getBytes(StandardCharsets.UTF_8));
      return verifier.verify(signature);
    } catch (GeneralSecurityException notSigned) {
      return false;
    }
  }

  private static PublicKey key(String base64) throws GeneralSecurityException {
    byte[] encoded =
        Digests.base64(base64.replaceAll("-----[A-Z ]+-----|\\s", "")).orElse(new byte[0]);
    return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
  }
}
