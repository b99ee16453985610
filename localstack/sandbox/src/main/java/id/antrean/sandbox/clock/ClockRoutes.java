package id.antrean.sandbox.clock;

import id.antrean.sandbox.http.Fields;
import id.antrean.sandbox.http.Json;
import id.antrean.sandbox.http.Problem;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** {@code GET} and {@code POST /sandbox/clock}. Times are told at +07:00 (WIB). */
public final class ClockRoutes {
  private static final ZoneOffset WIB = ZoneOffset.ofHours(7);

  /** Further than any rule of the system looks ahead, and far from where instants overflow. */
  private static final Duration LONGEST_STEP = Duration.ofDays(366);

  private static final String EXPECTED =
      "an ISO 8601 duration such as PT2H1M is expected, not negative and at most 366 days";

  private final ClockControl clock;

  public ClockRoutes(ClockControl clock) {
    this.clock = clock;
  }

  public void addTo(JavalinDefaultRoutingApi routes) {
    addReading(routes, clock::now);
    routes.post("/sandbox/clock", this::advance);
  }

  /** {@code GET} alone, of a clock that nobody can move. */
  public static void addReading(JavalinDefaultRoutingApi routes, InstantSource clock) {
    routes.get("/sandbox/clock", context -> answer(context, clock.instant()));
  }

  private void advance(Context context) {
    Fields fields = Fields.of(context.body());
    Optional<Duration> by = fields.parsed("advance", EXPECTED, Duration::parse);
    if (by.filter(d -> d.isNegative() || d.compareTo(LONGEST_STEP) > 0).isPresent()) {
      fields.wrong("/advance", EXPECTED);
    } else if (by.isEmpty() && fields.errors().isEmpty()) {
      fields.wrong("/advance", "is required: " + EXPECTED);
    }
    if (by.isEmpty() || !fields.errors().isEmpty()) {
      Problem.validation(fields.errors()).answer(context);
      return;
    }
    answer(context, clock.advance(by.get()));
  }

  private static void answer(Context context, Instant now) {
    String text = now.truncatedTo(ChronoUnit.MILLIS).atOffset(WIB).toString();
    Json.answer(context, Json.object().put("now", text));
  }
}
