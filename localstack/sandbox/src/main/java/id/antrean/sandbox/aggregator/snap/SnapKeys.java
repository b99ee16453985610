package id.antrean.sandbox.aggregator.snap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import id.antrean.sandbox.aws.SharedSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The bank's keys: the private one is kept here, and made known to the system, public half and
 * shared secret, as its operator would, the first time that they are needed.
 */
final class SnapKeys {
  static final String PARTNER = "sandbox";
  private static final String CLIENT_KEY = "ANTREAN-SANDBOX";
  private static final int BITS = 2048;
  private final SharedSecret secret;
  private final Path file;

  SnapKeys(SharedSecret secret, Path folder) {
    this.secret = secret;
    this.file = folder.resolve("snap-key.json");
  }

  String clientKey() {
    return CLIENT_KEY;
  }

  /** The shared secret; whoever asks for it first makes both sides know each other. */
  synchronized String clientSecret() {
    String publicKey = publicKey();
    boolean known =
        secret.find(PARTNER + ".publicKey").filter(publicKey::equals).isPresent()
            && secret.find(PARTNER + ".clientSecret").isPresent();
    if (!known) {
      secret.put(
          Map.of(
              PARTNER + ".clientKey", CLIENT_KEY,
              PARTNER + ".clientSecret", UUID.randomUUID().toString().replace("-", ""),
              PARTNER + ".publicKey", publicKey));
    }
    return secret.member(PARTNER + ".clientSecret");
  }

  String publicKey() {
    try {
      return Base64.getEncoder().encodeToString(key().toRSAPublicKey().getEncoded());
    } catch (JOSEException e) {
      throw new IllegalStateException("The bank's key is not usable", e);
    }
  }

  /** PKCS #8 in base 64, so that an integrator can sign by hand. */
  String privateKey() {
    try {
      return Base64.getEncoder().encodeToString(key().toRSAPrivateKey().getEncoded());
    } catch (JOSEException e) {
      throw new IllegalStateException("The bank's key is not usable", e);
    }
  }

  String rsa(String text) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key().toRSAPrivateKey());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException("The bank's key does not sign", e);
    }
  }

  String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec(clientSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA512", e);
    }
  }

  private synchronized RSAKey key() {
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, new RSAKeyGenerator(BITS).generate().toJSONString());
      }
      return RSAKey.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The bank's key cannot be kept in " + file, e);
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("The bank's key in " + file + " is not usable", e);
    }
  }
}
