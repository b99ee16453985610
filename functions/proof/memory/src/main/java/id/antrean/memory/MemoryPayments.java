package id.antrean.memory;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.EffectiveDated;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.CountOpenNotices;
import id.antrean.domain.payment.FindBill;
import id.antrean.domain.payment.FindExceptions;
import id.antrean.domain.payment.FindExceptions.Place;
import id.antrean.domain.payment.FindNotices;
import id.antrean.domain.payment.KeepNotification;
import id.antrean.domain.payment.KeepResolution;
import id.antrean.domain.payment.NoticeId;
import id.antrean.domain.payment.NoticeRow;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.Resolution;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.Asking;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.domain.payment.WaitingNotice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bills by their code, and every notification that was kept. */
public final class MemoryPayments
    implements FindBill,
        KeepNotification,
        KeepResolution,
        FindExceptions,
        FindNotices,
        CountOpenNotices {
  private static final int MOST_OF_BILL = 100;
  private final Calls calls;
  private final Map<BillingCode, ApplicationId> bills = new HashMap<>();
  private final Map<NoticeId, StoredNotification> notifications = new LinkedHashMap<>();
  private final Map<String, Integer> unconfirmed = new HashMap<>();
  private final Map<NoticeId, Resolution> resolutions = new HashMap<>();

  MemoryPayments(Calls calls) {
    this.calls = calls;
  }

  /** Every notification that is kept, in the order they came. */
  public List<StoredNotification> kept() {
    return List.copyOf(notifications.values());
  }

  /** What was kept is gone, and what counted it: no store does that, and a long test has to. */
  public void forget() {
    notifications.clear();
    unconfirmed.clear();
  }

  public boolean isKept(PaymentNotification notification) {
    return notifications.containsKey(notification.id());
  }

  @Nullable StoredNotification known(PaymentNotification notification) {
    return notifications.get(notification.id());
  }

  boolean issued(BillingCode code) {
    return bills.containsKey(code);
  }

  void issue(BillingCode code, ApplicationId application) {
    bills.put(code, application);
  }

  void write(StoredNotification notification) {
    notifications.put(notification.notification().id(), notification);
  }

  @Override
  public Optional<ApplicationId> applicationOf(BillingCode code) {
    return calls.make("bill", () -> Optional.ofNullable(bills.get(code)));
  }

  @Override
  public StoredNotification keepUnconfirmed(StoredNotification notification, int most) {
    return calls.make(
        "keep",
        () -> {
          StoredNotification known = known(notification.notification());
          if (known != null) {
            return known;
          }
          String bill = notification.notification().reference();
          if (unconfirmed.getOrDefault(bill, 0) >= most) {
            return notification.counted();
          }
          unconfirmed.merge(bill, 1, Integer::sum);
          write(notification);
          return notification;
        });
  }

  @Override
  public StoredNotification resolve(StoredNotification notification) {
    return calls.make(
        "resolve",
        () -> {
          StoredNotification known = known(notification.notification());
          if (known != null && !mayBeReplaced(known)) {
            return known;
          }
          write(notification);
          return notification;
        });
  }

  @Override
  public Optional<Resolution> resolutionOf(NoticeId notice) {
    return calls.make("resolution", () -> Optional.ofNullable(resolutions.get(notice)));
  }

  @Override
  public boolean write(NoticeId notice, Resolution next) {
    return calls.make(
        "resolve",
        () -> {
          boolean mayBe = mayBeResolved(notice, next);
          if (mayBe) {
            put(notice, next);
          }
          return mayBe;
        });
  }

  /** What people have decided about is theirs. */
  boolean mayBeReplaced(StoredNotification known) {
    return known.replaceable()
        && (known.state() != State.EXCEPTION
            || !resolutions.containsKey(known.notification().id()));
  }

  boolean mayBeResolved(NoticeId notice, Resolution next) {
    Resolution known = resolutions.get(notice);
    return notifications.containsKey(notice)
        && (known == null ? 0 : known.revision()) == next.revision() - 1;
  }

  void put(NoticeId notice, Resolution next) {
    resolutions.put(notice, next);
  }

  @Override
  public FindExceptions.Page open(int limit, @Nullable Place after) {
    List<StoredNotification> rest =
        calls.make(
            "exceptions",
            () ->
                notifications.values().stream()
                    .filter(it -> it.state() == State.EXCEPTION && !isDone(it))
                    .sorted(Comparator.comparing(StoredNotification::receivedAt))
                    .dropWhile(
                        it -> after != null && !it.notification().id().equals(after.notice()))
                    .skip(after == null ? 0 : 1)
                    .toList());
    List<NoticeId> page = rest.stream().limit(limit).map(it -> it.notification().id()).toList();
    return new FindExceptions.Page(
        page,
        page.size() == rest.size()
            ? null
            : new Place(rest.get(page.size() - 1).receivedAt(), page.getLast()));
  }

  @Override
  public Open unsettled() {
    return open(State.RECEIVED);
  }

  @Override
  public Open exceptions() {
    return open(State.EXCEPTION);
  }

  private Open open(State state) {
    return calls.make(
        "open",
        () -> {
          List<StoredNotification> found =
              notifications.values().stream()
                  .filter(it -> it.state() == state && !isDone(it))
                  .toList();
          return new Open(
              Math.min(found.size(), MOST),
              found.stream()
                  .map(StoredNotification::receivedAt)
                  .min(Comparator.naturalOrder())
                  .orElse(null));
        });
  }

  @Override
  public List<StoredNotification> ofBill(BillingCode bill) {
    return calls.make(
        "notices",
        () ->
            notifications.values().stream()
                .filter(it -> it.notification().reference().equals(bill.value()))
                .limit(MOST_OF_BILL)
                .toList());
  }

  @Override
  public List<NoticeRow> rowsOfBill(BillingCode bill) {
    return calls.make(
        "notices",
        () ->
            notifications.values().stream()
                .filter(it -> it.notification().reference().equals(bill.value()))
                .map(NoticeRow::of)
                .toList());
  }

  @Override
  public List<NoticeRow> ofDay(LocalDate day) {
    return calls.make(
        "day",
        () ->
            notifications.values().stream()
                .filter(
                    it -> it.receivedAt().atZone(EffectiveDated.JAKARTA).toLocalDate().equals(day))
                .sorted(Comparator.comparing(StoredNotification::receivedAt))
                .map(NoticeRow::of)
                .toList());
  }

  private boolean isDone(StoredNotification notice) {
    Resolution known = resolutions.get(notice.notification().id());
    return known != null && known.stage() == Resolution.Stage.DONE;
  }

  @Override
  public boolean postpone(WaitingNotice.Kept seen, Asking next) {
    return calls.make(
        "postpone",
        () -> {
          StoredNotification known = notifications.get(seen.id());
          if (known == null || known.state() != State.RECEIVED || !known.asWaiting().equals(seen)) {
            return false;
          }
          write(known.waiting(next));
          return true;
        });
  }

  @Override
  public Optional<StoredNotification> find(NoticeId id) {
    return calls.make("notification", () -> Optional.ofNullable(notifications.get(id)));
  }

  @Override
  public List<WaitingNotice.Kept> toBeAskedBefore(Instant moment) {
    return calls.make(
        "received",
        () ->
            notifications.values().stream()
                .filter(it -> it.state() == State.RECEIVED)
                .filter(it -> it.askingOrFirst().next().isBefore(moment))
                .map(StoredNotification::asWaiting)
                .toList());
  }
}
