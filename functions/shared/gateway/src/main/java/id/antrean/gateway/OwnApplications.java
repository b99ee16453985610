package id.antrean.gateway;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.ChangeApplication;
import id.antrean.domain.application.ChangeApplication.Wanted;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.Outcome;

/** Applications as their applicants look at them: somebody else's is not found. */
public final class OwnApplications {
  private final FindApplication applications;

  public OwnApplications(FindApplication applications) {
    this.applications = applications;
  }

  /** The one that the path names, if it is the caller's. */
  public Outcome<Application> inPath(Request request, Caller caller) {
    return request
        .application()
        .then(id -> ChangeApplication.find(applications, new Wanted(id, caller.applicant(), null)));
  }
}
