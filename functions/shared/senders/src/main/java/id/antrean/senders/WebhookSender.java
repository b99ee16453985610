package id.antrean.senders;

import id.antrean.domain.payment.RawNotification;
import id.antrean.gateway.Request;
import java.time.Instant;

/** An aggregator that posts to {@code /payments/notifications/{aggregator}}, the place of all. */
public interface WebhookSender extends Aggregator {
  /** Checks the signature over the raw bytes, in constant time. */
  Verdict verify(Request webhook, Instant now);

  /** Whether a notification is the sender's. */
  sealed interface Verdict {}

  /** It is, as it came over the wire. */
  record Authentic(RawNotification raw) implements Verdict {}

  /** It is not, or nobody can tell. */
  record Refused(Why why) implements Verdict {}
}
