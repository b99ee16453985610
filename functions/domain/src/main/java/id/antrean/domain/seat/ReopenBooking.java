package id.antrean.domain.seat;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ChangeApplication;
import id.antrean.domain.application.ChangeApplication.Become;
import id.antrean.domain.application.ChangeApplication.Decision;
import id.antrean.domain.application.ChangeApplication.Refuse;
import id.antrean.domain.application.ChangeApplication.Wanted;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.booking.BookingState.PaidWithoutSeat;
import id.antrean.domain.policy.ApplicationRule;
import id.antrean.domain.policy.ReopenUntilServed;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An office opens a paid booking again: the person picks any seat without paying again, and without
 * its counting as a move. It is the way out for whoever missed the visit or could not be served.
 */
public final class ReopenBooking {
  private final ApplicationRule mayReopen = new ReopenUntilServed();
  private final ChangeApplication applications;
  private final Clock clock;

  public ReopenBooking(
      FindApplication applications, ArmHold arm, FreeSeat free, SaveApplication save, Clock clock) {
    this.applications = new ChangeApplication(applications, new VacateSeat(arm, free, save));
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
    return applications.change(
        new Wanted(id, by, ifVersion),
        application -> application.booking().state() instanceof PaidWithoutSeat,
        application -> {
          Instant now = clock.instant();
          return mayReopen
              .refuses(application, now)
              .<Decision>map(Refuse::new)
              .orElseGet(() -> new Become(application, application.reopen(reason, by, now)));
        });
  }
}
