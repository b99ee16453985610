package id.antrean.senders.doku;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.RawNotification;
import id.antrean.senders.Keys;
import id.antrean.senders.PayableCodes.Paid;
import id.antrean.senders.PayableCodes.Seen;
import id.antrean.senders.PayableCodes.Silent;
import id.antrean.senders.PayableCodes.Unpaid;
import id.antrean.senders.SeeMoney;
import id.antrean.senders.SenderApi;
import id.antrean.senders.SenderIds;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * DOKU's status API: whether money came for an invoice. developers.doku.com, check status,
 * non-SNAP. No code is asked for there: no way is documented to end one of its non-SNAP virtual
 * accounts, and a bill has one live code.
 */
public final class DokuStatus implements SeeMoney {
  private static final String PATH = "/orders/v1/status/";

  private final SenderApi api;
  private final Keys clientIds;
  private final Keys secretKeys;

  public DokuStatus(SenderApi api, Keys clientIds, Keys secretKeys) {
    this.api = api;
    this.clientIds = clientIds;
    this.secretKeys = secretKeys;
  }

  /** Whether there is anybody to ask. */
  boolean isThere() {
    return api.isThere();
  }

  @Override
  public Seen seeBill(BillingCode bill, Instant now) {
    String target = PATH + bill.value();
    return switch (api.get(target, signed(target, now))) {
      case SenderApi.Told told when told.ok() -> seen(told.body(), now);
      // An invoice that DOKU does not know was not paid there.
      case SenderApi.Told(int status, JsonNode _) when status == 404 -> new Unpaid();
      case SenderApi.Told _, SenderApi.Silent _ -> new Silent();
    };
  }

  private static Seen seen(JsonNode body, Instant now) {
    DokuBody answer = new DokuBody(body);
    return answer.isPaid()
        ? new Paid(
            new RawNotification(
                Doku.NAME, SenderIds.of("status." + answer.paymentId()), body.toString(), now))
        : new Unpaid();
  }

  private Map<String, String> signed(String target, Instant now) {
    String client = clientIds.valid().getFirst();
    String request = UUID.randomUUID().toString();
    String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
    DokuSignature signature = new DokuSignature(client, request, time, target, Optional.empty());
    return Map.of(
        "Client-Id", client,
        "Request-Id", request,
        "Request-Timestamp", time,
        "Signature", signature.header(secretKeys.valid().getFirst()));
  }
}
