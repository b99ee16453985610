package id.antrean.payments;

import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.FindNotices;
import id.antrean.domain.payment.NoticeRow;
import id.antrean.domain.payment.StoredNotification.State;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The books of a day: every notice that came, and for each that settled a bill what that bill says
 * now. They balance when both sides agree for every payment, to the rupiah.
 */
@Singleton
public final class Books {
  private final FindNotices notices;
  private final FindBilled billed;

  Books(FindNotices notices, FindBilled billed) {
    this.notices = notices;
    this.billed = billed;
  }

  /**
   * A notice, and what its bill says.
   *
   * @param booked what stands on the bill as paid by this payment, or what people accepted as that;
   *     0 where it settled its bill and is not there; null for what settled nothing
   */
  public record Line(NoticeRow notice, @Nullable Long booked) {}

  /**
   * Some of a day.
   *
   * @param next place from which on there is more; null on the last page
   */
  public record Page(List<Line> lines, @Nullable Integer next) {
    public Page {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A page of a day, in the order in which they came.
   *
   * @param from how many came before
   */
  public Page of(LocalDate day, int from, int limit) {
    List<NoticeRow> all = notices.ofDay(day);
    int to = Math.min(all.size(), from + limit);
    List<Line> lines = new ArrayList<>();
    for (NoticeRow notice : all.subList(Math.min(from, to), to)) {
      lines.add(new Line(notice, booked(notice)));
    }
    return new Page(lines, to < all.size() ? to : null);
  }

  private @Nullable Long booked(NoticeRow notice) {
    if (!notice.tookMoney()) {
      return null;
    }
    Optional<Bill> bill =
        billed.by(notice.id().reference()).stream()
            .flatMap(it -> it.booking().bills().stream())
            .filter(it -> it.code().value().equals(notice.id().reference()))
            .findFirst();
    return notice.state() == State.SETTLED
        ? bill.filter(it -> paidBy(it, notice)).map(Bill::amount).orElse(0L)
        : bill.filter(it -> isOf(it.payment(), notice)).map(it -> notice.amount()).orElse(null);
  }

  /**
   * By this payment, whether it stayed or went back since: what went back has notices of its own.
   */
  private static boolean paidBy(Bill bill, NoticeRow notice) {
    return isOf(bill.payment(), notice)
        || bill.receipts().stream()
            .anyMatch(
                receipt ->
                    receipt.aggregator().equals(notice.id().aggregator())
                        && receipt.paymentId().equals(notice.paymentId())
                        && receipt.returned() > 0);
  }

  private static boolean isOf(Bill.@Nullable Payment payment, NoticeRow notice) {
    return payment != null
        && payment.aggregator().equals(notice.id().aggregator())
        && payment.paymentId().equals(notice.paymentId());
  }
}
