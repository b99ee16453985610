package id.antrean.senders.snap;

import id.antrean.senders.Digests;
import id.antrean.senders.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The tokens that we give to partners: whose and until when, under a keyed hash of ours. Nothing is
 * stored, so that any instance knows a token that another gave; a token alone opens nothing,
 * because whoever sends it signs with the shared secret too.
 */
final class AccessTokens {
  static final Duration LIFE = Duration.ofMinutes(15);
  private final Keys tokenKeys;

  AccessTokens(Keys tokenKeys) {
    this.tokenKeys = tokenKeys;
  }

  String issue(String partner, Instant now) {
    String claim = partner + "." + now.plus(LIFE).getEpochSecond();
    return claim + "." + mac(tokenKeys.valid().getFirst(), claim);
  }

  /** Whether it was given to that partner and is not over. */
  boolean isGood(String token, String partner, Instant now) {
    int end = token.lastIndexOf('.');
    if (end < 0) {
      return false;
    }
    String claim = token.substring(0, end);
    return tokenKeys
            .fitting(key -> Digests.same(mac(key, claim), token.substring(end + 1)))
            .isPresent()
        && claim.startsWith(partner + ".")
        && until(claim.substring(partner.length() + 1)).filter(now::isBefore).isPresent();
  }

  private static Optional<Instant> until(String seconds) {
    return seconds.matches("\\d{1,12}")
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)))
        : Optional.empty();
  }

  private static String mac(String key, String claim) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            Digests.keyed(
                "HmacSHA256",
                key.getBytes(StandardCharsets.UTF_8),
                claim.getBytes(StandardCharsets.UTF_8)));
  }
}
