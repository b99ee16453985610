package id.antrean.aws.applications;

import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.Fee;
import id.antrean.domain.payment.PayChannel;
import id.antrean.domain.payment.PayOffer;
import id.antrean.domain.payment.PaymentCode;
import id.antrean.domain.payment.Receipt;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.Tariffs;
import org.jspecify.annotations.Nullable;

/** A bill within an application's item. */
final class BillItem {

  private BillItem() {}

  static ItemWriter of(Bill bill) {
    ItemWriter item =
        new ItemWriter()
            .text("code", bill.code().value())
            .list(
                "lines",
                bill.fee().lines().stream()
                    .map(
                        line ->
                            new ItemWriter()
                                .text("item", line.item().name())
                                .number("amount", line.amount()))
                    .toList())
            .instant("issuedAt", bill.issuedAt())
            .text("state", bill.state().name())
            .map("payment", payment(bill.payment()))
            .map("paymentCode", code(bill.paymentCode()));
    return bill.receipts().isEmpty()
        ? item
        : item.list("receipts", bill.receipts().stream().map(BillItem::receipt).toList());
  }

  static Bill bill(ItemReader item) {
    ItemReader payment = item.mapOrNull("payment");
    return new Bill(
        new BillingCode(item.text("code")),
        new Fee(
            item.list("lines").stream()
                .map(
                    line ->
                        new Fee.Line(
                            Tariffs.Item.valueOf(line.text("item")), line.number("amount")))
                .toList()),
        item.instant("issuedAt"),
        Bill.State.valueOf(item.text("state")),
        payment == null ? null : payment(payment),
        item.list("receipts").stream().map(BillItem::receipt).toList(),
        code(item.mapOrNull("paymentCode")));
  }

  private static @Nullable ItemWriter code(@Nullable PaymentCode code) {
    return code == null
        ? null
        : new ItemWriter()
            .text("channel", code.offer().channel().name())
            .text("aggregator", code.offer().aggregator())
            .text("bank", code.offer().bank())
            .number("attempt", code.attempt())
            .text("state", code.state().name())
            .text("code", code.code())
            .text("qr", code.qr())
            .text("senderId", code.senderId())
            .instant("since", code.since())
            .instant("expiresAt", code.expiresAt());
  }

  private static @Nullable PaymentCode code(@Nullable ItemReader item) {
    return item == null
        ? null
        : new PaymentCode(
            new PayOffer(
                PayChannel.valueOf(item.text("channel")),
                item.text("aggregator"),
                item.textOrNull("bank")),
            item.integer("attempt"),
            PaymentCode.State.valueOf(item.text("state")),
            item.textOrNull("code"),
            item.textOrNull("qr"),
            item.textOrNull("senderId"),
            item.instant("since"),
            item.instant("expiresAt"));
  }

  private static ItemWriter receipt(Receipt receipt) {
    ExceptionReason why = receipt.why();
    return new ItemWriter()
        .text("aggregator", receipt.aggregator())
        .text("paymentId", receipt.paymentId())
        .number("amount", receipt.amount())
        .text("currency", receipt.currency())
        .instant("at", receipt.at())
        .text("why", why == null ? null : why.name())
        .number("returned", receipt.returned());
  }

  private static Receipt receipt(ItemReader item) {
    String why = item.textOrNull("why");
    return new Receipt(
        item.text("aggregator"),
        item.text("paymentId"),
        item.number("amount"),
        item.text("currency"),
        item.instant("at"),
        why == null ? null : ExceptionReason.valueOf(why),
        item.number("returned"));
  }

  private static @Nullable ItemWriter payment(Bill.@Nullable Payment payment) {
    return payment == null
        ? null
        : new ItemWriter()
            .text("aggregator", payment.aggregator())
            .text("paymentId", payment.paymentId())
            .text("channel", payment.channel())
            .instant("paidAt", payment.paidAt())
            .text("ntpn", payment.ntpn());
  }

  private static Bill.Payment payment(ItemReader item) {
    return new Bill.Payment(
        item.text("aggregator"),
        item.text("paymentId"),
        item.textOrNull("channel"),
        item.instant("paidAt"),
        item.textOrNull("ntpn"));
  }
}
