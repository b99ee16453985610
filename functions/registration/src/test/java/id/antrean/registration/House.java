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
import id.antrean.gateway.Api;
import id.antrean.gateway.Caller;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.Origins;
import id.antrean.gateway.Role;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Api api;

  House() {
    MemoryApplications applications = world.applications;
    MovableTime clock = world.time;
    EventLog events = new EventLog(new PrintStream(log, true, StandardCharsets.UTF_8), clock);
    ProtectNik niks = new TurnedNiks();
    People people = new People(niks, Regions.bundled());
    CheckIdentity check =
        new CheckIdentity(
            question -> {
              asked.add(question);
              return registry;
            },
            clock);
    SpendAllowance allowances = new SpendAllowance(uses, clock);
    OpenQuestion open = new OpenQuestion(this::remind, events);
    askAgain =
        new AskDukcapilAgain(
            applications, applications, people, check, this::remind, events, clock);
    api =
        new RegistrationRoutes(
                new FormReader(niks),
                new Register(
                    new CountedIds(),
                    content -> String.join("|", content),
                    applications,
                    applications,
                    people,
                    check,
                    open,
                    allowances,
                    clock),
                new CorrectApplication(
                    applications, applications, people, check, open, allowances, clock),
                world.leaveSeat(),
                applications,
                applications,
                applications,
                world.offices,
                clock)
            .on(
                new Api(
                    token -> Optional.of(new Caller(token, Set.of(Role.APPLICANT), null)),
                    events,
                    Origins.NONE));
    function = new RegistrationFunction(api, new Reminders(askAgain), events);
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
                .withPathParameters(id == null ? null : Map.of("id", id))
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
