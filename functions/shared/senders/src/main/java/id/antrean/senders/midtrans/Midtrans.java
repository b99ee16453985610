package id.antrean.senders.midtrans;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.gateway.Request;
import id.antrean.senders.Digests;
import id.antrean.senders.Keys;
import id.antrean.senders.PayableCodes;
import id.antrean.senders.References;
import id.antrean.senders.SenderIds;
import id.antrean.senders.SenderJson;
import id.antrean.senders.SettlementList;
import id.antrean.senders.WebhookSender;
import id.antrean.senders.Why;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Midtrans' HTTP notifications. The signature covers order, status code and amount, not the
 * transaction's id and status: its status API is asked before money counts, and before it is gone.
 * docs.midtrans.com/docs/https-notification-webhooks.
 */
public final class Midtrans implements WebhookSender {
  private final Keys serverKeys;
  private final StatusApi statusApi;

  public Midtrans(Keys serverKeys, StatusApi statusApi) {
    this.serverKeys = serverKeys;
    this.statusApi = statusApi;
  }

  @Override
  public String name() {
    return MidtransBody.AGGREGATOR;
  }

  @Override
  public boolean signsEverything() {
    return false;
  }

  @Override
  public Optional<PayableCodes> codes() {
    return statusApi.isThere() ? Optional.of(new MidtransCodes(statusApi)) : Optional.empty();
  }

  @Override
  public Optional<SettlementList> settlementList() {
    return Optional.of(new MidtransList());
  }

  @Override
  public Verdict verify(Request webhook, Instant now) {
    String text = new String(webhook.body(), StandardCharsets.UTF_8);
    Optional<JsonNode> body = SenderJson.object(text);
    if (body.isEmpty()) {
      return new Refused(Why.UNREADABLE_BODY);
    }
    if (body.get().path("signature_key").asText("").isEmpty()) {
      return new Refused(Why.MISSING_SIGNATURE);
    }
    return isSigned(body.get())
        ? new Authentic(new RawNotification(name(), "", text, now))
        : new Refused(Why.WRONG_SIGNATURE);
  }

  /** SHA-512 over the three strings exactly as received and the server key. */
  private boolean isSigned(JsonNode body) {
    String signature = body.path("signature_key").asText("");
    String signed =
        body.path("order_id").asText("")
            + body.path("status_code").asText("")
            + body.path("gross_amount").asText("");
    return serverKeys.fitting(key -> Digests.same(sha512(signed + key), signature)).isPresent();
  }

  private static String sha512(String text) {
    return Digests.hex(Digests.sha512(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public Translation translate(RawNotification raw) {
    MidtransBody body =
        SenderJson.object(raw.body())
            .map(MidtransBody::new)
            .orElseThrow(() -> new IllegalArgumentException("it was signed in its members"));
    String missing = body.missing();
    return missing == null
        ? new Understood(body.notification(raw.receivedAt()))
        : new NotUnderstood(unclear(body, raw), missing);
  }

  private PaymentNotification unclear(MidtransBody body, RawNotification raw) {
    return new PaymentNotification(
        name(),
        "body." + SenderIds.digest(raw.body()),
        SenderIds.of(body.transaction()),
        References.of(body.text("order_id")),
        PaymentNotification.NOT_TOLD,
        PaymentNotification.NOT_TOLD,
        "",
        Kind.PENDING,
        raw.receivedAt(),
        null,
        null);
  }

  /**
   * Agreed when the API knows the same of the same payment for the same order; what it says of
   * amounts, times and the way it was paid counts.
   */
  @Override
  public Confirmation confirm(PaymentNotification claimed, RawNotification raw) {
    return switch (statusApi.status(claimed.paymentId())) {
      case StatusApi.Silent() -> new NoAnswer();
      case StatusApi.Told(JsonNode status) -> compare(claimed, new MidtransBody(status));
    };
  }

  static Confirmation compare(PaymentNotification claimed, MidtransBody told) {
    if (told.missing() != null) {
      return new NotSo();
    }
    PaymentNotification known = told.notification(claimed.paidAt());
    boolean agrees =
        known.isOf(claimed.aggregator(), claimed.paymentId())
            && known.reference().equals(claimed.reference())
            && isSo(claimed, known, told);
    return agrees ? new Confirmed(confirmed(claimed, known, told)) : new NotSo();
  }

  private static boolean isSo(
      PaymentNotification claimed, PaymentNotification known, MidtransBody told) {
    return switch (claimed.kind()) {
      // Money that has gone back by now had come.
      case PAID -> known.kind() == Kind.PAID || known.kind() == Kind.TAKEN_BACK;
      case TAKEN_BACK ->
          known.kind() == Kind.TAKEN_BACK && told.eventsOfMoneyBack().contains(claimed.eventId());
      case PENDING, EXPIRED, FAILED -> known.kind() == claimed.kind();
    };
  }

  /** The notice keeps its identity and what it is about; everything else is the API's. */
  private static PaymentNotification confirmed(
      PaymentNotification claimed, PaymentNotification known, MidtransBody told) {
    return new PaymentNotification(
        claimed.aggregator(),
        claimed.eventId(),
        claimed.paymentId(),
        claimed.reference(),
        claimed.kind() == Kind.TAKEN_BACK ? known.amount() : told.originalAmount(),
        known.returnedInAll(),
        known.currency(),
        claimed.kind(),
        known.paidAt(),
        known.channel(),
        known.ntpn());
  }
}
