package id.antrean.senders.snap;

import id.antrean.domain.payment.Bill;
import id.antrean.domain.settlement.BillNow;
import id.antrean.gateway.Answer;
import id.antrean.senders.SenderJson;
import id.antrean.senders.SenderTimes;
import id.antrean.senders.snap.SnapBillView.SnapBillDataView;
import id.antrean.senders.snap.SnapBillView.SnapReasonView;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where a bank asks what a bill is, before it takes money: service 24. */
final class InquiryDoor extends SnapDoor {

  InquiryDoor(Function<String, SnapPartner> partners, AccessTokens tokens) {
    super(SnapService.INQUIRY, partners, tokens);
  }

  @Override
  Heard hear(SnapCall call, Instant now) {
    Optional<Heard> refused = refused(call, now);
    if (refused.isPresent()) {
      return refused.get();
    }
    Optional<SnapBody> body =
        SenderJson.object(new String(call.request().body(), StandardCharsets.UTF_8))
            .map(json -> new SnapBody(call.partner().name(), service(), json));
    if (body.isEmpty()) {
      return new Answered(
          SnapResponse.BAD_REQUEST.answer(service(), "the body is not a JSON object", now));
    }
    if (body.get().billOfAccount().isBlank()) {
      return missing("customerNo", now);
    }
    return new Asks(
        List.of(externalId(call, now)),
        body.get().reference(),
        bill -> answer(bill, body.get(), now));
  }

  private Answer answer(BillNow bill, SnapBody asked, Instant now) {
    return switch (bill) {
      case BillNow.Unpaid(Bill unpaid, Instant payBy) ->
          SnapResponse.SUCCESSFUL.answer(view(unpaid, payBy, asked), now);
      case BillNow.Paid() -> SnapResponse.PAID_BILL.answer(service(), now);
      case BillNow.Expired() ->
          SnapResponse.EXPIRED_BILL.answer(
              service(), "the time to pay is over, or another bill took its place", now);
      case BillNow.Unknown() -> SnapResponse.BILL_NOT_FOUND.answer(service(), now);
    };
  }

  private SnapBillView view(Bill bill, Instant payBy, SnapBody asked) {
    return new SnapBillView(
        SnapResponse.SUCCESSFUL.code(service()),
        SnapResponse.SUCCESSFUL.message(),
        new SnapBillDataView(
            "00",
            new SnapReasonView("Success", "Sukses"),
            asked.text("partnerServiceId"),
            asked.text("customerNo"),
            asked.text("virtualAccountNo"),
            "PNBP PASPOR",
            asked.text("inquiryRequestId"),
            SnapAmountView.of(bill.amount()),
            "C",
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(payBy.atOffset(SenderTimes.WIB))));
  }
}
