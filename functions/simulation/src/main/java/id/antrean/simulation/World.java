package id.antrean.simulation;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.ApplicationId;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.ArmHold;
import id.antrean.domain.booking.ClaimSeat;
import id.antrean.domain.booking.FindSeats;
import id.antrean.domain.booking.FreeSeat;
import id.antrean.domain.booking.HoldId;
import id.antrean.domain.booking.HoldMessage;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.OfficeId;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.FindBill;
import id.antrean.domain.payment.KeepNotification;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.StoredNotification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All stores of the product in memory, under one clock that a test moves, with faults that a test
 * injects.
 */
public final class World extends Clock
    implements FindApplication,
        FindApplication.Lists,
        SaveApplication,
        ClaimSeat,
        FreeSeat,
        FindSeats,
        ArmHold,
        FindOffice,
        FindBill,
        KeepNotification {

  public final Faults faults = new Faults();

  /** Messages on the deadline queue and when they arrive. */
  public final List<Sent> sent = new ArrayList<>();

  private final Map<ApplicationId, Application> applications = new LinkedHashMap<>();
  private final Map<SessionId, Session> sessions = new LinkedHashMap<>();
  private final Map<OfficeId, Office> offices = new LinkedHashMap<>();
  private final Map<BillingCode, ApplicationId> bills = new HashMap<>();
  private final Map<String, ApplicationId> guards = new HashMap<>();
  private final Map<String, Set<ApplicationId>> holds = new HashMap<>();
  private final Map<String, StoredNotification> notifications = new LinkedHashMap<>();
  private Instant now;

  /** A message on its way. */
  public record Sent(HoldMessage message, Instant arrives) {}

  public World(Instant now) {
    this.now = now;
  }

  // ---- What a test sets and sees ----

  public World has(Office office) {
    offices.put(office.id(), office);
    return this;
  }

  public World has(Session session) {
    sessions.put(session.id(), session);
    return this;
  }

  public World has(Application application) {
    applications.put(application.id(), application);
    return this;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  public Application see(ApplicationId id) {
    return Optional.ofNullable(applications.get(id)).orElseThrow();
  }

  public Session see(SessionId id) {
    return Optional.ofNullable(sessions.get(id)).orElseThrow();
  }

  public List<StoredNotification> kept() {
    return List.copyOf(notifications.values());
  }

  /** Whether that person is marked as having a live booking. */
  public boolean guarded(Application application) {
    return guards.containsKey(application.applicant().nik().lookup());
  }

  /** Takes the messages off the queue that have arrived by now. */
  public List<HoldMessage> arrived() {
    List<Sent> due = sent.stream().filter(message -> !message.arrives().isAfter(now)).toList();
    sent.removeAll(due);
    return due.stream().map(Sent::message).toList();
  }

  // ---- The clock ----

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("business time has no zone");
  }

  // ---- The ports ----

  private <T> T call(String name, Supplier<T> work) {
    faults.beforeCall(name);
    T answer = work.get();
    faults.afterCall(name);
    return answer;
  }

  @Override
  public Optional<Application> find(ApplicationId id) {
    return call("find", () -> Optional.ofNullable(applications.get(id)));
  }

  @Override
  public Page ofAccount(String account, int limit, @Nullable String cursor) {
    return new Page(
        applications.values().stream().filter(it -> it.account().equals(account)).toList(), null);
  }

  @Override
  public Page onDay(OfficeId office, LocalDate day, int limit, @Nullable String cursor) {
    return new Page(
        applications.values().stream()
            .filter(it -> it.booking() != null)
            .filter(it -> it.bound().session().office().equals(office))
            .filter(it -> it.bound().session().date().equals(day))
            .toList(),
        null);
  }

  @Override
  public List<Application> overdue(Instant moment) {
    return applications.values().stream()
        .filter(it -> it.status() == Status.AWAITING_PAYMENT)
        .filter(
            it ->
                Optional.ofNullable(it.bound().payBy())
                    .filter(payBy -> payBy.isBefore(moment))
                    .isPresent())
        .toList();
  }

  @Override
  public boolean create(Application application) {
    return applications.putIfAbsent(application.id(), application) == null;
  }

  @Override
  public SaveOutcome save(Change change) {
    return call("save", () -> saved(change));
  }

  private SaveOutcome saved(Change change) {
    if (see(change.before().id()).version() != change.before().version()) {
      return new Moved();
    }
    Optional<SaveOutcome> refused =
        change.beside().stream()
            .flatMap(beside -> refusal(beside, change.before()).stream())
            .findFirst();
    if (refused.isPresent()) {
      return refused.get();
    }
    change.beside().forEach(beside -> write(beside, change.before()));
    applications.put(change.after().id(), change.after());
    return new Saved();
  }

  private Optional<SaveOutcome> refusal(Change.Beside beside, Application application) {
    return switch (beside) {
      case Change.GuardPerson() -> {
        ApplicationId holder = guards.get(application.applicant().nik().lookup());
        yield holder == null || holder.equals(application.id())
            ? Optional.empty()
            : Optional.of(new PersonHasBooking());
      }
      case Change.CountHold(int limit) -> {
        Set<ApplicationId> held = holds.getOrDefault(application.account(), Set.of());
        yield held.size() < limit || held.contains(application.id())
            ? Optional.empty()
            : Optional.of(new HoldsExhausted(List.copyOf(held)));
      }
      case Change.IssueBill(var bill) ->
          bills.containsKey(bill.code()) ? Optional.of(new BillingCodeTaken()) : Optional.empty();
      case Change.KeepWith(var notification) -> {
        StoredNotification known = notifications.get(key(notification.notification()));
        yield known == null || known.state() == StoredNotification.State.RECEIVED
            ? Optional.empty()
            : Optional.of(new NoticeKnown(known));
      }
      case Change.ReleasePerson(), Change.UncountHold() -> Optional.empty();
    };
  }

  private void write(Change.Beside beside, Application application) {
    switch (beside) {
      case Change.GuardPerson() ->
          guards.put(application.applicant().nik().lookup(), application.id());
      case Change.ReleasePerson() -> guards.remove(application.applicant().nik().lookup());
      case Change.CountHold(int _) ->
          holds
              .computeIfAbsent(application.account(), account -> new HashSet<>())
              .add(application.id());
      case Change.UncountHold() ->
          holds.getOrDefault(application.account(), new HashSet<>()).remove(application.id());
      case Change.IssueBill(var bill) -> bills.put(bill.code(), application.id());
      case Change.KeepWith(var notification) ->
          notifications.put(key(notification.notification()), notification);
    }
  }

  @Override
  public Claim claim(SessionId id, HoldId hold, Instant at) {
    return call("claim", () -> claimed(id, hold, at));
  }

  private Claim claimed(SessionId id, HoldId hold, Instant at) {
    Session session = sessions.get(id);
    if (session == null) {
      return new Unknown();
    }
    if (session.seats().contains(hold)) {
      return new Claimed(session);
    }
    if (session.state() == Session.State.CLOSED) {
      return new Closed();
    }
    if (session.opensAt().isAfter(at)) {
      return new Unopened(session.opensAt());
    }
    if (session.seats().size() >= session.quota()) {
      return new Full(session);
    }
    Set<HoldId> seats = new HashSet<>(session.seats());
    seats.add(hold);
    Session after = withSeats(session, seats, at);
    sessions.put(id, after);
    return new Claimed(after);
  }

  @Override
  public void free(SessionId id, HoldId hold) {
    call(
        "free",
        () -> {
          Session session = see(id);
          Set<HoldId> seats = new HashSet<>(session.seats());
          seats.remove(hold);
          sessions.put(id, withSeats(session, seats, session.lastClaimAt()));
          return hold;
        });
  }

  private static Session withSeats(
      Session session, Set<HoldId> seats, @Nullable Instant lastClaimAt) {
    return new Session(
        session.id(),
        session.zone(),
        session.length(),
        session.quota(),
        session.state(),
        session.opensAt(),
        seats,
        lastClaimAt);
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return Optional.ofNullable(sessions.get(id));
  }

  @Override
  public boolean allPaid(Session session) {
    return session.seats().stream()
        .map(hold -> see(hold.application()))
        .allMatch(it -> it.status() == Status.CONFIRMED);
  }

  @Override
  public void arm(HoldId hold, SessionId session) {
    armAfter(hold, session, Duration.ofMinutes(15));
  }

  @Override
  public void armAfter(HoldId hold, SessionId session, Duration delay) {
    call("arm", () -> sent.add(new Sent(new HoldMessage(hold, session), now.plus(delay))));
  }

  @Override
  public Optional<Office> find(OfficeId id) {
    return Optional.ofNullable(offices.get(id));
  }

  @Override
  public List<Office> all() {
    return List.copyOf(offices.values());
  }

  @Override
  public Optional<ApplicationId> applicationOf(BillingCode code) {
    return Optional.ofNullable(bills.get(code));
  }

  @Override
  public StoredNotification keep(StoredNotification notification) {
    StoredNotification known =
        notifications.putIfAbsent(key(notification.notification()), notification);
    return known == null ? notification : known;
  }

  @Override
  public StoredNotification resolve(StoredNotification notification) {
    String key = key(notification.notification());
    StoredNotification known = notifications.get(key);
    if (known != null && known.state() != StoredNotification.State.RECEIVED) {
      return known;
    }
    notifications.put(key, notification);
    return notification;
  }

  @Override
  public Optional<StoredNotification> find(PaymentNotification notification) {
    return Optional.ofNullable(notifications.get(key(notification)));
  }

  @Override
  public List<StoredNotification> receivedBefore(Instant moment) {
    return notifications.values().stream()
        .filter(it -> it.state() == StoredNotification.State.RECEIVED)
        .filter(it -> it.receivedAt().isBefore(moment))
        .toList();
  }

  private static String key(PaymentNotification notification) {
    return notification.aggregator() + "#" + notification.eventId();
  }
}
