package id.antrean.memory;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.TooLarge;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Appointment;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.FindAppointments;
import id.antrean.domain.application.FindEarlierEntries;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.Status;
import id.antrean.domain.application.Timeline;
import id.antrean.domain.application.TimelineEntry;
import id.antrean.domain.booking.BookingHistory;
import id.antrean.domain.booking.BookingState.Held;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.RememberDeclaration;
import id.antrean.domain.document.RememberedDeclaration;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.seat.FindGuards;
import id.antrean.domain.seat.FindOverdueHolds;
import id.antrean.domain.seat.OverdueHold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Applications, with the guards of their persons, the counts of their accounts and what was
 * declared under which key: a change and what is beside it happen together or not at all. As in a
 * real store there is a largest size that an application can have.
 */
public final class MemoryApplications
    implements FindApplication,
        FindApplication.Lists,
        FindAppointments,
        FindOverdueHolds,
        FindEarlierEntries,
        FindGuards,
        RememberDeclaration,
        SaveApplication {
  /** What an application has at the most: a timeline, a file of each kind, a bill of each fee. */
  private static final int LARGEST =
      Timeline.MOST + BookingHistory.EXPIRIES + DocumentKind.values().length + 24;

  private static final Comparator<Application> NEWEST_FIRST =
      Comparator.comparing(Application::createdAt)
          .thenComparing(application -> application.id().value())
          .reversed();

  private final Calls calls;
  private final MemoryPayments payments;
  private final Map<ApplicationId, Application> applications = new LinkedHashMap<>();
  private final Map<String, ApplicationId> guards = new HashMap<>();
  private final Map<String, Set<ApplicationId>> holds = new HashMap<>();
  private final Map<ApplicationId, List<TimelineEntry>> earlier = new HashMap<>();
  private final Map<String, RememberedDeclaration> declarations = new HashMap<>();
  private int largest = LARGEST;

  MemoryApplications(Calls calls, MemoryPayments payments) {
    this.calls = calls;
    this.payments = payments;
  }

  /** With the guards that it has as it stands, and its bills. */
  void add(Application application) {
    applications.put(application.id(), application);
    application.booking().bills().forEach(bill -> payments.issue(bill.code(), application.id()));
    if (application.status().live()) {
      guards.put(application.dossier().applicant().nik().lookup(), application.id());
    }
    if (application.status() == Status.AWAITING_PAYMENT) {
      write(new Change.CountHold(0), application);
    }
  }

  /** From now on an application has at most so many entries, expiries, files and bills. */
  public void takeAtMost(int things) {
    largest = things;
  }

  /** How many things there are in an application: what its size is measured by here. */
  public static int size(Application application) {
    return application.timeline().recent().size()
        + application.booking().history().expiries().size()
        + application.dossier().documents().size()
        + application.booking().bills().size();
  }

  public Collection<Application> all() {
    return Collections.unmodifiableCollection(applications.values());
  }

  public Application see(ApplicationId id) {
    return Optional.ofNullable(applications.get(id)).orElseThrow();
  }

  /** Who is marked as having a live booking, by the person's lookup. */
  public Map<String, ApplicationId> guards() {
    return Map.copyOf(guards);
  }

  /** What the store does by itself when an application's time is over. */
  public void forget(ApplicationId id) {
    applications.remove(id);
  }

  /** Takes the person's guard away, whoever has it: what no function does. */
  public void releaseGuard(Application application) {
    guards.remove(application.dossier().applicant().nik().lookup());
  }

  /** Which applications count as unpaid holds of an account. */
  public Set<ApplicationId> holdsOf(String account) {
    return Set.copyOf(holds.getOrDefault(account, Set.of()));
  }

  @Override
  public Optional<Application> find(ApplicationId id) {
    return calls.make("find", () -> Optional.ofNullable(applications.get(id)));
  }

  @Override
  public Optional<RememberedDeclaration> find(String key, Instant now) {
    return calls.make("declaration", () -> known(key, now));
  }

  @Override
  public boolean remember(RememberedDeclaration declaration, Instant now) {
    return calls.make(
        "remember",
        () -> {
          boolean free = known(declaration.key(), now).isEmpty();
          if (free) {
            declarations.put(declaration.key(), declaration);
          }
          return free;
        });
  }

  private Optional<RememberedDeclaration> known(String key, Instant now) {
    return Optional.ofNullable(declarations.get(key)).filter(it -> it.until().isAfter(now));
  }

  @Override
  public List<TimelineEntry> find(ApplicationId application, int from, int most) {
    return calls.make(
        "entries",
        () ->
            earlier.getOrDefault(application, List.of()).stream().skip(from).limit(most).toList());
  }

  @Override
  public Guards find(Application application) {
    return calls.make(
        "guards",
        () ->
            new Guards(
                Optional.ofNullable(guards.get(application.dossier().applicant().nik().lookup())),
                List.copyOf(holdsOf(application.account()))));
  }

  @Override
  public FindApplication.Page ofAccount(String account, int limit, @Nullable String cursor) {
    if (cursor != null && !ApplicationId.isValid(cursor)) {
      throw new FindApplication.BadCursor();
    }
    List<Application> rest =
        calls.make(
            "account",
            () ->
                applications.values().stream()
                    .filter(it -> it.account().equals(account))
                    .sorted(NEWEST_FIRST)
                    .dropWhile(it -> cursor != null && !it.id().value().equals(cursor))
                    .skip(cursor == null ? 0 : 1)
                    .toList());
    List<Application> page = rest.stream().limit(limit).toList();
    return new FindApplication.Page(
        page, page.size() == rest.size() ? null : page.getLast().id().value());
  }

  @Override
  public FindAppointments.Page onDay(
      OfficeId office, LocalDate day, int limit, @Nullable String cursor) {
    return calls.make(
        "day",
        () ->
            new FindAppointments.Page(
                appointments()
                    .filter(it -> it.seat().session().office().equals(office))
                    .filter(it -> it.seat().session().date().equals(day))
                    .toList(),
                null));
  }

  @Override
  public Set<ApplicationId> paidIn(SessionId session) {
    return calls.make(
        "day",
        () ->
            appointments()
                .filter(it -> it.seat().session().equals(session))
                .filter(it -> it.status() != Status.AWAITING_PAYMENT)
                .map(Appointment::application)
                .collect(Collectors.toSet()));
  }

  private Stream<Appointment> appointments() {
    return applications.values().stream().flatMap(it -> Appointment.of(it).stream());
  }

  @Override
  public Stream<OverdueHold> overdue(Instant moment) {
    return calls
        .make(
            "overdue",
            () ->
                applications.values().stream()
                    .map(application -> application.booking().state())
                    .filter(Held.class::isInstance)
                    .map(Held.class::cast)
                    .filter(held -> held.payBy().isBefore(moment))
                    .map(MemoryApplications::overdue)
                    .toList())
        .stream();
  }

  private static OverdueHold overdue(Held held) {
    return new OverdueHold(held.seat().hold(), held.seat().session(), held.payBy());
  }

  @Override
  public boolean create(Application application) {
    return calls.make(
        "create", () -> applications.putIfAbsent(application.id(), application) == null);
  }

  @Override
  public StepOutcome save(Change.Step step) {
    return StepOutcome.class.cast(calls.make("save", () -> saved(step)));
  }

  @Override
  public BindOutcome bind(Change.Bind bind) {
    return BindOutcome.class.cast(calls.make("save", () -> saved(bind)));
  }

  @Override
  public SettleOutcome settle(Change.Settle settle) {
    return SettleOutcome.class.cast(calls.make("save", () -> saved(settle)));
  }

  private SaveOutcome saved(Change change) {
    if (see(change.before().id()).version() != change.before().version()) {
      return new Moved();
    }
    Optional<SaveOutcome> refused =
        change.parts().stream()
            .flatMap(part -> refusal(part, change.before()).stream())
            .findFirst();
    if (refused.isPresent()) {
      return refused.get();
    }
    if (size(change.after()) > largest) {
      throw new TooLarge(change.after().id() + " has " + size(change.after()) + " things");
    }
    change.parts().forEach(part -> write(part, change.before()));
    earlier
        .computeIfAbsent(change.after().id(), id -> new ArrayList<>())
        .addAll(change.entriesMoved());
    applications.put(change.after().id(), change.after());
    return new Saved();
  }

  private Optional<SaveOutcome> refusal(Change.Part part, Application application) {
    return switch (part) {
      case Change.GuardPerson(ApplicationId ended) -> {
        ApplicationId holder = guards.get(application.dossier().applicant().nik().lookup());
        yield holder == null || holder.equals(application.id()) || holder.equals(ended)
            ? Optional.empty()
            : Optional.of(new PersonHasBooking());
      }
      case Change.StillAt(ApplicationId other, int version) ->
          see(other).version() == version ? Optional.empty() : Optional.of(new PersonHasBooking());
      case Change.StillGone(ApplicationId other) ->
          applications.containsKey(other) ? Optional.of(new PersonHasBooking()) : Optional.empty();
      case Change.CountHold(int limit) -> {
        Set<ApplicationId> held = holdsOf(application.account());
        yield held.size() < limit || held.contains(application.id())
            ? Optional.empty()
            : Optional.of(new HoldsExhausted(List.copyOf(held)));
      }
      case Change.IssueBill(var bill) ->
          payments.issued(bill.code()) ? Optional.of(new BillingCodeTaken()) : Optional.empty();
      case Change.KeepWith(var notification) -> {
        StoredNotification known = payments.known(notification.notification());
        yield known == null || payments.mayBeReplaced(known)
            ? Optional.empty()
            : Optional.of(new NoticeKnown(known));
      }
      case Change.Resolve(var notice, var resolution) ->
          payments.mayBeResolved(notice, resolution) ? Optional.empty() : Optional.of(new Moved());
      case Change.Remember(var declaration, Instant now) ->
          known(declaration.key(), now).map(known -> new Moved());
      case Change.ReleasePerson(), Change.UncountHold() -> Optional.empty();
    };
  }

  private void write(Change.Part part, Application application) {
    String person = application.dossier().applicant().nik().lookup();
    switch (part) {
      case Change.GuardPerson _ -> guards.put(person, application.id());
      case Change.StillAt _, Change.StillGone _ -> {}
      case Change.ReleasePerson() -> guards.remove(person, application.id());
      case Change.CountHold(int _) ->
          holds
              .computeIfAbsent(application.account(), account -> new HashSet<>())
              .add(application.id());
      case Change.UncountHold() ->
          holds.getOrDefault(application.account(), new HashSet<>()).remove(application.id());
      case Change.IssueBill(var bill) -> payments.issue(bill.code(), application.id());
      case Change.KeepWith(var notification) -> payments.write(notification);
      case Change.Resolve(var notice, var resolution) -> payments.put(notice, resolution);
      case Change.Remember(var declaration, Instant _) ->
          declarations.put(declaration.key(), declaration);
    }
  }
}
