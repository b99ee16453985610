package id.antrean.payments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.gateway.Request;
import id.antrean.senders.WebhookSender;
import java.io.IOException;
import java.time.Instant;

/**
 * A sender as it must not be: what was sent is read first, and the signature is held against what
 * was read, not against the bytes.
 */
record ParsesFirst(WebhookSender sender) implements WebhookSender {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Verdict verify(Request webhook, Instant now) {
    return sender.verify(
        new Request(
            webhook.method(),
            webhook.resource(),
            webhook.path(),
            webhook.query(),
            webhook.headers(),
            read(webhook.body()),
            webhook.id()),
        now);
  }

  private static byte[] read(byte[] body) {
    try {
      return JSON.writeValueAsBytes(JSON.readTree(body));
    } catch (JsonProcessingException noJson) {
      return body;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String name() {
    return sender.name();
  }

  @Override
  public Translation translate(RawNotification raw) {
    return sender.translate(raw);
  }

  @Override
  public boolean signsEverything() {
    return sender.signsEverything();
  }

  @Override
  public Confirmation confirm(PaymentNotification claimed, RawNotification raw) {
    return sender.confirm(claimed, raw);
  }
}
