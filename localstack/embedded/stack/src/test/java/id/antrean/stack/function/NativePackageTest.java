package id.antrean.stack.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.stack.TestProject;
import id.antrean.stack.watch.Metrics;
import id.antrean.stack.watch.Watch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A package that brings its own runtime, and what is refused before it runs. */
class NativePackageTest {
  private static final int ARM64 = 183;
  private static final int X86_64 = 62;

  @TempDir Path folder;

  private final List<String> console = new ArrayList<>();

  private FunctionHost host() throws IOException {
    return new FunctionHost(
        folder.resolve("work"),
        folder.resolve("logs"),
        console::add,
        new Watch(new Metrics(), InstantSource.system()));
  }

  private static FunctionSpec function(Path code, Flavour flavour, String who) {
    return new FunctionSpec(
        "Echo",
        "echo",
        "arn:aws:lambda:ap-southeast-3:000000000000:function:echo",
        flavour,
        "bootstrap",
        code,
        Map.of("WHO", who, "_HANDLER", "bootstrap"),
        Duration.ofSeconds(8),
        512,
        OptionalInt.empty());
  }

  /** A script in the place of the program; what it starts speaks to the Runtime API by itself. */
  private Path program() throws IOException {
    return packageOf(
        """
        #!/bin/sh
        exec "%s/bin/java" -cp "%s" id.antrean.stack.lambda.Bootstrap
        """
            .formatted(
                System.getProperty("java.home"), Path.of("target/test-classes").toAbsolutePath())
            .getBytes(StandardCharsets.UTF_8));
  }

  private Path packageOf(byte[] bootstrap) throws IOException {
    Path zip = folder.resolve("native.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("bootstrap"));
      out.write(bootstrap);
    }
    return zip;
  }

  private static byte[] programFor(int machine) {
    ByteBuffer header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    header.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1});
    header.putShort(18, (short) machine);
    return header.array();
  }

  private static String answer(Invocation invocation) {
    assertThat(invocation).isInstanceOf(Invocation.Answered.class);
    return ((Invocation.Answered) invocation).payload();
  }

  @Test
  void itIsAProcessThatIsGivenItsEventsOneAfterTheOther() throws IOException {
    try (FunctionHost host = host()) {
      HostedFunction echo =
          host.add(function(program(), Flavour.NATIVE, "native"), Hosting.IN_PROCESS);

      String first = answer(echo.invoke("{}"));

      assertThat(first)
          .contains("\"who\":\"native\"", "\"handler\":\"bootstrap\"")
          .containsPattern("\"trace\":\"Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};")
          .containsPattern("\"deadline\":[0-9]{13}");
      assertThat(pid(answer(echo.invoke("{}")))).isEqualTo(pid(first));
      assertThat(echo.hosting()).isEqualTo(Hosting.PROCESSES);
    }
  }

  @Test
  void oneThatDoesNotEndIsKilledAndTheNextEventHasAnother() throws IOException {
    try (FunctionHost host = host()) {
      HostedFunction echo =
          host.add(function(program(), Flavour.NATIVE, "native"), Hosting.PROCESSES);
      String before = pid(answer(echo.invoke("{}")));

      assertThat(echo.invoke("{\"act\":\"loop\"}")).isInstanceOf(Invocation.Failed.class);

      assertThat(pid(answer(echo.invoke("{}")))).isNotEqualTo(before);
    }
  }

  /** Its heap may be as it likes: what counts is what it holds of the machine. */
  @Test
  void oneThatHoldsMoreThanItsMemoryIsKilledAndTheNextEventHasAnother() throws IOException {
    try (FunctionHost host = host()) {
      HostedFunction echo =
          host.add(function(program(), Flavour.NATIVE, "native"), Hosting.PROCESSES);
      String before = pid(answer(echo.invoke("{}")));

      assertThat(echo.invoke("{\"act\":\"allocate and loop\"}"))
          .isInstanceOfSatisfying(
              Invocation.Failed.class,
              it -> assertThat(it.errorType()).isEqualTo("Runtime.OutOfMemory"));

      assertThat(pid(answer(echo.invoke("{}")))).isNotEqualTo(before);
    }
  }

  @Test
  void oneThatSaysThatItCannotStartIsBelieved() throws IOException {
    try (FunctionHost host = host()) {
      HostedFunction echo =
          host.add(function(program(), Flavour.NATIVE, "broken"), Hosting.PROCESSES);

      assertThatThrownBy(echo::start)
          .isInstanceOf(FunctionStartException.class)
          .hasMessageContaining("no table");
    }
  }

  @Test
  void classesAreNotStartedAsAProgram() throws IOException {
    Path classes = TestProject.in(folder.resolve("project")).folder().resolve("function.zip");
    try (FunctionHost host = host()) {
      assertThatThrownBy(
              () -> host.add(function(classes, Flavour.NATIVE, "any"), Hosting.PROCESSES))
          .isInstanceOf(WrongPackageException.class)
          .hasMessageContaining("is a jvm package, and the template runs it as a native one");
    }
  }

  @Test
  void aProgramIsNotStartedAsClasses() throws IOException {
    Path code = program();
    try (FunctionHost host = host()) {
      assertThatThrownBy(() -> host.add(function(code, Flavour.JVM, "any"), Hosting.IN_PROCESS))
          .isInstanceOf(WrongPackageException.class)
          .hasMessageContaining("is a native package, and the template runs it as a jvm one");
    }
  }

  @Test
  void aProgramForAnotherProcessorIsNotStarted() throws IOException {
    int foreign = Architecture.here().equals(Optional.of(Architecture.ARM64)) ? X86_64 : ARM64;
    Path code = packageOf(programFor(foreign));
    try (FunctionHost host = host()) {
      assertThatThrownBy(() -> host.add(function(code, Flavour.NATIVE, "any"), Hosting.PROCESSES))
          .isInstanceOf(WrongPackageException.class)
          .hasMessageContaining("which this machine is not");
    }
  }

  @Test
  void onePackageThatIsMissingSaysWhatBuildsIt() throws IOException {
    Path nowhere = folder.resolve("nowhere.zip");
    try (FunctionHost host = host()) {
      assertThatThrownBy(
              () -> host.add(function(nowhere, Flavour.NATIVE, "any"), Hosting.PROCESSES))
          .hasMessageContaining("./antrean native makes it");
      assertThatThrownBy(() -> host.add(function(nowhere, Flavour.JVM, "any"), Hosting.PROCESSES))
          .hasMessageContaining("./antrean build makes it");
    }
  }

  /** Java's own program: it is for this machine, and needs a C library of a version. */
  @Test
  void whatAProgramIsForStandsInItsHeader() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin/java");

    assertThat(NativeProgram.read(Files.readAllBytes(java)))
        .contains(new NativeProgram(Architecture.here()));
    assertThat(NativeProgram.read("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(NeededGlibc.of(java)).get().asString().matches("2\\.[0-9.]+");
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(Files.readAllBytes(java), 100));
    assertThatThrownBy(() -> NeededGlibc.of(cut)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @CsvSource({"2.34,2.34,true", "2.34,2.2.5,true", "2.34,2.36,false", "2.34,2.34.1,false"})
  void anOlderLibraryIsNotEnough(String version, String needed, boolean enough) {
    assertThat(NeededGlibc.isEnough(version, needed)).isEqualTo(enough);
  }

  private static String pid(String answer) {
    return answer.replaceAll(".*\"pid\":([0-9]+).*", "$1");
  }
}
