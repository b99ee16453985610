package id.antrean.counter;

import id.antrean.counter.view.AppointmentDetailsView;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.document.SignFileRequest;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.Caller;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.EventLog.Detail;
import id.antrean.gateway.LogEvent;
import id.antrean.gateway.OfficeInPath;
import id.antrean.gateway.Request;
import id.antrean.gateway.Routes;
import id.antrean.gateway.view.DownloadView;
import jakarta.inject.Singleton;
import java.time.Clock;

/** An application that has its seat at an office, or had it last, as that office sees it. */
@Singleton
final class AppointmentRoutes implements Routes {
  private final OfficeInPath officeInPath;
  private final FindApplication applications;
  private final SignFileRequest sign;
  private final EventLog log;
  private final Clock clock;

  AppointmentRoutes(
      FindOffice offices,
      FindApplication applications,
      SignFileRequest sign,
      EventLog log,
      Clock clock) {
    this.officeInPath = new OfficeInPath(offices);
    this.applications = applications;
    this.sign = sign;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public Api on(Api api) {
    return api.officeReader(
        "GET",
        "/offices/{officeId}/appointments/{applicationId}",
        (request, caller) ->
            officeInPath.answer(request, office -> whole(request, caller, office)));
  }

  private Answer whole(Request request, Caller caller, Office office) {
    return Api.answer(
        request
            .application()
            .then(
                id ->
                    applications
                        .find(id)
                        .filter(application -> isOf(application, office))
                        .<Outcome<Application>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(new Refusal.NotFound()))),
        request,
        application -> shown(application, request, caller, office));
  }

  private static boolean isOf(Application application, Office office) {
    return application
        .booking()
        .latestSession()
        .map(SessionId::office)
        .filter(office.id()::equals)
        .isPresent();
  }

  /** Who read a person's data is on record before they have them; the data are not. */
  private Answer shown(Application application, Request request, Caller caller, Office office) {
    log.tell(
        LogEvent.APPLICATION_READ,
        request.id(),
        new Detail("office", office.id().value()),
        new Detail("applicationId", application.id().value()),
        new Detail("reader", caller.subject()));
    return Answer.ok(
            AppointmentDetailsView.of(
                application,
                document -> DownloadView.of(sign.download(application.id(), document), clock),
                request.language()))
        .version(application.revision());
  }
}
