package id.antrean.domain.settlement;

import id.antrean.domain.payment.ListedPayment;
import id.antrean.domain.payment.NoticeRow;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.StoredNotification.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the treasury received for a bill against what senders took for it. The two have no number in
 * common but the bill's own, so that a receipt is of whichever payment of the same amount has none
 * yet: "paid" is what a sender says, "received by the state" is what the treasury's number (NTPN)
 * proves, and both have to be said of every rupiah.
 */
public final class TreasuryReconciliation {
  private TreasuryReconciliation() {}

  /** What a receipt says. */
  public sealed interface Finding {
    ListedPayment receipt();
  }

  /** It is of money that a sender told of. */
  public record Proof(ListedPayment receipt) implements Finding {}

  /** Nobody told of any money for that bill. */
  public record TreasuryOnly(ListedPayment receipt) implements Finding {}

  /** What was told is another amount. */
  public record OtherAmount(ListedPayment receipt) implements Finding {}

  /** There are more receipts of the amount than payments. */
  public record OneTooMany(ListedPayment receipt) implements Finding {}

  /**
   * What the receipts of one billing code say, each in its turn.
   *
   * @param told what was told about it by whomever; money that its sender has not confirmed yet is
   *     money here, because it may be what the treasury has
   */
  public static List<Finding> of(List<ListedPayment> receipts, Collection<NoticeRow> told) {
    Map<String, NoticeRow> payments = new LinkedHashMap<>();
    told.stream()
        .filter(row -> row.tookMoney() || waitsForItsSender(row))
        .forEach(row -> payments.putIfAbsent(row.id().aggregator() + " " + row.paymentId(), row));
    List<NoticeRow> unproved = new ArrayList<>(payments.values());
    return receipts.stream().map(receipt -> finding(receipt, payments.values(), unproved)).toList();
  }

  private static boolean waitsForItsSender(NoticeRow row) {
    return row.kind() == Kind.PAID && row.state() == State.RECEIVED;
  }

  private static Finding finding(
      ListedPayment receipt, Collection<NoticeRow> payments, List<NoticeRow> unproved) {
    if (payments.isEmpty()) {
      return new TreasuryOnly(receipt);
    }
    for (NoticeRow payment : unproved) {
      if (payment.amount() == receipt.amount()) {
        unproved.remove(payment);
        return new Proof(receipt);
      }
    }
    return payments.stream().anyMatch(it -> it.amount() == receipt.amount())
        ? new OneTooMany(receipt)
        : new OtherAmount(receipt);
  }
}
