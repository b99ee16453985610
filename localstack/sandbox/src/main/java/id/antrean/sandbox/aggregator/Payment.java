package id.antrean.sandbox.aggregator;

import java.time.Instant;
import java.util.Optional;

/**
 * A payment that somebody makes at an aggregator.
 *
 * @param billingCode what is paid, possibly unknown to the system
 * @param paymentId which payment it is about, the aggregator's own id; a new one where it is left
 *     out, or for money that goes back the latest of that code
 * @param amount in whole units of the currency; of money that goes back, how much
 * @param fee that the customer pays on top, for the aggregator
 * @param status in the aggregator's words
 * @param channel in the aggregator's words, if one was asked for
 * @param format of the notification, if one was asked for
 * @param paidAt when the money was received
 * @param sentAt business time at which the notification is written
 */
public record Payment(
    String billingCode,
    Optional<String> paymentId,
    long amount,
    long fee,
    String currency,
    String status,
    Optional<String> channel,
    Optional<String> format,
    Instant paidAt,
    Instant sentAt) {
  /** The same for a code that the aggregator had made. */
  public Payment forCode(String reference, String id) {
    return new Payment(
        reference, Optional.of(id), amount, fee, currency, status, channel, format, paidAt, sentAt);
  }
}
