package id.antrean.payments;

import id.antrean.domain.EffectiveDated;
import id.antrean.domain.payment.FindNotices;
import id.antrean.domain.payment.ListedPayment;
import id.antrean.domain.payment.NoticeRow;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.settlement.Reconciliation;
import id.antrean.domain.settlement.Reconciliation.Difference;
import id.antrean.domain.settlement.Reconciliation.OtherAmount;
import id.antrean.domain.settlement.Reconciliation.OursOnly;
import id.antrean.domain.settlement.Reconciliation.TheirsOnly;
import id.antrean.domain.settlement.Reconciliation.Twice;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.EventLog.Detail;
import id.antrean.gateway.LogEvent;
import id.antrean.senders.Aggregator;
import id.antrean.senders.Aggregators;
import id.antrean.senders.References;
import id.antrean.senders.SettlementList;
import id.antrean.senders.Untold;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds each aggregator's list of a day against what it told us. Money that it never told us of is
 * taken in as if it had; every other difference is a person's to look at. Doing it again finds the
 * same, and nothing is there twice.
 */
@Singleton
public final class Reconcile {
  /** Nobody comes again longer, so that no older list is read. */
  private static final int LATEST_DAYS = 7;

  private final Aggregators aggregators;
  private final FindLists lists;
  private final FindNotices notices;
  private final Differences differences;
  private final AcceptNotification accept;
  private final EventLog log;
  private final Clock clock;

  /** Where the lists of aggregators are. */
  public interface FindLists {
    /** As the aggregator wrote it; empty where there is none, or none can be had now. */
    Optional<String> of(String aggregator, LocalDate day);
  }

  public Reconcile(
      Aggregators aggregators,
      FindLists lists,
      FindNotices notices,
      Differences differences,
      AcceptNotification accept,
      EventLog log,
      Clock clock) {
    this.aggregators = aggregators;
    this.lists = lists;
    this.notices = notices;
    this.differences = differences;
    this.accept = accept;
    this.log = log;
    this.clock = clock;
  }

  /**
   * The day that is over, the one before it, whose list may have been late, and of today what is
   * listed already: answers how many differences there are.
   */
  public int untilNow() {
    LocalDate today = clock.instant().atZone(EffectiveDated.JAKARTA).toLocalDate();
    return of(today.minusDays(2), today) + of(today.minusDays(1), today) + of(today, today);
  }

  private int of(LocalDate day, LocalDate today) {
    Map<LocalDate, List<NoticeRow>> told = new HashMap<>();
    for (LocalDate each : around(day)) {
      told.put(each, notices.ofDay(each));
    }
    int count = 0;
    for (Aggregator aggregator : aggregators.all()) {
      Optional<SettlementList> form = aggregator.settlementList();
      if (form.isPresent()) {
        List<Difference> found = of(day, aggregator, form.get(), told);
        if (day.equals(today)) {
          // What is not on a list that is still being written says nothing.
          found.removeIf(difference -> !(difference instanceof TheirsOnly));
        }
        found.forEach(difference -> mend(aggregator, form.get(), difference));
        count += found.size();
      }
    }
    return count;
  }

  private static List<LocalDate> around(LocalDate day) {
    return List.of(day.minusDays(1), day, day.plusDays(1));
  }

  private List<Difference> of(
      LocalDate day,
      Aggregator aggregator,
      SettlementList form,
      Map<LocalDate, List<NoticeRow>> told) {
    Optional<List<ListedPayment>> theirs = lists.of(aggregator.name(), day).flatMap(form::read);
    if (theirs.isEmpty()) {
      log.tell(
          LogEvent.SETTLEMENT_LIST_MISSING,
          "reconcile",
          new Detail("aggregator", aggregator.name()),
          new Detail("day", day.toString()));
      return new ArrayList<>();
    }
    List<NoticeRow> ours = of(aggregator, told.getOrDefault(day, List.of()));
    List<ListedPayment> theirsAround = new ArrayList<>(theirs.get());
    List<NoticeRow> oursAround = new ArrayList<>();
    for (LocalDate each : around(day)) {
      oursAround.addAll(of(aggregator, told.getOrDefault(each, List.of())));
    }
    Set<LocalDate> others = daysOf(ours, day);
    others.addAll(around(day));
    others.remove(day);
    for (LocalDate each : others) {
      lists.of(aggregator.name(), each).flatMap(form::read).ifPresent(theirsAround::addAll);
    }
    return new ArrayList<>(Reconciliation.of(theirs.get(), theirsAround, ours, oursAround));
  }

  /** What was told days after it was paid is on the list of the day on which it was. */
  private static Set<LocalDate> daysOf(List<NoticeRow> ours, LocalDate day) {
    Set<LocalDate> days = new TreeSet<>();
    ours.stream()
        .map(row -> row.paidAt().atZone(EffectiveDated.JAKARTA).toLocalDate())
        .filter(paid -> !paid.isBefore(day.minusDays(LATEST_DAYS)))
        .forEach(days::add);
    return days;
  }

  /**
   * What the aggregator itself told; money that people moved is on no list under the other bill.
   */
  private static List<NoticeRow> of(Aggregator aggregator, List<NoticeRow> rows) {
    return rows.stream()
        .filter(row -> row.id().aggregator().equals(aggregator.name()))
        .filter(row -> !MoveMoney.isMoved(row))
        .toList();
  }

  private void mend(Aggregator aggregator, SettlementList form, Difference difference) {
    switch (difference) {
      case TheirsOnly(ListedPayment payment) -> {
        var _ = accept.accept(aggregator, form.asTold(payment, clock.instant()));
        log.measure("reconcile", Untold.by(aggregator.name()));
      }
      case OursOnly(NoticeRow notice) ->
          differences.put(aggregator.name(), ExceptionReason.NOT_ON_SENDERS_LIST, notice);
      case OtherAmount(NoticeRow notice, ListedPayment payment) ->
          differences.put(
              aggregator.name(),
              ExceptionReason.LISTED_WITH_ANOTHER_AMOUNT,
              notice.id().reference(),
              payment);
      case Twice(ListedPayment payment) ->
          differences.put(
              aggregator.name(),
              ExceptionReason.LISTED_TWICE,
              References.of(payment.reference()),
              payment);
    }
  }
}
