package id.antrean.offices;

import id.antrean.domain.application.IfVersion;
import id.antrean.domain.office.ChangeOffice.Standing;
import id.antrean.domain.office.FindHistory;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.CalendarParameters;
import id.antrean.gateway.CalendarParameters.Period;
import id.antrean.gateway.Caller;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.EventLog.Detail;
import id.antrean.gateway.FieldErrors;
import id.antrean.gateway.LogEvent;
import id.antrean.gateway.OfficeInPath;
import id.antrean.gateway.Preconditions;
import id.antrean.gateway.Request;
import id.antrean.gateway.Routes;
import id.antrean.offices.LayOutCalendar.Kept;
import id.antrean.offices.LayOutCalendar.Laid;
import id.antrean.offices.WeekSetting.Week;
import id.antrean.offices.view.HistoryPageView;
import id.antrean.offices.view.OfficePatternSetView;
import id.antrean.offices.view.OfficePatternSetView.KeptDayView;
import id.antrean.offices.view.OfficePatternSetView.KeptReason;
import id.antrean.offices.view.OfficePatternView;
import id.antrean.offices.view.OfficeServicesView;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The week, the rules and the services of an office, and who changed what of it. */
@Singleton
final class WeekRoutes implements Routes {
  /** A year of history at once. */
  private static final int MOST_DAYS = 366;

  private final OfficeInPath officeInPath;
  private final SetWeek setWeek;
  private final FindHistory history;
  private final MonthsInMemory months;
  private final EventLog log;

  WeekRoutes(
      FindOffice offices,
      SetWeek setWeek,
      FindHistory history,
      MonthsInMemory months,
      EventLog log) {
    this.officeInPath = new OfficeInPath(offices);
    this.setWeek = setWeek;
    this.history = history;
    this.months = months;
    this.log = log;
  }

  @Override
  public Api on(Api api) {
    String office = "/offices/{officeId}";
    return api.overseer("GET", office + "/pattern", officeInPath.at(this::pattern))
        .supervisor("PUT", office + "/pattern", officeInPath.at(this::setPattern))
        .supervisor("PUT", office + "/services", officeInPath.at(this::setServices))
        .overseer("GET", office + "/history", officeInPath.at(this::history));
  }

  private Answer pattern(Request request, Caller caller, Office office) {
    Standing standing = setWeek.see(office);
    return Answer.ok(OfficePatternView.of(standing)).version(standing.version());
  }

  private Answer setPattern(Request request, Caller caller, Office office) {
    FieldErrors errors = new FieldErrors();
    @Nullable IfVersion ifVersion = Preconditions.ifMatch(request, errors);
    Supplier<Week> read = WeekSetting.week(request, errors);
    errors.check();
    Week week = read.get();
    WeekSetting.checkTwice(week, errors);
    WeekSetting.checkReleases(week, office, errors);
    errors.check();
    return Api.answer(
        setWeek.week(
            office, week.sessions(), week.rules(), caller.supervisorOf(office.id()), ifVersion),
        request,
        set -> {
          months.forgetAll();
          told(request, caller, office);
          return Answer.ok(
                  new OfficePatternSetView(
                      OfficePatternView.of(set.standing()),
                      set.laid().followed(),
                      kept(set.laid())))
              .version(set.standing().version());
        });
  }

  private static List<KeptDayView> kept(Laid laid) {
    return laid.kept().stream()
        .map(kept -> new KeptDayView(kept.date().toString(), reason(kept)))
        .toList();
  }

  private static KeptReason reason(Kept kept) {
    return switch (kept.why()) {
      case SET_BY_HAND -> KeptReason.SET_BY_HAND;
      case BOOKED -> KeptReason.BOOKED;
    };
  }

  private Answer setServices(Request request, Caller caller, Office office) {
    FieldErrors errors = new FieldErrors();
    @Nullable IfVersion ifVersion = Preconditions.ifMatch(request, errors);
    Supplier<List<Office.Service>> services = WeekSetting.services(request, errors);
    errors.check();
    return Api.answer(
        setWeek.services(office, services.get(), caller.supervisorOf(office.id()), ifVersion),
        request,
        standing -> {
          told(request, caller, office);
          return Answer.ok(OfficeServicesView.of(standing)).version(standing.version());
        });
  }

  private void told(Request request, Caller caller, Office office) {
    log.tell(
        LogEvent.OFFICE_SET,
        request.id(),
        new Detail("office", office.id().value()),
        new Detail("supervisor", caller.subject()));
  }

  private Answer history(Request request, Caller caller, Office office) {
    FieldErrors errors = new FieldErrors();
    Optional<Period> asked = CalendarParameters.periodInQuery(MOST_DAYS, request, errors);
    int limit = Preconditions.limit(request, errors);
    Optional<String> cursor = request.query("cursor");
    Optional<String> after = cursor.flatMap(WeekRoutes::place);
    if (cursor.isPresent() && after.isEmpty()) {
      errors.add("/query/cursor", "cursor");
    }
    errors.check();
    Period period = asked.orElseThrow();
    FindHistory.Page page =
        history.find(
            office.id(),
            period.from().atStartOfDay(office.zone()).toInstant(),
            period.to().plusDays(1).atStartOfDay(office.zone()).toInstant(),
            limit,
            after.orElse(null));
    String next = page.next();
    return Answer.ok(HistoryPageView.of(page.items(), office, next == null ? null : cursor(next)));
  }

  private static String cursor(String place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  /** Empty for what is no cursor of ours. */
  private static Optional<String> place(String cursor) {
    try {
      String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      return Optional.of(place).filter(it -> it.matches("[0-9]{15}#[A-Za-z0-9._#-]{1,120}"));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
