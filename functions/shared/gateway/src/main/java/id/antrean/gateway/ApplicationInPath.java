package id.antrean.gateway;

import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ChangeApplication;
import id.antrean.domain.application.ChangeApplication.Wanted;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.office.Office;

/** The application that a path names; somebody else's is not found. */
public final class ApplicationInPath {
  private final FindApplication applications;

  public ApplicationInPath(FindApplication applications) {
    this.applications = applications;
  }

  /** If it is the caller's, who applies. */
  public Outcome<Application> ofCaller(Request request, Caller caller) {
    return of(caller.applicant(), request);
  }

  /** If it is that office's, where the caller works or which they oversee. */
  public Outcome<Application> ofOffice(Request request, Caller caller, Office office) {
    return of(caller.staffOf(office.id()), request);
  }

  private Outcome<Application> of(Actor whose, Request request) {
    return request
        .application()
        .then(id -> ChangeApplication.find(applications, new Wanted(id, whose, null)));
  }
}
