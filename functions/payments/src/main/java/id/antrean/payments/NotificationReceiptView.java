package id.antrean.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import id.antrean.domain.payment.StoredNotification;
import org.jspecify.annotations.Nullable;

/** What became of a notification, for whoever integrates its sender. */
record NotificationReceiptView(
    boolean received,
    String outcome,
    @JsonInclude(Include.NON_NULL) @Nullable String reason,
    @JsonInclude(Include.NON_NULL) @Nullable String pointer) {

  static NotificationReceiptView of(String outcome) {
    return new NotificationReceiptView(true, outcome, null, null);
  }

  /**
   * @param pointer to what is not understood of it
   */
  static NotificationReceiptView of(StoredNotification stored, @Nullable String pointer) {
    return new NotificationReceiptView(
        true, stored.state().name(), stored.why() == null ? null : stored.why().name(), pointer);
  }
}
