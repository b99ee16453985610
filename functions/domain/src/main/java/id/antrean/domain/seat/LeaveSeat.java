package id.antrean.domain.seat;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Refusal.AlreadyPaid.Instead;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.SaveApplication.Saved;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.SeatBooking;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The applicant lets go: gives an unpaid seat back, or cancels the application before paying. The
 * seat's hold is armed before the application changes and freed after, so that no crash leaves it
 * taken.
 */
public final class LeaveSeat {
  private static final int ATTEMPTS = 5;

  private final FindApplication applications;
  private final ArmHold arm;
  private final FreeSeat free;
  private final SaveApplication save;
  private final Clock clock;

  public LeaveSeat(
      FindApplication applications, ArmHold arm, FreeSeat free, SaveApplication save, Clock clock) {
    this.applications = applications;
    this.arm = arm;
    this.free = free;
    this.save = save;
    this.clock = clock;
  }

  /**
   * Gives an unpaid seat back and keeps the data. Without a seat there is nothing to do, and that
   * is done.
   */
  public Outcome<Application> giveBack(ApplicationId id, Actor by, @Nullable IfVersion ifVersion) {
    return leave(
        id,
        by,
        ifVersion,
        application ->
            switch (application.status()) {
              case AWAITING_PAYMENT -> Outcome.done(application.giveBack(by, clock.instant()));
              case DRAFT, READY -> Outcome.done(application);
              case CONFIRMED ->
                  application.paidBill().isPresent()
                      ? Outcome.refused(alreadyPaid(application))
                      // Its money was taken back: nobody has to keep a seat that is not paid.
                      : Outcome.done(application.giveBack(by, clock.instant()));
              case PAID_UNSCHEDULED, CHECKED_IN, COMPLETED, NO_SHOW ->
                  Outcome.refused(alreadyPaid(application));
              case CANCELLED -> Outcome.refused(new Refusal.WrongStatus(application.status()));
            });
  }

  /** Cancels the application before it is paid. Cancelling again changes nothing. */
  public Outcome<Application> cancel(ApplicationId id, Actor by, @Nullable IfVersion ifVersion) {
    return leave(
        id,
        by,
        ifVersion,
        application ->
            switch (application.status()) {
              case CANCELLED -> Outcome.done(application);
              case DRAFT, READY, AWAITING_PAYMENT, CONFIRMED, PAID_UNSCHEDULED ->
                  application.paidBill().isPresent()
                      ? Outcome.refused(alreadyPaid(application))
                      : Outcome.done(application.cancel(by, clock.instant()));
              case CHECKED_IN, COMPLETED, NO_SHOW ->
                  Outcome.refused(
                      application.paidBill().isPresent()
                          ? alreadyPaid(application)
                          : new Refusal.WrongStatus(application.status()));
            });
  }

  private Outcome<Application> leave(
      ApplicationId id,
      Actor by,
      @Nullable IfVersion ifVersion,
      Function<Application, Outcome<Application>> step) {
    SeatBooking last = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Application> found = applications.find(id).filter(it -> it.belongsTo(by));
      if (found.isEmpty()) {
        return Outcome.refused(new Refusal.NotFound());
      }
      Application before = found.get();
      if (ifVersion != null && !ifVersion.allows(before.revision())) {
        return Outcome.refused(new Refusal.Stale(before.revision()));
      }
      Outcome<Application> decided = step.apply(before);
      if (!(decided instanceof Outcome.Done<Application>(Application after))
          || after.version() == before.version()) {
        return decided;
      }
      SeatBooking seat = before.booking();
      last = seat;
      if (seat != null) {
        arm.arm(seat.hold(), seat.session());
      }
      if (save.save(leaving(before, after)) instanceof Saved) {
        if (seat != null) {
          free.freeNowOrByMessage(seat.session(), seat.hold());
        }
        return decided;
      }
    }
    return Outcome.refused(new Refusal.Overtaken(last == null ? null : last.session()));
  }

  private Refusal alreadyPaid(Application application) {
    return new Refusal.AlreadyPaid(
        switch (application.status()) {
          case PAID_UNSCHEDULED -> Instead.CHOOSE_SEAT;
          case CONFIRMED ->
              clock.instant().isBefore(application.bound().dayBegins())
                  ? Instead.MOVE
                  : Instead.ASK_OFFICE;
          case CHECKED_IN, NO_SHOW -> Instead.ASK_OFFICE;
          case COMPLETED, CANCELLED -> Instead.NOTHING;
          case DRAFT, READY, AWAITING_PAYMENT -> Instead.SEND_PAPERS;
        });
  }

  private static Change leaving(Application before, Application after) {
    Change change = Change.of(before, after);
    if (before.status().live()) {
      change = change.with(new Change.ReleasePerson());
    }
    return before.status() == Status.AWAITING_PAYMENT
        ? change.with(new Change.UncountHold())
        : change;
  }
}
