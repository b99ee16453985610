package id.antrean.offices;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import id.antrean.domain.Recency;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.gateway.Api;
import id.antrean.gateway.Caller;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.Origins;
import id.antrean.gateway.Role;
import id.antrean.memory.Calls;
import id.antrean.memory.Samples;
import id.antrean.memory.World;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReopeningTest {
  private static final SessionId EIGHT = sessionId("08:00", Lane.REGULAR);
  private static final String REASON = "{\"reason\": \"the network was down\"}";
  private static final Map<String, Caller> CALLERS =
      Map.of(
          "supervisor", new Caller("sri", Set.of(Role.SUPERVISOR), "CLG"),
          "officer", new Caller("budi", Set.of(Role.OFFICER), "CLG"),
          "elsewhere", new Caller("made", Set.of(Role.SUPERVISOR), "DPS"),
          "auditor", new Caller("agus", Set.of(Role.AUDITOR), null),
          "applicant", new Caller("siti", Set.of(Role.APPLICANT), null));

  private final World world =
      new World(NOW, new Straight()).has(CILEGON).has(Samples.office("DPS", "Asia/Makassar", 1));
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final Application siti = confirmed();
  private final Api api = api();

  private static final class Straight implements Calls {
    @Override
    public <T> T make(String port, Supplier<T> work) {
      return work.get();
    }
  }

  private Api api() {
    EventLog events =
        new EventLog(new PrintStream(log, true, StandardCharsets.UTF_8), world.time, "tried");
    return new SupervisorRoutes(
            world.offices,
            world.reopenBooking(),
            new MonthsInMemory(world.seats, new Recency(System::nanoTime, world.time)),
            events)
        .on(new Api(token -> Optional.ofNullable(CALLERS.get(token)), events, Origins.NONE));
  }

  private Application confirmed() {
    Session session = session(EIGHT, 1);
    Application confirmed = Samples.confirmed(ready("siti"), session);
    Seat seat = confirmed.booking().seat().orElseThrow();
    world.has(session.seating(Set.of(seat.hold()), NOW)).has(confirmed);
    return confirmed;
  }

  private APIGatewayProxyResponseEvent ask(
      String token, String office, String application, String body, String... headers) {
    Map<String, String> all =
        new HashMap<>(
            Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    return api.handle(
        new APIGatewayProxyRequestEvent()
            .withHttpMethod("POST")
            .withResource("/offices/{officeId}/appointments/{applicationId}/reopening")
            .withPathParameters(Map.of("officeId", office, "applicationId", application))
            .withHeaders(all)
            .withBody(body));
  }

  private Status status() {
    return world.see(siti.id()).status();
  }

  @Test
  void aSupervisorReopensABookingAndItsSeatIsFree() {
    APIGatewayProxyResponseEvent answer = ask("supervisor", "CLG", siti.id().value(), REASON);
    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody()).contains("\"status\":\"PAID_UNSCHEDULED\"");
    assertThat(answer.getHeaders())
        .containsEntry("ETag", "\"" + (siti.revision() + 1) + "\"")
        .containsEntry("Cache-Control", "no-store");
    assertThat(world.see(EIGHT).seats()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "officer, CLG, 403",
    "elsewhere, CLG, 403",
    "auditor, CLG, 403",
    "applicant, CLG, 403",
    "nobody, CLG, 401",
    "elsewhere, DPS, 404"
  })
  void nobodyElseDoes(String token, String office, int status) {
    assertThat(ask(token, office, siti.id().value(), REASON).getStatusCode()).isEqualTo(status);
    assertThat(status()).isEqualTo(Status.CONFIRMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"reason\": \"\"}",
        "{\"reason\": \"no\"}",
        "{\"reason\": null}",
        "{\"reason\": 7}",
        "{\"reason\": \"for 9901014107950001\"}"
      })
  void aReasonIsNeededAndNamesNobody(String body) {
    APIGatewayProxyResponseEvent answer = ask("supervisor", "CLG", siti.id().value(), body);
    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getBody()).contains("/reason").doesNotContain("9901014107950001");
    assertThat(status()).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void aReasonIsNotALetter() {
    String body = "{\"reason\": \"" + "a".repeat(201) + "\"}";
    assertThat(ask("supervisor", "CLG", siti.id().value(), body).getStatusCode()).isEqualTo(400);
  }

  @Test
  void anUnknownAppointmentIsNotFound() {
    assertThat(ask("supervisor", "CLG", "no-application", REASON).getStatusCode()).isEqualTo(404);
    assertThat(ask("supervisor", "CLG", "0123456789abcdef", REASON).getStatusCode()).isEqualTo(404);
  }

  @Test
  void aVersionThatHasPassedReopensNothing() {
    APIGatewayProxyResponseEvent answer =
        ask("supervisor", "CLG", siti.id().value(), REASON, "If-Match", "\"1\"");
    assertThat(answer.getStatusCode()).isEqualTo(412);
    assertThat(status()).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void whoDidItIsOnRecordAndWhoseItIsIsNot() {
    ask("supervisor", "CLG", siti.id().value(), REASON);
    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("booking-reopened", siti.id().value(), "sri")
        .doesNotContain("9901", "network");
  }
}
