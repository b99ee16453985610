package id.antrean.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.Missing;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Outcome;
import id.antrean.gateway.EventLog.Detail;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The routes of one function. Whatever authorizer stands before it, it verifies the bearer token
 * itself; every handler but the open ones knows its caller; whatever happens is answered, a fault
 * as a problem that tells nothing of us.
 */
public final class Api {
  private final VerifyToken tokens;
  private final EventLog log;
  private final Origins origins;
  private final List<Route> routes = new ArrayList<>();

  /** Answers a request that anybody may make. */
  public interface OpenHandler {
    Answer answer(Request request);
  }

  /** Answers a request of a caller who may make it. */
  public interface Handler {
    Answer answer(Request request, Caller caller);
  }

  private record Route(String method, String resource, OpenHandler handler) {}

  public Api(VerifyToken tokens, EventLog log, Origins origins) {
    this.tokens = tokens;
    this.log = log;
    this.origins = origins;
  }

  /** For everybody, without a token. */
  public Api open(String method, String resource, OpenHandler handler) {
    return add(method, resource, request -> Unchanged.orWhole(handler.answer(request), request));
  }

  /** For applicants. */
  public Api applicant(String method, String resource, Handler handler) {
    return secured(
        method,
        resource,
        request -> Caller::isApplicant,
        (request, caller) -> Unchanged.orWhole(handler.answer(request, caller), request));
  }

  /** For the officers and supervisors of the office in the path. */
  public Api officer(String method, String resource, Handler handler) {
    return secured(
        method, resource, request -> caller -> caller.isOfficerOf(office(request)), handler);
  }

  /** For the supervisors of the office in the path. */
  public Api supervisor(String method, String resource, Handler handler) {
    return secured(
        method, resource, request -> caller -> caller.isSupervisorOf(office(request)), handler);
  }

  /**
   * For those who may read the office in the path: its own people and auditors. What they see of a
   * day changes without the version that its ETag names, so it is always sent whole.
   */
  public Api officeReader(String method, String resource, Handler handler) {
    return secured(
        method, resource, request -> caller -> caller.readsOffice(office(request)), handler);
  }

  /** For the supervisors of the office in the path, who answer for it, and auditors. */
  public Api overseer(String method, String resource, Handler handler) {
    return secured(
        method, resource, request -> caller -> caller.oversees(office(request)), handler);
  }

  /** For those who answer for an office, whichever, and auditors. */
  public Api overseers(String method, String resource, Handler handler) {
    return secured(method, resource, request -> Caller::isOverseer, handler);
  }

  /** For those who look at every office. */
  public Api auditors(String method, String resource, Handler handler) {
    return secured(method, resource, request -> Caller::isAuditor, handler);
  }

  /** For the supervisors of any office: what they may do there is told by what it is about. */
  public Api supervisors(String method, String resource, Handler handler) {
    return secured(method, resource, request -> caller -> caller.supervised().isPresent(), handler);
  }

  private Api add(String method, String resource, OpenHandler handler) {
    routes.add(new Route(method, resource, handler));
    return this;
  }

  private static String office(Request request) {
    return request.parameter("officeId");
  }

  private Api secured(
      String method,
      String resource,
      Function<Request, Predicate<Caller>> allowed,
      Handler handler) {
    return add(
        method,
        resource,
        request -> {
          Optional<Caller> caller = bearer(request).flatMap(tokens::caller);
          if (caller.isEmpty()) {
            return problem(Problem.of(ProblemType.UNAUTHENTICATED), request)
                .header("WWW-Authenticate", "Bearer");
          }
          return allowed.apply(request).test(caller.get())
              ? handler.answer(request, caller.get())
              : problem(Problem.of(ProblemType.FORBIDDEN), request);
        });
  }

  private static Optional<String> bearer(Request request) {
    return request
        .header("Authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(value -> value.substring(7).strip());
  }

  /** Answers what is done with the value's answer, and a refusal with its problem. */
  public static <T> Answer answer(
      Outcome<T> outcome, Request request, Function<T, Answer> whenDone) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> whenDone.apply(value);
      case Outcome.Refused<T>(var why) -> problem(Refusals.problem(why), request);
    };
  }

  /** A problem in the reader's language. */
  public static Answer problem(Problem problem, Request request) {
    return problem.answer(request.language(), request.id());
  }

  /** The Lambda function's whole work. */
  public APIGatewayProxyResponseEvent handle(APIGatewayProxyRequestEvent event) {
    Request request = Request.of(event);
    long begun = System.nanoTime();
    Answer answer = CurrentRequest.during(request.id(), () -> origins.on(answer(request), request));
    log.answered(request, answer, (System.nanoTime() - begun) / 1_000_000);
    return event(answer);
  }

  private Answer answer(Request request) {
    try {
      List<Route> resource =
          routes.stream().filter(route -> route.resource().equals(request.resource())).toList();
      if (request.method().equals("OPTIONS") && !resource.isEmpty()) {
        return origins.preflight(request, resource.stream().map(Route::method).toList());
      }
      return resource.stream()
          .filter(route -> route.method().equals(request.method()))
          .findFirst()
          .map(route -> answer(route, request))
          .orElseGet(() -> problem(Problem.of(ProblemType.NOT_FOUND), request));
    } catch (InvalidRequest invalid) {
      return problem(invalid.problem(request.language()), request);
    } catch (Missing missing) {
      log.fault(LogEvent.MISSING, request.id(), missing, new Detail("route", request.resource()));
      return problem(Problem.of(ProblemType.UNAVAILABLE), request);
    } catch (Unavailable unavailable) {
      log.fault(
          LogEvent.UNAVAILABLE, request.id(), unavailable, new Detail("route", request.resource()));
      return problem(Problem.of(ProblemType.UNAVAILABLE), request);
    } catch (RuntimeException fault) {
      log.fault(LogEvent.FAULT, request.id(), fault, new Detail("route", request.resource()));
      return problem(Problem.of(ProblemType.UNAVAILABLE), request);
    }
  }

  /**
   * The gateway in front hands bodies on as text: what was compressed is lost before it is here.
   */
  private static Answer answer(Route route, Request request) {
    return request.isEncoded()
        ? problem(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE).when("encoded"), request)
            .header("Accept-Encoding", "identity")
        : route.handler().answer(request);
  }

  private static APIGatewayProxyResponseEvent event(Answer answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (answer.body() != null) {
      headers.put("Content-Type", "application/json");
    }
    headers.putAll(answer.headers());
    return new APIGatewayProxyResponseEvent()
        .withStatusCode(answer.status())
        .withHeaders(headers)
        .withIsBase64Encoded(answer.content() != null && answer.content().binary())
        .withBody(body(answer));
  }

  private static String body(Answer answer) {
    Answer.Content content = answer.content();
    if (content == null) {
      return answer.body() == null ? "" : answer.body().toString();
    }
    return content.binary()
        ? Base64.getEncoder().encodeToString(content.bytes())
        : new String(content.bytes(), StandardCharsets.UTF_8);
  }
}
