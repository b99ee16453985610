package id.antrean.offices;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.aws.calendar.ClosureIds;
import id.antrean.aws.identity.KeyedDigests;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.Recency;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Appointment;
import id.antrean.domain.application.FindAppointments;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Office.WeeklySession;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.FollowSession;
import id.antrean.gateway.Api;
import id.antrean.gateway.Caller;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.Origins;
import id.antrean.gateway.Role;
import id.antrean.gateway.VerifyToken;
import id.antrean.memory.MemoryClosures.Work;
import id.antrean.memory.MemoryWeeks;
import id.antrean.memory.MovableTime;
import id.antrean.memory.Samples;
import id.antrean.offices.closure.CarryOutClosure;
import id.antrean.offices.closure.CloseOffice;
import id.antrean.offices.closure.ClosuresOnTheQueue;
import id.antrean.offices.closure.RemindOfClosures;
import id.antrean.offices.closure.ShowClosure;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whole function over stores in memory, at a moment that tests move. */
final class OfficesAt implements FindOffice, FindAppointments {
  static final OfficeId CILEGON = new OfficeId("CLG");
  static final OfficeId JAYAPURA = new OfficeId("JAP");

  /** Tokens by name: a caller of that role, and of Cilegon where the role has an office. */
  private static final Map<String, Caller> CALLERS =
      Map.of(
          "officer", new Caller("budi", Set.of(Role.OFFICER), "CLG"),
          "supervisor", new Caller("sri", Set.of(Role.SUPERVISOR), "CLG"),
          "colleague", new Caller("ratna", Set.of(Role.SUPERVISOR), "CLG"),
          "papua", new Caller("yosef", Set.of(Role.SUPERVISOR), "JAP"),
          "elsewhere", new Caller("made", Set.of(Role.OFFICER), "JAP"),
          "auditor", new Caller("agus", Set.of(Role.AUDITOR), null),
          "applicant", new Caller("siti", Set.of(Role.APPLICANT), null));

  final CalendarInMemory calendar;
  final List<Application> applications = new ArrayList<>();
  final MovableTime clock;
  final MemoryWeeks weeks = new MemoryWeeks(this);
  private final Api api;
  private final EventLog log;
  private long nanos;

  OfficesAt(String now) {
    calendar = new CalendarInMemory(Instant.parse(now));
    clock = calendar.world.time;
    all().forEach(calendar.world::has);
    MonthsInMemory months = new MonthsInMemory(calendar.months(), new Recency(() -> nanos, clock));
    log =
        new EventLog(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            clock,
            "tried");
    VerifyToken tokens = token -> Optional.ofNullable(CALLERS.get(token));
    ShowClosure progress = new ShowClosure(calendar.months(), this);
    api =
        new DeskRoutes(
                this,
                setDay(),
                new TellHolders(
                    new FollowSession(
                        calendar.months(),
                        calendar.world.applications,
                        calendar.world.applications,
                        clock)),
                closeOffice(),
                new ShowDay(calendar.days(), this, clock),
                new ListAppointments(this),
                months,
                log,
                clock)
            .on(new PublicRoutes(this, months, clock).on(new Api(tokens, log, Origins.NONE)));
    new ClosureRoutes(
            this,
            closeOffice(),
            calendar.world.closures,
            progress,
            months,
            new ClosureIds(),
            new KeyedDigests(() -> "only these tests know it"),
            log,
            clock)
        .on(api);
    new WeekRoutes(
            this,
            new SetWeek(weeks, layOutCalendar(), clock),
            new HistoryInMemory(calendar.world, weeks),
            months,
            log)
        .on(api);
  }

  CloseOffice closeOffice() {
    return new CloseOffice(calendar.world.closures, calendar.world.closures, clock);
  }

  SetDay setDay() {
    return new SetDay(calendar.days(), calendar.days(), clock);
  }

  LayOutCalendar layOutCalendar() {
    return new LayOutCalendar(
        this,
        weeks,
        calendar.days(),
        new FollowWeek(calendar.days(), calendar.days(), setDay(), clock),
        setDay(),
        clock);
  }

  CarryOutClosure carryOut() {
    return new CarryOutClosure(
        calendar.world.closures,
        calendar.days(),
        calendar.world.clearSession(),
        calendar.world.restoreSession(),
        calendar.world.closures);
  }

  /** What Lambda calls. */
  OfficesFunction function() {
    return new OfficesFunction(
        api,
        layOutCalendar(),
        new RemindOfClosures(this, calendar.world.closures, calendar.world.closures, clock),
        new ClosuresOnTheQueue(carryOut()),
        log);
  }

  /**
   * Does all that closures ask for, until nothing is left, and answers how many messages it was.
   */
  int worksOff() {
    OfficesFunction function = function();
    int worked = 0;
    List<Work> arrived = calendar.world.closures.queue.takeArrived();
    while (!arrived.isEmpty()) {
      for (Work work : arrived) {
        function.closing(message(work));
        worked++;
      }
      arrived = calendar.world.closures.queue.takeArrived();
    }
    return worked;
  }

  static SQSMessage message(Work work) {
    ObjectNode body =
        new ObjectMapper()
            .createObjectNode()
            .put("schema", 1)
            .put("requestId", "r-1")
            .put("office", work.office().value())
            .put("closure", work.closure().value());
    SessionId session = work.session();
    if (session != null) {
      body.put("session", session.toString());
    }
    return message(body.toString());
  }

  static SQSMessage message(String body) {
    SQSMessage message = new SQSMessage();
    message.setMessageId("m-1");
    message.setBody(body);
    return message;
  }

  /** Real time passes, and business time with it. */
  void pass(Duration time) {
    nanos += time.toNanos();
    clock.pass(time);
  }

  @Override
  public Optional<Office> find(OfficeId id) {
    return all().stream().filter(office -> office.id().equals(id)).findFirst();
  }

  @Override
  public List<Office> all() {
    return List.of(
        office(CILEGON, "Asia/Jakarta", EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
        office(JAYAPURA, "Asia/Jayapura", Set.of()));
  }

  private static Office office(OfficeId id, String zone, Set<DayOfWeek> days) {
    return new Office(
        id,
        "Kantor Imigrasi " + id,
        "Jalan Raya",
        new Office.Location(-6.0169, 106.05),
        ZoneId.of(zone),
        Samples.EVERY_SERVICE,
        days.isEmpty()
            ? List.of()
            : List.of(
                new WeeklySession(days, LocalTime.of(8, 0), 60, Lane.REGULAR, 20),
                new WeeklySession(days, LocalTime.of(9, 0), 60, Lane.REGULAR, 20)),
        Office.Rules.of(1, 1));
  }

  /** Pages of two, so that whoever wants the whole day has to go on. */
  @Override
  public FindAppointments.Page onDay(
      OfficeId office, LocalDate day, int limit, @Nullable String cursor) {
    List<Appointment> all =
        appointments()
            .filter(it -> it.seat().session().office().equals(office))
            .filter(it -> it.seat().session().date().equals(day))
            .toList();
    int from = cursor == null ? 0 : Integer.parseInt(cursor);
    int to = Math.min(all.size(), from + 2);
    return new FindAppointments.Page(
        all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
  }

  @Override
  public Set<ApplicationId> paidIn(SessionId session) {
    throw new UnsupportedOperationException("an office lists days");
  }

  private Stream<Appointment> appointments() {
    return applications.stream()
        .map(it -> calendar.world.applications.find(it.id()).orElse(it))
        .flatMap(it -> Appointment.of(it).stream());
  }

  // ---- Asking ----

  /** An answer: its status, its headers, its body, which is nothing where it is no JSON. */
  record Reply(int status, Map<String, String> headers, JsonNode body, String text) {

    /** Where faults were found, in their order. */
    List<String> pointers() {
      List<String> pointers = new ArrayList<>();
      body.path("errors").forEach(error -> pointers.add(error.path("pointer").asText()));
      return pointers;
    }
  }

  Reply get(String resource, Map<String, String> path, Map<String, String> query, String token) {
    return get(resource, path, query, token, Map.of());
  }

  Reply get(
      String resource,
      Map<String, String> path,
      Map<String, String> query,
      String token,
      Map<String, String> headers) {
    return ask("GET", resource, path, query, token, headers, null);
  }

  Reply availability(String office, Map<String, String> query) {
    return get("/offices/{officeId}/availability", Map.of("officeId", office), query, "");
  }

  Reply day(String date, String token) {
    return get(
        "/offices/{officeId}/days/{date}",
        Map.of("officeId", "CLG", "date", date),
        Map.of(),
        token);
  }

  Reply set(String date, String body, String token) {
    return set(date, body, token, Map.of());
  }

  Reply set(String date, String body, String token, Map<String, String> condition) {
    return ask(
        "PUT",
        "/offices/{officeId}/days/{date}",
        Map.of("officeId", "CLG", "date", date),
        Map.of(),
        token,
        condition,
        body);
  }

  Reply close(String body, String token, Map<String, String> headers) {
    return ask(
        "POST",
        "/offices/{officeId}/closures",
        Map.of("officeId", "CLG"),
        Map.of(),
        token,
        headers,
        body);
  }

  /** Asks for what lies at a place of Cilegon's own, or changes it. */
  Reply atCilegon(
      String method, String place, String token, Map<String, String> headers, String body) {
    return ask(
        method,
        "/offices/{officeId}/" + place,
        Map.of("officeId", "CLG"),
        Map.of(),
        token,
        headers,
        body);
  }

  Reply closure(String method, String office, String id, String token) {
    return ask(
        method,
        "/offices/{officeId}/closures/{closureId}",
        Map.of("officeId", office, "closureId", id),
        Map.of(),
        token,
        Map.of(),
        null);
  }

  Reply ask(
      String method,
      String resource,
      Map<String, String> path,
      Map<String, String> query,
      String token,
      Map<String, String> more,
      @Nullable String body) {
    Map<String, String> headers = new HashMap<>(more);
    headers.put("Authorization", "Bearer " + token);
    headers.put("Content-Type", "application/json");
    APIGatewayProxyResponseEvent answer =
        api.handle(
            new APIGatewayProxyRequestEvent()
                .withHttpMethod(method)
                .withResource(resource)
                .withPathParameters(path)
                .withQueryStringParameters(query)
                .withHeaders(headers)
                .withBody(body));
    try {
      boolean json = answer.getHeaders().getOrDefault("Content-Type", "").endsWith("json");
      return new Reply(
          answer.getStatusCode(),
          answer.getHeaders(),
          json ? new ObjectMapper().readTree(answer.getBody()) : MissingNode.getInstance(),
          answer.getBody());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
