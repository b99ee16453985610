package id.antrean.simulation;

import id.antrean.domain.Outcome;
import id.antrean.domain.Refusal;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ApplicationId;
import id.antrean.domain.application.Status;
import id.antrean.domain.application.TimelineEntry.Event;
import id.antrean.domain.booking.HoldId;
import id.antrean.domain.booking.SeatBooking;
import id.antrean.domain.office.Session;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.memory.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules that never break, as what can be seen of them: after every step, and when everything
 * has come to rest. Breaking one throws {@link RuleBroken}.
 */
final class Rules {
  static final String OVERSOLD = "never oversold";
  static final String LEAKED = "never leaked";
  static final String LOST = "never lost";
  static final String EARLY = "never early";
  static final String FORGOTTEN = "never forgotten";
  static final String TWICE = "never twice";
  static final String UNSEATED = "whoever is bound has the seat";
  static final String GUARD = "one live booking a person";
  static final String FORWARD = "versions and payments only go forward";
  static final String SOLD_OUT = "sold out is true";
  static final String NO_FAULT = "no fault of our own";

  /** What a picture in memory may lag behind. */
  private static final Duration PICTURE = Duration.ofSeconds(1);

  // ---- After every step ----

  void sessionChanged(Session before, Session now) {
    boolean claimed = !before.seats().containsAll(now.seats());
    if (claimed && now.seats().size() > now.quota()) {
      throw new RuleBroken(
          OVERSOLD,
          now.id() + " has " + now.seats().size() + " holds at a quota of " + now.quota());
    }
  }

  void applicationChanged(Application before, Application now, Instant at) {
    if (now.version() <= before.version()) {
      throw new RuleBroken(
          FORWARD, name(now) + " went from " + before.version() + " to " + now.version());
    }
    if (before.paidBill().isPresent() && !now.paidBill().equals(before.paidBill())) {
      throw new RuleBroken(FORWARD, name(now) + " was paid, and is not any more");
    }
    if (now.bills().stream().filter(bill -> bill.state() == Bill.State.PAID).count() > 1) {
      throw new RuleBroken(TWICE, name(now) + " is paid twice");
    }
    if (now.timeline().size() > before.timeline().size()
        && now.timeline().getLast().event() == Event.HOLD_EXPIRED) {
      expired(before, at);
    }
  }

  private static void expired(Application before, Instant at) {
    if (before.status() != Status.AWAITING_PAYMENT) {
      throw new RuleBroken(LOST, name(before) + " expired in " + before.status());
    }
    if (at.isBefore(due(before.bound()))) {
      throw new RuleBroken(EARLY, name(before) + " expired before " + due(before.bound()));
    }
  }

  void always(Application application, World world) {
    if (application.status().live() != (application.booking() != null)) {
      throw new RuleBroken(UNSEATED, name(application) + " is " + application.status());
    }
    SeatBooking seat = application.booking();
    if (seat != null && !world.see(seat.session()).seats().contains(seat.hold())) {
      throw new RuleBroken(UNSEATED, name(application) + " is bound to a seat that is free");
    }
  }

  /** What we answered 2xx is stored, or on the queue. */
  void answered(Cast cast) {
    for (String eventId : cast.sender().told()) {
      boolean stored = cast.world().payments.isKept(cast.sender().said(eventId));
      if (!stored && cast.notifications().kept().noneMatch(raw -> raw.body().equals(eventId))) {
        throw new RuleBroken(LOST, eventId + " was answered and is nowhere");
      }
    }
  }

  /**
   * Whoever is told "sold out" is told what was so while they asked, or at most a second before.
   */
  void told(Outcome<Application> outcome, Session session, Instant lastFull, Instant askedAt) {
    if (outcome instanceof Outcome.Refused<Application>(Refusal.SoldOut _)
        && lastFull.isBefore(askedAt.minus(PICTURE))) {
      throw new RuleBroken(SOLD_OUT, session.id() + " had a free seat");
    }
  }

  // ---- At rest ----

  /** No seat is without a hold that is bound. */
  void nothingLeaked(World world) {
    Set<HoldId> bound =
        world.applications.all().stream()
            .map(Application::booking)
            .filter(Objects::nonNull)
            .map(SeatBooking::hold)
            .collect(Collectors.toSet());
    for (Session session : world.seats.all()) {
      for (HoldId hold : session.seats()) {
        if (!bound.contains(hold)) {
          throw new RuleBroken(
              LEAKED, Story.words(hold) + " is in " + session.id() + " and bound by nobody");
        }
      }
    }
  }

  /**
   * No hold that fell due after that moment is held longer than that. What fell due at the moment
   * itself may have lost its message's first delivery to the storm.
   */
  void nothingForgotten(World world, Instant since, Duration tolerance) {
    for (Application application : world.applications.all()) {
      if (application.status() == Status.AWAITING_PAYMENT
          && due(application.bound()).isAfter(since)
          && due(application.bound()).plus(tolerance).isBefore(world.time.instant())) {
        throw new RuleBroken(FORGOTTEN, name(application) + " is past its deadline and still held");
      }
    }
  }

  void atRest(Cast cast) {
    World world = cast.world();
    nothingLeaked(world);
    nothingForgotten(world, Instant.MIN, Duration.ZERO);
    guardsAre(world);
    countsAre(world);
    cast.sender().taken().forEach(money -> settled(money, cast));
  }

  private static void guardsAre(World world) {
    Map<String, ApplicationId> live = new HashMap<>();
    for (Application application : world.applications.all()) {
      if (application.status().live()
          && live.put(application.applicant().nik().lookup(), application.id()) != null) {
        throw new RuleBroken(GUARD, name(application) + " is of a person who has another");
      }
    }
    if (!live.equals(world.applications.guards())) {
      throw new RuleBroken(GUARD, world.applications.guards() + " guarded, " + live + " live");
    }
  }

  private static void countsAre(World world) {
    Map<String, Set<ApplicationId>> unpaid = new HashMap<>();
    for (Application application : world.applications.all()) {
      Set<ApplicationId> held =
          unpaid.computeIfAbsent(application.account(), account -> new HashSet<>());
      if (application.status() == Status.AWAITING_PAYMENT) {
        held.add(application.id());
      }
    }
    unpaid.forEach(
        (account, held) -> {
          if (!held.equals(world.applications.holdsOf(account))) {
            throw new RuleBroken(
                LEAKED,
                account + " holds " + held + ", counted " + world.applications.holdsOf(account));
          }
        });
  }

  private static void settled(Sender.Money money, Cast cast) {
    StoredNotification stored =
        cast.world().payments.kept().stream()
            .filter(kept -> kept.notification().eventId().equals(money.eventId()))
            .findFirst()
            .orElseThrow(() -> new RuleBroken(LOST, money.paymentId() + " was never stored"));
    Optional<Application> application = applicationOf(money, cast.world());
    Optional<Bill> paid = application.flatMap(Application::paidBill);
    boolean paysIt =
        paid.map(Bill::payment).filter(it -> it.paymentId().equals(money.paymentId())).isPresent();
    boolean sound =
        switch (stored.state()) {
          case RECEIVED -> false;
          case SETTLED, NOTED -> paysIt && isPaid(application.orElseThrow());
          case EXCEPTION -> !paysIt && deserved(stored, money, application);
        };
    if (!sound) {
      throw new RuleBroken(
          LOST,
          money
              + " is "
              + stored.state()
              + " "
              + stored.why()
              + " at "
              + application.map(Story::words).orElse("nobody"));
    }
  }

  private static boolean isPaid(Application application) {
    return List.of(Status.CONFIRMED, Status.PAID_UNSCHEDULED, Status.DRAFT)
        .contains(application.status());
  }

  private static boolean deserved(
      StoredNotification stored, Sender.Money money, Optional<Application> application) {
    ExceptionReason why = Optional.ofNullable(stored.why()).orElseThrow();
    PaymentNotification notification = stored.notification();
    return switch (why) {
      case UNKNOWN_BILL -> application.isEmpty();
      case ALREADY_PAID -> application.flatMap(Application::paidBill).isPresent();
      case APPLICATION_CANCELLED ->
          application.filter(it -> it.status() == Status.CANCELLED).isPresent();
      case WRONG_AMOUNT ->
          application.stream()
              .flatMap(it -> it.bills().stream())
              .filter(bill -> bill.code().value().equals(money.reference()))
              .noneMatch(bill -> bill.amount() == notification.amount());
      case WRONG_CURRENCY, TAKEN_BACK, NOT_CONFIRMED_BY_SENDER -> false;
    };
  }

  private static Optional<Application> applicationOf(Sender.Money money, World world) {
    return world.applications.all().stream()
        .filter(
            application ->
                application.bills().stream()
                    .anyMatch(bill -> bill.code().value().equals(money.reference())))
        .findFirst();
  }

  private static Instant due(SeatBooking seat) {
    return Optional.ofNullable(seat.payBy()).orElseThrow().plus(Functions.TERMS.grace());
  }

  private static String name(Application application) {
    return Story.words(application.id());
  }
}
