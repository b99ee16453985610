package id.antrean.memory;

import id.antrean.domain.application.ApplicationId;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.FindBill;
import id.antrean.domain.payment.KeepNotification;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.StoredNotification;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bills by their code, and every notification that was kept. */
public final class MemoryPayments implements FindBill, KeepNotification {
  private final Calls calls;
  private final Map<BillingCode, ApplicationId> bills = new HashMap<>();
  private final Map<String, StoredNotification> notifications = new LinkedHashMap<>();

  MemoryPayments(Calls calls) {
    this.calls = calls;
  }

  /** Every notification that is kept, in the order they came. */
  public List<StoredNotification> kept() {
    return List.copyOf(notifications.values());
  }

  public boolean isKept(PaymentNotification notification) {
    return notifications.containsKey(key(notification));
  }

  @Nullable StoredNotification known(PaymentNotification notification) {
    return notifications.get(key(notification));
  }

  boolean issued(BillingCode code) {
    return bills.containsKey(code);
  }

  void issue(BillingCode code, ApplicationId application) {
    bills.put(code, application);
  }

  void write(StoredNotification notification) {
    notifications.put(key(notification.notification()), notification);
  }

  @Override
  public Optional<ApplicationId> applicationOf(BillingCode code) {
    return calls.make("bill", () -> Optional.ofNullable(bills.get(code)));
  }

  @Override
  public StoredNotification keep(StoredNotification notification) {
    return calls.make(
        "keep",
        () -> {
          StoredNotification known =
              notifications.putIfAbsent(key(notification.notification()), notification);
          return known == null ? notification : known;
        });
  }

  @Override
  public StoredNotification resolve(StoredNotification notification) {
    return calls.make(
        "resolve",
        () -> {
          StoredNotification known = known(notification.notification());
          if (known != null && known.state() != StoredNotification.State.RECEIVED) {
            return known;
          }
          write(notification);
          return notification;
        });
  }

  @Override
  public Optional<StoredNotification> find(PaymentNotification notification) {
    return calls.make("notification", () -> Optional.ofNullable(known(notification)));
  }

  @Override
  public List<StoredNotification> receivedBefore(Instant moment) {
    return calls.make(
        "received",
        () ->
            notifications.values().stream()
                .filter(it -> it.state() == StoredNotification.State.RECEIVED)
                .filter(it -> it.receivedAt().isBefore(moment))
                .toList());
  }

  private static String key(PaymentNotification notification) {
    return notification.aggregator() + "#" + notification.eventId();
  }
}
