package id.antrean.acceptance.people;

import id.antrean.acceptance.stack.Api;
import id.antrean.acceptance.stack.Sandbox;
import id.antrean.acceptance.stack.Token;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A bank by SNAP BI that has nothing but the keys that the sandbox shows, and signs each request by
 * hand.
 */
public final class SnapBank {
  private final Api api;
  private final Sandbox sandbox;
  private final JsonPath keys;

  public SnapBank(Api api, Sandbox sandbox) {
    this.api = api;
    this.sandbox = sandbox;
    this.keys = sandbox.secretsOf("snap");
  }

  /** What a request is sent with; each part can be another than the right one. */
  public record Call(String service, String body, Map<String, String> headers) {
    public Call with(String header, String value) {
      Map<String, String> others = new HashMap<>(headers);
      others.put(header, value);
      return new Call(service, body, others);
    }

    public Call without(String header) {
      Map<String, String> others = new HashMap<>(headers);
      others.remove(header);
      return new Call(service, body, others);
    }

    public Call saying(String otherBody) {
      return new Call(service, otherBody, headers);
    }
  }

  // ---- What it asks and tells ----

  public Call asksForToken() {
    String timestamp = now();
    return new Call(
        "/access-token/b2b",
        "{\"grantType\":\"client_credentials\"}",
        Map.of(
            "X-CLIENT-KEY", clientKey(),
            "X-TIMESTAMP", timestamp,
            "X-SIGNATURE", rsa(clientKey() + "|" + timestamp)));
  }

  public Call inquires(String billingCode) {
    return underToken(
        "/transfer-va/inquiry",
        "{\"partnerServiceId\":\"   88899\",\"customerNo\":\"%s\",\"virtualAccountNo\":\"   88899%s\",\"inquiryRequestId\":\"%s\"}"
            .formatted(billingCode, billingCode, UUID.randomUUID()));
  }

  public Call tellsOfPayment(String billingCode, String requestId, String amount) {
    return underToken(
        "/transfer-va/payment",
        """
        { "partnerServiceId": "   88899", "customerNo": "%s", "virtualAccountNo": "   88899%s",
          "virtualAccountName": "two  spaces", "paymentRequestId": "%s",
          "paidAmount": { "value": "%s", "currency": "IDR" } }"""
            .formatted(billingCode, billingCode, requestId, amount));
  }

  public Call tellsOfQris(String billingCode, String reference, String status, String amount) {
    return byPrivateKey(
        "/qr/qr-mpm-notify",
        "{\"originalReferenceNo\":\"%s\",\"originalPartnerReferenceNo\":\"%s\",\"latestTransactionStatus\":\"%s\",\"amount\":{\"value\":\"%s\",\"currency\":\"IDR\"}}"
            .formatted(reference, billingCode, status, amount));
  }

  // ---- How it signs ----

  public Call underToken(String service, String body) {
    return underToken(service, body, token(), instant());
  }

  /** At that time, whatever time it is. */
  public Call underToken(String service, String body, String token, Instant at) {
    String timestamp = wib(at);
    String text = String.join(":", "POST", "/v1.0" + service, token, sha256(body), timestamp);
    Map<String, String> headers = common(timestamp, hmac(text));
    headers.put("Authorization", "Bearer " + token);
    return new Call(service, body, headers);
  }

  public Call byPrivateKey(String service, String body) {
    String timestamp = now();
    String text = String.join(":", "POST", "/v1.0" + service, sha256(body), timestamp);
    return new Call(service, body, common(timestamp, rsa(text)));
  }

  public String token() {
    return sends(asksForToken()).jsonPath().getString("accessToken");
  }

  private Map<String, String> common(String timestamp, String signature) {
    Map<String, String> headers = new HashMap<>();
    headers.put("X-TIMESTAMP", timestamp);
    headers.put("X-SIGNATURE", signature);
    headers.put("X-PARTNER-ID", clientKey());
    headers.put(
        "X-EXTERNAL-ID", Long.toString(ThreadLocalRandom.current().nextLong(1L << 60, 1L << 62)));
    headers.put("CHANNEL-ID", "95221");
    return headers;
  }

  // ---- What it is answered ----

  public Response sends(Call call) {
    return sends(call, keys.getString("partner"));
  }

  /** To the place of another. */
  public Response sends(Call call, String partner) {
    return api.wronglyAs(Token.NONE)
        .headers(call.headers())
        .contentType("application/json")
        .body(call.body())
        .post("/payments/snap/{partner}/v1.0" + call.service(), partner);
  }

  /** The standard's code of the answer. */
  public String code(Call call) {
    return sends(call).jsonPath().getString("responseCode");
  }

  private String clientKey() {
    return keys.getString("clientKey");
  }

  private Instant instant() {
    return sandbox.now().toInstant();
  }

  private String now() {
    return wib(instant());
  }

  private static String wib(Instant at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        at.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.ofHours(7)));
  }

  /** Minified, as the standard asks: here by what is known of the bodies above. */
  private static String sha256(String body) {
    String minified =
        body.replace("\n", "")
            .replace("{ ", "{")
            .replace(" }", "}")
            .replaceAll("(?<=\",|},|\":) +", "")
            .strip();
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(minified.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(
          new SecretKeySpec(
              keys.getString("clientSecret").getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String rsa(String text) {
    try {
      byte[] key = Base64.getDecoder().decode(keys.getString("privateKey"));
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)));
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
