package id.antrean.domain.policy;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import java.time.Instant;
import java.util.Optional;

/** An office opens a booking again from when its seat is confirmed until its person is served. */
public final class ReopenUntilServed implements ApplicationRule {
  @Override
  public Optional<Refusal> refuses(Application application, Instant now) {
    return switch (application.status()) {
      case CONFIRMED, CHECKED_IN, NO_SHOW -> Optional.empty();
      case DRAFT, READY, AWAITING_PAYMENT, PAID_UNSCHEDULED, COMPLETED, CANCELLED ->
          Optional.of(new Refusal.WrongStatus(application.status()));
    };
  }
}
