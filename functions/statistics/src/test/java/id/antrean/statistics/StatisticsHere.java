package id.antrean.statistics;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.aws.stream.BatchAnswer;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Session;
import id.antrean.gateway.Api;
import id.antrean.gateway.Caller;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.Origins;
import id.antrean.gateway.Role;
import id.antrean.memory.Faults;
import id.antrean.memory.MemoryStatistics;
import id.antrean.memory.Samples;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The whole function over a store in memory. */
final class StatisticsHere {
  private static final List<Office> OFFICES =
      List.of(
          Samples.office("CLG", "Asia/Jakarta", 1),
          Samples.office("DPS", "Asia/Makassar", 1),
          Samples.office("JAP", "Asia/Jayapura", 1));

  /** Tokens by name. */
  private static final Map<String, Caller> CALLERS =
      Map.of(
          "officer", new Caller("budi", Set.of(Role.OFFICER), "CLG"),
          "supervisor", new Caller("ratna", Set.of(Role.SUPERVISOR), "CLG"),
          "elsewhere", new Caller("made", Set.of(Role.SUPERVISOR), "DPS"),
          "auditor", new Caller("agus", Set.of(Role.AUDITOR), null),
          "applicant", new Caller("siti", Set.of(Role.APPLICANT), null));

  final Faults faults = new Faults();
  final StatisticsFunction function;

  /** What the offices have in their calendars. */
  final List<Session> sessions = new ArrayList<>();

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  StatisticsHere() {
    MemoryStatistics statistics = new MemoryStatistics(faults);
    FindOffice offices = new Offices();
    EventLog events =
        new EventLog(
            new PrintStream(log, true, StandardCharsets.UTF_8),
            Clock.fixed(Samples.NOW, ZoneOffset.UTC),
            "tried");
    function =
        new StatisticsFunction(
            new CountSteps(statistics, offices, events),
            new StatisticsRoutes(
                    offices,
                    statistics,
                    (office, month) ->
                        faults.make(
                            "month",
                            () ->
                                sessions.stream()
                                    .filter(it -> it.id().office().equals(office))
                                    .filter(it -> YearMonth.from(it.id().date()).equals(month))
                                    .toList()))
                .on(
                    new Api(
                        token -> Optional.ofNullable(CALLERS.get(token)), events, Origins.NONE)));
  }

  private static final class Offices implements FindOffice {
    @Override
    public Optional<Office> find(OfficeId id) {
      return OFFICES.stream().filter(office -> office.id().equals(id)).findFirst();
    }

    @Override
    public List<Office> all() {
      return OFFICES;
    }
  }

  /** Everything that was logged. */
  String logged() {
    return log.toString(StandardCharsets.UTF_8);
  }

  /** The stream brings these; the sequence numbers from which on it has to bring them again. */
  List<String> isTold(ObjectNode... records) {
    return function.counting(ToldApplication.batch(List.of(records))).batchItemFailures().stream()
        .map(BatchAnswer.Failure::itemIdentifier)
        .toList();
  }

  /** What is counted, not zero, of a lane on a day. */
  Map<String, Integer> figures(String office, String date, String lane) {
    Map<String, Integer> found = new LinkedHashMap<>();
    for (JsonNode day : asks(office, period(date, date), "auditor").body().path("days")) {
      for (JsonNode figures : day.path("lanes")) {
        if (figures.path("lane").asText().equals(lane)) {
          figures.properties().stream()
              .filter(figure -> figure.getValue().asInt() > 0)
              .forEach(figure -> found.put(figure.getKey(), figure.getValue().asInt()));
        }
      }
    }
    return found;
  }

  static Map<String, String> period(String from, String to) {
    return Map.of("from", from, "to", to);
  }

  /** An answer: its status and its body. */
  record Reply(int status, JsonNode body) {

    /** Where faults were found, in their order. */
    List<String> pointers() {
      List<String> pointers = new ArrayList<>();
      body.path("errors").forEach(error -> pointers.add(error.path("pointer").asText()));
      return pointers;
    }
  }

  Reply asks(String office, Map<String, String> query, String token) {
    APIGatewayProxyResponseEvent answer =
        function.statistics(
            new APIGatewayProxyRequestEvent()
                .withHttpMethod("GET")
                .withResource("/offices/{officeId}/statistics")
                .withPathParameters(Map.of("officeId", office))
                .withQueryStringParameters(query)
                .withHeaders(Map.of("Authorization", "Bearer " + token)));
    try {
      return new Reply(answer.getStatusCode(), new ObjectMapper().readTree(answer.getBody()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
