package id.antrean.senders.xendit;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.senders.Aggregator.NotUnderstood;
import id.antrean.senders.References;
import id.antrean.senders.SenderIds;
import id.antrean.senders.SenderTimes;
import id.antrean.senders.WholeRupiah;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a callback says of one payment, wherever its product writes it.
 *
 * @param paymentId which payment; empty where it does not say
 * @param word what it says happened, part of the notice's identity
 * @param time when, as written
 */
record XenditPayment(
    String paymentId,
    String word,
    String reference,
    JsonNode amount,
    String currency,
    Kind kind,
    String time,
    @Nullable String channel) {

  PaymentNotification notification(RawNotification raw) {
    long rupiah = WholeRupiah.of(amount);
    return new PaymentNotification(
        Xendit.NAME,
        SenderIds.of(paymentId + "." + word),
        SenderIds.of(paymentId),
        References.of(reference),
        rupiah,
        PaymentNotification.NOT_TOLD,
        currency,
        kind,
        SenderTimes.paidAt(time, raw.receivedAt()),
        channel,
        null);
  }

  /** Whether money moved, so that it has to say how much. */
  boolean needsAmount() {
    return kind == Kind.PAID || kind == Kind.TAKEN_BACK;
  }

  /** What is kept of a callback that says too little. */
  static NotUnderstood notUnderstood(RawNotification raw, String pointer) {
    String digest = SenderIds.digest(raw.body());
    return new NotUnderstood(
        new PaymentNotification(
            Xendit.NAME,
            "body." + digest,
            digest,
            // One place a day, so that what nobody understands fills up no more than that.
            "unidentified-"
                + raw.receivedAt().truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10),
            PaymentNotification.NOT_TOLD,
            PaymentNotification.NOT_TOLD,
            "",
            Kind.PENDING,
            raw.receivedAt(),
            null,
            null),
        pointer);
  }
}
