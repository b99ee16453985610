package id.antrean.counter;

import id.antrean.counter.CallPeople.Called;
import id.antrean.counter.EndVisit.End;
import id.antrean.counter.view.CalledPersonView;
import id.antrean.counter.view.CheckInView;
import id.antrean.counter.view.DisplayView;
import id.antrean.counter.view.VisitEndView;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.DigestRequest;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
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
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The counter: letting people in, calling them, and putting down how their visit went. */
@Singleton
final class CounterRoutes implements Routes {
  private static final int LONGEST_CODE = 1024;
  private static final Pattern DESK = Pattern.compile("[\\p{Alnum}][\\p{Alnum} .-]{0,11}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

  private final OfficeInPath officeInPath;
  private final CheckIn checkIn;
  private final CallPeople callPeople;
  private final EndVisit endVisit;
  private final LinesInMemory display;
  private final DigestRequest digests;
  private final EventLog log;

  CounterRoutes(
      FindOffice offices,
      CheckIn checkIn,
      CallPeople callPeople,
      EndVisit endVisit,
      LinesInMemory display,
      DigestRequest digests,
      EventLog log) {
    this.officeInPath = new OfficeInPath(offices);
    this.checkIn = checkIn;
    this.callPeople = callPeople;
    this.endVisit = endVisit;
    this.display = display;
    this.digests = digests;
    this.log = log;
  }

  @Override
  public Api on(Api api) {
    String calls = "/offices/{officeId}/calls";
    return api.officer("POST", "/offices/{officeId}/check-ins", officeInPath.at(this::checkIn))
        .officer("POST", calls, officeInPath.at(this::call))
        .officer("POST", calls + "/{number}/again", officeInPath.at(step(callPeople::again)))
        .officer("POST", calls + "/{number}/skip", officeInPath.at(step(callPeople::skip)))
        .officer("POST", calls + "/{number}/back", officeInPath.at(step(callPeople::back)))
        .officer(
            "POST",
            "/offices/{officeId}/appointments/{applicationId}/outcome",
            officeInPath.at(this::outcome))
        .open("GET", "/offices/{officeId}/display", this::display);
  }

  // ---- Coming in ----

  private Answer checkIn(Request request, Caller caller, Office office) {
    FieldErrors errors = new FieldErrors();
    Optional<String> key = Preconditions.idempotencyKey(request, errors);
    Fields body = Fields.of(request, "application/json", errors);
    if (body.has("applicationId") && body.has("code")) {
      errors.add(body.pointer("code"), "either", "code", "applicationId");
    }
    Read<Presented> presented =
        body.has("applicationId")
            ? body.parsed("applicationId", "application-id", CounterRoutes::listed)
            : body.parsed("code", "ticket-code", CounterRoutes::entered);
    body.nothingElse();
    errors.check();
    return Api.answer(
        checkIn.checkIn(
            office,
            presented.get(),
            caller.staffOf(office.id()),
            key(key, request, caller, presented.get().toString())),
        request,
        arrival -> {
          display.forget(office);
          log.tell(LogEvent.CHECKED_IN, request, office, arrival.application(), "officer", caller);
          return Answer.ok(
                  CheckInView.of(
                      arrival.application(),
                      arrival.application().booking().place().orElseThrow(),
                      arrival.number()))
              .version(arrival.application().revision());
        });
  }

  private static Optional<Presented> listed(String text) {
    return Optional.of(text)
        .filter(ApplicationId::isValid)
        .map(id -> new Presented.Listed(new ApplicationId(id)));
  }

  private static Optional<Presented> entered(String text) {
    return text.length() <= LONGEST_CODE ? Presented.entered(text) : Optional.empty();
  }

  /** Another route, office or account is another key. */
  private @Nullable Key key(Optional<String> key, Request request, Caller caller, String asked) {
    return key.map(
            sent ->
                new Key(
                    digests.of(
                        List.of(
                            "POST " + request.resource(),
                            request.parameter("officeId"),
                            caller.subject(),
                            sent)),
                    digests.of(List.of(asked))))
        .orElse(null);
  }

  // ---- Calling ----

  private Answer call(Request request, Caller caller, Office office) {
    FieldErrors errors = new FieldErrors();
    Optional<String> key = Preconditions.idempotencyKey(request, errors);
    Fields body = Fields.of(request, "application/json", errors);
    Read<String> desk = body.text("desk", 1, 12, "desk", text -> DESK.matcher(text).matches());
    body.nothingElse();
    errors.check();
    return called(
        callPeople.next(office, desk.get(), key(key, request, caller, desk.get())),
        request,
        office);
  }

  private OfficeInPath.AtOffice step(BiFunction<Office, Integer, Outcome<Called>> step) {
    return (request, caller, office) ->
        called(number(request).then(number -> step.apply(office, number)), request, office);
  }

  /** What cannot be a number is nobody's. */
  private static Outcome<Integer> number(Request request) {
    String number = request.parameter("number");
    return NUMBER.matcher(number).matches()
        ? Outcome.done(Integer.valueOf(number))
        : Outcome.refused(new Refusal.NotFound());
  }

  private Answer called(Outcome<Called> outcome, Request request, Office office) {
    return Api.answer(
        outcome,
        request,
        called -> {
          display.forget(office);
          return Answer.ok(
              CalledPersonView.of(called.visitor(), called.application(), office.zone()));
        });
  }

  private Answer display(Request request) {
    return officeInPath.answer(
        request,
        office ->
            Answer.ok(DisplayView.of(office, display.today(office)))
                .header("Cache-Control", "public, max-age=" + LinesInMemory.KEPT.toSeconds()));
  }

  // ---- Going ----

  /** As clients name them. */
  private enum Named {
    COMPLETED,
    NO_SHOW,
    RETURN
  }

  private Answer outcome(Request request, Caller caller, Office office) {
    FieldErrors errors = new FieldErrors();
    @Nullable IfVersion ifVersion = Preconditions.ifMatch(request, errors);
    Fields body = Fields.of(request, "application/json", errors);
    Read<Named> outcome = body.oneOf("outcome", Named.class);
    boolean comesAgain = outcome.ifSound().filter(Named.RETURN::equals).isPresent();
    Optional<Read<String>> reason =
        comesAgain || body.has("reason")
            ? Optional.of(Reason.read(body, "reason", errors))
            : Optional.empty();
    body.nothingElse();
    errors.check();
    return Api.answer(
        request
            .application()
            .then(
                id ->
                    endVisit.end(
                        id,
                        end(outcome.get(), reason.map(Read::get)),
                        caller.staffOf(office.id()),
                        ifVersion)),
        request,
        application -> {
          display.forget(office);
          log.tell(LogEvent.VISIT_ENDED, request, office, application, "officer", caller);
          return Answer.ok(VisitEndView.of(application)).version(application.revision());
        });
  }

  private static End end(Named outcome, Optional<String> reason) {
    return switch (outcome) {
      case COMPLETED -> new EndVisit.Completed();
      case NO_SHOW -> new EndVisit.NoShow();
      case RETURN -> new EndVisit.ComesAgain(reason.orElseThrow());
    };
  }
}
