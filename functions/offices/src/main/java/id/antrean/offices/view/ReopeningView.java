package id.antrean.offices.view;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.gateway.View;

/** What a supervisor is told who opened a booking again. */
public record ReopeningView(String applicationId, Status status, int version) implements View {

  public static ReopeningView of(Application application) {
    return new ReopeningView(
        application.id().value(), application.status(), application.revision());
  }
}
