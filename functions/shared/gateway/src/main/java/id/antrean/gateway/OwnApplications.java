package id.antrean.gateway;

import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ChangeApplication;
import id.antrean.domain.application.ChangeApplication.Wanted;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.office.Office;

/**
 * Applications as their applicants look at them, and those of an office as it does: somebody else's
 * is not found.
 */
public final class OwnApplications {
  private final FindApplication applications;

  public OwnApplications(FindApplication applications) {
    this.applications = applications;
  }

  /** The one that the path names, if it is the caller's. */
  public Outcome<Application> inPath(Request request, Caller caller) {
    return of(caller.applicant(), request);
  }

  /** The one that the path names, if it is that office's. */
  public Outcome<Application> inPath(Request request, Caller caller, Office office) {
    return of(caller.staffOf(office.id()), request);
  }

  private Outcome<Application> of(Actor whose, Request request) {
    return request
        .application()
        .then(id -> ChangeApplication.find(applications, new Wanted(id, whose, null)));
  }
}
