package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.stack.Ability;
import id.antrean.acceptance.stack.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What infra/aggregators.md tells engineers to paste, pasted: each sender's block signs and posts a
 * payment by hand, with nothing but bash, curl and openssl.
 */
@OnAStack
@Needs(Ability.DEVELOPERS_VIEW)
@DisplayName("The page for aggregators' engineers")
final class AggregatorsPageTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```bash\\n(.*?)```");
  private final Stack stack;
  private final PassportApplication application;
  @TempDir Path folder;

  AggregatorsPageTest(Stack stack) {
    this.stack = stack;
    this.application = stack.readyApplication();
    application.holds(stack.opens(1));
  }

  @ParameterizedTest
  @CsvSource({
    "Standard Webhooks, SETTLED",
    "DOKU, SETTLED",
    "Midtrans, SETTLED",
    "Xendit, SETTLED"
  })
  void signs_and_posts_a_payment_of_that_sender(String sender, String outcome) throws Exception {
    assertThat(pasted(blocks("### " + sender))).contains("\"outcome\":\"" + outcome + "\"");
    application.isSoon("CONFIRMED");
  }

  @Test
  void asks_and_tells_as_a_bank_does() throws Exception {
    String said = pasted(blocks("### SNAP BI"));

    assertThat(said).contains("2002400", "2002500", "2005200");
    application.isSoon("CONFIRMED");
  }

  private static List<String> blocks(String heading) throws IOException {
    String page = Files.readString(Project.root().resolve("infra/aggregators.md"));
    int start = page.indexOf(heading + "\n");
    int end = page.indexOf("\n### ", start);
    String section = page.substring(start, end < 0 ? page.length() : end);
    String setUp = page.substring(page.indexOf("## Trying it"), page.indexOf("### "));
    return BLOCK
        .matcher(setUp + section)
        .results()
        .map(block -> block.group(1))
        .collect(Collectors.toList());
  }

  /** The shell's date is that of the stack, whose clock other tests move. */
  private String pasted(List<String> blocks) throws Exception {
    assumeTrue(has("openssl") && has("curl"), "needs openssl and curl");
    long ahead = Duration.between(Instant.now(), stack.sandbox().now().toInstant()).toSeconds();
    Path script = folder.resolve("page.sh");
    Files.writeString(
        script,
        "date() { command date -d \"@$(( $(command date +%s) + "
            + ahead
            + " ))\" \"$@\"; }\n"
            + String.join("\n", blocks));
    ProcessBuilder shell = new ProcessBuilder("bash", script.toString());
    shell.environment().put("STACK", stack.sandbox().base().toString());
    shell.environment().put("BILL", application.bill().getString("billingCode"));
    shell.environment().put("AMOUNT", "950000");
    Process process = shell.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private static boolean has(String program) {
    try {
      return new ProcessBuilder("bash", "-c", "command -v " + program).start().waitFor() == 0;
    } catch (IOException | InterruptedException none) {
      return false;
    }
  }
}
