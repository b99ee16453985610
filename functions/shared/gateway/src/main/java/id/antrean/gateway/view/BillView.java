package id.antrean.gateway.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.Fee;
import id.antrean.domain.payment.Receipt;
import id.antrean.domain.payment.Tariffs;
import id.antrean.gateway.Language;
import id.antrean.gateway.Messages;
import id.antrean.gateway.Times;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What to pay, until when, and how. */
public final class BillView {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Where a billing code of the state can be paid; the sentences are messages. */
  private static final List<String> CHANNELS =
      List.of("BANK", "MOBILE_BANKING", "POST_OFFICE", "MARKETPLACE", "RETAIL_STORE");

  private BillView() {}

  /** Empty before the first hold. */
  public static Optional<ObjectNode> of(Application application, Language language) {
    return application.booking().bill().map(bill -> view(application, bill, language));
  }

  static @Nullable ObjectNode ofOrNull(Application application, Language language) {
    return of(application, language).orElse(null);
  }

  private static ObjectNode view(Application application, Bill bill, Language language) {
    ObjectNode view = JSON.objectNode();
    view.put("billingCode", bill.code().value());
    view.put("amount", bill.amount());
    view.put("currency", "IDR");
    view.put("status", status(application, bill));
    view.put("payBy", ApplicationView.payBy(application));
    ArrayNode lines = view.putArray("lines");
    bill.fee().lines().forEach(line -> lines.add(line(line, language)));
    ArrayNode channels = view.putArray("channels");
    CHANNELS.forEach(
        channel ->
            channels
                .addObject()
                .put("code", channel)
                .put("name", Messages.text(language, "channel." + channel + ".name"))
                .put("detail", Messages.text(language, "channel." + channel)));
    Bill.Payment payment = bill.payment();
    if (payment != null) {
      view.put("paidAt", Times.at(payment.paidAt(), ApplicationView.zone(application)));
      view.put("aggregator", payment.aggregator());
      view.put("channel", payment.channel());
      view.put("ntpn", payment.ntpn());
    }
    view.set("refunds", RefundsView.of(application, language));
    return view;
  }

  /**
   * Whether the fee is paid comes first, then whether it can be paid; only then what became of
   * money that did not pay it.
   */
  private static String status(Application application, Bill bill) {
    if (bill.state() == Bill.State.PAID) {
      return "PAID";
    }
    if (application.status() == Status.AWAITING_PAYMENT) {
      return "UNPAID";
    }
    List<Receipt> receipts =
        application.booking().bills().stream().flatMap(it -> it.receipts().stream()).toList();
    if (receipts.stream().anyMatch(receipt -> receipt.due() > 0)) {
      return "REFUND_DUE";
    }
    if (receipts.stream().anyMatch(receipt -> receipt.returned() > 0)) {
      return "REFUNDED";
    }
    return application.status() == Status.CANCELLED ? "VOID" : "EXPIRED";
  }

  private static ObjectNode line(Fee.Line line, Language language) {
    return JSON.objectNode()
        .put("item", item(line.item()))
        .put("detail", Messages.text(language, "fee." + line.item().name()))
        .put("amount", line.amount());
  }

  private static String item(Tariffs.Item item) {
    return switch (item) {
      case ORDINARY_5, ORDINARY_10, ELECTRONIC_5, ELECTRONIC_10 -> "PASSPORT";
      case LOST -> "LOST";
      case DAMAGED -> "DAMAGED";
      case EXPRESS -> "EXPRESS";
    };
  }
}
