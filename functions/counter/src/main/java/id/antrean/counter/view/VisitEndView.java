package id.antrean.counter.view;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.gateway.View;

/** How an application stands after its visit. */
public record VisitEndView(String applicationId, Status status, int version) implements View {

  public static VisitEndView of(Application application) {
    return new VisitEndView(application.id().value(), application.status(), application.revision());
  }
}
