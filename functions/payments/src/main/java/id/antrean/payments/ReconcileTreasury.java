package id.antrean.payments;

import id.antrean.domain.EffectiveDated;
import id.antrean.domain.Unavailable;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.FindNotices;
import id.antrean.domain.payment.ListedPayment;
import id.antrean.domain.payment.NoticeRow;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.domain.settlement.TreasuryReconciliation;
import id.antrean.domain.settlement.TreasuryReconciliation.Finding;
import id.antrean.domain.settlement.TreasuryReconciliation.OneTooMany;
import id.antrean.domain.settlement.TreasuryReconciliation.OtherAmount;
import id.antrean.domain.settlement.TreasuryReconciliation.Proof;
import id.antrean.domain.settlement.TreasuryReconciliation.TreasuryOnly;
import id.antrean.domain.settlement.TreasuryReconciliation.Unclear;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.EventLog.Detail;
import id.antrean.gateway.LogEvent;
import id.antrean.payments.Reconcile.FindLists;
import id.antrean.payments.ReconcileTreasury.Lists.Listed;
import id.antrean.senders.treasury.Treasury;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds the treasury's lists of the last days against what senders took. Its number is put on the
 * bill that it proves, and into the books. What the two do not agree on is a person's to look at
 * once the day and the one after it are over: a sender may tell late, and be listed late. Doing it
 * again finds the same, and nothing is there twice.
 */
@Singleton
final class ReconcileTreasury {
  /** Whoever paid on a day is told of, and received by the treasury, before this one's night. */
  private static final int SETTLED_AFTER_DAYS = 2;

  private final FindLists lists;
  private final FindNotices notices;
  private final ProveBill bill;
  private final Differences differences;
  private final EventLog log;
  private final Clock clock;

  ReconcileTreasury(
      FindLists lists,
      FindNotices notices,
      ProveBill bill,
      Differences differences,
      EventLog log,
      Clock clock) {
    this.lists = lists;
    this.notices = notices;
    this.bill = bill;
    this.differences = differences;
    this.log = log;
    this.clock = clock;
  }

  /**
   * What the treasury lists of the last days.
   *
   * @param complete whether the list of each day that is over could be read
   */
  record Lists(List<Listed> receipts, boolean complete) {
    record Listed(LocalDate day, ListedPayment receipt) {}
  }

  /**
   * Answers how many differences there are. Throws {@link Unavailable} at its end when something of
   * it could not be looked at; the rest has been.
   */
  int untilNow() {
    LocalDate today = clock.instant().atZone(EffectiveDated.JAKARTA).toLocalDate();
    LocalDate settled = today.minusDays(SETTLED_AFTER_DAYS);
    Lists listed = read(settled.minusDays(1), today);
    Set<String> known = known(settled.minusDays(1), today);
    Map<String, List<Listed>> ofBills =
        listed.receipts().stream().collect(Collectors.groupingBy(it -> it.receipt().reference()));
    Set<String> owed = listed.complete() ? settledOn(settled) : Set.of();
    Set<String> references = new TreeSet<>(owed);
    ofBills.forEach(
        (reference, receipts) -> {
          if (receipts.stream().anyMatch(it -> !known.contains(it.receipt().paymentId()))) {
            references.add(reference);
          }
        });
    int count = 0;
    Optional<Unavailable> missed = Optional.empty();
    for (String reference : references) {
      try {
        List<Listed> receipts = ofBills.getOrDefault(reference, List.of());
        count += of(reference, receipts, known, owed.contains(reference), settled);
      } catch (Unavailable notNow) {
        missed = Optional.of(notNow);
      }
    }
    if (missed.isPresent()) {
      throw missed.get();
    }
    return count;
  }

  private Lists read(LocalDate from, LocalDate today) {
    List<Listed> receipts = new ArrayList<>();
    boolean complete = true;
    for (LocalDate day = from; !day.isAfter(today); day = day.plusDays(1)) {
      Optional<List<ListedPayment>> list =
          lists.of(Treasury.NAME, day).flatMap(text -> Treasury.read(text, clock.instant()));
      LocalDate of = day;
      list.ifPresentOrElse(
          all -> all.forEach(receipt -> receipts.add(new Listed(of, receipt))), () -> missing(of));
      complete &= list.isPresent() || day.equals(today);
    }
    return new Lists(receipts, complete);
  }

  private void missing(LocalDate day) {
    log.tell(
        LogEvent.SETTLEMENT_LIST_MISSING,
        "reconcile",
        new Detail("aggregator", Treasury.NAME),
        new Detail("day", day.toString()));
  }

  /** The numbers that are in the books already: each was looked at once, and is not again. */
  private Set<String> known(LocalDate from, LocalDate today) {
    Set<String> numbers = new HashSet<>();
    for (LocalDate day = from; !day.isAfter(today); day = day.plusDays(1)) {
      notices.ofDay(day).stream()
          .filter(ReconcileTreasury::isReceipt)
          .map(NoticeRow::paymentId)
          .forEach(numbers::add);
    }
    return numbers;
  }

  private static boolean isReceipt(NoticeRow row) {
    return row.id().aggregator().equals(Treasury.NAME) && row.kind() == Kind.PAID;
  }

  /** The bills that were settled on that day. */
  private Set<String> settledOn(LocalDate day) {
    return notices.ofDay(day).stream()
        .filter(row -> isOwed(row, day))
        .map(row -> row.id().reference())
        .collect(Collectors.toSet());
  }

  /** What was told days after it was paid was received by the treasury days ago. */
  private static boolean isOwed(NoticeRow row, LocalDate day) {
    LocalDate paid = row.paidAt().atZone(EffectiveDated.JAKARTA).toLocalDate();
    return row.tookMoney()
        && row.state() == State.SETTLED
        && !MoveMoney.isMoved(row)
        && !paid.isBefore(day.minusDays(1));
  }

  // ---- One bill ----

  private int of(
      String reference, List<Listed> listed, Set<String> known, boolean owed, LocalDate settled) {
    List<NoticeRow> rows =
        BillingCode.isValid(reference) ? notices.rowsOfBill(new BillingCode(reference)) : List.of();
    List<NoticeRow> told =
        rows.stream()
            .filter(row -> !row.id().aggregator().equals(Treasury.NAME))
            .filter(row -> !MoveMoney.isMoved(row))
            .toList();
    TreasuryReconciliation.Result result =
        TreasuryReconciliation.of(receipts(reference, rows, listed), told);
    Map<String, LocalDate> fresh = new HashMap<>();
    listed.stream()
        .filter(it -> !known.contains(it.receipt().paymentId()))
        .forEach(it -> fresh.putIfAbsent(it.receipt().paymentId(), it.day()));
    int count = owed ? notReceived(result.unproved(), settled) : 0;
    for (Finding finding : result.findings()) {
      LocalDate day = fresh.get(finding.receipt().paymentId());
      if (day != null && isDifference(finding, !day.isAfter(settled))) {
        count++;
      }
    }
    return count;
  }

  /** Those in the books and those on the lists, each number once. */
  private static Collection<ListedPayment> receipts(
      String reference, List<NoticeRow> rows, List<Listed> listed) {
    Map<String, ListedPayment> receipts = new LinkedHashMap<>();
    rows.stream()
        .filter(ReconcileTreasury::isReceipt)
        .forEach(
            row ->
                receipts.put(
                    row.paymentId(),
                    new ListedPayment(
                        row.paymentId(),
                        reference,
                        row.amount(),
                        row.currency(),
                        row.paidAt(),
                        row.paymentId())));
    listed.stream()
        .map(Listed::receipt)
        .forEach(receipt -> receipts.putIfAbsent(receipt.paymentId(), receipt));
    return receipts.values();
  }

  private boolean isDifference(Finding finding, boolean over) {
    return switch (finding) {
      case Proof proof -> {
        bill.provedBy(proof);
        yield false;
      }
      case Unclear _ -> false;
      case TreasuryOnly(ListedPayment receipt) ->
          over && put(ExceptionReason.RECEIVED_BY_TREASURY_ONLY, receipt);
      case OtherAmount(ListedPayment receipt) ->
          over && put(ExceptionReason.LISTED_WITH_ANOTHER_AMOUNT, receipt);
      case OneTooMany(ListedPayment receipt) -> over && put(ExceptionReason.LISTED_TWICE, receipt);
    };
  }

  private boolean put(ExceptionReason why, ListedPayment receipt) {
    differences.put(Treasury.NAME, why, receipt.reference(), receipt);
    return true;
  }

  private int notReceived(List<NoticeRow> unproved, LocalDate settled) {
    List<NoticeRow> owed = unproved.stream().filter(row -> isOwed(row, settled)).toList();
    owed.forEach(
        row -> differences.put(Treasury.NAME, ExceptionReason.NOT_RECEIVED_BY_TREASURY, row));
    return owed.size();
  }
}
