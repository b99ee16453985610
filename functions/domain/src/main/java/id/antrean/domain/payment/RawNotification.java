package id.antrean.domain.payment;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A notification as it came over the wire, after its signature was found good.
 *
 * @param id the sender's id where it comes outside the body (Standard Webhooks), else empty
 * @param body the bytes as text, UTF-8
 * @param headers what was signed or identifies it besides the body; never a secret, such as a token
 */
public record RawNotification(
    String aggregator, String id, String body, Instant receivedAt, Map<String, String> headers) {
  /** No more of a header is kept; a signature by an RSA key of 4,096 bits has 684 characters. */
  private static final int LONGEST_HEADER = 1_024;

  public RawNotification {
    headers =
        headers.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> beginning(it.getValue())));
  }

  /** One whose body says everything. */
  public RawNotification(String aggregator, String id, String body, Instant receivedAt) {
    this(aggregator, id, body, receivedAt, Map.of());
  }

  private static String beginning(String value) {
    return value.length() <= LONGEST_HEADER ? value : value.substring(0, LONGEST_HEADER);
  }
}
