package id.antrean.gateway.view;

import id.antrean.domain.application.Application;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.Receipt;
import id.antrean.gateway.Language;
import id.antrean.gateway.Messages;
import id.antrean.gateway.Rupiah;
import id.antrean.gateway.Times;
import id.antrean.gateway.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money that did not pay the fee or was taken back, of all bills of an application: what its payer
 * has to get back, and what went back already.
 */
public record RefundView(
    RefundStatus status,
    long amount,
    @Nullable String currency,
    RefundReason reason,
    String detail,
    String aggregator,
    String receivedAt)
    implements View {

  /** Where the money is. */
  public enum RefundStatus {
    REFUND_DUE,
    REFUNDED
  }

  /** Why it did not pay the fee, or that it was taken back. */
  public enum RefundReason {
    WRONG_AMOUNT,
    WRONG_CURRENCY,
    ALREADY_PAID,
    APPLICATION_CANCELLED,
    TAKEN_BACK,
    RETURNED;

    static RefundReason of(Receipt receipt) {
      return switch (receipt.why()) {
        case null -> RETURNED;
        case WRONG_AMOUNT -> WRONG_AMOUNT;
        case WRONG_CURRENCY -> WRONG_CURRENCY;
        case ALREADY_PAID -> ALREADY_PAID;
        case APPLICATION_CANCELLED -> APPLICATION_CANCELLED;
        case TAKEN_BACK -> TAKEN_BACK;
        case UNKNOWN_BILL,
            NOT_CONFIRMED_BY_SENDER,
            NOT_UNDERSTOOD,
            NOT_ON_SENDERS_LIST,
            LISTED_WITH_ANOTHER_AMOUNT,
            LISTED_TWICE,
            NOT_RECEIVED_BY_TREASURY,
            RECEIVED_BY_TREASURY_ONLY ->
            throw new IllegalStateException("no bill has a receipt of such money");
      };
    }
  }

  static List<RefundView> of(Application application, Language language) {
    List<RefundView> refunds = new ArrayList<>();
    for (Bill bill : application.booking().bills()) {
      for (Receipt receipt : bill.receipts()) {
        if (receipt.due() > 0) {
          refunds.add(
              refund(
                  application,
                  RefundStatus.REFUND_DUE,
                  receipt,
                  receipt.due(),
                  RefundReason.of(receipt),
                  language));
        }
        if (receipt.returned() > 0) {
          long returned = receipt.returnedOf(bill.amount());
          refunds.add(
              refund(
                  application,
                  RefundStatus.REFUNDED,
                  receipt,
                  returned,
                  RefundReason.RETURNED,
                  language));
        }
      }
    }
    return refunds;
  }

  private static RefundView refund(
      Application application,
      RefundStatus status,
      Receipt receipt,
      long amount,
      RefundReason reason,
      Language language) {
    return new RefundView(
        status,
        amount,
        receipt.currency().isEmpty() ? null : receipt.currency(),
        reason,
        sentence(reason.name(), amount, language),
        receipt.aggregator(),
        Times.at(receipt.at(), ApplicationView.zone(application)));
  }

  /** What is said of such money, also by the timeline. */
  static String sentence(String reason, long amount, Language language) {
    return Messages.text(language, "money." + reason, Rupiah.said(amount, language));
  }
}
