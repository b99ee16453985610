package id.antrean.expiry;

import id.antrean.domain.Actor;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.SaveApplication.Saved;
import id.antrean.domain.booking.BookingState.Held;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.seat.ArmHold;
import id.antrean.domain.seat.FindSeats;
import id.antrean.domain.seat.FreeSeat;
import id.antrean.domain.seat.HoldMessage;
import id.antrean.domain.seat.StartTimer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * What is done about a hold whenever a message about it arrives: early, late, twice, after a crash.
 * A hold that was never bound and never can be is freed; one that is bound is kept until its
 * deadline and grace, and expired after. Throwing leaves the message on its queue, which repeats
 * it; that of an application which is gone ends among the dead letters, and its seat stays.
 */
@Singleton
public final class LookAfterHold {
  private static final int ATTEMPTS = 5;

  /** A hold that waits for money is looked at again after this. */
  private static final Duration AGAIN = Duration.ofMinutes(1);

  /** So long after a code should have died by itself its end is still asked for. */
  private static final Duration LONGER_THAN_A_CODE = Duration.ofHours(1);

  private static final Actor EXPIRY = new Actor.Service("expiry");

  private final FindApplication applications;
  private final FindSeats seats;
  private final FreeSeat free;
  private final SaveApplication save;
  private final ArmHold arm;
  private final StartTimer timer;
  private final AskBeforeExpiring ask;
  private final HoldTiming timing;
  private final Clock clock;
  private final RandomGenerator random;

  public LookAfterHold(
      FindApplication applications,
      FindSeats seats,
      FreeSeat free,
      SaveApplication save,
      ArmHold arm,
      StartTimer timer,
      AskBeforeExpiring ask,
      HoldTiming timing,
      Clock clock,
      RandomGenerator random) {
    this.applications = applications;
    this.seats = seats;
    this.free = free;
    this.save = save;
    this.arm = arm;
    this.timer = timer;
    this.ask = ask;
    this.timing = timing;
    this.clock = clock;
    this.random = random;
  }

  public void on(HoldMessage message) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (settled(message)) {
        return;
      }
    }
    throw new Unavailable(
        "the application changed again and again while its hold was looked after");
  }

  /** False when the application changed meanwhile, and everything has to be looked at again. */
  private boolean settled(HoldMessage message) {
    Application application =
        applications.find(message.hold().application()).orElseThrow(ApplicationGone::new);
    if (message.left() != null) {
      freeUnlessBound(message.left(), application);
    }
    if (isBound(application, message)) {
      return keepTime(application, message);
    }
    if (application.version() > message.hold().version()) {
      // Versions only rise: nobody can bind this hold any more.
      free.free(message.session(), message.hold());
      endCodes(application, message.hold(), message.session());
      return keepTimeOfAnother(application);
    }
    return isSeated(message) ? fenceAndFree(application, message) : true;
  }

  private static boolean isBound(Application application, HoldMessage message) {
    return application
        .booking()
        .place()
        .filter(seat -> seat.is(message.session(), message.hold()))
        .isPresent();
  }

  /**
   * The seat that was exchanged, if it was. While it is still bound, a message of its own keeps its
   * time; it was bound once, so its version is past.
   */
  private void freeUnlessBound(HoldMessage.Left left, Application application) {
    boolean bound =
        application
            .booking()
            .place()
            .filter(seat -> seat.is(left.session(), left.hold()))
            .isPresent();
    if (!bound) {
      free.free(left.session(), left.hold());
    }
  }

  private boolean isSeated(HoldMessage message) {
    return seats
        .find(message.session())
        .filter(session -> session.seats().contains(message.hold()))
        .isPresent();
  }

  /**
   * A crash between claim and bind: the hold is in the set while the application still stands at
   * its version. Raising the version first makes sure that no twin binds what is about to be freed.
   */
  private boolean fenceAndFree(Application application, HoldMessage message) {
    Application fenced = application.fence();
    if (!(save.save(Change.of(application, fenced)) instanceof Saved)) {
      return false;
    }
    free.free(message.session(), message.hold());
    return keepTimeOfAnother(fenced);
  }

  /**
   * The hold is bound: expire it when it is due, else see to it that this message comes again in
   * time.
   */
  private boolean keepTime(Application application, HoldMessage message) {
    if (application.booking().state() instanceof Held held) {
      return keepTime(application, held, message);
    }
    // Paid by one code, or by none, it must not be paid by another.
    endCodes(application, message.hold(), message.session());
    return true;
  }

  private boolean keepTime(Application application, Held held, HoldMessage message) {
    Instant due = due(held);
    Instant now = clock.instant();
    if (!now.isBefore(due)) {
      return expire(application, held, now);
    }
    if (application.booking().hasStrayCode()) {
      // Of a bill that was replaced when the seat was exchanged.
      endCodes(application, message.hold(), message.session());
    }
    Duration left = upToSeconds(Duration.between(now, due));
    if (left.compareTo(timing.longestQueueDelay()) <= 0) {
      arm.armAfter(message.hold(), message.session(), left);
    } else if (!timer.start(message.hold(), message.session(), due)) {
      arm.armAfter(message.hold(), message.session(), whileNoTimer());
    }
    return true;
  }

  /**
   * Another hold than the message's is bound. It has a message of its own; this one only sees to it
   * if it is overdue.
   */
  private boolean keepTimeOfAnother(Application application) {
    Instant now = clock.instant();
    if (!(application.booking().state() instanceof Held held) || now.isBefore(due(held))) {
      return true;
    }
    arm.arm(held.seat().hold(), held.seat().session());
    return expire(application, held, now);
  }

  private boolean expire(Application application, Held held, Instant now) {
    if (waitsForMoney(application, held, now)) {
      arm.armAfter(held.seat().hold(), held.seat().session(), AGAIN);
      return true;
    }
    Application expired = application.expire(held, EXPIRY, now);
    if (!(save.save(Change.of(application, expired)) instanceof Saved)) {
      return false;
    }
    free.free(held.seat().session(), held.seat().hold());
    endCodes(expired, held.seat().hold(), held.seat().session());
    return true;
  }

  /**
   * Money that its aggregator has wins, and one that does not answer may have it. Not for ever: a
   * late notice still counts.
   */
  private boolean waitsForMoney(Application application, Held held, Instant now) {
    return now.isBefore(due(held).plus(timing.patienceWithSenders()))
        && ask.ask(application) != AskBeforeExpiring.Answer.NOT_PAID;
  }

  /**
   * What could still be paid for a hold that is over is ended at its aggregator. While that does
   * not answer the message comes again, until the code has died by itself.
   */
  private void endCodes(Application application, HoldId hold, SessionId session) {
    if (!ask.endCodes(application) && lives(application)) {
      arm.armAfter(hold, session, timing.longestQueueDelay());
    }
  }

  private boolean lives(Application application) {
    Instant now = clock.instant();
    return application.booking().bills().stream()
        .map(Bill::paymentCode)
        .anyMatch(
            code ->
                code != null
                    && code.mayBePaid()
                    && now.isBefore(code.expiresAt().plus(LONGER_THAN_A_CODE)));
  }

  private Instant due(Held held) {
    return held.payBy().plus(timing.grace());
  }

  /**
   * Between a third and the whole of the longest delay: many holds that wait for a timer do not
   * come back at once.
   */
  private Duration whileNoTimer() {
    long longest = timing.longestQueueDelay().toSeconds();
    return Duration.ofSeconds(random.nextLong(Math.max(1, longest / 3), longest + 1));
  }

  private static Duration upToSeconds(Duration exact) {
    return exact.getNano() == 0 ? exact : Duration.ofSeconds(exact.getSeconds() + 1);
  }
}
