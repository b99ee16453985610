package id.antrean.domain.payment;

import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the books say of a notice: all that counts, and nothing of what was sent. */
public record NoticeRow(
    NoticeId id,
    String paymentId,
    Kind kind,
    long amount,
    String currency,
    State state,
    @Nullable ExceptionReason why,
    @Nullable String channel,
    @Nullable String ntpn,
    Instant paidAt,
    Instant receivedAt) {
  public static NoticeRow of(StoredNotification stored) {
    PaymentNotification said = stored.notification();
    return new NoticeRow(
        said.id(),
        said.paymentId(),
        said.kind(),
        said.amount(),
        said.currency(),
        stored.state(),
        stored.why(),
        said.channel(),
        said.ntpn(),
        said.paidAt(),
        stored.receivedAt());
  }

  /** Whether it says of money that came, and was taken in for what it is. */
  public boolean tookMoney() {
    return kind == Kind.PAID && (state == State.SETTLED || state == State.EXCEPTION);
  }
}
