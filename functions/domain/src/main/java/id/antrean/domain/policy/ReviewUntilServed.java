package id.antrean.domain.policy;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.booking.BookingState.Seated;
import java.time.Instant;
import java.util.Optional;

/** An office looks at the papers of whoever has a seat there, until their visit has an outcome. */
public final class ReviewUntilServed implements ApplicationRule {

  @Override
  public Optional<Refusal> refuses(Application application, Instant now) {
    return application.booking().state() instanceof Seated
        ? Optional.empty()
        : Optional.of(new Refusal.WrongStatus(application.status()));
  }
}
