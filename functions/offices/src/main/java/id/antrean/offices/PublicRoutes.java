package id.antrean.offices;

import id.antrean.domain.OfficeId;
import id.antrean.domain.office.DayAvailability;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Session;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.CalendarParameters;
import id.antrean.gateway.FieldErrors;
import id.antrean.gateway.OfficeInPath;
import id.antrean.gateway.Preconditions;
import id.antrean.gateway.Request;
import id.antrean.gateway.Routes;
import id.antrean.offices.view.AvailabilityView;
import id.antrean.offices.view.OfficePageView;
import id.antrean.offices.view.OfficeView;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Where and when, for everybody. */
@Singleton
final class PublicRoutes implements Routes {
  /** Seconds for which anybody may keep an office: it changes rarely. */
  private static final long OFFICE_SECONDS = 600;

  /** What is promised: availability is never older than this. */
  private static final Duration OLDEST = Duration.ofSeconds(5);

  private final FindOffice offices;
  private final OfficeInPath officeInPath;
  private final MonthsInMemory months;
  private final Clock clock;

  PublicRoutes(FindOffice offices, MonthsInMemory months, Clock clock) {
    this.offices = offices;
    this.officeInPath = new OfficeInPath(offices);
    this.months = months;
    this.clock = clock;
  }

  @Override
  public Api on(Api api) {
    return api.open("GET", "/offices", this::list)
        .open("GET", "/offices/{officeId}", this::one)
        .open("GET", "/offices/{officeId}/availability", this::availability);
  }

  private Answer list(Request request) {
    FieldErrors errors = new FieldErrors();
    int limit = Preconditions.limit(request, errors);
    Optional<String> cursor = request.query("cursor");
    if (cursor.filter(it -> !OfficeId.isValid(it)).isPresent()) {
      errors.add("/query/cursor", "cursor");
    }
    errors.check();
    List<Office> after =
        offices.all().stream()
            .filter(it -> cursor.isEmpty() || it.id().value().compareTo(cursor.get()) > 0)
            .toList();
    List<Office> page = after.stream().limit(limit).toList();
    String next = after.size() > limit ? page.getLast().id().value() : null;
    return kept(Answer.ok(OfficePageView.of(page, next)), OFFICE_SECONDS);
  }

  private Answer one(Request request) {
    return officeInPath.answer(
        request, office -> kept(Answer.ok(OfficeView.of(office)), OFFICE_SECONDS));
  }

  private Answer availability(Request request) {
    return officeInPath.answer(request, office -> availability(request, office));
  }

  private Answer availability(Request request, Office office) {
    FieldErrors errors = new FieldErrors();
    Optional<YearMonth> month = CalendarParameters.month(request, errors);
    Optional<Lane> lane = CalendarParameters.lane(request, errors);
    errors.check();
    MonthsInMemory.Seen seen = months.see(office.id(), month.orElseThrow());
    List<Session> sessions =
        seen.sessions().stream()
            .filter(session -> session.id().lane().isForApplicants())
            .filter(session -> lane.isEmpty() || session.id().lane() == lane.get())
            .toList();
    List<DayAvailability> days =
        DayAvailability.ofMonth(office, month.orElseThrow(), sessions, clock.instant());
    return kept(
        Answer.ok(AvailabilityView.of(office, month.orElseThrow(), days, request.language()))
            // Holidays have names.
            .header("Vary", "Accept-Language"),
        OLDEST.minus(seen.age()).toSeconds());
  }

  private static Answer kept(Answer answer, long seconds) {
    return answer.header("Cache-Control", "public, max-age=" + Math.max(1, seconds));
  }
}
