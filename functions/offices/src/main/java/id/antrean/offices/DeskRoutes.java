package id.antrean.offices;

import id.antrean.domain.application.FindAppointments.Page;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.office.ArrangeDay.Planner;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.CalendarParameters;
import id.antrean.gateway.Caller;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.EventLog.Detail;
import id.antrean.gateway.FieldErrors;
import id.antrean.gateway.LogEvent;
import id.antrean.gateway.OfficeInPath;
import id.antrean.gateway.Preconditions;
import id.antrean.gateway.Request;
import id.antrean.gateway.Role;
import id.antrean.gateway.Routes;
import id.antrean.offices.closure.CloseOffice;
import id.antrean.offices.day.DeskDay;
import id.antrean.offices.view.AppointmentPageView;
import id.antrean.offices.view.DayView;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** An office's own desk: its days and who comes. */
@Singleton
final class DeskRoutes implements Routes {
  private final OfficeInPath officeInPath;
  private final SetDay setDay;
  private final TellHolders tellHolders;
  private final CloseOffice closeOffice;
  private final ShowDay showDay;
  private final ListAppointments appointments;
  private final MonthsInMemory months;
  private final EventLog log;
  private final Clock clock;

  DeskRoutes(
      FindOffice offices,
      SetDay setDay,
      TellHolders tellHolders,
      CloseOffice closeOffice,
      ShowDay showDay,
      ListAppointments appointments,
      MonthsInMemory months,
      EventLog log,
      Clock clock) {
    this.officeInPath = new OfficeInPath(offices);
    this.setDay = setDay;
    this.tellHolders = tellHolders;
    this.closeOffice = closeOffice;
    this.showDay = showDay;
    this.appointments = appointments;
    this.months = months;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public Api on(Api api) {
    String day = "/offices/{officeId}/days/{date}";
    return api.officeReader("GET", day, officeInPath.at(this::showDay))
        .officer("PUT", day, officeInPath.at(this::setDay))
        .officeReader(
            "GET", "/offices/{officeId}/appointments", officeInPath.at(this::appointments));
  }

  private Answer showDay(Request request, Caller caller, Office office) {
    FieldErrors errors = new FieldErrors();
    Optional<LocalDate> date = CalendarParameters.dateInPath(request, errors);
    errors.check();
    return day(request, office, date.orElseThrow(), showDay.look(office, date.orElseThrow()));
  }

  private Answer setDay(Request request, Caller caller, Office office) {
    FieldErrors errors = new FieldErrors();
    IntPredicate expected = expected(request, errors);
    DayPlan plan = DaySetting.read(request, office, clock.instant(), errors);
    return Api.answer(
        set(office, plan, caller, expected),
        request,
        version -> {
          DayAsItStands standing = showDay.look(office, plan.date());
          tellHolders.tell(standing);
          closeOffice.follow(office, plan.date(), standing.day());
          log.tell(
              LogEvent.DAY_SET,
              request.id(),
              new Detail("office", office.id().value()),
              new Detail("date", plan.date().toString()),
              new Detail("version", version.toString()));
          return day(request, office, plan.date(), standing);
        });
  }

  private Outcome<Integer> set(
      Office office, DayPlan plan, Caller caller, @Nullable IntPredicate expected) {
    try {
      return setDay.set(office, plan, planner(caller), expected);
    } finally {
      // Half set or set: what was seen before is not what is there now.
      months.forget(office.id(), YearMonth.from(plan.date()));
    }
  }

  /** The versions at which the caller wants the day to be set; null for whatever it stands at. */
  private static @Nullable IntPredicate expected(Request request, FieldErrors errors) {
    @Nullable IfVersion ifMatch = Preconditions.ifMatch(request, errors);
    Optional<String> ifNoneMatch = request.header("If-None-Match").map(String::strip);
    if (ifNoneMatch.filter(it -> !it.equals("*")).isPresent()) {
      errors.add("/header/If-None-Match", "if-none-match");
    }
    if (ifNoneMatch.isPresent()) {
      return version -> version == 0 && (ifMatch == null || ifMatch.allows(0));
    }
    return ifMatch == null ? null : ifMatch::allows;
  }

  private Answer day(Request request, Office office, LocalDate date, DayAsItStands standing) {
    DeskDay day = showDay.show(office, date, standing);
    return Answer.ok(DayView.of(office, day, request.language())).version(day.version());
  }

  private Answer appointments(Request request, Caller caller, Office office) {
    FieldErrors errors = new FieldErrors();
    Optional<LocalDate> date = CalendarParameters.dateInQuery("date", request, errors);
    int limit = Preconditions.limit(request, errors);
    Optional<String> cursor = request.query("cursor");
    if (cursor.filter(it -> !ListAppointments.isCursor(it)).isPresent()) {
      errors.add("/query/cursor", "cursor");
    }
    errors.check();
    ListFormat format = ListFormat.of(request.wantedType());
    Page page =
        format == ListFormat.JSON
            ? appointments.list(office.id(), date.orElseThrow(), limit, cursor.orElse(null))
            : appointments.whole(office.id(), date.orElseThrow());
    // Who read people's names is on record; the names are not.
    log.tell(
        LogEvent.APPOINTMENTS_READ,
        request.id(),
        new Detail("office", office.id().value()),
        new Detail("date", date.orElseThrow().toString()),
        new Detail("reader", caller.subject()));
    return switch (format) {
      case JSON -> Answer.ok(AppointmentPageView.of(page));
      case CSV ->
          Answer.text("text/csv; charset=utf-8; header=present", AppointmentTable.csv(page));
      case JSON_LINES -> Answer.lines(AppointmentPageView.of(page).items());
    };
  }

  private static Planner planner(Caller caller) {
    Role role = caller.roles().contains(Role.SUPERVISOR) ? Role.SUPERVISOR : Role.OFFICER;
    return new Planner(role.name().toLowerCase(Locale.ROOT), caller.subject());
  }
}
