package id.antrean.registration;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.Unavailable;
import id.antrean.domain.allowance.SpendAllowance;
import id.antrean.domain.applicant.AskDukcapil.Question;
import id.antrean.domain.applicant.AskDukcapilLater.Reminder;
import id.antrean.domain.applicant.DukcapilAnswer;
import id.antrean.domain.applicant.Nik;
import id.antrean.domain.applicant.ProtectNik;
import id.antrean.domain.applicant.ProtectedNik;
import id.antrean.domain.applicant.Regions;
import id.antrean.domain.application.NewApplicationId;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.gateway.Api;
import id.antrean.gateway.Caller;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.Origins;
import id.antrean.gateway.Role;
import id.antrean.gateway.Routes;
import id.antrean.memory.Faults;
import id.antrean.memory.MemoryApplications;
import id.antrean.memory.MemoryUses;
import id.antrean.memory.MovableTime;
import id.antrean.memory.World;
import id.antrean.registration.form.FormReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The whole function around a store in memory. A token is the account's name; the registry answers
 * what it is told to.
 */
final class House {
  private static final ObjectMapper JSON = new ObjectMapper();
  final Faults faults = new Faults();
  final World world = new World(Instant.parse("2026-11-23T02:00:00Z"), faults);
  final MemoryUses uses = new MemoryUses();
  final List<Question> asked = new ArrayList<>();
  final List<Reminder> reminders = new ArrayList<>();
  final List<Duration> delays = new ArrayList<>();
  final ByteArrayOutputStream log = new ByteArrayOutputStream();
  DukcapilAnswer registry = new DukcapilAnswer.Matched();
  boolean queueDown;
  private int requests;

  final AskDukcapilAgain askAgain;
  final RegistrationFunction function;
  final HoldSeat hold;
  private final AtomicInteger codes = new AtomicInteger();
  private final Api api;

  House() {
    MemoryApplications applications = world.applications;
    MovableTime clock = world.time;
    EventLog events =
        new EventLog(new PrintStream(log, true, StandardCharsets.UTF_8), clock, "tried");
    ProtectNik niks = new TurnedNiks();
    People people = new People(niks, Regions.bundled());
    CheckIdentity check =
        new CheckIdentity(
            question -> {
              asked.add(question);
              return registry;
            },
            events,
            clock);
    SpendAllowance allowances = new SpendAllowance(uses, clock);
    OpenQuestion open = new OpenQuestion(this::remind, events);
    askAgain =
        new AskDukcapilAgain(
            applications, applications, people, check, this::remind, events, clock);
    Register register =
        new Register(
            new CountedIds(),
            content -> String.join("|", content),
            applications,
            applications,
            people,
            check,
            open,
            allowances,
            clock);
    FormReader forms = new FormReader(niks);
    hold =
        world.holdSeat(
            () -> new BillingCode("8%014d".formatted(codes.incrementAndGet())),
            new HoldTerms(Duration.ofHours(2), Duration.ofMinutes(3), 2, 3, 20, 30));
    Routes atDesk =
        new WalkInRoutes(
            world.offices,
            forms,
            new RegisterAtDesk(register, applications, world.seats, hold, world.leaveSeat()),
            applications,
            events,
            clock);
    Routes own =
        new RegistrationRoutes(
            forms,
            register,
            new CorrectApplication(
                applications, applications, people, check, open, allowances, clock),
            world.leaveSeat(),
            applications,
            applications,
            applications,
            world.offices,
            events,
            clock);
    api = own.on(atDesk.on(new Api(House::caller, events, Origins.NONE)));
    function = new RegistrationFunction(api, new Reminders(askAgain), events);
  }

  /** {@code siti} applies; {@code officer:budi:CLG} works there. */
  private static Optional<Caller> caller(String token) {
    String[] named = token.split(":", -1);
    return Optional.of(
        named.length == 1
            ? new Caller(token, Set.of(Role.APPLICANT), null)
            : new Caller(
                named[1], Set.of(Role.valueOf(named[0].toUpperCase(Locale.ROOT))), named[2]));
  }

  private void remind(Reminder reminder, @Nullable Duration delay) {
    if (queueDown) {
      throw new Unavailable("the queue");
    }
    reminders.add(reminder);
    delays.add(delay == null ? Duration.ZERO : delay);
  }

  /** So many times another request changes an application between a decision and its write. */
  void isOvertaken(ApplicationId id, int times) {
    for (int i = 0; i < times; i++) {
      faults.before("save", () -> world.has(world.see(id).fence()));
    }
  }

  /** A request and its answer. */
  Reply call(String account, String method, String resource, @Nullable String id) {
    return call(account, method, resource, id, null, Map.of());
  }

  Reply call(
      String account,
      String method,
      String resource,
      @Nullable String id,
      @Nullable String body,
      Map<String, String> more) {
    return callAt(account, method, resource, id == null ? Map.of() : Map.of("id", id), body, more);
  }

  /** The same of whatever its path names. */
  Reply callAt(
      String account,
      String method,
      String resource,
      Map<String, String> path,
      @Nullable String body,
      Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(more);
    headers.put("Authorization", "Bearer " + account);
    headers.putIfAbsent("Accept-Language", "en");
    headers.putIfAbsent(
        "Content-Type",
        method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
    return new Reply(
        api.handle(
            new APIGatewayProxyRequestEvent()
                .withHttpMethod(method)
                .withResource(resource)
                .withPathParameters(path)
                .withQueryStringParameters(query(headers))
                .withHeaders(headers)
                .withBody(body)
                .withRequestContext(
                    new ProxyRequestContext().withRequestId("request-" + ++requests))));
  }

  private static Map<String, String> query(Map<String, String> headers) {
    Map<String, String> query = new HashMap<>();
    headers.forEach(
        (name, value) -> {
          if (name.startsWith("?")) {
            query.put(name.substring(1), value);
          }
        });
    return query;
  }

  Reply register(String body) {
    return call("siti", "POST", "/applications", null, body, Map.of());
  }

  Reply register(String body, String key) {
    return call("siti", "POST", "/applications", null, body, Map.of("Idempotency-Key", key));
  }

  Reply correct(String id, String patch) {
    return call("siti", "PATCH", "/applications/{id}", id, patch, Map.of());
  }

  record Reply(int status, Map<String, String> headers, String body) {
    Reply(APIGatewayProxyResponseEvent event) {
      this(event.getStatusCode(), event.getHeaders(), event.getBody());
    }

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException e) {
        throw new AssertionError(e);
      }
    }

    String id() {
      return json().path("id").asText();
    }

    /** Where the faults are, in their order. */
    List<String> pointers() {
      List<String> pointers = new ArrayList<>();
      json().path("errors").forEach(error -> pointers.add(error.path("pointer").asText()));
      return pointers;
    }
  }

  /** Sealed by turning each digit; opened by turning it back. */
  private static final class TurnedNiks implements ProtectNik {
    @Override
    public ProtectedNik protect(Nik nik) {
      return new ProtectedNik(
          nik.masked(), "lookup-" + turned(nik.digits()), turned(nik.digits()) + System.nanoTime());
    }

    @Override
    public Nik open(ProtectedNik nik) {
      return new Nik(turned(nik.sealed().substring(0, 16)));
    }

    private static String turned(String digits) {
      StringBuilder other = new StringBuilder();
      digits.chars().forEach(c -> other.append((char) ('9' - c + '0')));
      return other.toString();
    }
  }

  private static final class CountedIds implements NewApplicationId {
    private int made;

    @Override
    public ApplicationId unguessable() {
      return new ApplicationId(String.format("random%010d", ++made));
    }

    @Override
    public ApplicationId forKey(String account, String key, int generation) {
      return new ApplicationId(
          String.format("%016x", (account + "|" + key + "|" + generation).hashCode()));
    }
  }
}
