package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.files.Pictures;
import id.antrean.acceptance.files.UploadedFile;
import id.antrean.acceptance.people.DeclaredFile;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.people.Person;
import id.antrean.acceptance.stack.Project;
import id.antrean.acceptance.stack.RunningStack;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** A system of a template in which each of some functions may do one thing less. */
@DisplayName("A policy that lacks an action")
@DisabledIfEnvironmentVariable(
    named = "ANTREAN_URL",
    matches = ".+",
    disabledReason = "only a stack of one's own has another template")
final class MissingGrantTest {
  /** What is taken out of the policy of which function, and of what. */
  private static final Map<String, Taken> TAKEN =
      Map.of(
          "BookingFunction", new Taken("dynamodb:GetItem", "!GetAtt OfficesTable.Arn"),
          "UploadsFunction", new Taken("s3:PutObject", "!Sub ${DocumentsBucket.Arn}/incoming/*"),
          "StatisticsFunction", new Taken("dynamodb:GetItem", "!GetAtt OfficesTable.Arn"));

  @TempDir static Path folder;

  private static RunningStack running;
  private static Stack stack;

  private record Taken(String action, String resource) {
    /** As it stands in the template. */
    String statement() {
      return "            - Effect: Allow\n              Action: %s\n              Resource: %s\n"
          .formatted(action, resource);
    }
  }

  @BeforeAll
  static void start() throws IOException {
    for (String part : List.of("functions", "infra", "localstack")) {
      Files.createSymbolicLink(folder.resolve(part), Project.root().resolve(part));
    }
    String template = Files.readString(Project.root().resolve("template.yaml"));
    for (Map.Entry<String, Taken> each : TAKEN.entrySet()) {
      template = without(template, each.getKey(), each.getValue());
    }
    Files.writeString(folder.resolve("template.yaml"), template);
    running = RunningStack.of(folder);
    stack = new Stack(running);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static String without(String template, String function, Taken taken) {
    int begin = template.indexOf("\n  " + function + ":\n");
    int at = template.indexOf(taken.statement(), begin);
    int end = template.indexOf("\n\n", begin);
    assertThat(at).as(function + " has " + taken).isBetween(begin, end);
    return template.substring(0, at) + template.substring(at + taken.statement().length());
  }

  @Test
  void makes_a_booking_unavailable_and_is_named() {
    PassportApplication draft = stack.applicant("siti").registers(Person.adult());

    draft.triesToHold(stack.plans(1)).refused(503, "unavailable");

    isNamed("BookingFunction", "dynamodb:GetItem", "antrean-paspor-OfficesTable");
  }

  @Test
  void makes_an_offices_figures_unavailable_and_is_named() {
    LocalDate today = stack.sandbox().now().toLocalDate();

    stack.supervisor("CLG").triesToSeeStatistics(today, today).refused(503, "unavailable");

    isNamed("StatisticsFunction", "dynamodb:GetItem", "antrean-paspor-OfficesTable");
  }

  @Test
  void makes_an_upload_forbidden_and_is_named() {
    UploadedFile picture = Pictures.jpeg();
    DeclaredFile declared =
        stack.applicant("siti").registers(Person.adult()).declares("ID_CARD", picture);

    assertThat(declared.upload(picture.bytes())).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);

    isNamed("UploadsFunction", "s3:PutObject", "incoming/");
  }

  private static void isNamed(String function, String action, String resource) {
    assertThat(running.said())
        .containsPattern(
            "%s is not allowed \\{Effect: Allow, Action: %s, Resource: arn:aws:.*%s.*\\}: its policy in template.yaml lacks that statement"
                .formatted(function, action, resource));
  }
}
