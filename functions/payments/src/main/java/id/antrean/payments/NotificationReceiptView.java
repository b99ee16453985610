package id.antrean.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.gateway.View;
import org.jspecify.annotations.Nullable;

/** What became of a notification, for whoever integrates its sender. */
record NotificationReceiptView(
    boolean received,
    NotificationOutcome outcome,
    @JsonInclude(Include.NON_NULL) @Nullable ExceptionReason reason,
    @JsonInclude(Include.NON_NULL) @Nullable String pointer)
    implements View {

  /** What became of it. */
  enum NotificationOutcome {
    SETTLED,
    NOTED,
    RECEIVED,
    EXCEPTION;

    static NotificationOutcome of(StoredNotification.State state) {
      return switch (state) {
        case SETTLED -> SETTLED;
        case NOTED -> NOTED;
        case RECEIVED -> RECEIVED;
        case EXCEPTION -> EXCEPTION;
        case COUNTED -> throw new IllegalStateException("its sender is asked to come again");
      };
    }
  }

  static NotificationReceiptView of(NotificationOutcome outcome) {
    return new NotificationReceiptView(true, outcome, null, null);
  }

  /**
   * @param pointer to what is not understood of it
   */
  static NotificationReceiptView of(StoredNotification stored, @Nullable String pointer) {
    return new NotificationReceiptView(
        true, NotificationOutcome.of(stored.state()), stored.why(), pointer);
  }
}
