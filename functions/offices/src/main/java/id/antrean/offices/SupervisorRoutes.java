package id.antrean.offices;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.antrean.domain.Outcome;
import id.antrean.domain.Refusal;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ApplicationId;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.booking.ReopenBooking;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.Caller;
import id.antrean.gateway.Faults;
import id.antrean.gateway.Fields;
import id.antrean.gateway.Fields.Read;
import id.antrean.gateway.Journal;
import id.antrean.gateway.Preconditions;
import id.antrean.gateway.Request;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What only a supervisor decides at an office. */
final class SupervisorRoutes {
  private static final int LONGEST_REASON = 200;

  /** A reason is read by others: whom it is about is known without a number in it. */
  private static final Pattern NIK = Pattern.compile("\\d{16}");

  private final OfficeInPath officeInPath;
  private final ReopenBooking reopen;
  private final MonthsInMemory months;
  private final Journal journal;

  SupervisorRoutes(
      FindOffice offices, ReopenBooking reopen, MonthsInMemory months, Journal journal) {
    this.officeInPath = new OfficeInPath(offices);
    this.reopen = reopen;
    this.months = months;
    this.journal = journal;
  }

  Api on(Api api) {
    return api.supervisor(
        "POST",
        "/offices/{officeId}/appointments/{applicationId}/reopening",
        (request, caller) ->
            officeInPath.answer(request, office -> reopening(request, caller, office)));
  }

  private Answer reopening(Request request, Caller caller, Office office) {
    Faults faults = new Faults();
    @Nullable IfVersion ifVersion = Preconditions.ifMatch(request, faults);
    Fields body = Fields.of(request, "application/json", faults);
    Read<String> reason = body.text("reason", 3, LONGEST_REASON);
    if (reason.ifSound().filter(text -> NIK.matcher(text).find()).isPresent()) {
      faults.add(body.pointer("reason"), "nik-in-text");
    }
    body.nothingElse();
    faults.check();
    String id = request.parameter("applicationId");
    Outcome<Application> outcome =
        ApplicationId.isValid(id)
            ? reopen.reopen(
                new ApplicationId(id), reason.get(), caller.supervisorOf(office.id()), ifVersion)
            : Outcome.refused(new Refusal.NotFound());
    return Api.answer(outcome, request, application -> reopened(request, caller, application));
  }

  private Answer reopened(Request request, Caller caller, Application application) {
    SessionId left = application.lastSession();
    if (left != null) {
      // Its seat is free: what was seen before is not what is there now.
      months.forget(left.office(), left.month());
    }
    journal.note(
        "booking-reopened",
        request.id(),
        "office",
        request.parameter("officeId"),
        "applicationId",
        application.id().value(),
        "supervisor",
        caller.subject());
    return Answer.ok(
            JsonNodeFactory.instance
                .objectNode()
                .put("applicationId", application.id().value())
                .put("status", application.status().name())
                .put("version", application.revision()))
        .version(application.revision());
  }
}
