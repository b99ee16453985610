package id.antrean.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Business time rotates a secret by the function that the template names. */
class RotationScheduleTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  private TestProject project;
  private Stack stack;

  @BeforeEach
  void start() throws IOException {
    project = TestProject.in(folder.resolve("project"));
    Path template = project.folder().resolve("template.yaml");
    Files.writeString(
        template,
        Files.readString(template)
            .replace("AutomaticallyAfterDays: 1000", "AutomaticallyAfterDays: 30"));
    stack = Stack.start(project.settings());
  }

  @AfterEach
  void stop() {
    stack.close();
  }

  private List<JsonNode> steps() {
    return project.notes("ClientRequestToken").stream().map(RotationScheduleTest::json).toList();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  @Test
  void whatCameDueManyTimesInOneMoveIsRotatedOnce() {
    stack.clock().advance(Duration.ofDays(29));
    assertThat(steps()).isEmpty();

    stack.clock().advance(Duration.ofDays(100));

    assertThat(steps())
        .extracting(step -> step.path("Step").asText())
        .containsExactly("createSecret", "setSecret", "testSecret", "finishSecret");
    assertThat(steps())
        .extracting(step -> step.path("SecretId").asText())
        .containsOnly(stack.ref("Secret"));
    assertThat(steps())
        .extracting(step -> step.path("ClientRequestToken").asText())
        .doesNotContain("")
        .hasSameElementsAs(List.of(steps().getFirst().path("ClientRequestToken").asText()));
  }
}
