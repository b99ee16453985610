package id.antrean.offices.view;

import id.antrean.domain.application.Application;

/** What a supervisor is told who opened a booking again. */
public record ReopeningView(String applicationId, String status, int version) {

  public static ReopeningView of(Application application) {
    return new ReopeningView(
        application.id().value(), application.status().name(), application.revision());
  }
}
