package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.stack.Project;
import id.antrean.acceptance.stack.Token;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the README tells a newcomer to paste. */
@OnAStack
@DisplayName("The README")
final class ReadmeTest {
  private static final String HEADING = "## A first request";
  private static final String BASE = "http://127.0.0.1:8080/v1";
  private static final String TOKEN = "$(./antrean token siti)";

  private final Stack stack;

  ReadmeTest(Stack stack) {
    this.stack = stack;
  }

  @Test
  void has_a_first_request_that_works_when_pasted() throws IOException, InterruptedException {
    String pasted = firstRequest();
    assertThat(pasted).contains(BASE, TOKEN);

    JsonPath application =
        new JsonPath(
            answer(
                pasted
                    .replace(BASE, stack.api().base().toString())
                    .replace(TOKEN, ((Token.Bearer) stack.applicant("siti").token()).compact())));

    assertThat(application.getString("status")).isEqualTo("DRAFT");
    assertThat(application.getList("documents")).isNotEmpty();
  }

  /** The indented lines that follow its heading. */
  private static String firstRequest() throws IOException {
    return Files.readAllLines(Project.root().resolve("README.md")).stream()
        .dropWhile(line -> !line.equals(HEADING))
        .dropWhile(line -> !line.startsWith("    "))
        .takeWhile(line -> line.startsWith("    "))
        .collect(Collectors.joining("\n"));
  }

  private static String answer(String command) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("bash", "-c", command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).isZero();
    return answer;
  }
}
