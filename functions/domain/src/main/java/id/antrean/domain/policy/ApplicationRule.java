package id.antrean.domain.policy;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import java.time.Instant;
import java.util.Optional;

/**
 * One rule of what may be done to an application as it stands: a refusal, or nothing against it.
 */
public interface ApplicationRule {
  Optional<Refusal> refuses(Application application, Instant now);
}
