package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.stack.RunningStack;
import id.antrean.acceptance.stack.Sandbox.Fault;
import id.antrean.acceptance.stack.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Tickets over the months in which the key that signs them changes by itself. */
@DisplayName("The key of the tickets")
@DisabledIfEnvironmentVariable(
    named = "ANTREAN_URL",
    matches = ".+",
    disabledReason = "of a stack that is given nobody moves the clock by a year")
final class TicketKeyRotationTest {
  /** So long a key signs. */
  private static final Duration SIGNS = Duration.ofDays(120);

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path data;

  private static RunningStack running;
  private static Stack stack;

  @BeforeAll
  static void start() {
    running = RunningStack.keptIn(data);
    stack = new Stack(running);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static List<String> keys() {
    return stack.visitor().looksAtTicketKeys().accepted().getList("keys.kid", String.class);
  }

  private static String signs() {
    return keys().getFirst();
  }

  private static String keyOf(PassportApplication application) {
    String header = application.ticket().getString("qr").split("\\.", -1)[0];
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(header)).path("kid").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void passes(Duration time) {
    stack.sandbox().letPass(time);
  }

  @Test
  void changes_by_itself_and_what_the_former_one_signed_is_read_until_it_is_gone() {
    passes(SIGNS);
    String former = signs();
    passes(SIGNS.minusDays(1));
    VisitDay day = VisitDay.at("CLG", stack);
    PassportApplication siti = day.expects(day.opens(1));
    String shown = siti.ticket().getString("qr");
    assertThat(keyOf(siti)).isEqualTo(former);

    day.comes("16:30");

    assertThat(keys()).hasSize(2).endsWith(former).doesNotHaveDuplicates();
    assertThat(keyOf(siti)).as("until everybody knows the new one").isEqualTo(former);
    passes(Duration.ofMinutes(16));
    assertThat(keyOf(siti)).isEqualTo(signs());
    day.officer().triesToCheckIn(shown).accepted();

    passes(SIGNS);
    assertThat(keys()).hasSize(2).doesNotContain(former);
  }

  @Test
  void stays_where_changing_it_fails_which_rings_and_is_made_up_for_the_next_day() {
    passes(SIGNS);
    String before = signs();
    stack
        .sandbox()
        .breaks(
            Step.of("TicketKeyFunction", "secretsmanager", "UpdateSecretVersionStage"),
            Fault.ERROR);

    passes(SIGNS.plusHours(1));

    assertThat(signs()).isEqualTo(before);
    assertThat(stack.sandbox().alarms().getList("alarms.findAll { it.state == 'ALARM' }.name"))
        .contains("SchedulesFailAlarm");
    stack.sandbox().repair();

    passes(Duration.ofDays(1));

    assertThat(keys()).hasSize(2).endsWith(before).doesNotHaveDuplicates();
  }
}
