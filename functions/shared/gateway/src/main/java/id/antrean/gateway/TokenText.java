package id.antrean.gateway;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of a signed token, looked at before any library reads it: of bounded size, three parts
 * in base64url written in the one way there is, each name once. Libraries pass over characters that
 * are none of base64url, and over the bits that the last one has to spare; then one token could be
 * written in many ways, and what stands behind a signature would be nobody's word.
 */
final class TokenText {
  /** API Gateway takes 10 KB of headers together. */
  private static final int LONGEST = 8 * 1024;

  private static final Pattern THREE_PARTS =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private TokenText() {}

  /** Whether the text can be a signed token. */
  static boolean isSound(String token) {
    if (token.length() > LONGEST || !THREE_PARTS.matcher(token).matches()) {
      return false;
    }
    List<String> parts = List.of(token.split("\\.", -1));
    return isObject(bytes(parts.get(0)))
        && isObject(bytes(parts.get(1)))
        && bytes(parts.get(2)).length > 0;
  }

  /** None for what is not written in the one way. */
  private static byte[] bytes(String part) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(part);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)
          ? bytes
          : new byte[0];
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  private static boolean isObject(byte[] json) {
    try {
      JsonNode node = JSON.readTree(json);
      return node != null && node.isObject();
    } catch (IOException notJson) {
      return false;
    }
  }
}
