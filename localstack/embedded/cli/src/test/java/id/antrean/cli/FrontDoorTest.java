package id.antrean.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code antrean}, in a checkout whose Maven and JDK only write down that they ran. */
class FrontDoorTest {
  /** Writes when it begins and ends; says there that it builds as long as it is told to. */
  private static final String MAVEN =
      """
      #!/bin/sh
      echo begin >>"$PROJECT/builds"
      while [ -f "$PROJECT/hold" ]; do sleep 0.05; done
      [ ! -f "$PROJECT/broken" ] || exit 1
      mkdir -p "$PROJECT/localstack/embedded/cli/target/lib" "$PROJECT/functions/one/target/jvm"
      touch "$PROJECT/localstack/embedded/cli/target/lib/a.jar" "$PROJECT/functions/one/target/jvm/function.zip"
      echo end >>"$PROJECT/builds"
      """;

  private static final Path HOME = Path.of("..", "..", "..");
  private static final String CLI = "localstack/embedded/cli/src/main/java/id/antrean/cli/";

  /** Where options are declared, and a command that takes them. */
  private static final Map<String, String> OPTIONS_OF =
      Map.ofEntries(
          Map.entry(CLI + "UpCommand.java", "up"),
          Map.entry(CLI + "LogsCommand.java", "logs"),
          Map.entry(CLI + "TokenCommand.java", "token"),
          Map.entry(CLI + "DemoCommand.java", "demo"),
          Map.entry(CLI + "StackOption.java", "demo"),
          Map.entry(CLI + "NativeCommand.java", "native"),
          Map.entry(CLI + "PackageCommand.java", "package"),
          Map.entry("localstack/proof/bench/src/main/java/id/antrean/bench/Bench.java", "bench"),
          Map.entry(
              "localstack/proof/bench/src/main/java/id/antrean/bench/costs/CostsCommand.java",
              "costs"),
          Map.entry(
              "functions/proof/simulation/src/main/java/id/antrean/simulation/Simulate.java",
              "simulate"),
          Map.entry(CLI + "RedriveCommand.java", "redrive"));

  private static final String OPTION = "@Option(";

  /** One of the names of an option, and the type of what it is read into. */
  private static final Pattern DECLARED =
      Pattern.compile(
          "@Option\\(\\s*names = \\{?(?:\"-.\", )?\"(--[a-z-]+)\".*?"
              + "\\n\\s*(?:private )?(?:@Nullable )?(\\w+) \\w+(?: = [^;]+)?;",
          Pattern.DOTALL);

  @TempDir Path folder;
  private Path project;

  @BeforeEach
  void checkout() throws IOException {
    project = Files.createDirectories(folder.toRealPath().resolve("project"));
    executable(project.resolve("antrean"), Files.readString(HOME.resolve("antrean")));
    for (String source : OPTIONS_OF.keySet()) {
      Path copy = project.resolve(source);
      Files.createDirectories(copy.getParent());
      Files.copy(HOME.resolve(source), copy);
    }
    Files.createDirectories(project.resolve("functions/one"));
    Files.createFile(project.resolve("pom.xml"));
    Files.writeString(
        project.resolve("template.yaml"),
        "      CodeUri: !Sub functions/one/target/${Flavour}/function.zip\n");
    Files.createDirectories(folder.resolve("jdk/bin"));
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
    executable(folder.resolve("jdk/bin/javac"), "#!/bin/sh\n");
    executable(folder.resolve("jdk/bin/java"), "#!/bin/sh\necho \"java $*\"\n");
    executable(folder.resolve("bin/mvn"), MAVEN);
  }

  private static void executable(Path file, String content) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Process begins(Path antrean, String... arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("bash", antrean.toString());
    builder.command().addAll(List.of(arguments));
    builder.redirectErrorStream(true).redirectOutput(output().toFile());
    builder.environment().clear();
    builder.environment().put("PATH", folder.resolve("bin") + ":/usr/local/bin:/usr/bin:/bin");
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().put("PROJECT", project.toString());
    return builder.start();
  }

  private Path output() {
    return folder.resolve("output");
  }

  private String runs(Path antrean, int expected, String... arguments) throws Exception {
    Process process = begins(antrean, arguments);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    String said = Files.readString(output());
    assertThat(process.exitValue()).as(said).isEqualTo(expected);
    return said;
  }

  private Path antrean() {
    return project.resolve("antrean");
  }

  private List<String> builds() throws IOException {
    Path file = project.resolve("builds");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private void awaitABuild() {
    await().atMost(Duration.ofSeconds(30)).until(() -> builds().contains("begin"));
  }

  private static void kill(Process process) {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(one -> one.onExit().join());
  }

  @Test
  void aLinkFromElsewhereFindsTheProject() throws Exception {
    Path first = Files.createSymbolicLink(folder.resolve("bin/antrean"), antrean());
    Path second = Files.createSymbolicLink(folder.resolve("here"), Path.of("bin", "antrean"));

    assertThat(runs(first, 0, "token", "siti")).contains("-Dantrean.home=" + project);
    assertThat(runs(second, 0, "token", "siti")).contains("-Dantrean.home=" + project);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "token                          | ./antrean token takes one name",
        "token --role officer           | ./antrean token takes one name",
        "token siti budi                | ./antrean token takes one name",
        "token siti --role              | --role needs a value",
        "token siti --role --office CLG | --role needs a value",
        "token siti --rank officer      | There is no option --rank",
        "up here                        | takes options only, and not 'here'",
        "up --processes here            | takes options only, and not 'here'",
        "up --data                      | --data needs a value",
        "up --data --processes          | --data needs a value",
        "simulate --seed --mutants      | --seed needs a value",
        "simulate -5                    | There is no option -5",
        "simulate --seed -5 -6          | There is no option -6",
        "books --day 2026-12-07         | There is no option --day",
        "books today                    | takes options only, and not 'today'",
        "redrive                        | takes one queue",
        "redrive UploadQueue ClosureQueue | takes one queue",
        "redrive UploadQueue --most     | --most needs a value",
        "reconcile now                  | takes options only, and not 'now'",
        "logs -f siti                   | takes options only, and not 'siti'",
        "localstack up again            | takes nothing more, and not 'again'",
        "localstack deploy --quickly    | takes nothing more, and not '--quickly'",
        "localstack down now            | takes nothing more, and not 'now'",
        "localstack status now          | takes nothing more, and not 'now'",
        "localstack walk One Two        | takes one test, and not 'Two' too",
        "localstack down --native       | takes nothing more, and not '--native'",
        "localstack up --native again   | takes nothing more, and not 'again'",
        "package booking                | takes options only, and not 'booking'",
        "native --quickly               | There is no option --quickly",
        "localstack sideways            | down; 'sideways' is none of them",
      })
  void whatIsWrongWithACommandIsSaidBeforeAnythingIsBuilt(String command, String said)
      throws Exception {
    assertThat(runs(antrean(), 2, command.split(" "))).contains(said);
    assertThat(builds()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token siti",
        "token budi --role officer --office CLG",
        "token --role=officer budi --office=CLG",
        "token --help",
        "logs -f --request id",
        "up --data folder --processes",
        "up --native",
        "native",
        "native booking uploads --container",
        "package --jvm --to template.yaml",
      })
  void aCommandThatIsCompleteIsHandedOver(String command) throws Exception {
    assertThat(runs(antrean(), 0, command.split(" "))).contains(" " + command);
  }

  static List<Arguments> optionsWithAValue() throws IOException {
    List<Arguments> found = new ArrayList<>();
    for (Map.Entry<String, String> options : OPTIONS_OF.entrySet()) {
      String source = Files.readString(HOME.resolve(options.getKey()));
      List<MatchResult> declared = DECLARED.matcher(source).results().toList();
      assertThat(declared)
          .as("the options of " + options.getKey())
          .hasSize(source.split(Pattern.quote(OPTION), -1).length - 1);
      declared.stream()
          .filter(option -> !option.group(2).equals("boolean"))
          .map(option -> Arguments.of(options.getValue(), option.group(1)))
          .forEach(found::add);
    }
    return found;
  }

  /** The script reads in the sources which options take one. */
  @ParameterizedTest
  @MethodSource("optionsWithAValue")
  void everyOptionThatTakesAValueAsksForIt(String command, String option) throws Exception {
    assertThat(runs(antrean(), 2, command, option)).contains(option + " needs a value");
    assertThat(builds()).isEmpty();
  }

  @Test
  void aNumberBelowZeroIsAValue() throws Exception {
    assertThat(runs(antrean(), 0, "simulate", "--seed", "-5")).contains("Simulate --seed -5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localstack --help", "localstack up --help", "localstack walk -h"})
  void whoeverAsksForHelpWithLocalStackGetsIt(String command) throws Exception {
    assertThat(runs(antrean(), 0, command.split(" "))).contains("./antrean localstack deploy");
    assertThat(builds()).isEmpty();
  }

  /** Python refuses first what it can; only then it asks for the packages. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "deploy --to aws --stage test --yes",
        "deploy --help",
        "restore GuardsTable --to 2026-12-07T09:00:00+07:00 --stage test",
        "restore GuardsTable --to 2026-12-07T09:00:00+07:00 --missing",
      })
  void whatAsksAwsIsHandedToPythonBeforeAnythingIsBuilt(String command) throws Exception {
    executable(folder.resolve("bin/python3.13"), "#!/bin/sh\n[ \"$1\" = -c ] || echo \"$*\"\n");

    assertThat(runs(antrean(), 0, command.split(" "))).contains("devtools/start.py " + command);
    assertThat(builds()).isEmpty();
  }

  @Test
  void withoutALocaleItStillSpeaksUtf8() throws Exception {
    assertThat(runs(antrean(), 0, "token", "siti"))
        .contains("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8");
  }

  @Test
  void whatIsBuiltIsNotBuiltAgain() throws Exception {
    runs(antrean(), 0, "token", "siti");
    runs(antrean(), 0, "token", "siti");

    assertThat(builds()).containsExactly("begin", "end");
  }

  @Test
  void aKilledBuildOfABuiltCheckoutIsBegunAgainByTheNextCommand() throws Exception {
    runs(antrean(), 0, "build");
    Files.createFile(project.resolve("hold"));
    Files.delete(project.resolve("builds"));
    Process build = begins(antrean(), "build");
    awaitABuild();
    kill(build);
    Files.delete(project.resolve("hold"));

    assertThat(runs(antrean(), 0, "token", "siti")).contains("java ");
    assertThat(builds()).containsExactly("begin", "begin", "end");
  }

  @Test
  void aFailedBuildIsBegunAgainByTheNextCommand() throws Exception {
    runs(antrean(), 0, "build");
    Files.createFile(project.resolve("broken"));
    assertThat(runs(antrean(), 1, "build")).contains("The build failed");
    Files.delete(project.resolve("broken"));

    assertThat(runs(antrean(), 0, "token", "siti")).contains("java ");
    assertThat(builds()).containsExactly("begin", "end", "begin", "begin", "end");
  }

  @Test
  void aFailedTestNeitherSpoilsWhatWasBuiltNorMakesAKilledBuildWhole() throws Exception {
    runs(antrean(), 0, "build");
    Files.createFile(project.resolve("broken"));
    runs(antrean(), 1, "test");
    runs(antrean(), 0, "token", "siti");
    assertThat(builds()).as("built, and tested once").containsExactly("begin", "end", "begin");

    Files.createFile(project.resolve("hold"));
    Files.delete(project.resolve("builds"));
    Process build = begins(antrean(), "build");
    awaitABuild();
    kill(build);
    Files.delete(project.resolve("hold"));
    runs(antrean(), 1, "test");
    Files.delete(project.resolve("broken"));

    assertThat(runs(antrean(), 0, "token", "siti")).contains("java ");
    assertThat(builds()).containsExactly("begin", "begin", "begin", "end");
  }

  @Test
  void whatSomebodyCleanedUpByHandIsBuiltAgain() throws Exception {
    runs(antrean(), 0, "build");
    Files.delete(project.resolve("functions/one/target/jvm/function.zip"));

    runs(antrean(), 0, "token", "siti");

    assertThat(builds()).containsExactly("begin", "end", "begin", "end");
  }

  @Test
  void twoAtOnceBuildOneAfterTheOther() throws Exception {
    Files.createFile(project.resolve("hold"));
    Process first = begins(antrean(), "build");
    awaitABuild();
    Process second = begins(antrean(), "token", "siti");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Files.readString(output()).contains("waiting for it"));
    Files.delete(project.resolve("hold"));

    assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isZero();
    assertThat(builds())
        .as("what the first built serves the second")
        .containsExactly("begin", "end");
  }

  @Test
  void aBuildWaitsForTheMutantsThatRunToTheirEnd() throws Exception {
    Files.createDirectories(project.resolve("functions/domain"));
    Files.writeString(project.resolve("functions/domain/pom.xml"), "<value>domain</value>");
    Files.createFile(project.resolve("hold"));
    Process mutants = begins(antrean(), "mutate", "domain");
    awaitABuild();
    Process build = begins(antrean(), "build");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Files.readString(output()).contains("waiting for it"));
    assertThat(builds()).containsExactly("begin");
    Files.delete(project.resolve("hold"));

    assertThat(mutants.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(build.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(mutants.exitValue()).isZero();
    assertThat(build.exitValue()).isZero();
    assertThat(builds()).containsExactly("begin", "end", "begin", "end", "begin", "end");
  }
}
