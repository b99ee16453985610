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

  public Notification withHeader(String name, String value) {
    Map<String, String> others = new HashMap<>(headers);
    others.put(name, value);
    return new Notification(paymentId, path, others, body);
  }
}
