package id.antrean.sandbox.aggregator;

import java.util.HashMap;
import java.util.Map;

/**
 * A webhook as it goes over the wire.
 *
 * @param paymentId the aggregator's own id of the payment
 * @param path where it is posted, under the API's base
 * @param headers beside {@code Content-Type}
 * @param body JSON, byte for byte as signed
 */
public record Notification(
    String paymentId, String path, Map<String, String> headers, String body) {
  public Notification withBody(String other) {
    return new Notification(paymentId, path, headers, other);
  }

  /** The same with these in the place of those of their name. */
  public Notification withHeaders(Map<String, String> newer) {
    Map<String, String> others = new HashMap<>(headers);
    others.putAll(newer);
    return new Notification(paymentId, path, others, body);
  }
}
