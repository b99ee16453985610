package id.antrean.cli.nativebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.cli.console.CommandFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * With a Maven that says what the real one said, of one build that goes well and one that fails.
 */
class NativeBuildTest {
  /** A builder whose language has a comma in numbers. */
  private static final String BOOKING =
      """
      [INFO] Building booking 1.0.0                                            [9/11]
      GraalVM Native Image: Generating 'booking-1.0.0-runner' (executable)...
      [1/8] Initializing...                                         (18,7s @ 0,18GB)
      [2/8] Performing analysis...  [*****]                        (100,4s @ 1,26GB)
                             28,5s (8,9% of total time) in 1380 GCs | Peak RSS: 3,03GB | CPU load: 1,88
      Finished generating 'booking-1.0.0-runner' in 5m 17s.
      """;

  private static final String UPLOADS =
      """
      GraalVM Native Image: Generating 'uploads-1.0.0-runner' (executable)...
      [1/8] Initializing...                                         (18,7s @ 0,18GB)
      Error: Class initialization of one.Class failed.
      """;

  @TempDir Path project;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  /** What Maven is to make. */
  @BeforeEach
  void made() throws IOException {
    try (ZipOutputStream out =
        new ZipOutputStream(Files.newOutputStream(project.resolve("made.zip")))) {
      out.putNextEntry(new ZipEntry("bootstrap"));
      out.write(new byte[2_500_000]);
    }
  }

  private NativeBuild build(String says, int status) throws IOException {
    Path maven = project.resolve("mvn");
    Files.writeString(
        maven,
        """
        #!/bin/sh
        echo "$@" >arguments
        echo "$GRAALVM_HOME" >graalvm
        mkdir -p functions/booking/target/native
        cp made.zip functions/booking/target/native/function.zip
        cat <<'EOF'
        %sEOF
        exit %d
        """
            .formatted(says, status));
    Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new NativeBuild(
        project,
        new Builder.GraalVm(Path.of("/graal"), "GraalVM CE 25"),
        new PrintStream(said, true, StandardCharsets.UTF_8),
        maven.toString());
  }

  private static Map<String, Path> modules(String... names) {
    Map<String, Path> modules = new LinkedHashMap<>();
    List.of(names).forEach(name -> modules.put(name, Path.of("functions", name)));
    return modules;
  }

  @Test
  void itTellsHowFarItIsAndWhatItTook() throws IOException {
    build(BOOKING, 0).build(modules("booking"));

    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("Building booking with GraalVM CE 25 in /graal")
        .containsPattern("booking +1/8 Initializing")
        .containsPattern("booking +2/8 Performing analysis")
        .containsPattern("booking +5m 17s +3.03 GB +2.5 MB .*no processor of Lambda");
    assertThat(Files.readString(project.resolve("arguments")))
        .contains(
            "--fail-at-end", "package -Dnative", "-pl functions/booking", "container-build=false");
    assertThat(Files.readString(project.resolve("graalvm"))).isEqualTo("/graal\n");
    assertThat(Files.readString(project.resolve(".antrean/native.log"))).isEqualTo(BOOKING);
  }

  @Test
  void whatMavenSaysIsToldWhereNothingWasBuilt() throws IOException {
    NativeBuild build = build("[ERROR] Non-resolvable parent POM\n", 1);

    assertThatThrownBy(() -> build.build(modules("booking")))
        .isInstanceOf(CommandFailure.class)
        .hasMessageStartingWith("booking could not be built")
        .hasMessageContaining("Non-resolvable parent POM");
  }

  @Test
  void oneThatFailsIsNamedWithItsReason() throws IOException {
    NativeBuild build = build(BOOKING + UPLOADS, 1);

    assertThatThrownBy(() -> build.build(modules("booking", "uploads")))
        .isInstanceOf(CommandFailure.class)
        .hasMessageStartingWith("uploads could not be built")
        .hasMessageContaining("uploads: Error: Class initialization of one.Class failed.");
    assertThat(said.toString(StandardCharsets.UTF_8))
        .as("the others are told of")
        .containsPattern("booking +5m 17s");
  }
}
