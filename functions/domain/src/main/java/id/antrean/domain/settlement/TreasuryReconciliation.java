package id.antrean.domain.settlement;

import id.antrean.domain.payment.ListedPayment;
import id.antrean.domain.payment.NoticeRow;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the treasury received for a bill against what senders took for it: "paid" is what a sender
 * says, "received by the state" is what the treasury's number (NTPN) proves, and both have to be
 * said of every rupiah. The treasury names the bill and the amount, not the sender's payment. So a
 * receipt is of the payment that has its number, where its sender told one; else of the oldest one
 * of that amount that has none yet.
 */
public final class TreasuryReconciliation {
  private TreasuryReconciliation() {}

  /** What a receipt says. */
  public sealed interface Finding {
    ListedPayment receipt();
  }

  /** It is of money that a sender told of. */
  public record Proof(ListedPayment receipt, NoticeRow payment) implements Finding {}

  /** It may be of money that its sender has not confirmed yet, or that went back in part. */
  public record Unclear(ListedPayment receipt) implements Finding {}

  /** Nobody told of any money for that bill. */
  public record TreasuryOnly(ListedPayment receipt) implements Finding {}

  /** What was told is another amount. */
  public record OtherAmount(ListedPayment receipt) implements Finding {}

  /** There are more receipts than payments of that amount. */
  public record OneTooMany(ListedPayment receipt) implements Finding {}

  /**
   * What came of one billing code.
   *
   * @param unproved money that was told, did not go back, and has no receipt
   */
  public record Result(List<Finding> findings, List<NoticeRow> unproved) {
    public Result {
      findings = List.copyOf(findings);
      unproved = List.copyOf(unproved);
    }
  }

  /**
   * Holds them against each other.
   *
   * @param receipts every one that is known of that code, whenever it was listed
   * @param told what senders told about it
   */
  public static Result of(Collection<ListedPayment> receipts, Collection<NoticeRow> told) {
    List<NoticeRow> payments = payments(told);
    Map<ListedPayment, NoticeRow> proofs = new LinkedHashMap<>();
    List<NoticeRow> unproved = new ArrayList<>(payments);
    List<ListedPayment> inOrder =
        receipts.stream()
            .sorted(
                Comparator.comparing(ListedPayment::paidAt).thenComparing(ListedPayment::paymentId))
            .toList();
    for (ListedPayment receipt : inOrder) {
      take(unproved, payment -> receipt.paymentId().equals(payment.ntpn()))
          .ifPresent(payment -> proofs.put(receipt, payment));
    }
    for (ListedPayment receipt : inOrder) {
      if (!proofs.containsKey(receipt)) {
        take(unproved, it -> it.ntpn() == null && it.amount() == receipt.amount())
            .ifPresent(payment -> proofs.put(receipt, payment));
      }
    }
    Set<String> wentBack = wentBack(told);
    List<Finding> findings =
        inOrder.stream().map(it -> finding(it, proofs.get(it), payments, told, wentBack)).toList();
    unproved.removeIf(payment -> wentBack.contains(key(payment)));
    return new Result(findings, unproved);
  }

  private static Finding finding(
      ListedPayment receipt,
      @Nullable NoticeRow proved,
      List<NoticeRow> payments,
      Collection<NoticeRow> told,
      Set<String> wentBack) {
    if (proved != null) {
      return new Proof(receipt, proved);
    }
    boolean waits =
        told.stream().anyMatch(row -> row.kind() == Kind.PAID && row.state() == State.RECEIVED);
    if (waits || !wentBack.isEmpty()) {
      return new Unclear(receipt);
    }
    if (payments.isEmpty()) {
      return new TreasuryOnly(receipt);
    }
    return payments.stream().anyMatch(it -> it.amount() == receipt.amount())
        ? new OneTooMany(receipt)
        : new OtherAmount(receipt);
  }

  /** One of each, the oldest first; what a sender never confirmed is no money. */
  private static List<NoticeRow> payments(Collection<NoticeRow> told) {
    Map<String, NoticeRow> payments = new LinkedHashMap<>();
    told.stream()
        .filter(NoticeRow::tookMoney)
        .filter(row -> row.why() != ExceptionReason.NOT_CONFIRMED_BY_SENDER)
        .sorted(Comparator.comparing(NoticeRow::paidAt).thenComparing(NoticeRow::paymentId))
        .forEach(row -> payments.putIfAbsent(key(row), row));
    return new ArrayList<>(payments.values());
  }

  private static Set<String> wentBack(Collection<NoticeRow> told) {
    Set<String> back = new HashSet<>();
    told.stream()
        .filter(row -> row.kind() == Kind.TAKEN_BACK || row.kind() == Kind.FAILED)
        .forEach(row -> back.add(key(row)));
    return back;
  }

  private static Optional<NoticeRow> take(List<NoticeRow> from, Predicate<NoticeRow> wanted) {
    Optional<NoticeRow> found = from.stream().filter(wanted).findFirst();
    found.ifPresent(from::remove);
    return found;
  }

  private static String key(NoticeRow row) {
    return row.id().aggregator() + " " + row.paymentId();
  }
}
