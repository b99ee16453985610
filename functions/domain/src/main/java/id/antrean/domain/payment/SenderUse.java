package id.antrean.domain.payment;

import java.time.Instant;

/**
 * That a sender used an id of its own for something.
 *
 * @param key which id, of which sender, of which kind
 * @param digest of what it was used for
 * @param until when it may be forgotten
 */
public record SenderUse(String key, String digest, Instant until) {}
