package id.antrean.expiry;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.ArmHold;
import id.antrean.domain.booking.SeatBooking;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The net below the timers: finds holds whose deadline and grace have passed and sends their
 * message again. It expires nothing itself, so there is one place that does.
 */
public final class SweepOverdue {
  private final FindApplication.Lists applications;
  private final ArmHold arm;
  private final Duration grace;
  private final Clock clock;

  public SweepOverdue(
      FindApplication.Lists applications, ArmHold arm, Duration grace, Clock clock) {
    this.applications = applications;
    this.arm = arm;
    this.grace = grace;
    this.clock = clock;
  }

  /** Answers how many were found. */
  public int run() {
    List<Application> overdue =
        applications.overdue(clock.instant().minus(grace)).stream()
            .filter(application -> application.status() == Status.AWAITING_PAYMENT)
            .toList();
    for (Application application : overdue) {
      SeatBooking seat = application.bound();
      arm.armAfter(seat.hold(), seat.session(), Duration.ZERO);
    }
    return overdue.size();
  }
}
