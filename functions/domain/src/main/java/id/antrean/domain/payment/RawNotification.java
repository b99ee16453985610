package id.antrean.domain.payment;

import java.time.Instant;

/**
 * A notification as it came over the wire, after its signature was found good.
 *
 * @param id the sender's id where it comes outside the body (Standard Webhooks), else empty
 * @param body the bytes as text, UTF-8
 */
public record RawNotification(String aggregator, String id, String body, Instant receivedAt) {}
