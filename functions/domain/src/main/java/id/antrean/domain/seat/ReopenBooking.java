package id.antrean.domain.seat;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.SaveApplication.Saved;
import id.antrean.domain.booking.SeatBooking;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An office opens a paid booking again: the person picks any seat without paying again, and without
 * its counting as a move. It is the way out for whoever missed the visit or could not be served.
 * The seat's hold is armed before the application changes and freed after.
 */
public final class ReopenBooking {
  private static final int ATTEMPTS = 5;

  private final FindApplication applications;
  private final ArmHold arm;
  private final FreeSeat free;
  private final SaveApplication save;
  private final Clock clock;

  public ReopenBooking(
      FindApplication applications, ArmHold arm, FreeSeat free, SaveApplication save, Clock clock) {
    this.applications = applications;
    this.arm = arm;
    this.free = free;
    this.save = save;
    this.clock = clock;
  }

  /**
   * Opens it again. What is open already stays as it is: a repeat is done, whatever version it
   * names.
   *
   * @param reason for the record and the applicant; no personal data
   * @param ifVersion refuse when the application stands at another version; null for no condition
   */
  public Outcome<Application> reopen(
      ApplicationId id, String reason, Actor.Staff by, @Nullable IfVersion ifVersion) {
    SeatBooking last = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Application> found = applications.find(id).filter(it -> it.belongsTo(by));
      if (found.isEmpty()) {
        return Outcome.refused(new Refusal.NotFound());
      }
      Application before = found.get();
      switch (before.status()) {
        case PAID_UNSCHEDULED -> {
          return Outcome.done(before);
        }
        case DRAFT, READY, AWAITING_PAYMENT, COMPLETED, CANCELLED -> {
          return Outcome.refused(new Refusal.WrongStatus(before.status()));
        }
        case CONFIRMED, CHECKED_IN, NO_SHOW -> {
          // These are what is opened again.
        }
      }
      if (ifVersion != null && !ifVersion.allows(before.revision())) {
        return Outcome.refused(new Refusal.Stale(before.revision()));
      }
      last = before.booking();
      Application after = before.reopen(reason, by, clock.instant());
      if (isLeft(before, after)) {
        return Outcome.done(after);
      }
    }
    return Outcome.refused(new Refusal.Overtaken(last == null ? null : last.session()));
  }

  /** False when the application changed meanwhile. */
  private boolean isLeft(Application before, Application after) {
    SeatBooking seat = before.booking();
    Change change = Change.of(before, after);
    if (seat == null) {
      return save.save(change) instanceof Saved;
    }
    arm.arm(seat.hold(), seat.session());
    boolean saved = save.save(change.with(new Change.ReleasePerson())) instanceof Saved;
    if (saved) {
      free.freeNowOrByMessage(seat.session(), seat.hold());
    }
    return saved;
  }
}
