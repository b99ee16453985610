package id.antrean.domain.policy;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.booking.BookingState.CheckedIn;
import java.time.Instant;
import java.util.Optional;

/** Only the visit of somebody who has come was completed, or has to be repeated. */
public final class OutcomeOnceCome implements ApplicationRule {

  @Override
  public Optional<Refusal> refuses(Application application, Instant now) {
    return application.booking().state() instanceof CheckedIn
        ? Optional.empty()
        : Optional.of(new Refusal.WrongStatus(application.status()));
  }
}
