package id.antrean.offices;

import id.antrean.domain.DigestRequest;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.Closure;
import id.antrean.domain.office.ClosureId;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.KeepClosures;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.NewClosureId;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.CalendarParameters;
import id.antrean.gateway.CalendarParameters.Period;
import id.antrean.gateway.Caller;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.EventLog.Detail;
import id.antrean.gateway.FieldErrors;
import id.antrean.gateway.Fields;
import id.antrean.gateway.Fields.Read;
import id.antrean.gateway.LogEvent;
import id.antrean.gateway.OfficeInPath;
import id.antrean.gateway.Preconditions;
import id.antrean.gateway.Reason;
import id.antrean.gateway.Request;
import id.antrean.gateway.Routes;
import id.antrean.offices.closure.CloseOffice;
import id.antrean.offices.closure.ShowClosure;
import id.antrean.offices.view.OfficeClosureView;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Closing sessions, and opening them again. */
@Singleton
final class ClosureRoutes implements Routes {
  private static final int DAYS_AHEAD = 366;

  /** A quarter of a year at once. */
  static final int MOST_DAYS = 93;

  private final OfficeInPath officeInPath;
  private final CloseOffice closeOffice;
  private final KeepClosures closures;
  private final ShowClosure show;
  private final MonthsInMemory months;
  private final NewClosureId ids;
  private final DigestRequest digests;
  private final EventLog log;
  private final Clock clock;

  ClosureRoutes(
      FindOffice offices,
      CloseOffice closeOffice,
      KeepClosures closures,
      ShowClosure show,
      MonthsInMemory months,
      NewClosureId ids,
      DigestRequest digests,
      EventLog log,
      Clock clock) {
    this.officeInPath = new OfficeInPath(offices);
    this.closeOffice = closeOffice;
    this.closures = closures;
    this.show = show;
    this.months = months;
    this.ids = ids;
    this.digests = digests;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public Api on(Api api) {
    String one = "/offices/{officeId}/closures/{closureId}";
    return api.supervisor("POST", "/offices/{officeId}/closures", officeInPath.at(this::close))
        .overseer("GET", one, officeInPath.at(this::one))
        .supervisor("DELETE", one, officeInPath.at(this::takeBack));
  }

  private Answer close(Request request, Caller caller, Office office) {
    FieldErrors errors = new FieldErrors();
    Optional<String> key = Preconditions.idempotencyKey(request, errors);
    Fields body = Fields.of(request, "application/json", errors);
    Read<LocalDate> from = body.date("from");
    Read<LocalDate> to = body.date("to");
    Read<String> reason = Reason.read(body, "reason", errors);
    Optional<Read<Lane>> lane =
        body.has("lane") ? Optional.of(body.oneOf("lane", Lane.class)) : Optional.empty();
    Optional<Read<SessionId>> session =
        body.has("sessionId")
            ? Optional.of(body.parsed("sessionId", "session-id", SessionId::parse))
            : Optional.empty();
    body.nothingElse();
    checkDays(from, to, office, errors);
    lane.flatMap(Read::ifSound)
        .filter(
            other -> session.flatMap(Read::ifSound).filter(one -> one.lane() != other).isPresent())
        .ifPresent(other -> errors.add("/lane", "session-other-lane"));
    session.flatMap(Read::ifSound).ifPresent(one -> checkSession(one, from, to, office, errors));
    errors.check();
    return Api.answer(
        closeOffice.close(
            new Closure(
                id(key, caller, office, to.get()),
                office.id(),
                from.get(),
                to.get(),
                lane.map(Read::get).orElse(null),
                session.map(Read::get).orElse(null),
                reason.get(),
                clock.instant(),
                caller.subject(),
                key.isPresent() ? digest(request) : null,
                false)),
        request,
        closure -> accepted(closure, request, caller, office));
  }

  private String digest(Request request) {
    return digests.of(List.of(new String(request.body(), StandardCharsets.UTF_8)));
  }

  private ClosureId id(Optional<String> key, Caller caller, Office office, LocalDate to) {
    return key.map(
            sent ->
                ids.forKey(
                    to,
                    digests.of(
                        List.of(
                            "POST /offices/" + office.id() + "/closures", caller.subject(), sent))))
        .orElseGet(() -> ids.unguessable(to));
  }

  private void checkDays(
      Read<LocalDate> from, Read<LocalDate> to, Office office, FieldErrors errors) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), office.zone());
    from.ifSound()
        .filter(day -> day.isBefore(today))
        .ifPresent(past -> errors.add("/from", "past-day"));
    to.ifSound()
        .filter(day -> day.isAfter(today.plusDays(DAYS_AHEAD)))
        .ifPresent(far -> errors.add("/to", "far-day"));
    if (from.ifSound().isPresent() && to.ifSound().isPresent()) {
      CalendarParameters.check(new Period(from.get(), to.get()), MOST_DAYS, "/to", errors);
    }
  }

  private static void checkSession(
      SessionId session,
      Read<LocalDate> from,
      Read<LocalDate> to,
      Office office,
      FieldErrors errors) {
    boolean within =
        session.office().equals(office.id())
            && from.ifSound().filter(day -> session.date().isBefore(day)).isEmpty()
            && to.ifSound().filter(day -> session.date().isAfter(day)).isEmpty();
    if (!within) {
      errors.add("/sessionId", "session-elsewhere");
    }
  }

  private Answer one(Request request, Caller caller, Office office) {
    return Api.answer(
        found(request, office),
        request,
        closure -> Answer.ok(OfficeClosureView.of(show.of(closure), office)));
  }

  private Outcome<Closure> found(Request request, Office office) {
    return id(request)
        .flatMap(id -> closures.find(office.id(), id))
        .<Outcome<Closure>>map(Outcome::done)
        .orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
  }

  private static Optional<ClosureId> id(Request request) {
    return Optional.of(request.parameter("closureId"))
        .filter(ClosureId::isValid)
        .map(ClosureId::new);
  }

  private Answer takeBack(Request request, Caller caller, Office office) {
    return Api.answer(
        id(request)
            .map(id -> closeOffice.takeBack(office.id(), id, caller.supervisorOf(office.id())))
            .orElseGet(() -> Outcome.refused(new Refusal.NotFound())),
        request,
        closure -> accepted(closure, request, caller, office));
  }

  private Answer accepted(Closure closure, Request request, Caller caller, Office office) {
    closure.months().forEach(month -> months.forget(office.id(), month));
    log.tell(
        closure.lifted() ? LogEvent.CLOSURE_TAKEN_BACK : LogEvent.OFFICE_CLOSED,
        request.id(),
        new Detail("office", office.id().value()),
        new Detail("closure", closure.id().value()),
        new Detail("supervisor", caller.subject()));
    return Answer.accepted(
        "/offices/" + office.id() + "/closures/" + closure.id(),
        OfficeClosureView.of(show.of(closure), office));
  }
}
