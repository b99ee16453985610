package id.antrean.domain.seat;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ChangeApplication;
import id.antrean.domain.application.ChangeApplication.Become;
import id.antrean.domain.application.ChangeApplication.Decision;
import id.antrean.domain.application.ChangeApplication.Refuse;
import id.antrean.domain.application.ChangeApplication.Stay;
import id.antrean.domain.application.ChangeApplication.Wanted;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.Status;
import id.antrean.domain.policy.ApplicationRule;
import id.antrean.domain.policy.CancelUntilPaid;
import id.antrean.domain.policy.GiveBackUntilPaid;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whoever it belongs to lets go: gives an unpaid seat back, or cancels the application before
 * paying.
 */
public final class LeaveSeat {
  private final ApplicationRule mayGiveBack = new GiveBackUntilPaid();
  private final ApplicationRule mayCancel = new CancelUntilPaid();
  private final ChangeApplication applications;
  private final Clock clock;

  public LeaveSeat(
      FindApplication applications, ArmHold arm, FreeSeat free, SaveApplication save, Clock clock) {
    this.applications = new ChangeApplication(applications, new VacateSeat(arm, free, save));
    this.clock = clock;
  }

  /**
   * Gives an unpaid seat back and keeps the data. Without a seat there is nothing to do, and that
   * is done.
   */
  public Outcome<Application> giveBack(ApplicationId id, Actor by, @Nullable IfVersion ifVersion) {
    return applications.change(
        new Wanted(id, by, ifVersion),
        application ->
            unless(
                mayGiveBack.refuses(application, clock.instant()),
                () ->
                    application
                        .booking()
                        .seated()
                        .<Decision>map(
                            left ->
                                new Become(
                                    application, application.giveBack(left, by, clock.instant())))
                        .orElseGet(Stay::new)));
  }

  /** Cancels the application before it is paid. Cancelling again changes nothing. */
  public Outcome<Application> cancel(ApplicationId id, Actor by, @Nullable IfVersion ifVersion) {
    return applications.change(
        new Wanted(id, by, ifVersion),
        application ->
            application.status() == Status.CANCELLED
                ? new Stay()
                : unless(
                    mayCancel.refuses(application, clock.instant()),
                    () -> new Become(application, application.cancel(by, clock.instant()))));
  }

  private static Decision unless(Optional<Refusal> refusal, Supplier<Decision> step) {
    return refusal.isPresent() ? new Refuse(refusal.get()) : step.get();
  }
}
