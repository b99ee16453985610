package id.antrean.gateway.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.Booking;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.Fee;
import id.antrean.domain.payment.Receipt;
import id.antrean.domain.payment.Tariffs;
import id.antrean.gateway.Language;
import id.antrean.gateway.Messages;
import id.antrean.gateway.Times;
import id.antrean.gateway.View;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What to pay, until when, and how. */
public record BillView(
    String billingCode,
    long amount,
    Currency currency,
    BillStatus status,
    @Nullable String payBy,
    List<BillLineView> lines,
    List<PaymentChannelView> channels,
    @JsonUnwrapped @Nullable PaidView paid,
    List<RefundView> refunds)
    implements View {

  /** Where a billing code of the state can be paid; the sentences are messages. */
  private static final List<String> CHANNELS =
      List.of("BANK", "MOBILE_BANKING", "POST_OFFICE", "MARKETPLACE", "RETAIL_STORE");

  /** Where its money stands. */
  public enum BillStatus {
    UNPAID,
    EXPIRED,
    PAID,
    VOID,
    REFUND_DUE,
    REFUNDED
  }

  /** What a fee is made of, whatever the passport costs. */
  public enum BillItem {
    PASSPORT,
    LOST,
    DAMAGED,
    EXPRESS;

    static BillItem of(Tariffs.Item item) {
      return switch (item) {
        case ORDINARY_5, ORDINARY_10, ELECTRONIC_5, ELECTRONIC_10 -> PASSPORT;
        case LOST -> LOST;
        case DAMAGED -> DAMAGED;
        case EXPRESS -> EXPRESS;
      };
    }
  }

  /** What a bill tells beyond once it is paid. */
  public record PaidView(
      String paidAt, String aggregator, @Nullable String channel, @Nullable String ntpn)
      implements View {}

  /** One thing that the fee is for. */
  public record BillLineView(BillItem item, String detail, long amount) implements View {

    static BillLineView of(Fee.Line line, Language language) {
      return new BillLineView(
          BillItem.of(line.item()),
          Messages.text(language, "fee." + line.item().name()),
          line.amount());
    }
  }

  /** Where it can be paid. */
  public record PaymentChannelView(String code, String name, String detail) implements View {

    static PaymentChannelView of(String channel, Language language) {
      return new PaymentChannelView(
          channel,
          Messages.text(language, "channel." + channel + ".name"),
          Messages.text(language, "channel." + channel));
    }
  }

  /** That which counts, or else the latest; empty before the first hold. */
  public static Optional<BillView> of(Application application, Language language) {
    Booking booking = application.booking();
    return booking
        .bill()
        .or(() -> booking.bills().stream().reduce((older, newer) -> newer))
        .map(bill -> view(application, bill, language));
  }

  private static BillView view(Application application, Bill bill, Language language) {
    return new BillView(
        bill.code().value(),
        bill.amount(),
        Currency.IDR,
        status(application, bill),
        BookingView.payBy(application),
        bill.fee().lines().stream().map(line -> BillLineView.of(line, language)).toList(),
        CHANNELS.stream().map(channel -> PaymentChannelView.of(channel, language)).toList(),
        paid(application, bill.payment()),
        RefundView.of(application, language));
  }

  private static @Nullable PaidView paid(Application application, Bill.@Nullable Payment payment) {
    return payment == null
        ? null
        : new PaidView(
            Times.at(payment.paidAt(), ApplicationView.zone(application)),
            payment.aggregator(),
            payment.channel(),
            payment.ntpn());
  }

  /**
   * Whether the fee is paid comes first, then whether it can be paid; only then what became of
   * money that did not pay it.
   */
  private static BillStatus status(Application application, Bill bill) {
    if (bill.state() == Bill.State.PAID) {
      return BillStatus.PAID;
    }
    if (application.status() == Status.AWAITING_PAYMENT) {
      return BillStatus.UNPAID;
    }
    List<Receipt> receipts =
        application.booking().bills().stream().flatMap(it -> it.receipts().stream()).toList();
    if (receipts.stream().anyMatch(receipt -> receipt.due() > 0)) {
      return BillStatus.REFUND_DUE;
    }
    if (receipts.stream().anyMatch(receipt -> receipt.returned() > 0)) {
      return BillStatus.REFUNDED;
    }
    return application.status() == Status.CANCELLED || bill.state() == Bill.State.VOID
        ? BillStatus.VOID
        : BillStatus.EXPIRED;
  }
}
