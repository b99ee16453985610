package id.antrean.senders.snap;

import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.SenderUse;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.gateway.Answer;
import id.antrean.senders.Digests;
import id.antrean.senders.SenderIds;
import id.antrean.senders.snap.SnapPaymentView.SnapPaymentDataView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a partner tells of money: services 25, a virtual account was paid, and 52, what became of a
 * QRIS payment. Money for an account that settles nothing is refused in the standard's code, so
 * that its bank gives it back at once, and is on our list all the same until that is known; QRIS
 * money has moved already, and is taken in whatever it is.
 */
final class NotifyDoor extends SnapDoor {
  private static final List<String> KEPT_HEADERS =
      List.of("X-TIMESTAMP", "X-SIGNATURE", "X-PARTNER-ID", "X-EXTERNAL-ID", "CHANNEL-ID");

  /** No bill is paid after that, and no bank repeats a request. */
  private static final Duration REQUEST_KEPT = Duration.ofDays(400);

  NotifyDoor(SnapService service, Function<String, SnapPartner> partners, AccessTokens tokens) {
    super(service, partners, tokens);
  }

  @Override
  Heard hear(SnapCall call, Instant now) {
    Optional<Heard> refused = refused(call, now);
    if (refused.isPresent()) {
      return refused.get();
    }
    RawNotification raw = raw(call, now);
    SnapBody body = SnapBody.of(raw);
    List<Use> uses = new ArrayList<>();
    uses.add(externalId(call, now));
    if (service() == SnapService.VA_PAYMENT && body.missing() == null) {
      uses.add(request(call, body, now));
    }
    return new Tells(uses, raw, stored -> answer(stored, body, now));
  }

  private static RawNotification raw(SnapCall call, Instant now) {
    Map<String, String> headers = new LinkedHashMap<>();
    KEPT_HEADERS.forEach(
        name -> call.request().header(name).ifPresent(value -> headers.put(name, value.strip())));
    return new RawNotification(
        Snap.NAME,
        SnapBody.id(call.partner().name(), call.service()),
        new String(call.request().body(), StandardCharsets.UTF_8),
        now,
        headers);
  }

  /** A payment's request may be repeated, but not with another bill or amount. */
  private Use request(SnapCall call, SnapBody body, Instant now) {
    String what = body.reference() + "|" + body.amount();
    return new Use(
        new SenderUse(
            "snap#"
                + call.partner().name()
                + "#request#"
                + SenderIds.of(body.text("paymentRequestId")),
            Digests.hex(Digests.sha256(what.getBytes(StandardCharsets.UTF_8))),
            now.plus(REQUEST_KEPT)),
        SnapResponse.INCONSISTENT.answer(
            service(), "this paymentRequestId came with another bill or amount", now));
  }

  private Answer answer(Optional<StoredNotification> stored, SnapBody body, Instant now) {
    String missing = body.missing();
    if (missing != null) {
      if (missing.isEmpty()) {
        return SnapResponse.BAD_REQUEST.answer(service(), "the body is not a JSON object", now);
      }
      String field = missing.substring(1);
      SnapResponse response =
          body.isSent(field) ? SnapResponse.INVALID_FORMAT : SnapResponse.MISSING_FIELD;
      return response.answer(service(), field, now);
    }
    return service() == SnapService.QR_NOTIFY
        ? SnapResponse.SUCCESSFUL.answer(service(), now)
        : ofPayment(stored, body, now);
  }

  private Answer ofPayment(Optional<StoredNotification> stored, SnapBody body, Instant now) {
    if (stored.isEmpty() || stored.get().state() == StoredNotification.State.RECEIVED) {
      return SnapResponse.IN_PROGRESS.answer(service(), now);
    }
    ExceptionReason why = stored.get().why();
    return why == null
        ? SnapResponse.SUCCESSFUL.answer(view(body), now)
        : refusal(why).answer(service(), now);
  }

  private static SnapResponse refusal(ExceptionReason why) {
    return switch (why) {
      case UNKNOWN_BILL,
          NOT_UNDERSTOOD,
          NOT_CONFIRMED_BY_SENDER,
          NOT_ON_SENDERS_LIST,
          LISTED_WITH_ANOTHER_AMOUNT,
          LISTED_TWICE,
          NOT_RECEIVED_BY_TREASURY,
          RECEIVED_BY_TREASURY_ONLY ->
          SnapResponse.BILL_NOT_FOUND;
      case WRONG_AMOUNT, WRONG_CURRENCY -> SnapResponse.INVALID_AMOUNT;
      case ALREADY_PAID -> SnapResponse.PAID_BILL;
      case APPLICATION_CANCELLED, TAKEN_BACK -> SnapResponse.EXPIRED_BILL;
    };
  }

  private SnapPaymentView view(SnapBody body) {
    return new SnapPaymentView(
        SnapResponse.SUCCESSFUL.code(service()),
        SnapResponse.SUCCESSFUL.message(),
        new SnapPaymentDataView(
            body.text("partnerServiceId"),
            body.text("customerNo"),
            body.text("virtualAccountNo"),
            "PNBP PASPOR",
            body.text("paymentRequestId"),
            SnapAmountView.of(body.amount()),
            "00"));
  }
}
