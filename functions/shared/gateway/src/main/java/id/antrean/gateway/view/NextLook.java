package id.antrean.gateway.view;

import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Application;
import id.antrean.domain.document.Document;
import java.time.Duration;

/**
 * How long an application is likely to stay as it is, for whoever looks at it again and again: the
 * nearer something is that happens without its applicant, the sooner it is worth another look.
 */
final class NextLook {
  private NextLook() {}

  static Duration after(Application application) {
    return switch (application.status()) {
      case DRAFT, READY -> beforePaying(application);
      // An aggregator tells of a payment within seconds.
      case AWAITING_PAYMENT -> Duration.ofSeconds(5);
      // The office may close a session or the counter call, which nobody waits for by the second.
      case CONFIRMED, PAID_UNSCHEDULED, CHECKED_IN -> Duration.ofMinutes(1);
      case COMPLETED, NO_SHOW, CANCELLED -> Duration.ofHours(1);
    };
  }

  private static Duration beforePaying(Application application) {
    if (application.dossier().documents().stream()
        .anyMatch(file -> file.state() == Document.State.AWAITING_UPLOAD)) {
      return Duration.ofSeconds(2);
    }
    return application.dossier().identity().verdict() == IdentityVerdict.PENDING
        ? Duration.ofSeconds(30)
        : Duration.ofMinutes(1);
  }
}
