package id.antrean.registration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.EffectiveDated;
import id.antrean.domain.Outcome;
import id.antrean.domain.Refusal;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ApplicationId;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.FindEarlierEntries;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.booking.LeaveSeat;
import id.antrean.domain.office.FindOffice;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.Caller;
import id.antrean.gateway.Faults;
import id.antrean.gateway.Fields;
import id.antrean.gateway.Language;
import id.antrean.gateway.Preconditions;
import id.antrean.gateway.Request;
import id.antrean.gateway.view.ApplicationView;
import id.antrean.gateway.view.TimelineView;
import id.antrean.registration.form.CorrectionReader;
import id.antrean.registration.form.FormReader;
import id.antrean.registration.form.FormReader.KeptNiks;
import id.antrean.registration.form.RegistrationForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The routes of an applicant's applications. */
public final class RegistrationApi {
  private final FormReader forms;
  private final CorrectionReader corrections;
  private final Register register;
  private final CorrectApplication correct;
  private final LeaveSeat leave;
  private final FindApplication applications;
  private final FindApplication.Lists lists;
  private final FindEarlierEntries earlier;
  private final FindOffice offices;
  private final Clock clock;

  public RegistrationApi(
      FormReader forms,
      Register register,
      CorrectApplication correct,
      LeaveSeat leave,
      FindApplication applications,
      FindApplication.Lists lists,
      FindEarlierEntries earlier,
      FindOffice offices,
      Clock clock) {
    this.forms = forms;
    this.corrections = new CorrectionReader(forms);
    this.register = register;
    this.correct = correct;
    this.leave = leave;
    this.applications = applications;
    this.lists = lists;
    this.earlier = earlier;
    this.offices = offices;
    this.clock = clock;
  }

  /** Adds the routes to an API. */
  public Api routes(Api api) {
    return api.applicant("POST", "/applications", this::register)
        .applicant("GET", "/applications", this::list)
        .applicant("GET", "/applications/{id}", this::one)
        .applicant("PATCH", "/applications/{id}", this::correct)
        .applicant("DELETE", "/applications/{id}", this::cancel)
        .applicant("GET", "/applications/{id}/timeline", this::timeline);
  }

  private Answer register(Request request, Caller caller) {
    Faults faults = new Faults();
    Optional<String> key = Preconditions.idempotencyKey(request, faults);
    LocalDate today = today();
    Supplier<RegistrationForm> form =
        forms.read(
            Fields.of(request, "application/json", faults), KeptNiks.NONE, today, today, faults);
    faults.check();
    Outcome<Application> outcome =
        key.isPresent()
            ? register.register(form.get(), caller.applicant(), key.get(), request.id())
            : register.register(form.get(), caller.applicant(), request.id());
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
    Faults faults = new Faults();
    int limit = Preconditions.limit(request, faults);
    FindApplication.Page page = page(caller, limit, request.query("cursor").orElse(null), faults);
    faults.check();
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    page.items()
        .forEach(application -> items.add(ApplicationView.of(application, request.language())));
    return Answer.ok(listOf(items, page.nextCursor()));
  }

  private FindApplication.Page page(
      Caller caller, int limit, @Nullable String cursor, Faults faults) {
    try {
      return lists.ofAccount(caller.subject(), limit, cursor);
    } catch (FindApplication.BadCursor unknown) {
      faults.add("/query/cursor", "cursor");
      faults.check();
      throw unknown;
    }
  }

  private Answer one(Request request, Caller caller) {
    return Api.answer(
        withId(request, id -> mine(id, caller)),
        request,
        application -> ApplicationView.answer(application, request.language()));
  }

  private Answer correct(Request request, Caller caller) {
    Faults faults = new Faults();
    @Nullable IfVersion ifVersion = Preconditions.ifMatch(request, faults);
    ObjectNode patch = Fields.of(request, "application/merge-patch+json", faults).raw();
    return Api.answer(
        withId(
            request,
            id ->
                correct.correct(
                    id,
                    caller.applicant(),
                    ifVersion,
                    application -> corrected(patch, application, faults),
                    request.id())),
        request,
        application -> ApplicationView.answer(application, request.language()));
  }

  private RegistrationForm corrected(ObjectNode patch, Application application, Faults faults) {
    Supplier<RegistrationForm> form = corrections.read(patch, application, today(), faults);
    faults.check();
    return form.get();
  }

  private Answer cancel(Request request, Caller caller) {
    Faults faults = new Faults();
    @Nullable IfVersion ifVersion = Preconditions.ifMatch(request, faults);
    faults.check();
    return Api.answer(
        withId(request, id -> leave.cancel(id, caller.applicant(), ifVersion)),
        request,
        application -> ApplicationView.answer(application, request.language()));
  }

  private Answer timeline(Request request, Caller caller) {
    Faults faults = new Faults();
    int limit = Preconditions.limit(request, faults);
    Optional<String> cursor = request.query("cursor");
    Optional<Integer> start = cursor.map(TimelinePage::start).orElse(Optional.of(0));
    if (start.isEmpty()) {
      faults.add("/query/cursor", "cursor");
    }
    faults.check();
    Language language = request.language();
    return Api.answer(
        withId(request, id -> mine(id, caller)),
        request,
        application -> {
          TimelinePage page = TimelinePage.of(application, earlier, start.orElse(0), limit);
          ArrayNode items = JsonNodeFactory.instance.arrayNode();
          TimelineView view = new TimelineView(application, offices, language);
          page.items().forEach(entry -> items.add(view.of(entry)));
          return Answer.ok(listOf(items, page.nextCursor()));
        });
  }

  private static ObjectNode listOf(ArrayNode items, @Nullable String nextCursor) {
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    list.set("items", items);
    return list.put("nextCursor", nextCursor);
  }

  /** What cannot be an id is nobody's application. */
  private static Outcome<Application> withId(
      Request request, Function<ApplicationId, Outcome<Application>> step) {
    String id = request.parameter("id");
    return ApplicationId.isValid(id)
        ? step.apply(new ApplicationId(id))
        : Outcome.refused(new Refusal.NotFound());
  }

  private Outcome<Application> mine(ApplicationId id, Caller caller) {
    return applications
        .find(id)
        .filter(application -> application.belongsTo(caller.applicant()))
        .<Outcome<Application>>map(Outcome::done)
        .orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(EffectiveDated.JAKARTA));
  }
}
