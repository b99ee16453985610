package id.antrean.simulation;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.booking.BookingState.Held;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.counter.Line;
import id.antrean.domain.office.CalendarDay.Setting;
import id.antrean.domain.office.Closure;
import id.antrean.domain.office.ClosureId;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.memory.Samples;
import id.antrean.memory.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules that never break, as what can be seen of them when everything has come to rest.
 * Breaking one throws {@link RuleBroken}, by the names that {@link Rules} has for them.
 */
final class RulesAtRest {

  /**
   * No seat is without a hold that is bound, where somebody could have it: a session that has begun
   * is swept by nobody, and wanted by nobody.
   */
  void nothingLeaked(World world) {
    Set<HoldId> bound =
        world.applications.all().stream()
            .flatMap(application -> application.booking().place().stream())
            .map(Seat::hold)
            .collect(Collectors.toSet());
    for (Session session : world.seats.all()) {
      boolean begun = !world.time.instant().isBefore(session.startsAt());
      for (HoldId hold : session.seats()) {
        if (!begun && !bound.contains(hold)) {
          throw new RuleBroken(
              Rules.LEAKED, Story.words(hold) + " is in " + session.id() + " and bound by nobody");
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
      if (application.booking().state() instanceof Held held
          && Rules.due(held).isAfter(since)
          && Rules.due(held).plus(tolerance).isBefore(world.time.instant())) {
        throw new RuleBroken(
            Rules.FORGOTTEN,
            Story.words(application.id()) + " is past its deadline and still held");
      }
    }
  }

  void atRest(Cast cast) {
    World world = cast.world();
    nothingLeaked(world);
    nothingForgotten(world, Instant.MIN, Duration.ZERO);
    guardsAre(world);
    countsAre(world);
    visitsAre(cast);
    closedAre(world);
    daysAre(cast);
    noStrayCode(cast);
    MoneyAtRest.settled(cast);
  }

  /** What can be paid at an aggregator is the open bill of a seat that is held. */
  private static void noStrayCode(Cast cast) {
    for (SenderCodes.Made code : cast.senders().payableCodes()) {
      boolean due =
          cast.world().applications.all().stream()
              .filter(application -> application.booking().state() instanceof Held)
              .flatMap(application -> application.booking().bill().stream())
              .anyMatch(bill -> bill.code().equals(code.bill()));
      if (!due) {
        throw new RuleBroken(Rules.ONE_CODE, code + " can be paid, and nothing is due");
      }
    }
  }

  private static void guardsAre(World world) {
    Map<String, ApplicationId> live = new HashMap<>();
    for (Application application : world.applications.all()) {
      if (counts(application, world)
          && live.put(application.dossier().applicant().nik().lookup(), application.id()) != null) {
        throw new RuleBroken(
            Rules.GUARD, Story.words(application.id()) + " is of a person who has another");
      }
    }
    Map<String, ApplicationId> guards = world.applications.guards();
    guards.values().stream()
        .map(world::see)
        .filter(holder -> holder.status().live() && !counts(holder, world))
        .forEach(ended -> live.putIfAbsent(ended.dossier().applicant().nik().lookup(), ended.id()));
    if (!live.equals(guards)) {
      throw new RuleBroken(Rules.GUARD, guards + " guarded, " + live + " live");
    }
  }

  /** A paid visit of which nobody says how it went stands in nobody's way after a while. */
  private static boolean counts(Application application, World world) {
    return application.booking().state() instanceof Held
        || application
            .booking()
            .seat()
            .map(seat -> seat.guardedUntil(Functions.TERMS.guardedDays()).toInstant())
            .filter(world.time.instant()::isBefore)
            .isPresent();
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
                Rules.LEAKED,
                account + " holds " + held + ", counted " + world.applications.holdsOf(account));
          }
        });
  }

  /**
   * What is closed has nobody who still has to come; and what was taken back is not closed by it.
   */
  private static void closedAre(World world) {
    Set<ClosureId> standing =
        world.closures.standing().stream().map(Closure::id).collect(Collectors.toSet());
    for (Session session : world.seats.all()) {
      if (!standing.containsAll(session.closures())) {
        throw new RuleBroken(Rules.CLOSED, session.id() + " is closed by what was taken back");
      }
    }
    for (Application application : world.applications.all()) {
      boolean sentAway =
          application.booking().state() instanceof Held
              || application.booking().state() instanceof Confirmed;
      application
          .booking()
          .seat()
          .filter(seat -> sentAway && !world.see(seat.session()).closures().isEmpty())
          .ifPresent(
              seat -> {
                throw new RuleBroken(
                    Rules.CLOSED, Story.words(application.id()) + " is bound to " + seat.session());
              });
    }
  }

  /** What a crash left half set of a day the calendar ends; then its sessions are as planned. */
  private static void daysAre(Cast cast) {
    for (Setting setting : cast.world().calendar.settings()) {
      if (!setting.unfinished().isEmpty()) {
        cast.functions().setDay().finish(Samples.CILEGON, setting);
      }
    }
    // The first of a day was laid out with sessions of the plot's own.
    cast.world().calendar.settings().stream()
        .filter(setting -> setting.revision() > 1)
        .forEach(setting -> dayIs(setting, cast.world()));
  }

  private static void dayIs(Setting setting, World world) {
    Map<SessionId, Session> planned =
        setting.plan().sessionsAt(Samples.CILEGON).stream()
            .collect(Collectors.toMap(Session::id, session -> session));
    for (Session session : world.seats.all()) {
      if (!session.id().date().equals(setting.plan().date())) {
        continue;
      }
      Session plan = planned.get(session.id());
      boolean asSet =
          plan == null
              ? session.state() == Session.State.CLOSED
              : session.quota() == plan.quota()
                  && session.releases().equals(plan.releases())
                  && (session.state() == Session.State.OPEN || !session.closures().isEmpty());
      if (!asSet) {
        throw new RuleBroken(
            Rules.AS_SET,
            session.id() + " is " + session.state() + " with " + session.quota() + " seats");
      }
    }
  }

  /**
   * Whoever is let in is in the line, or comes to be by being let in once more; and only where
   * somebody was let in at all is anybody missed by the schedule.
   */
  private static void visitsAre(Cast cast) {
    World world = cast.world();
    for (Application application : List.copyOf(world.applications.all())) {
      SessionId session = application.booking().latestSession().orElse(null);
      if (session == null) {
        continue;
      }
      Line line = world.counter.see(session.office(), session.date());
      if (application.status() == Status.NO_SHOW
          && isMissedBySchedule(application)
          && !line.somebodyCame()) {
        throw new RuleBroken(
            Rules.MISSED, Story.words(application.id()) + " is missed, and nobody was let in");
      }
      if (application.status() == Status.CHECKED_IN
          && line.visitor(application.id()).isEmpty()
          && isToday(session, world)
          && !(cast.functions().letIn(application.id()) instanceof Outcome.Done)) {
        throw new RuleBroken(
            Rules.IN_LINE, Story.words(application.id()) + " is let in and never called");
      }
    }
  }

  private static boolean isMissedBySchedule(Application application) {
    return application.timeline().recent().stream()
        .anyMatch(entry -> entry.event() instanceof Event.NoShow && entry.role().equals("service"));
  }

  private static boolean isToday(SessionId session, World world) {
    return LocalDate.ofInstant(world.time.instant(), Samples.CILEGON.zone()).equals(session.date());
  }
}
