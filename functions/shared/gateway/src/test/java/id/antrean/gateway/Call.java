package id.antrean.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** A request to an API that shows things and refuses some, and its answer. */
final class Call {
  private final Origins origins;

  Call(Origins origins) {
    this.origins = origins;
  }

  APIGatewayProxyResponseEvent on(String method, String resource, Map<String, String> headers) {
    EventLog log =
        new EventLog(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            Clock.systemUTC(),
            "tried");
    return new Api(token -> Optional.empty(), log, origins)
        .open("GET", "/things", request -> shown())
        .open("PUT", "/things", request -> shown())
        .open("GET", "/words", request -> shown().header("Vary", "Accept-Language"))
        .open("GET", "/versions", request -> shown().version(7))
        .applicant("GET", "/mine", (request, caller) -> shown())
        .open(
            "GET",
            "/broken",
            request -> {
              throw new IllegalStateException("on purpose");
            })
        .handle(
            new APIGatewayProxyRequestEvent()
                .withHttpMethod(method)
                .withResource(resource)
                .withHeaders(headers));
  }

  private record Person(String name) implements View {}

  private static Answer shown() {
    return Answer.ok(new Person("Siti")).askAgainAfter(5);
  }
}
