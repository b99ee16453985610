package id.antrean.booking;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.LeaveSeat;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.ApplicationInPath;
import id.antrean.gateway.Caller;
import id.antrean.gateway.FieldErrors;
import id.antrean.gateway.Preconditions;
import id.antrean.gateway.Request;
import id.antrean.gateway.Routes;
import id.antrean.gateway.SeatRequest;
import id.antrean.gateway.view.ApplicationView;
import id.antrean.gateway.view.BillView;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The booking and the bill of an application, over HTTP. */
@Singleton
final class BookingRoutes implements Routes {
  private final HoldSeat hold;
  private final LeaveSeat leave;
  private final ApplicationInPath applicationInPath;

  BookingRoutes(HoldSeat hold, LeaveSeat leave, FindApplication applications) {
    this.hold = hold;
    this.leave = leave;
    this.applicationInPath = new ApplicationInPath(applications);
  }

  @Override
  public Api on(Api api) {
    return api.applicant("PUT", "/applications/{id}/booking", this::book)
        .applicant("DELETE", "/applications/{id}/booking", this::giveBack)
        .applicant("GET", "/applications/{id}/bill", this::bill);
  }

  private Answer book(Request request, Caller caller) {
    SeatRequest wanted = SeatRequest.of(request);
    return answer(request.application().then(id -> held(id, wanted, request, caller)), request);
  }

  /** That a session is unknown is told to whoever the application belongs to. */
  private Outcome<Application> held(
      ApplicationId id, SeatRequest wanted, Request request, Caller caller) {
    return switch (wanted.session()) {
      case Outcome.Done<SessionId>(SessionId session) ->
          hold.hold(id, session, caller.applicant(), wanted.ifVersion());
      case Outcome.Refused<SessionId>(Refusal why) ->
          applicationInPath.ofCaller(request, caller).then(own -> Outcome.refused(why));
    };
  }

  private Answer giveBack(Request request, Caller caller) {
    FieldErrors errors = new FieldErrors();
    @Nullable IfVersion ifVersion = Preconditions.ifMatch(request, errors);
    errors.check();
    return answer(
        request.application().then(id -> leave.giveBack(id, caller.applicant(), ifVersion)),
        request);
  }

  private Answer bill(Request request, Caller caller) {
    Outcome<Answer> shown =
        applicationInPath
            .ofCaller(request, caller)
            .then(
                application ->
                    BillView.of(application, request.language())
                        .map(bill -> Answer.ok(bill).version(application.revision()))
                        .<Outcome<Answer>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(new Refusal.NotFound())));
    return Api.answer(shown, request, answer -> answer);
  }

  private static Answer answer(Outcome<Application> outcome, Request request) {
    return Api.answer(
        outcome, request, application -> ApplicationView.answer(application, request.language()));
  }
}
