package id.antrean.cli.nativebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.cli.console.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On machines of all kinds, made of programs that say what they are. */
class FindBuilderTest {
  private static final String MANDREL =
      """
      native-image 25.0.4 2026-07-21
      OpenJDK Runtime Environment Mandrel-25.0.4.0-Final (build 25.0.4+7-LTS)
      """;

  private static final String GRAALVM =
      """
      native-image 25.0.2 2026-01-20
      GraalVM Runtime Environment GraalVM CE 25.0.2+10.1 (build 25.0.2+10-jvmci-b01)
      """;

  @TempDir Path machine;

  private final Map<String, String> environment = new HashMap<>();

  private Path graalVm(String folder, String says) throws IOException {
    Path home = machine.resolve(folder);
    program(home.resolve("bin/native-image"), "cat <<'EOF'\n" + says + "EOF\n");
    return home;
  }

  private static void program(Path file, String script) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private FindBuilder find() {
    String path = machine.resolve("path") + ":/usr/bin:/bin";
    environment.putIfAbsent("PATH", path);
    return new FindBuilder(true, environment, List.of(machine.resolve("usual")));
  }

  @Test
  void theOneThatIsNamedIsTaken() throws IOException {
    Path named = graalVm("named", GRAALVM);
    graalVm("usual/mandrel", MANDREL);
    environment.put("GRAALVM_HOME", named.toString());

    assertThat(find().builder()).isEqualTo(new Builder.GraalVm(named, "GraalVM CE 25.0.2+10.1"));
  }

  @Test
  void oneThatIsNamedAndIsNoneIsTold() throws IOException {
    graalVm("usual/mandrel", MANDREL);
    environment.put("GRAALVM_HOME", machine.resolve("nowhere").toString());

    assertThatThrownBy(() -> find().builder())
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("GRAALVM_HOME is " + machine.resolve("nowhere"));
  }

  @Test
  void oneIsFoundOnThePathThroughLinks() throws IOException {
    Path home = graalVm("elsewhere", MANDREL).toRealPath();
    Files.createDirectories(machine.resolve("path"));
    Files.createSymbolicLink(
        machine.resolve("path/native-image"), home.resolve("bin/native-image"));

    assertThat(find().builder()).isEqualTo(new Builder.GraalVm(home, "Mandrel-25.0.4.0-Final"));
  }

  @Test
  void oneOfTheUsualFoldersIsFoundAndAnOlderOneIsNot() throws IOException {
    graalVm("usual/a-former", "native-image 21.0.2 2024-01-16\n");
    Path home = graalVm("usual/mandrel", MANDREL);

    assertThat(find().builder()).isEqualTo(new Builder.GraalVm(home, "Mandrel-25.0.4.0-Final"));
  }

  @Test
  void withoutOneAContainerIsTakenIfItsEngineRuns() throws IOException {
    program(machine.resolve("path/podman"), "echo host\n");
    environment.put("PATH", machine.resolve("path").toString());

    assertThat(find().builder()).isEqualTo(new Builder.Container("podman"));
  }

  /** What a GraalVM of another system builds runs on that system. */
  @Test
  void awayFromLinuxAContainerAloneBuildsWhatLambdaRuns() throws IOException {
    Path named = graalVm("named", GRAALVM);
    program(machine.resolve("path/docker"), "echo host\n");
    environment.put("GRAALVM_HOME", named.toString());
    environment.put("PATH", machine.resolve("path").toString());

    assertThat(new FindBuilder(false, environment, List.of()).builder())
        .isEqualTo(new Builder.Container("docker"));
  }

  @Test
  void anEngineThatDoesNotRunIsNone() throws IOException {
    program(machine.resolve("path/docker"), "echo 'Cannot connect to the daemon' >&2; exit 1\n");
    environment.put("PATH", machine.resolve("path").toString());

    assertThatThrownBy(() -> find().inContainer()).isInstanceOf(CommandFailure.class);
    assertThatThrownBy(() -> find().builder())
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("needs a GraalVM or Mandrel for JDK 25, or Docker or Podman")
        .hasMessageContaining("set GRAALVM_HOME");
  }
}
