package id.antrean.payments;

import id.antrean.domain.Actor;
import id.antrean.domain.EffectiveDated;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ChangeApplication;
import id.antrean.domain.application.ChangeApplication.Become;
import id.antrean.domain.application.ChangeApplication.Decision;
import id.antrean.domain.application.ChangeApplication.Stay;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.FindNotices;
import id.antrean.domain.payment.KeepNotification;
import id.antrean.domain.payment.ListedPayment;
import id.antrean.domain.payment.NoticeRow;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.domain.settlement.TreasuryReconciliation;
import id.antrean.domain.settlement.TreasuryReconciliation.Finding;
import id.antrean.domain.settlement.TreasuryReconciliation.OneTooMany;
import id.antrean.domain.settlement.TreasuryReconciliation.OtherAmount;
import id.antrean.domain.settlement.TreasuryReconciliation.Proof;
import id.antrean.domain.settlement.TreasuryReconciliation.TreasuryOnly;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.EventLog.Detail;
import id.antrean.gateway.LogEvent;
import id.antrean.payments.Reconcile.FindLists;
import id.antrean.senders.treasury.Treasury;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds the treasury's list of a day against what senders took. Its number is put on the bill that
 * it proves; money that only the treasury has of a day that is over pays its bill, as the senders'
 * own lists were looked at before; every other difference is a person's to look at. Doing it again
 * finds the same, and nothing is there twice.
 */
@Singleton
final class ReconcileTreasury {
  private static final Actor.Service PAYMENTS = new Actor.Service("payments");

  private final FindLists lists;
  private final FindNotices notices;
  private final FindBilled billed;
  private final ChangeApplication changes;
  private final KeepNotification keep;
  private final Differences differences;
  private final ReceivePayment receive;
  private final EventLog log;
  private final Clock clock;

  ReconcileTreasury(
      FindLists lists,
      FindNotices notices,
      FindBilled billed,
      FindApplication applications,
      SaveApplication save,
      KeepNotification keep,
      Differences differences,
      ReceivePayment receive,
      EventLog log,
      Clock clock) {
    this.lists = lists;
    this.notices = notices;
    this.billed = billed;
    this.changes = new ChangeApplication(applications, save::save);
    this.keep = keep;
    this.differences = differences;
    this.receive = receive;
    this.log = log;
    this.clock = clock;
  }

  /** The last two days and today, as {@link Reconcile}: answers how many differences there are. */
  int untilNow() {
    LocalDate today = clock.instant().atZone(EffectiveDated.JAKARTA).toLocalDate();
    int count = 0;
    for (LocalDate day : List.of(today.minusDays(2), today.minusDays(1), today)) {
      count += of(day, day.isBefore(today));
    }
    return count + notReceived(today.minusDays(2));
  }

  private int of(LocalDate day, boolean over) {
    Optional<List<ListedPayment>> receipts = receiptsOf(day);
    if (receipts.isEmpty()) {
      log.tell(
          LogEvent.SETTLEMENT_LIST_MISSING,
          "reconcile",
          new Detail("aggregator", Treasury.NAME),
          new Detail("day", day.toString()));
      return 0;
    }
    int count = 0;
    for (Map.Entry<String, List<ListedPayment>> bill : byReference(receipts.get()).entrySet()) {
      List<NoticeRow> told = told(bill.getKey());
      for (Finding finding : TreasuryReconciliation.of(bill.getValue(), told)) {
        boolean known = finding instanceof Proof && isKnown(finding.receipt(), told);
        count += !known && mend(finding, over) ? 1 : 0;
      }
    }
    return count;
  }

  private static Map<String, List<ListedPayment>> byReference(List<ListedPayment> receipts) {
    return receipts.stream()
        .collect(
            Collectors.groupingBy(
                ListedPayment::reference, LinkedHashMap::new, Collectors.toList()));
  }

  private static boolean isKnown(ListedPayment receipt, List<NoticeRow> told) {
    return told.stream()
        .anyMatch(
            row ->
                row.id().aggregator().equals(Treasury.NAME)
                    && row.paymentId().equals(receipt.paymentId()));
  }

  /** What was told about it, the treasury's own included. */
  private List<NoticeRow> told(String reference) {
    return BillingCode.isValid(reference)
        ? notices.ofBill(new BillingCode(reference)).stream().map(NoticeRow::of).toList()
        : List.of();
  }

  /** Whether it is a difference. */
  private boolean mend(Finding finding, boolean over) {
    return switch (finding) {
      case Proof(ListedPayment receipt) -> {
        proves(receipt);
        yield false;
      }
      case TreasuryOnly(ListedPayment receipt) -> {
        if (over) {
          // What is not taken in now is found again tomorrow: nobody waits for an answer.
          var _ = receive.settle(Treasury.notice(receipt, clock.instant()));
        }
        yield over;
      }
      case OtherAmount(ListedPayment receipt) ->
          put(ExceptionReason.LISTED_WITH_ANOTHER_AMOUNT, receipt, over);
      case OneTooMany(ListedPayment receipt) -> put(ExceptionReason.LISTED_TWICE, receipt, over);
    };
  }

  private boolean put(ExceptionReason why, ListedPayment receipt, boolean over) {
    if (over) {
      differences.put(
          Treasury.NAME,
          why,
          receipt.paymentId(),
          receipt.reference(),
          receipt.amount(),
          receipt.currency());
    }
    return over;
  }

  /** First on the bill, then in the books: what is in the books has been done. */
  private void proves(ListedPayment receipt) {
    billed
        .by(receipt.reference())
        .ifPresent(
            application -> {
              var _ = changes.follow(application.id(), PAYMENTS, it -> numbered(it, receipt));
            });
    var _ = keep.resolve(Treasury.notice(receipt, clock.instant()).noted());
  }

  /** A bill that has a number keeps it: of two receipts for two payments either may come first. */
  private static Decision numbered(Application application, ListedPayment receipt) {
    Optional<Bill> bill =
        application
            .booking()
            .paidBill()
            .filter(it -> it.code().value().equals(receipt.reference()))
            .filter(it -> it.amount() == receipt.amount())
            .filter(it -> it.payment() != null && it.payment().ntpn() == null);
    String number = receipt.ntpn();
    return bill.isEmpty() || number == null
        ? new Stay()
        : new Become(application, application.billNoted(bill.get().provedBy(number)));
  }

  /** What was settled on that day and the treasury has not received by the day after. */
  private int notReceived(LocalDate day) {
    List<ListedPayment> around = new ArrayList<>();
    for (LocalDate each : Reconcile.around(day)) {
      Optional<List<ListedPayment>> receipts = receiptsOf(each);
      if (receipts.isEmpty()) {
        // Of a day whose list is missing nobody can say what is not on it.
        return 0;
      }
      around.addAll(receipts.get());
    }
    Set<String> received =
        around.stream().map(ListedPayment::reference).collect(Collectors.toUnmodifiableSet());
    List<NoticeRow> missing =
        notices.ofDay(day).stream()
            .filter(row -> row.tookMoney() && row.state() == State.SETTLED)
            // What was moved was received for the bill that it first was for.
            .filter(row -> !row.id().eventId().startsWith(MoveMoney.MOVED))
            .filter(row -> !received.contains(row.id().reference()))
            .toList();
    missing.forEach(
        row ->
            differences.put(
                Treasury.NAME,
                ExceptionReason.NOT_ON_SENDERS_LIST,
                row.paymentId(),
                row.id().reference(),
                row.amount(),
                row.currency()));
    return missing.size();
  }

  private Optional<List<ListedPayment>> receiptsOf(LocalDate day) {
    return lists.of(Treasury.NAME, day).flatMap(Treasury::read);
  }
}
