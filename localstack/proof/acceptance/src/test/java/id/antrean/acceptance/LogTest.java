package id.antrean.acceptance;

import static id.antrean.acceptance.stack.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.acceptance.people.Applicant;
import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.people.Person;
import id.antrean.acceptance.stack.Ability;
import id.antrean.acceptance.stack.Answer;
import id.antrean.acceptance.stack.FunctionLogs;
import id.antrean.acceptance.stack.Sandbox;
import id.antrean.acceptance.stack.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the functions write down: all that was done, and nothing of anybody. */
@OnAStack
@Needs(Ability.DEVELOPERS_VIEW)
@DisplayName("The log")
final class LogTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How a token begins, with its dot: an id may have the first three letters by chance. */
  private static final String TOKEN = "eyJ[A-Za-z0-9_-]{8,}\\.";

  private final Stack stack;
  private final FunctionLogs logs;

  LogTest(Stack stack) {
    this.stack = stack;
    this.logs = new FunctionLogs(stack.api());
  }

  @Test
  void has_a_line_for_each_request_with_what_became_of_it() throws IOException {
    PassportApplication application = stack.readyApplication();
    OpenSession session = stack.opens(1);
    Answer held = application.triesToHold(session);
    Answer refused = stack.readyApplication().triesToHold(session);

    JsonNode line = request(held);
    assertThat(line.path("route").asText()).isEqualTo("PUT /applications/{id}/booking");
    assertThat(line.path("status").asInt()).isEqualTo(200);
    assertThat(line.path("outcome").asText()).isEqualTo("done");
    assertThat(line.path("applicationId").asText()).isEqualTo(application.id());
    assertThat(line.path("millis").isNumber()).isTrue();
    assertThat(request(refused).path("status").asInt()).isEqualTo(409);
    assertThat(request(refused).path("outcome").asText()).isEqualTo("sold-out");
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void has_a_line_for_each_message_under_the_request_that_caused_it() throws IOException {
    PassportApplication application = stack.readyApplication();
    Answer held = application.triesToHold(stack.opens(1));
    stack.letUnpaidHoldExpire(application);

    String cause = held.header("x-amzn-RequestId");
    soon(
        () ->
            assertThat(entries())
                .anyMatch(
                    line ->
                        line.path("event").asText().equals("message")
                            && line.path("source").asText().equals("deadline")
                            && line.path("requestId").asText().equals(cause)
                            && line.path("applicationId").asText().equals(application.id())));
    assertThat(entries())
        .anyMatch(
            line ->
                line.path("source").asText().equals("uploads")
                    && line.path("applicationId").asText().equals(application.id()));
  }

  @Test
  void names_nobody_and_every_entry_its_request() throws IOException {
    Person siti = Person.adult("SITI RAHASIA");
    Applicant account = stack.applicant("rahasia");
    PassportApplication application = account.registers(siti).becomesReady();
    application.corrects(Map.of("applicant", Map.of("phone", "+628999999998")));
    application.holds(stack.opens(1));
    account.registersWrongly(Map.of("applicant", Map.of("fullName", "SITI RAHASIA")));
    account.application(siti.nik()).triesToLook().refused(404, "not-found");

    List<String> lines = logs.lines();
    assertThat(lines).anyMatch(line -> line.contains(application.id()));
    assertThat(String.join("\n", lines))
        .doesNotContain(
            siti.nik(),
            "RAHASIA",
            siti.email(),
            "8999999998",
            siti.birthDate().toString(),
            "Bearer")
        .doesNotContainPattern(TOKEN);
    assertThat(entries())
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line.path("requestId").asText())
                    .as(line.toString())
                    .isNotBlank()
                    .isNotEqualTo("none"));
  }

  @Test
  void says_who_read_an_application_and_nothing_of_it() throws IOException {
    Person siti = Person.adult("SITI RAHASIA");
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.applicant("siti").registers(siti).becomesReady();
    application.holds(session);

    Answer read = stack.officer(session.office()).triesToRead(application);

    read.accepted();
    String id = read.header("x-amzn-RequestId");
    assertThat(entries())
        .filteredOn(line -> line.path("event").asText().equals("application-read"))
        .filteredOn(line -> line.path("requestId").asText().equals(id))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("applicationId").asText()).isEqualTo(application.id());
              assertThat(line.path("office").asText()).isEqualTo(session.office());
              assertThat(line.path("reader").asText()).isEqualTo("budi");
            });
    assertThat(String.join("\n", logs.lines())).doesNotContain(siti.nik(), "RAHASIA");
  }

  @ParameterizedTest
  @CsvSource({
    "dynamodb, GetItem, table, APPLICATIONS_TABLE",
    "sqs, SendMessage, queue, DEADLINE_QUEUE_URL"
  })
  @Needs(Ability.FAULTS)
  void names_what_is_not_there_in_one_line(
      String service, String operation, String kind, String variable) throws IOException {
    PassportApplication application = stack.readyApplication();
    OpenSession session = stack.opens(1);
    List<String> traces = tracesOfBooking();
    stack.sandbox().breaks(Step.of("BookingFunction", service, operation), Sandbox.Fault.MISSING);

    Answer answer = application.triesToHold(session);

    answer.refused(503, "unavailable");
    String id = answer.header("x-amzn-RequestId");
    assertThat(entries())
        .filteredOn(line -> line.path("requestId").asText().equals(id))
        .filteredOn(line -> line.path("level").asText().equals("ERROR"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("event").asText()).isEqualTo("missing");
              assertThat(line.path("missing").asText()).isEqualTo(kind);
              assertThat(line.path("variable").asText()).isEqualTo(variable);
            });
    assertThat(tracesOfBooking()).as("what others caused stays").isEqualTo(traces);
  }

  private List<String> tracesOfBooking() {
    return logs.linesOf("BookingFunction").stream()
        .filter(line -> line.startsWith("\tat "))
        .toList();
  }

  private JsonNode request(Answer answer) throws IOException {
    String id = answer.header("x-amzn-RequestId");
    List<JsonNode> found =
        entries().stream()
            .filter(line -> line.path("event").asText().equals("request"))
            .filter(line -> line.path("requestId").asText().equals(id))
            .toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  /** The functions' own entries. */
  private List<JsonNode> entries() throws IOException {
    List<JsonNode> entries = new ArrayList<>();
    for (String line : logs.lines()) {
      if (line.startsWith("{")) {
        entries.add(JSON.readTree(line));
      }
    }
    return entries;
  }
}
