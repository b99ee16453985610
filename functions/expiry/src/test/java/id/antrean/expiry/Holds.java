package id.antrean.expiry;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.FollowSession;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.StartTimer;
import id.antrean.gateway.EventLog;
import id.antrean.memory.Calls;
import id.antrean.memory.Faults;
import id.antrean.memory.World;
import id.antrean.senders.Aggregators;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** What looks after holds, put together as for the function, in a world with Cilegon. */
final class Holds {
  static final Duration WINDOW = Duration.ofHours(2);
  static final Duration GRACE = Duration.ofMinutes(3);
  static final int TAKES_PER_HOUR = 20;
  static final HoldTiming TIMING =
      new HoldTiming(GRACE, Duration.ofMinutes(15), Duration.ofMinutes(15));

  private static final HoldTerms TERMS = new HoldTerms(WINDOW, GRACE, 5, 3, TAKES_PER_HOUR, 30);

  final World world;
  final HoldSeat hold;
  final LookAfterHold lookAfter;
  final SweepOverdue sweepOverdue;
  final SweepOrphans sweepOrphans;
  private final AtomicInteger codes = new AtomicInteger();

  private Holds(World world, StartTimer timer, AskBeforeExpiring ask) {
    this.world = world;
    this.hold =
        world.holdSeat(
            () -> new BillingCode(String.format("8%014d", codes.incrementAndGet())), TERMS);
    this.lookAfter =
        new LookAfterHold(
            world.applications,
            world.seats,
            world.seats,
            world.applications,
            world.deadlines,
            timer,
            ask,
            TIMING,
            world.time,
            new Random(7));
    this.sweepOverdue = new SweepOverdue(world.applications, world.deadlines, TIMING, world.time);
    this.sweepOrphans =
        new SweepOrphans(
            world.offices,
            world.seats,
            world.applications,
            world.deadlines,
            new FollowSession(world.seats, world.applications, world.applications, world.time),
            world.time);
  }

  /** Timers go off as messages do. */
  static Holds in(Calls calls, Session... sessions) {
    World world = worldWith(calls, sessions);
    return new Holds(world, world.deadlines, AskBeforeExpiring.nobody());
  }

  static Holds timedBy(StartTimer timer, Calls calls, Session... sessions) {
    return new Holds(worldWith(calls, sessions), timer, AskBeforeExpiring.nobody());
  }

  /** Those aggregators are asked before anything expires. */
  static Holds asking(Aggregators aggregators, Session... sessions) {
    World world = worldWith(new Faults(), sessions);
    return new Holds(
        world,
        world.deadlines,
        new AskSenders(
            aggregators,
            world.notifications,
            world.applications,
            new EventLog(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                world.time,
                "tried"),
            world.time));
  }

  private static World worldWith(Calls calls, Session... sessions) {
    World world = new World(NOW, calls).has(CILEGON);
    for (Session session : sessions) {
      world.has(session);
    }
    return world;
  }

  /** Somebody comes and holds a seat. */
  Application held(Application ready, String account, SessionId session) {
    world.has(ready);
    return switch (hold.hold(ready.id(), session, account(account), null)) {
      case Outcome.Done<Application>(Application held) -> held;
      case Outcome.Refused<Application> refused -> throw new AssertionError(refused);
    };
  }
}
