package id.antrean.domain.payment;

/**
 * Which notice: a repeat has the same.
 *
 * @param reference what the sender says the money is for
 * @param eventId the sender's identity of the notice
 */
public record NoticeId(String reference, String aggregator, String eventId) {}
