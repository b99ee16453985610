package id.antrean.gateway.view;

import id.antrean.domain.application.Application;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.Receipt;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.gateway.Language;
import id.antrean.gateway.Messages;
import id.antrean.gateway.Times;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money that did not pay the fee or was taken back, of all bills of an application: what its payer
 * has to get back, and what went back already.
 */
public record RefundView(
    String status,
    long amount,
    @Nullable String currency,
    String reason,
    String detail,
    String aggregator,
    String receivedAt) {

  static List<RefundView> of(Application application, Language language) {
    List<RefundView> refunds = new ArrayList<>();
    for (Bill bill : application.booking().bills()) {
      for (Receipt receipt : bill.receipts()) {
        if (receipt.due() > 0) {
          refunds.add(
              refund(application, "REFUND_DUE", receipt, receipt.due(), reason(receipt), language));
        }
        if (receipt.returned() > 0) {
          long returned = receipt.returnedOf(bill.amount());
          refunds.add(refund(application, "REFUNDED", receipt, returned, "RETURNED", language));
        }
      }
    }
    return refunds;
  }

  private static RefundView refund(
      Application application,
      String status,
      Receipt receipt,
      long amount,
      String reason,
      Language language) {
    return new RefundView(
        status,
        amount,
        receipt.currency().isEmpty() ? null : receipt.currency(),
        reason,
        sentence(reason, amount, language),
        receipt.aggregator(),
        Times.at(receipt.at(), ApplicationView.zone(application)));
  }

  private static String reason(Receipt receipt) {
    ExceptionReason why = receipt.why();
    return why == null ? "RETURNED" : why.name();
  }

  /** What is said of such money, also by the timeline. */
  static String sentence(String reason, long amount, Language language) {
    return Messages.text(language, "money." + reason, rupiah(amount, language));
  }

  /** Without the locale data of the platform, which a native image does not have. */
  private static String rupiah(long amount, Language language) {
    StringBuilder digits = new StringBuilder(Long.toString(amount));
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      digits.insert(i, language == Language.INDONESIAN ? '.' : ',');
    }
    return "Rp" + digits;
  }
}
