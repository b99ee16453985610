package id.antrean.senders.snap;

import id.antrean.gateway.Request;
import id.antrean.senders.Digests;
import id.antrean.senders.SenderTimes;
import id.antrean.senders.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A call of a partner, and whether it is signed by it: with the shared secret under a token of
 * ours, or, without a token, with its private key.
 */
record SnapCall(Request request, SnapService service, SnapPartner partner) {
  /** The standard leaves the window open; senders sign each attempt anew. */
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private static final String BEARER = "Bearer ";

  String header(String name) {
    return request.header(name).map(String::strip).orElse("");
  }

  /** Why it is not the partner's; empty for one that is. */
  Optional<Why> whyNot(AccessTokens tokens, Instant now) {
    Optional<Why> untimely = untimely(now);
    if (untimely.isPresent()) {
      return untimely;
    }
    Optional<byte[]> signature = Digests.base64(header("X-SIGNATURE"));
    if (signature.isEmpty()) {
      return Optional.of(
          header("X-SIGNATURE").isEmpty() ? Why.MISSING_SIGNATURE : Why.WRONG_SIGNATURE);
    }
    String authorization = header("Authorization");
    if (authorization.isEmpty()) {
      return partner.privateKeySigned(signedTexts(""), signature.get())
          ? Optional.empty()
          : Optional.of(Why.WRONG_SIGNATURE);
    }
    String token =
        authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
            ? authorization.substring(BEARER.length()).strip()
            : authorization;
    if (!tokens.isGood(token, partner.name(), now)) {
      return Optional.of(Why.WRONG_TOKEN);
    }
    return partner.sharedSecretSigned(signedTexts(token + ":"), signature.get())
        ? Optional.empty()
        : Optional.of(Why.WRONG_SIGNATURE);
  }

  /** The same of a request for a token, which the private key alone signs. */
  Optional<Why> whyNoToken(Instant now) {
    Optional<Why> untimely = untimely(now);
    if (untimely.isPresent()) {
      return untimely;
    }
    String clientKey = header("X-CLIENT-KEY");
    if (!partner.isNamed(clientKey)) {
      return Optional.of(Why.UNKNOWN_CLIENT);
    }
    return Digests.base64(header("X-SIGNATURE"))
            .filter(
                it ->
                    partner.privateKeySigned(List.of(clientKey + "|" + header("X-TIMESTAMP")), it))
            .isPresent()
        ? Optional.empty()
        : Optional.of(Why.WRONG_SIGNATURE);
  }

  private Optional<Why> untimely(Instant now) {
    return SenderTimes.parse(header("X-TIMESTAMP"))
        .map(signed -> SenderTimes.outside(signed, now, WINDOW, WINDOW))
        .orElse(Optional.of(Why.UNREADABLE_TIMESTAMP));
  }

  /**
   * What may have been signed: the path as this or that partner knows it, and the body as it came
   * or minified. All of them name this service, this body and this moment.
   *
   * @param token with its colon, or nothing
   */
  List<String> signedTexts(String token) {
    Set<String> bodies = new LinkedHashSet<>();
    bodies.add(Digests.hex(Digests.sha256(request.body())));
    bodies.add(Digests.hex(Digests.sha256(MinifiedJson.of(request.body()))));
    return paths().stream()
        .flatMap(
            path ->
                bodies.stream()
                    .map(body -> "POST:" + path + ":" + token + body + ":" + header("X-TIMESTAMP")))
        .toList();
  }

  /** After the address that is registered with the partner, or with it; DOKU writes v1. */
  private List<String> paths() {
    String own = "/payments/snap/" + partner.name();
    return Stream.of("/v1.0", "/v1", own + "/v1.0", "/v1" + own + "/v1.0")
        .map(before -> before + service.path())
        .toList();
  }

  String bodyDigest() {
    return Digests.hex(Digests.sha256(MinifiedJson.of(request.body())));
  }
}
