package id.antrean.booking;

import id.antrean.domain.Outcome;
import id.antrean.domain.Refusal;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ApplicationId;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.booking.HoldSeat;
import id.antrean.domain.booking.LeaveSeat;
import id.antrean.domain.office.SessionId;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.Caller;
import id.antrean.gateway.Faults;
import id.antrean.gateway.Fields;
import id.antrean.gateway.Fields.Read;
import id.antrean.gateway.Preconditions;
import id.antrean.gateway.Request;
import id.antrean.gateway.view.ApplicationView;
import id.antrean.gateway.view.BillView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The booking and the bill of an application, over HTTP. */
final class BookingRoutes {
  private final HoldSeat hold;
  private final LeaveSeat leave;
  private final FindApplication applications;

  BookingRoutes(HoldSeat hold, LeaveSeat leave, FindApplication applications) {
    this.hold = hold;
    this.leave = leave;
    this.applications = applications;
  }

  Api on(Api api) {
    return api.applicant("PUT", "/applications/{id}/booking", this::book)
        .applicant("DELETE", "/applications/{id}/booking", this::giveBack)
        .applicant("GET", "/applications/{id}/bill", this::bill);
  }

  private Answer book(Request request, Caller caller) {
    Faults faults = new Faults();
    @Nullable Integer ifVersion = Preconditions.ifMatch(request, faults);
    Fields body = Fields.of(request, "application/json", faults);
    Read<String> sessionId = body.text("sessionId", 1, 64);
    body.nothingElse();
    faults.check();
    return answer(
        own(request)
            .then(
                id ->
                    session(sessionId.get())
                        .then(session -> hold.hold(id, session, caller.applicant(), ifVersion))),
        request);
  }

  private Answer giveBack(Request request, Caller caller) {
    Faults faults = new Faults();
    @Nullable Integer ifVersion = Preconditions.ifMatch(request, faults);
    faults.check();
    return answer(
        own(request).then(id -> leave.giveBack(id, caller.applicant(), ifVersion)), request);
  }

  private Answer bill(Request request, Caller caller) {
    Outcome<Application> found =
        own(request)
            .then(
                id ->
                    applications
                        .find(id)
                        .filter(application -> application.belongsTo(caller.applicant()))
                        .filter(application -> application.bill().isPresent())
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(new Refusal.NotFound())));
    return Api.answer(
        found,
        request,
        application ->
            Answer.ok(BillView.of(application, request.language()).orElseThrow())
                .version(application.revision()));
  }

  private static Answer answer(Outcome<Application> outcome, Request request) {
    return Api.answer(
        outcome, request, application -> ApplicationView.answer(application, request.language()));
  }

  /** What is no application id is nobody's application. */
  private static Outcome<ApplicationId> own(Request request) {
    String id = request.parameter("id");
    return ApplicationId.isValid(id)
        ? Outcome.done(new ApplicationId(id))
        : Outcome.refused(new Refusal.NotFound());
  }

  /** Session ids are names out of the calendar: what is no session id is an unknown session. */
  private static Outcome<SessionId> session(String text) {
    Optional<SessionId> session = SessionId.parse(text);
    return session.isPresent()
        ? Outcome.done(session.get())
        : Outcome.refused(new Refusal.UnknownSession());
  }
}
