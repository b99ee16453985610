package id.antrean.domain.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment that an aggregator says it took in, on its list of a day.
 *
 * @param reference what it was for: our billing code when well-formed
 * @param amount whole units; {@link PaymentNotification#NOT_TOLD} where it cannot be read
 * @param ntpn the treasury's receipt, where it tells
 */
public record ListedPayment(
    String paymentId,
    String reference,
    long amount,
    String currency,
    Instant paidAt,
    @Nullable String ntpn) {}
