package id.antrean.domain.seat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.ChangeApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.SaveApplication.Saved;
import id.antrean.domain.application.SaveApplication.StepOutcome;
import id.antrean.domain.booking.Seat;
import java.util.Optional;

/**
 * Saves a step by which an application leaves its seat: the seat's hold is armed before the
 * application changes and freed after, so that no crash leaves it taken. A step that leaves none is
 * saved as it is.
 */
public final class VacateSeat implements ChangeApplication.Saving {
  private final ArmHold arm;
  private final FreeSeat free;
  private final SaveApplication save;

  public VacateSeat(ArmHold arm, FreeSeat free, SaveApplication save) {
    this.arm = arm;
    this.free = free;
    this.save = save;
  }

  @Override
  public StepOutcome save(Change.Step step) {
    Optional<Seat> left = left(step.before(), step.after());
    left.ifPresent(seat -> arm.arm(seat.hold(), seat.session()));
    StepOutcome outcome = save.save(step);
    if (outcome instanceof Saved) {
      left.ifPresent(
          seat -> {
            free.freeNowOrByMessage(seat.session(), seat.hold());
            StrayCodes.endSoon(arm, step.after(), seat);
          });
    }
    return outcome;
  }

  /** The seat that an application had and has no more. */
  public static Optional<Seat> left(Application before, Application after) {
    return before
        .booking()
        .place()
        .filter(
            had -> after.booking().place().filter(has -> has.hold().equals(had.hold())).isEmpty());
  }
}
