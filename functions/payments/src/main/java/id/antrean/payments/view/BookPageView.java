package id.antrean.payments.view;

import id.antrean.domain.EffectiveDated;
import id.antrean.domain.payment.NoticeRow;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.gateway.Times;
import id.antrean.gateway.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the books of a day, in the order in which the notices came. */
public record BookPageView(String date, List<BookLineView> items, @Nullable String nextCursor)
    implements View {
  public BookPageView {
    items = List.copyOf(items);
  }

  /**
   * A notice, and what its bill says.
   *
   * @param exceptionId under which it is found among the exceptions; null where it is none
   * @param booked the same as amount, where both sides agree; null for what settled nothing
   */
  public record BookLineView(
      String receivedAt,
      String aggregator,
      String paymentId,
      String reference,
      @Nullable String exceptionId,
      Kind kind,
      @Nullable Long amount,
      String currency,
      BookState state,
      @Nullable ExceptionReason reason,
      @Nullable Long booked,
      @Nullable String channel,
      String paidAt,
      @Nullable String ntpn)
      implements View {
    public static BookLineView of(
        NoticeRow notice, @Nullable String exceptionId, @Nullable Long booked) {
      return new BookLineView(
          Times.at(notice.receivedAt(), EffectiveDated.JAKARTA),
          notice.id().aggregator(),
          notice.paymentId(),
          notice.id().reference(),
          exceptionId,
          notice.kind(),
          notice.amount() < 0 ? null : notice.amount(),
          notice.currency(),
          BookState.of(notice.state()),
          notice.why(),
          booked,
          notice.channel(),
          Times.at(notice.paidAt(), EffectiveDated.JAKARTA),
          notice.ntpn());
    }
  }

  /** What became of it. */
  public enum BookState {
    SETTLED,
    NOTED,
    RECEIVED,
    EXCEPTION;

    static BookState of(State state) {
      return switch (state) {
        case SETTLED -> SETTLED;
        case NOTED -> NOTED;
        case RECEIVED -> RECEIVED;
        case EXCEPTION -> EXCEPTION;
        case COUNTED -> throw new IllegalStateException("what is only counted is not kept");
      };
    }
  }
}
