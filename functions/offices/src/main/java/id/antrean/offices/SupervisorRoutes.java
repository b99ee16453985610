package id.antrean.offices;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.ReopenBooking;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.Caller;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.FieldErrors;
import id.antrean.gateway.Fields;
import id.antrean.gateway.Fields.Read;
import id.antrean.gateway.LogEvent;
import id.antrean.gateway.OfficeInPath;
import id.antrean.gateway.Preconditions;
import id.antrean.gateway.Reason;
import id.antrean.gateway.Request;
import id.antrean.gateway.Routes;
import id.antrean.offices.view.ReopeningView;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What only a supervisor decides at an office. */
@Singleton
final class SupervisorRoutes implements Routes {
  private final OfficeInPath officeInPath;
  private final ReopenBooking reopen;
  private final MonthsInMemory months;
  private final EventLog log;

  SupervisorRoutes(FindOffice offices, ReopenBooking reopen, MonthsInMemory months, EventLog log) {
    this.officeInPath = new OfficeInPath(offices);
    this.reopen = reopen;
    this.months = months;
    this.log = log;
  }

  @Override
  public Api on(Api api) {
    return api.supervisor(
        "POST",
        "/offices/{officeId}/appointments/{applicationId}/reopening",
        officeInPath.at(this::reopening));
  }

  private Answer reopening(Request request, Caller caller, Office office) {
    FieldErrors errors = new FieldErrors();
    @Nullable IfVersion ifVersion = Preconditions.ifMatch(request, errors);
    Fields body = Fields.of(request, "application/json", errors);
    Read<String> reason = Reason.read(body, "reason", errors);
    body.nothingElse();
    errors.check();
    return Api.answer(
        request
            .application()
            .then(
                id -> reopen.reopen(id, reason.get(), caller.supervisorOf(office.id()), ifVersion)),
        request,
        application -> reopened(request, caller, office, application));
  }

  private Answer reopened(Request request, Caller caller, Office office, Application application) {
    SessionId left = application.booking().history().lastSession();
    if (left != null) {
      // Its seat is free: what was seen before is not what is there now.
      months.forget(left.office(), left.month());
    }
    log.tell(LogEvent.BOOKING_REOPENED, request, office, application, "supervisor", caller);
    return Answer.ok(ReopeningView.of(application)).version(application.revision());
  }
}
