package id.antrean.sandbox.aggregator;

import java.util.Map;

/**
 * A webhook as it goes over the wire.
 *
 * @param paymentId the aggregator's own id of the payment
 * @param headers beside {@code Content-Type}
 * @param body JSON, byte for byte as signed
 */
public record Notification(String paymentId, Map<String, String> headers, String body) {
  public Notification withBody(String other) {
    return new Notification(paymentId, headers, other);
  }
}
