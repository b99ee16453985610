package id.antrean.payments;

import id.antrean.senders.Keys;
import id.antrean.senders.SenderSecrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Notifications signed as each sender's documentation says. */
final class SigningSenders {
  static final String XENDIT_TOKEN = "xendit-callback-token-of-this-test";
  static final String DOKU_CLIENT = "MCH-0001";
  static final String DOKU_SECRET = "doku-secret-of-this-test";
  private static final KeyPair KEYS = keys();
  private static final Map<String, String> SNAP_FIELDS =
      Map.of(
          "tokenKey", "token-key-of-this-test",
          "bank.clientKey", "BANK",
          "bank.clientSecret", "client-secret-of-this-test",
          "bank.publicKey", Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()));

  static final SenderSecrets SNAP =
      new SenderSecrets() {
        @Override
        public Keys keys(String secretId, String field) {
          return keysIfAny(secretId, field);
        }

        @Override
        public Keys keysIfAny(String secretId, String field) {
          String value = SNAP_FIELDS.get(field);
          return () -> value == null ? List.of() : List.of(value);
        }
      };

  /** What no log line may have in it. */
  static final List<String> SECRETS =
      List.of(
          XENDIT_TOKEN,
          DOKU_SECRET,
          MidtransSender.KEY,
          StandardSender.SECRET.substring("whsec_".length()),
          "token-key-of-this-test",
          "client-secret-of-this-test");

  private SigningSenders() {}

  static Map<String, String> xendit() {
    return Map.of("x-callback-token", XENDIT_TOKEN);
  }

  static Map<String, String> doku(String id, String body, Instant now) {
    String time = Instant.ofEpochSecond(now.getEpochSecond()).toString();
    String digest = Base64.getEncoder().encodeToString(sha256(body));
    String component =
        "Client-Id:%s\nRequest-Id:%s\nRequest-Timestamp:%s\nRequest-Target:/doku\nDigest:%s"
            .formatted(DOKU_CLIENT, id, time, digest);
    return Map.of(
        "Client-Id", DOKU_CLIENT,
        "Request-Id", id,
        "Request-Timestamp", time,
        "Signature", "HMACSHA256=" + hmac(component));
  }

  /** Without a token, by the private key. */
  static Map<String, String> snap(String service, String externalId, String body, Instant now) {
    String time =
        Instant.ofEpochSecond(now.getEpochSecond()).atOffset(ZoneOffset.ofHours(7)).toString();
    String text =
        "POST:/v1.0" + service + ":" + HexFormat.of().formatHex(sha256(body)) + ":" + time;
    Map<String, String> headers = new HashMap<>();
    headers.put("X-TIMESTAMP", time);
    headers.put("X-SIGNATURE", rsa(text));
    headers.put("X-PARTNER-ID", "BANK");
    headers.put("X-EXTERNAL-ID", externalId);
    return headers;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(DOKU_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String rsa(String text) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(KEYS.getPrivate());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
