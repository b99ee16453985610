package id.antrean.payments.view;

import id.antrean.domain.application.Application;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.Resolution;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.gateway.Times;
import id.antrean.gateway.View;
import id.antrean.gateway.view.ApplicationView;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Money that settled nothing, or a notice of it that nobody understands. */
public record PaymentExceptionView(
    String id,
    ExceptionStatus status,
    ExceptionReason reason,
    String aggregator,
    String paymentId,
    @Nullable Long amount,
    @Nullable String currency,
    @Nullable String billingCode,
    @Nullable String applicationId,
    @Nullable String officeId,
    @Nullable String channel,
    String paidAt,
    String receivedAt,
    @Nullable PaymentResolutionView resolution)
    implements View {
  /** How far people are with it. */
  public enum ExceptionStatus {
    OPEN,
    PROPOSED,
    DECIDED,
    RESOLVED;

    static ExceptionStatus of(@Nullable Resolution resolution) {
      return resolution == null
          ? OPEN
          : switch (resolution.stage()) {
            case PROPOSED -> PROPOSED;
            case DECIDED -> DECIDED;
            case DONE -> RESOLVED;
          };
    }
  }

  /** What was decided, and by whom. */
  public record PaymentResolutionView(
      Resolution.Action action,
      @Nullable String billingCode,
      String reason,
      String proposedBy,
      @Nullable String confirmedBy,
      String at)
      implements View {
    static PaymentResolutionView of(Resolution resolution, @Nullable ZoneId zone) {
      BillingCode target = resolution.target();
      return new PaymentResolutionView(
          resolution.action(),
          target == null ? null : target.value(),
          resolution.reason(),
          resolution.proposedBy(),
          resolution.confirmedBy(),
          Times.at(resolution.at(), zone));
    }
  }

  /**
   * How it stands.
   *
   * @param application null where it is nobody's
   */
  public static PaymentExceptionView of(
      String id,
      StoredNotification notice,
      @Nullable Application application,
      @Nullable Resolution resolution) {
    PaymentNotification money = notice.notification();
    ZoneId zone = application == null ? null : ApplicationView.zone(application);
    return new PaymentExceptionView(
        id,
        ExceptionStatus.of(resolution),
        Objects.requireNonNull(notice.why()),
        money.aggregator(),
        money.paymentId(),
        money.amount() == PaymentNotification.NOT_TOLD ? null : money.amount(),
        money.currency().isEmpty() ? null : money.currency(),
        BillingCode.isValid(money.reference()) ? money.reference() : null,
        application == null ? null : application.id().value(),
        application == null
            ? null
            : application.booking().latestSession().map(it -> it.office().value()).orElse(null),
        money.channel(),
        Times.at(money.paidAt(), zone),
        Times.at(notice.receivedAt(), zone),
        resolution == null ? null : PaymentResolutionView.of(resolution, zone));
  }
}
