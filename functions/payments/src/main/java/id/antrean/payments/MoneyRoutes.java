package id.antrean.payments;

import id.antrean.domain.Actor;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.FindExceptions.Place;
import id.antrean.domain.payment.NoticeId;
import id.antrean.domain.payment.Resolution.Action;
import id.antrean.domain.payment.Resolution.Stage;
import id.antrean.domain.payment.Resolution.Wish;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.CalendarParameters;
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
import id.antrean.payments.ResolveException.Exceptional;
import id.antrean.payments.view.BookPageView;
import id.antrean.payments.view.BookPageView.BookLineView;
import id.antrean.payments.view.PaymentExceptionPageView;
import id.antrean.payments.view.PaymentExceptionView;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Money that a person has to look at: lists of it, what is decided, and the books. */
@Singleton
final class MoneyRoutes implements Routes {
  private final OfficeInPath officeInPath;
  private final ListExceptions list;
  private final ResolveException resolve;
  private final Books books;
  private final ReportMoney report;
  private final EventLog log;

  MoneyRoutes(
      FindOffice offices,
      ListExceptions list,
      ResolveException resolve,
      Books books,
      ReportMoney report,
      EventLog log) {
    this.officeInPath = new OfficeInPath(offices);
    this.list = list;
    this.resolve = resolve;
    this.books = books;
    this.report = report;
    this.log = log;
  }

  @Override
  public Api on(Api api) {
    return api.overseer(
            "GET", "/offices/{officeId}/payments/exceptions", officeInPath.at(this::ofOffice))
        .overseers("GET", "/payments/exceptions", this::all)
        .auditors("GET", "/payments/books", this::books)
        .overseers("GET", "/payments/report", (request, caller) -> Answer.ok(report.now()))
        .overseers("GET", "/payments/exceptions/{id}", this::one)
        .supervisors("POST", "/payments/exceptions/{id}/resolution", this::resolution);
  }

  private Answer books(Request request, Caller caller) {
    FieldErrors errors = new FieldErrors();
    Optional<LocalDate> day = CalendarParameters.dateInQuery("date", request, errors);
    int limit = Preconditions.limit(request, errors);
    String place = request.query("cursor").orElse("0");
    if (!place.matches("[0-9]{1,7}")) {
      errors.add("/query/cursor", "cursor");
    }
    errors.check();
    Books.Page page = books.of(day.orElseThrow(), Integer.parseInt(place), limit);
    return Answer.ok(
        new BookPageView(
            day.orElseThrow().toString(),
            page.lines().stream()
                .map(line -> BookLineView.of(line.notice(), exceptionId(line), line.booked()))
                .toList(),
            page.next() == null ? null : page.next().toString()));
  }

  private static @Nullable String exceptionId(Books.Line line) {
    return line.notice().state() == State.EXCEPTION ? ExceptionIds.of(line.notice().id()) : null;
  }

  private Answer ofOffice(Request request, Caller caller, Office office) {
    return page(request, it -> it.application() != null && it.application().isOf(office.id()));
  }

  /** An auditor sees all; a supervisor their office's, and what is nobody's. */
  private Answer all(Request request, Caller caller) {
    return page(request, it -> isSeenBy(it, caller));
  }

  private Answer one(Request request, Caller caller) {
    return Api.answer(
        named(request).then(id -> found(id, caller)), request, it -> Answer.ok(view(it)));
  }

  private Outcome<Exceptional> found(NoticeId id, Caller caller) {
    return resolve
        .find(id)
        .filter(it -> isSeenBy(it, caller))
        .<Outcome<Exceptional>>map(Outcome::done)
        .orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
  }

  private static boolean isSeenBy(Exceptional exceptional, Caller caller) {
    return caller.isAuditor() || caller.supervised().filter(exceptional::concerns).isPresent();
  }

  private Answer page(Request request, Predicate<Exceptional> wanted) {
    FieldErrors errors = new FieldErrors();
    int limit = Preconditions.limit(request, errors);
    Optional<String> cursor = request.query("cursor");
    Optional<Place> after = cursor.flatMap(ExceptionIds::place);
    if (cursor.isPresent() && after.isEmpty()) {
      errors.add("/query/cursor", "cursor");
    }
    errors.check();
    ListExceptions.Page page = list.open(wanted, limit, after.orElse(null));
    @Nullable Place next = page.next();
    return Answer.ok(
        new PaymentExceptionPageView(
            page.items().stream().map(MoneyRoutes::view).toList(),
            next == null ? null : ExceptionIds.cursor(next)));
  }

  private static PaymentExceptionView view(Exceptional exceptional) {
    return PaymentExceptionView.of(
        ExceptionIds.of(exceptional.notice().notification().id()),
        exceptional.notice(),
        exceptional.application(),
        exceptional.resolution());
  }

  private Answer resolution(Request request, Caller caller) {
    FieldErrors errors = new FieldErrors();
    Fields body = Fields.of(request, "application/json", errors);
    Read<Action> action = body.oneOf("action", Action.class);
    boolean moves = action.ifSound().filter(Action.MOVE::equals).isPresent();
    Optional<Read<BillingCode>> target =
        moves || body.sent("billingCode")
            ? Optional.of(body.parsed("billingCode", "billing-code", MoneyRoutes::code))
            : Optional.empty();
    if (!moves && target.isPresent() && action.ifSound().isPresent()) {
      body.fault("billingCode", "only-with-move");
    }
    Read<String> reason = Reason.read(body, "reason", errors);
    body.nothingElse();
    errors.check();
    Wish wish = new Wish(action.get(), target.map(Read::get).orElse(null), reason.get());
    Actor.Staff by = caller.supervised().orElseThrow();
    return Api.answer(
        named(request).then(id -> resolve.resolve(id, wish, by)),
        request,
        resolved -> resolved(request, caller, resolved));
  }

  private static Optional<BillingCode> code(String text) {
    return BillingCode.isValid(text) ? Optional.of(new BillingCode(text)) : Optional.empty();
  }

  private static Outcome<NoticeId> named(Request request) {
    return ExceptionIds.parse(request.parameter("id"))
        .<Outcome<NoticeId>>map(Outcome::done)
        .orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
  }

  private Answer resolved(Request request, Caller caller, Exceptional resolved) {
    boolean done = resolved.resolution() != null && resolved.resolution().stage() == Stage.DONE;
    log.tell(
        done ? LogEvent.PAYMENT_RESOLVED : LogEvent.PAYMENT_RESOLUTION_PROPOSED,
        request.id(),
        new Detail("aggregator", resolved.notice().notification().aggregator()),
        new Detail("supervisor", caller.subject()));
    return Answer.ok(view(resolved));
  }
}
