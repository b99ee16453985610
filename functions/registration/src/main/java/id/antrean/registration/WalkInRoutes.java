package id.antrean.registration;

import id.antrean.domain.EffectiveDated;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.DeskAccount;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.Caller;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.EventLog.Detail;
import id.antrean.gateway.FieldErrors;
import id.antrean.gateway.Fields;
import id.antrean.gateway.Fields.Read;
import id.antrean.gateway.LogEvent;
import id.antrean.gateway.OfficeInPath;
import id.antrean.gateway.Preconditions;
import id.antrean.gateway.Problem;
import id.antrean.gateway.ProblemType;
import id.antrean.gateway.Request;
import id.antrean.gateway.Routes;
import id.antrean.gateway.SeatRequest;
import id.antrean.gateway.view.ApplicationPageView;
import id.antrean.gateway.view.ApplicationView;
import id.antrean.registration.form.FormReader;
import id.antrean.registration.form.RegistrationForm;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** People who come to an office without a phone, as its officers register and book for them. */
@Singleton
final class WalkInRoutes implements Routes {
  private final OfficeInPath officeInPath;
  private final FormReader forms;
  private final RegisterAtDesk desk;
  private final FindApplication.Lists lists;
  private final EventLog log;
  private final Clock clock;

  WalkInRoutes(
      FindOffice offices,
      FormReader forms,
      RegisterAtDesk desk,
      FindApplication.Lists lists,
      EventLog log,
      Clock clock) {
    this.officeInPath = new OfficeInPath(offices);
    this.forms = forms;
    this.desk = desk;
    this.lists = lists;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public Api on(Api api) {
    String all = "/offices/{officeId}/walk-ins";
    return api.officer("POST", all, officeInPath.at(this::register))
        .officeReader("GET", all, officeInPath.at(this::list))
        .officer("PUT", all + "/{applicationId}/booking", officeInPath.at(this::book))
        .officer("DELETE", all + "/{applicationId}", officeInPath.at(this::cancel));
  }

  private Answer register(Request request, Caller caller, Office office) {
    FieldErrors errors = new FieldErrors();
    Optional<String> key = Preconditions.idempotencyKey(request, errors);
    Fields body = Fields.of(request, "application/json", errors);
    Read<String> sessionId = SeatRequest.sessionId(body);
    Read<Set<DocumentKind>> seen = body.several("papersSeen", DocumentKind.class);
    LocalDate today = LocalDate.now(clock.withZone(EffectiveDated.JAKARTA));
    Supplier<RegistrationForm> form = forms.readAtDesk(body, today);
    errors.check();
    return Api.answer(
        SeatRequest.session(sessionId),
        request,
        session -> {
          Entry.AtDesk entry =
              new Entry.AtDesk(
                  form.get(),
                  seen.get().stream().sorted().toList(),
                  session,
                  caller.staffOf(office.id()));
          return Api.answer(
              desk.register(entry, key.orElse(null), request.id()),
              request,
              registered -> answer(registered, entry, request, caller, office));
        });
  }

  /**
   * Whoever was registered is found there, also where there is no seat for them, or none could be
   * asked for.
   */
  private Answer answer(
      Application registered, Entry.AtDesk entry, Request request, Caller caller, Office office) {
    log.tell(LogEvent.REGISTERED_AT_DESK, request, office, registered, "officer", caller);
    String place = "/offices/" + office.id() + "/appointments/" + registered.id();
    return booked(registered, entry, place, request).header("Location", "/v1" + place);
  }

  private Answer booked(Application registered, Entry.AtDesk entry, String place, Request request) {
    try {
      return Api.answer(
          desk.firstSeat(registered, entry),
          request,
          booked ->
              Answer.created(place, ApplicationView.of(booked, request.language()))
                  .version(booked.revision()));
    } catch (Unavailable unavailable) {
      log.fault(
          LogEvent.UNAVAILABLE, request.id(), unavailable, new Detail("route", request.resource()));
      return Api.problem(Problem.of(ProblemType.UNAVAILABLE), request);
    }
  }

  private Answer list(Request request, Caller caller, Office office) {
    FieldErrors errors = new FieldErrors();
    int limit = Preconditions.limit(request, errors);
    FindApplication.Page page =
        ApplicationPage.of(
            lists, DeskAccount.of(office.id()), limit, request.query("cursor"), errors);
    errors.check();
    log.tell(
        LogEvent.APPOINTMENTS_READ,
        request.id(),
        new Detail("office", office.id().value()),
        new Detail("reader", caller.subject()));
    return Answer.ok(ApplicationPageView.of(page, request.language()));
  }

  private Answer book(Request request, Caller caller, Office office) {
    SeatRequest wanted = SeatRequest.of(request);
    return answer(
        request
            .application()
            .then(
                id ->
                    wanted
                        .session()
                        .then(
                            session ->
                                desk.book(
                                    id, session, caller.staffOf(office.id()), wanted.ifVersion()))),
        request);
  }

  private Answer cancel(Request request, Caller caller, Office office) {
    FieldErrors errors = new FieldErrors();
    @Nullable IfVersion ifVersion = Preconditions.ifMatch(request, errors);
    errors.check();
    return answer(
        request.application().then(id -> desk.cancel(id, caller.staffOf(office.id()), ifVersion)),
        request);
  }

  private static Answer answer(Outcome<Application> outcome, Request request) {
    return Api.answer(
        outcome, request, application -> ApplicationView.answer(application, request.language()));
  }
}
