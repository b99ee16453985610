package id.antrean.simulation;

import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.TimelineEntry.Event;
import id.antrean.domain.booking.ArmHold;
import id.antrean.domain.booking.ClaimSeat;
import id.antrean.domain.booking.FindSeats;
import id.antrean.domain.booking.FreeSeat;
import id.antrean.domain.booking.HoldId;
import id.antrean.domain.booking.SeatBooking;
import id.antrean.domain.booking.StartTimer;
import id.antrean.domain.office.ArrangeDay;
import id.antrean.domain.office.CalendarDay;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.OfficeId;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.memory.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Ways to break the protocol, each of which the simulation has to find. */
final class Mutants {
  private Mutants() {}

  static final List<Mutant> ALL =
      List.of(
          new Mutant(
              "no-arm",
              "a seat is claimed without a message that looks after it",
              (deployed, world) -> deployed.holding(ports -> ports.arming(armingNothing()))),
          new Mutant(
              "arm-after-claim",
              "the message is sent after the seat is claimed, not before",
              (deployed, world) -> deployed.holding(Mutants::armingAfterClaim)),
          new Mutant(
              "swap-without-arm",
              "a seat is swapped for another without arming the one that is left",
              (deployed, world) ->
                  deployed.holding(ports -> ports.arming(notArmingBound(ports.arm(), world)))),
          new Mutant(
              "leave-without-arm",
              "a seat is given back without arming it first",
              (deployed, world) -> deployed.leaving(ports -> ports.arming(armingNothing()))),
          new Mutant(
              "reclaim-without-arm",
              "late money claims its seat back without a message that looks after it",
              (deployed, world) -> deployed.payments(ports -> ports.arming(armingNothing()))),
          new Mutant(
              "no-fence",
              "a seat is freed while its hold can still be bound",
              (deployed, world) ->
                  deployed.expiry(ports -> ports.saving(notFencing(ports.save())))),
          new Mutant(
              "bind-without-version",
              "a seat is bound whatever has become of the application meanwhile",
              (deployed, world) ->
                  deployed.holding(
                      ports ->
                          ports.saving(
                              blindly(
                                  ports.save(),
                                  world,
                                  Set.of(Event.SEAT_HELD, Event.SEAT_MOVED))))),
          new Mutant(
              "free-before-swap",
              "the old seat is freed before the application has the new one",
              (deployed, world) -> deployed.holding(Mutants::freeingBeforeSwap)),
          new Mutant(
              "free-after-refusal",
              "a bind refused at the hold's own version frees the seat at once",
              (deployed, world) ->
                  deployed.holding(ports -> ports.saving(takingRefusalForMove(ports.save())))),
          new Mutant(
              "claim-without-quota",
              "the quota is looked at and the seat taken without a condition",
              (deployed, world) ->
                  deployed.holding(ports -> ports.claiming(claimingUnconditionally(ports, world)))),
          new Mutant(
              "counter-beside-set",
              "free seats are counted, and freeing one twice counts it twice",
              (deployed, world) -> counting(deployed, world)),
          new Mutant(
              "expire-early",
              "a hold is expired without looking at its deadline",
              (deployed, world) ->
                  deployed.expiry(ports -> ports.at(ahead(ports.clock(), Duration.ofHours(3))))),
          new Mutant(
              "expire-blindly",
              "a hold is expired whatever has become of the application meanwhile",
              (deployed, world) ->
                  deployed.expiry(
                      ports ->
                          ports.saving(blindly(ports.save(), world, Set.of(Event.HOLD_EXPIRED))))),
          new Mutant(
              "event-without-settlement",
              "a payment's notice is stored as settled before it has settled anything",
              (deployed, world) -> deployed.payments(Mutants::storingTheEventFirst)),
          new Mutant(
              "no-capture",
              "a webhook is answered while the store is down, and nothing is put on the queue",
              (deployed, world) -> deployed.payments(ports -> ports.deferring(raw -> {}))),
          new Mutant(
              "guard-not-taken",
              "nobody looks whether the person has a booking",
              (deployed, world) ->
                  deployed.holding(
                      ports ->
                          ports.saving(
                              without(ports.save(), Change.GuardPerson.class::isInstance)))),
          new Mutant(
              "guard-not-released",
              "an expired hold leaves its person's guard behind",
              (deployed, world) ->
                  deployed.expiry(
                      ports ->
                          ports.saving(
                              without(ports.save(), Change.ReleasePerson.class::isInstance)))),
          new Mutant(
              "count-not-released",
              "an expired hold stays counted",
              (deployed, world) ->
                  deployed.expiry(
                      ports ->
                          ports.saving(
                              without(ports.save(), Change.UncountHold.class::isInstance)))),
          new Mutant(
              "timeout-is-sold-out",
              "a claim that was not answered is told as sold out",
              (deployed, world) ->
                  deployed.holding(
                      ports -> ports.claiming(takingSilenceForFull(ports.claim(), ports.seats())))),
          new Mutant(
              "timer-believed",
              "a timer that could not be started is believed to run",
              (deployed, world) ->
                  deployed.expiry(ports -> ports.timing(believing(ports.timer())))),
          new Mutant(
              "lagging-look",
              "whether a hold is in the session is read from a copy that lags behind",
              (deployed, world) -> deployed.expiry(ports -> ports.seeing(lagging(ports.seats())))),
          new Mutant(
              "session-written-whole",
              "an officer's quota is written with the seats that were read before",
              (deployed, world) ->
                  deployed.offices(ports -> ports.arranging(writingWhole(ports, world)))));

  static Optional<Mutant> named(String name) {
    return ALL.stream().filter(mutant -> mutant.name().equals(name)).findFirst();
  }

  private static ArmHold armingNothing() {
    return new ArmHold() {
      @Override
      public void arm(HoldId hold, SessionId session) {}

      @Override
      public void armAfter(HoldId hold, SessionId session, Duration delay) {}
    };
  }

  private static Ports armingAfterClaim(Ports ports) {
    ClaimSeat claim =
        (session, hold, now) -> {
          ClaimSeat.Claim claimed = ports.claim().claim(session, hold, now);
          ports.arm().arm(hold, session);
          return claimed;
        };
    return ports.arming(armingNothing()).claiming(claim);
  }

  private static ArmHold notArmingBound(ArmHold arm, World world) {
    return new ArmHold() {
      @Override
      public void arm(HoldId hold, SessionId session) {
        SeatBooking bound = world.see(hold.application()).booking();
        if (bound == null || !bound.hold().equals(hold)) {
          arm.arm(hold, session);
        }
      }

      @Override
      public void armAfter(HoldId hold, SessionId session, Duration delay) {
        arm.armAfter(hold, session, delay);
      }
    };
  }

  /** Everything is saved as that says. */
  private static SaveApplication saving(
      SaveApplication save, Function<Change, SaveApplication.SaveOutcome> how) {
    return new SaveApplication() {
      @Override
      public boolean create(Application application) {
        return save.create(application);
      }

      @Override
      public SaveOutcome save(Change change) {
        return how.apply(change);
      }
    };
  }

  private static Event step(Change change) {
    return change.after().timeline().getLast().event();
  }

  private static SaveApplication notFencing(SaveApplication save) {
    return saving(
        save,
        change ->
            step(change) == Event.BOOKING_REPAIRED
                ? new SaveApplication.Saved()
                : save.save(change));
  }

  private static SaveApplication blindly(SaveApplication save, World world, Set<Event> steps) {
    return saving(
        save,
        change -> {
          if (!steps.contains(step(change))) {
            return save.save(change);
          }
          int now = world.see(change.before().id()).version();
          return save.save(
              new Change(at(change.before(), now), at(change.after(), now + 1), change.beside()));
        });
  }

  private static Application at(Application application, int version) {
    return new Application(
        application.id(),
        application.account(),
        version,
        application.status(),
        application.passport(),
        application.applicant(),
        application.identity(),
        application.documents(),
        application.bills(),
        application.booking(),
        application.lastSession(),
        application.rescheduled(),
        application.timeline(),
        application.createdAt(),
        application.registration());
  }

  private static Ports freeingBeforeSwap(Ports ports) {
    return ports.saving(
        saving(
            ports.save(),
            change -> {
              SeatBooking old = change.before().booking();
              if (old != null) {
                ports.free().free(old.session(), old.hold());
              }
              return ports.save().save(change);
            }));
  }

  private static SaveApplication takingRefusalForMove(SaveApplication save) {
    return saving(
        save,
        change ->
            switch (save.save(change)) {
              case SaveApplication.PersonHasBooking(), SaveApplication.HoldsExhausted _ ->
                  new SaveApplication.Moved();
              case SaveApplication.SaveOutcome other -> other;
            });
  }

  private static ClaimSeat claimingUnconditionally(Ports ports, World world) {
    return (session, hold, now) -> {
      Optional<Session> seen = ports.seats().find(session);
      if (seen.filter(it -> it.untaken() > 0).isEmpty()) {
        return ports.claim().claim(session, hold, now);
      }
      ClaimSeat.Claim claimed = ports.claim().claim(session, hold, now);
      return claimed instanceof ClaimSeat.Refused(Session full)
          ? new ClaimSeat.Claimed(seatedAnyway(world, full, hold, now))
          : claimed;
    };
  }

  private static Session seatedAnyway(World world, Session session, HoldId hold, Instant now) {
    Set<HoldId> seats = new HashSet<>(session.seats());
    seats.add(hold);
    Session after = with(session, session.quota(), seats, now);
    world.has(after);
    return after;
  }

  private static Session with(Session session, int quota, Set<HoldId> seats, Instant lastClaimAt) {
    return new Session(
        session.id(),
        session.zone(),
        session.length(),
        quota,
        session.state(),
        session.opensAt(),
        seats,
        lastClaimAt);
  }

  /** Seats freed more often than taken are seats that do not exist. */
  private static Deployment counting(Deployment deployed, World world) {
    Map<SessionId, Integer> tooMany = new HashMap<>();
    UnaryOperator<Ports> counted =
        ports -> {
          FreeSeat free =
              (session, hold) -> {
                if (!world.see(session).seats().contains(hold)) {
                  tooMany.merge(session, 1, Integer::sum);
                }
                ports.free().free(session, hold);
              };
          ClaimSeat claim =
              (session, hold, now) -> {
                ClaimSeat.Claim claimed = ports.claim().claim(session, hold, now);
                return claimed instanceof ClaimSeat.Refused(Session full)
                        && tooMany.getOrDefault(session, 0) > 0
                    ? new ClaimSeat.Claimed(seatedAnyway(world, full, hold, now))
                    : claimed;
              };
          return ports.freeing(free).claiming(claim);
        };
    return deployed.holding(counted).leaving(counted).expiry(counted).payments(counted);
  }

  private static Clock ahead(Clock clock, Duration by) {
    return Clock.offset(clock, by);
  }

  private static Ports storingTheEventFirst(Ports ports) {
    return ports.saving(
        saving(
            ports.save(),
            change -> {
              Change rest = change;
              for (Change.Beside beside : change.beside()) {
                if (beside instanceof Change.KeepWith(var notification)) {
                  var _ = ports.notifications().resolve(notification);
                  rest = stripped(change, Change.KeepWith.class::isInstance);
                }
              }
              return ports.save().save(rest);
            }));
  }

  private static SaveApplication without(SaveApplication save, Predicate<Change.Beside> left) {
    return saving(save, change -> save.save(stripped(change, left)));
  }

  private static Change stripped(Change change, Predicate<Change.Beside> left) {
    return new Change(
        change.before(), change.after(), change.beside().stream().filter(left.negate()).toList());
  }

  private static ClaimSeat takingSilenceForFull(ClaimSeat claim, FindSeats seats) {
    return (session, hold, now) -> {
      try {
        return claim.claim(session, hold, now);
      } catch (Unavailable silence) {
        return seats
            .find(session)
            .<ClaimSeat.Claim>map(ClaimSeat.Refused::new)
            .orElseGet(ClaimSeat.Unknown::new);
      }
    };
  }

  private static StartTimer believing(StartTimer timer) {
    return (hold, session, at) -> {
      var _ = timer.start(hold, session, at);
      return true;
    };
  }

  /** The copy has not seen anybody yet. */
  private static FindSeats lagging(FindSeats seats) {
    return new FindSeats() {
      @Override
      public Optional<Session> find(SessionId session) {
        return seats.find(session).map(now -> with(now, now.quota(), Set.of(), Instant.EPOCH));
      }

      @Override
      public boolean allPaid(Session session) {
        return seats.allPaid(session);
      }
    };
  }

  private static ArrangeDay writingWhole(Ports ports, World world) {
    ArrangeDay arrange = ports.arrange();
    return new ArrangeDay() {
      @Override
      public CalendarDay.Setting putInForce(OfficeId office, DayPlan plan, Planner by, Instant at) {
        return arrange.putInForce(office, plan, by, at);
      }

      @Override
      public void offer(Session planned, int revision) {
        Optional<Session> read = ports.seats().find(planned.id());
        arrange.offer(planned, revision);
        read.ifPresent(
            seen -> world.has(with(planned, planned.quota(), seen.seats(), Instant.EPOCH)));
      }

      @Override
      public void close(SessionId session, int revision) {
        arrange.close(session, revision);
      }
    };
  }
}
