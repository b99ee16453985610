package id.antrean.domain.settlement;

import id.antrean.domain.payment.ListedPayment;
import id.antrean.domain.payment.NoticeRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an aggregator says it took in on a day against what it told us: they should be the same
 * payments for the same money. Payments around midnight are of one day here and of the next there,
 * so that both are looked for in the days around it too.
 */
public final class Reconciliation {
  private Reconciliation() {}

  /** In which way the two lists differ. */
  public sealed interface Difference {}

  /** They took money that they never told us of. */
  public record TheirsOnly(ListedPayment payment) implements Difference {}

  /** They told us of money that they do not have. */
  public record OursOnly(NoticeRow notice) implements Difference {}

  public record OtherAmount(NoticeRow notice, ListedPayment payment) implements Difference {}

  /** They list it more than once. */
  public record Twice(ListedPayment payment) implements Difference {}

  /**
   * The differences of a day.
   *
   * @param theirs of the day
   * @param theirsAround of the day and those beside it
   * @param ours what that aggregator told on the day
   * @param oursAround the same of the day and those beside it
   */
  public static List<Difference> of(
      List<ListedPayment> theirs,
      Collection<ListedPayment> theirsAround,
      List<NoticeRow> ours,
      Collection<NoticeRow> oursAround) {
    List<Difference> differences = new ArrayList<>();
    Map<String, NoticeRow> known = new LinkedHashMap<>();
    oursAround.stream().filter(NoticeRow::tookMoney).forEach(it -> known.put(it.paymentId(), it));
    Set<String> seen = new HashSet<>();
    for (ListedPayment payment : theirs) {
      NoticeRow notice = known.get(payment.paymentId());
      if (!seen.add(payment.paymentId())) {
        differences.add(new Twice(payment));
      } else if (notice == null) {
        differences.add(new TheirsOnly(payment));
      } else if (notice.amount() != payment.amount()) {
        differences.add(new OtherAmount(notice, payment));
      }
    }
    Set<String> listed = new HashSet<>();
    theirsAround.forEach(payment -> listed.add(payment.paymentId()));
    Set<String> told = new HashSet<>();
    ours.stream()
        .filter(NoticeRow::tookMoney)
        .filter(notice -> !listed.contains(notice.paymentId()) && told.add(notice.paymentId()))
        .forEach(notice -> differences.add(new OursOnly(notice)));
    return differences;
  }
}
