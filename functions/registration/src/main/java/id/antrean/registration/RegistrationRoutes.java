package id.antrean.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.EffectiveDated;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.FindEarlierEntries;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import id.antrean.domain.seat.LeaveSeat;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.ApplicationInPath;
import id.antrean.gateway.Caller;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.FieldErrors;
import id.antrean.gateway.Fields;
import id.antrean.gateway.Language;
import id.antrean.gateway.LogEvent;
import id.antrean.gateway.OfficeInPath;
import id.antrean.gateway.Preconditions;
import id.antrean.gateway.Request;
import id.antrean.gateway.Routes;
import id.antrean.gateway.view.ApplicationPageView;
import id.antrean.gateway.view.ApplicationView;
import id.antrean.gateway.view.TellTimeline;
import id.antrean.gateway.view.TimelineView;
import id.antrean.registration.form.CorrectionReader;
import id.antrean.registration.form.FormReader;
import id.antrean.registration.form.FormReader.KeptNiks;
import id.antrean.registration.form.RegistrationForm;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The routes of an applicant's applications, and of what happened to them. */
@Singleton
public final class RegistrationRoutes implements Routes {
  private final FormReader forms;
  private final CorrectionReader corrections;
  private final Register register;
  private final CorrectApplication correct;
  private final LeaveSeat leave;
  private final ApplicationInPath applicationInPath;
  private final FindApplication.Lists lists;
  private final FindEarlierEntries earlier;
  private final FindOffice offices;
  private final OfficeInPath officeInPath;
  private final EventLog log;
  private final Clock clock;

  public RegistrationRoutes(
      FormReader forms,
      Register register,
      CorrectApplication correct,
      LeaveSeat leave,
      FindApplication applications,
      FindApplication.Lists lists,
      FindEarlierEntries earlier,
      FindOffice offices,
      EventLog log,
      Clock clock) {
    this.forms = forms;
    this.corrections = new CorrectionReader(forms);
    this.register = register;
    this.correct = correct;
    this.leave = leave;
    this.applicationInPath = new ApplicationInPath(applications);
    this.lists = lists;
    this.earlier = earlier;
    this.offices = offices;
    this.officeInPath = new OfficeInPath(offices);
    this.log = log;
    this.clock = clock;
  }

  @Override
  public Api on(Api api) {
    return api.applicant("POST", "/applications", this::register)
        .applicant("GET", "/applications", this::list)
        .applicant("GET", "/applications/{id}", this::one)
        .applicant("PATCH", "/applications/{id}", this::correct)
        .applicant("DELETE", "/applications/{id}", this::cancel)
        .applicant("GET", "/applications/{id}/timeline", this::timeline)
        .officeReader(
            "GET",
            "/offices/{officeId}/appointments/{applicationId}/timeline",
            officeInPath.at(this::timelineAtOffice));
  }

  private Answer register(Request request, Caller caller) {
    FieldErrors errors = new FieldErrors();
    Optional<String> key = Preconditions.idempotencyKey(request, errors);
    LocalDate today = today();
    Supplier<RegistrationForm> form =
        forms.read(Fields.of(request, "application/json", errors), KeptNiks.NONE, today, today);
    errors.check();
    Entry entry = new Entry.Own(form.get(), caller.applicant());
    Outcome<Application> outcome =
        key.isPresent()
            ? register.register(entry, key.get(), request.id())
            : register.register(entry, request.id());
    return Api.answer(
        outcome,
        request,
        application ->
            Answer.created(
                    "/applications/" + application.id(),
                    ApplicationView.of(application, request.language()))
                .version(application.revision()));
  }

  private Answer list(Request request, Caller caller) {
    FieldErrors errors = new FieldErrors();
    int limit = Preconditions.limit(request, errors);
    FindApplication.Page page =
        ApplicationPage.of(lists, caller.subject(), limit, request.query("cursor"), errors);
    errors.check();
    return Answer.ok(ApplicationPageView.of(page, request.language()));
  }

  private Answer one(Request request, Caller caller) {
    return Api.answer(
        applicationInPath.ofCaller(request, caller),
        request,
        application -> ApplicationView.answer(application, request.language()));
  }

  private Answer correct(Request request, Caller caller) {
    FieldErrors errors = new FieldErrors();
    @Nullable IfVersion ifVersion = Preconditions.ifMatch(request, errors);
    ObjectNode patch = Fields.of(request, "application/merge-patch+json", errors).raw();
    return Api.answer(
        request
            .application()
            .then(
                id ->
                    correct.correct(
                        id,
                        caller.applicant(),
                        ifVersion,
                        application -> corrected(patch, application, errors),
                        request.id())),
        request,
        application -> ApplicationView.answer(application, request.language()));
  }

  private RegistrationForm corrected(
      ObjectNode patch, Application application, FieldErrors errors) {
    Supplier<RegistrationForm> form = corrections.read(patch, application, today(), errors);
    errors.check();
    return form.get();
  }

  private Answer cancel(Request request, Caller caller) {
    FieldErrors errors = new FieldErrors();
    @Nullable IfVersion ifVersion = Preconditions.ifMatch(request, errors);
    errors.check();
    return Api.answer(
        request.application().then(id -> leave.cancel(id, caller.applicant(), ifVersion)),
        request,
        application -> ApplicationView.answer(application, request.language()));
  }

  private Answer timeline(Request request, Caller caller) {
    return timeline(request, () -> applicationInPath.ofCaller(request, caller));
  }

  /**
   * Whoever has to do with somebody at an office sees what happened, and that they saw it is kept.
   */
  private Answer timelineAtOffice(Request request, Caller caller, Office office) {
    return timeline(
        request,
        () ->
            applicationInPath
                .ofOffice(request, caller, office)
                .then(
                    application -> {
                      log.tell(
                          LogEvent.APPLICATION_READ,
                          request,
                          office,
                          application,
                          "reader",
                          caller);
                      return Outcome.done(application);
                    }));
  }

  private Answer timeline(Request request, Supplier<Outcome<Application>> found) {
    FieldErrors errors = new FieldErrors();
    int limit = Preconditions.limit(request, errors);
    Optional<String> cursor = request.query("cursor");
    Optional<Integer> start = cursor.map(TimelinePage::start).orElse(Optional.of(0));
    if (start.isEmpty()) {
      errors.add("/query/cursor", "cursor");
    }
    errors.check();
    Language language = request.language();
    return Api.answer(
        found.get(),
        request,
        application -> {
          TimelinePage page = TimelinePage.of(application, earlier, start.orElse(0), limit);
          TellTimeline tell = new TellTimeline(application, offices, language);
          return Answer.ok(
              new TimelineView(page.items().stream().map(tell::of).toList(), page.nextCursor()));
        });
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(EffectiveDated.JAKARTA));
  }
}
