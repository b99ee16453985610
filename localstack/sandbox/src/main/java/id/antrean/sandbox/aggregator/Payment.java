package id.antrean.sandbox.aggregator;

import java.time.Instant;
import java.util.Optional;

/**
 * A payment that somebody makes at an aggregator.
 *
 * @param billingCode what is paid, possibly unknown to the system
 * @param amount in whole units of the currency
 * @param status in the aggregator's words
 * @param channel in the aggregator's words, if one was asked for
 * @param paidAt when the money was received
 * @param sentAt business time at which the notification is written
 */
public record Payment(
    String billingCode,
    long amount,
    String currency,
    String status,
    Optional<String> channel,
    Instant paidAt,
    Instant sentAt) {}
