package id.antrean.payments;

import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.FindNotices;
import id.antrean.domain.payment.NoticeRow;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.StoredNotification.State;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
   * @param booked what stands on the bill as paid by this payment; 0 where it is not; null for what
   *     settled nothing
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
      boolean settled = notice.state() == State.SETTLED && notice.kind() == Kind.PAID;
      lines.add(new Line(notice, settled ? booked(notice) : null));
    }
    return new Page(lines, to < all.size() ? to : null);
  }

  /**
   * By this payment, whether it stayed or went back since: what went back has notices of its own.
   */
  private Long booked(NoticeRow notice) {
    return billed.by(notice.id().reference()).stream()
        .flatMap(it -> it.booking().bills().stream())
        .filter(bill -> bill.code().value().equals(notice.id().reference()))
        .filter(bill -> paidBy(bill, notice))
        .mapToLong(Bill::amount)
        .findFirst()
        .orElse(0);
  }

  private static boolean paidBy(Bill bill, NoticeRow notice) {
    Bill.Payment payment = bill.payment();
    boolean stands =
        payment != null
            && payment.aggregator().equals(notice.id().aggregator())
            && payment.paymentId().equals(notice.paymentId());
    return stands
        || bill.receipts().stream()
            .anyMatch(
                receipt ->
                    receipt.aggregator().equals(notice.id().aggregator())
                        && receipt.paymentId().equals(notice.paymentId())
                        && receipt.returned() > 0);
  }
}
