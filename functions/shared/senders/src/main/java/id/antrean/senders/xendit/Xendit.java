package id.antrean.senders.xendit;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.gateway.Request;
import id.antrean.senders.Digests;
import id.antrean.senders.Keys;
import id.antrean.senders.PayableCodes;
import id.antrean.senders.SenderJson;
import id.antrean.senders.SettlementList;
import id.antrean.senders.WebhookSender;
import id.antrean.senders.Why;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Xendit's callbacks. They carry one token for the account and no signature: whoever saw one can
 * write any, so that Xendit's API is asked before money counts, and before it is gone.
 * docs.xendit.co/docs/handling-webhooks.
 */
public final class Xendit implements WebhookSender {
  static final String NAME = "xendit";
  private static final String TOKEN = "x-callback-token";
  private static final String ID = "webhook-id";
  private final Keys callbackTokens;
  private final XenditApi api;

  public Xendit(Keys callbackTokens, XenditApi api) {
    this.callbackTokens = callbackTokens;
    this.api = api;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean signsEverything() {
    return false;
  }

  @Override
  public Optional<PayableCodes> codes() {
    return api.isThere() ? Optional.of(new XenditCodes(api)) : Optional.empty();
  }

  @Override
  public Optional<SettlementList> settlementList() {
    return Optional.of(new XenditList());
  }

  @Override
  public Verdict verify(Request webhook, Instant now) {
    Optional<String> token = webhook.header(TOKEN).filter(it -> !it.isBlank());
    if (token.isEmpty()) {
      return new Refused(Why.MISSING_HEADER);
    }
    return callbackTokens.fitting(key -> Digests.same(key, token.get())).isPresent()
        ? new Authentic(raw(webhook, now))
        : new Refused(Why.WRONG_TOKEN);
  }

  /** The id that it may have is kept and decides nothing: what it is about says which it is. */
  private static RawNotification raw(Request webhook, Instant now) {
    return new RawNotification(
        NAME,
        "",
        new String(webhook.body(), StandardCharsets.UTF_8),
        now,
        webhook.header(ID).map(id -> Map.of(ID, id)).orElse(Map.of()));
  }

  @Override
  public Translation translate(RawNotification raw) {
    return SenderJson.object(raw.body())
        .map(body -> XenditCallback.translation(raw, body))
        .orElseGet(() -> XenditPayment.notUnderstood(raw, ""));
  }

  /** Agreed when the API knows the same of the same payment for the same bill. */
  @Override
  public Confirmation confirm(PaymentNotification claimed, RawNotification raw) {
    return SenderJson.object(raw.body())
        .flatMap(XenditCallback::of)
        .<Confirmation>map(
            callback ->
                switch (api.find(callback)) {
                  case XenditApi.Silent() -> new NoAnswer();
                  case XenditApi.Nothing() -> new NotSo();
                  case XenditApi.Found(JsonNode known) ->
                      compare(claimed, callback.as(known).payment(raw));
                })
        .orElseGet(NotSo::new);
  }

  private static Confirmation compare(PaymentNotification claimed, PaymentNotification known) {
    boolean agrees =
        known.isOf(claimed.aggregator(), claimed.paymentId())
            && (known.reference().equals(claimed.reference())
                || claimed.kind() == PaymentNotification.Kind.TAKEN_BACK)
            && known.kind() == claimed.kind()
            && known.amount() != PaymentNotification.NOT_TOLD;
    return agrees ? new Confirmed(confirmed(claimed, known)) : new NotSo();
  }

  /** The notice keeps its identity; what counts is the API's. */
  private static PaymentNotification confirmed(
      PaymentNotification claimed, PaymentNotification known) {
    return new PaymentNotification(
        claimed.aggregator(),
        claimed.eventId(),
        claimed.paymentId(),
        known.reference(),
        known.amount(),
        known.returnedInAll(),
        known.currency(),
        claimed.kind(),
        known.paidAt(),
        known.channel(),
        null);
  }
}
