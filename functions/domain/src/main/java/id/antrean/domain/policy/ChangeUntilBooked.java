package id.antrean.domain.policy;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import java.time.Instant;
import java.util.Optional;

/** The data and the papers may be changed until a seat is held, and again once it is let go. */
public final class ChangeUntilBooked implements ApplicationRule {
  @Override
  public Optional<Refusal> refuses(Application application, Instant now) {
    return switch (application.status()) {
      case DRAFT, READY -> Optional.empty();
      case AWAITING_PAYMENT,
          CONFIRMED,
          PAID_UNSCHEDULED,
          CHECKED_IN,
          COMPLETED,
          NO_SHOW,
          CANCELLED ->
          Optional.of(new Refusal.Locked(application.status()));
    };
  }
}
