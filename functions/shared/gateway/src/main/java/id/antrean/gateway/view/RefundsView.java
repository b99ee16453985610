package id.antrean.gateway.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.application.Application;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.Receipt;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.gateway.Language;
import id.antrean.gateway.Messages;
import id.antrean.gateway.Times;

/**
 * Money that did not pay the fee or was taken back, of all bills of an application: what its payer
 * has to get back, and what went back already.
 */
final class RefundsView {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private RefundsView() {}

  static ArrayNode of(Application application, Language language) {
    ArrayNode refunds = JSON.arrayNode();
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

  private static ObjectNode refund(
      Application application,
      String status,
      Receipt receipt,
      long amount,
      String reason,
      Language language) {
    return JSON.objectNode()
        .put("status", status)
        .put("amount", amount)
        .put("currency", receipt.currency().isEmpty() ? null : receipt.currency())
        .put("reason", reason)
        .put("detail", sentence(reason, amount, language))
        .put("aggregator", receipt.aggregator())
        .put("receivedAt", Times.at(receipt.at(), ApplicationView.zone(application)));
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
