package id.antrean.cli.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.cli.console.CommandFailure;
import id.antrean.stack.function.Architecture;
import id.antrean.stack.function.Flavour;
import id.antrean.stack.template.Template;
import id.antrean.stack.template.TemplateException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is deployed is what was built, for the processor that it was built for. */
class FunctionPackagesTest {
  private static final Path TEMPLATE = Path.of("..", "..", "..", "template.yaml");
  private static final short ARM64 = 183;
  private static final short X86_64 = 62;

  @TempDir Path project;

  @BeforeEach
  void checkout() throws IOException {
    Files.copy(TEMPLATE, project.resolve("template.yaml"));
    Path contract = Files.createDirectories(project.resolve("infra")).resolve("openapi.yaml");
    Files.copy(TEMPLATE.resolveSibling("infra/openapi.yaml"), contract);
    Files.writeString(project.resolve("pom.xml"), "");
    for (String folder : List.of("domain", "shared")) {
      Files.createDirectories(project.resolve("functions/" + folder));
    }
  }

  private List<String> modules() {
    return DeployedTemplate.of(project).modules();
  }

  private void build(Flavour flavour, short machine) throws IOException {
    for (String module : modules()) {
      build(module, flavour, machine);
    }
  }

  private Path build(String module, Flavour flavour, short machine) throws IOException {
    Path file = project.resolve("functions/%s/target/%s/function.zip".formatted(module, flavour));
    Files.createDirectories(file.resolveSibling("."));
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry(flavour == Flavour.NATIVE ? "bootstrap" : "One.class"));
      out.write(program(machine));
    }
    return file;
  }

  private static byte[] program(short machine) {
    return ByteBuffer.allocate(64)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1})
        .putShort(18, machine)
        .array();
  }

  private Path packaged(Flavour flavour) throws IOException {
    Path folder = Files.createDirectories(project.resolve(".aws-sam/build"));
    return Files.writeString(folder.resolve("template.yaml"), template(flavour, folder));
  }

  private String template(Flavour flavour, Path folder) {
    FunctionPackages packages = FunctionPackages.of(project, flavour);
    return packages.template(packages.architectures(), folder);
  }

  @Test
  void everyModuleOfTheTemplateIsKnown() {
    assertThat(modules())
        .containsExactlyInAnyOrder(
            "registration",
            "uploads",
            "booking",
            "payments",
            "expiry",
            "offices",
            "counter",
            "statistics");
  }

  @Test
  void aPackagedTemplateNamesFilesThatAreThere() throws IOException {
    build(Flavour.NATIVE, X86_64);

    Path template = packaged(Flavour.NATIVE);

    List<Path> named =
        Files.readAllLines(template).stream()
            .filter(line -> line.strip().startsWith("CodeUri:"))
            .map(line -> template.resolveSibling(line.strip().substring("CodeUri: ".length())))
            .toList();
    assertThat(named).hasSizeGreaterThan(7).allMatch(Files::isRegularFile);
    assertThat(Files.readString(template))
        .contains("Location: ../../infra/openapi.yaml", "DefinitionUri: ../../infra/")
        .doesNotContain("${Flavour}");
  }

  @Test
  void itMayLieBesideTheTemplate() throws IOException {
    build(Flavour.JVM, X86_64);

    assertThat(template(Flavour.JVM, project))
        .contains("CodeUri: functions/booking/target/jvm/function.zip", "Location: infra/");
  }

  @Test
  void itTakesNoOtherFlavourAndNoOtherProcessor() throws IOException {
    build(Flavour.NATIVE, X86_64);

    Path template = packaged(Flavour.NATIVE);

    assertThat(Template.read(template, Map.of()).resources()).isNotEmpty();
    assertThatThrownBy(() -> Template.read(template, Map.of("Flavour", "jvm")))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("native, because that is what was packaged into this template");
    assertThatThrownBy(() -> Template.read(template, Map.of("Architecture", "arm64")))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("x86_64, because that is what was packaged into this template");
  }

  @Test
  void classesRunOnEitherProcessorAndNotAsAProgram() throws IOException {
    build(Flavour.JVM, X86_64);

    Path template = packaged(Flavour.JVM);

    for (Architecture architecture : Architecture.values()) {
      Template.read(template, Map.of("Architecture", architecture.toString()));
    }
    assertThatThrownBy(() -> Template.read(template, Map.of("Flavour", "native")))
        .hasMessageContaining("jvm, because that is what was packaged into this template");
  }

  @Test
  void whatIsMissingIsNamedWithWhatBuildsIt() throws IOException {
    build(Flavour.JVM, X86_64);
    build("booking", Flavour.NATIVE, X86_64);

    assertThatThrownBy(() -> FunctionPackages.of(project, Flavour.NATIVE))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("./antrean native registration uploads payments")
        .message()
        .doesNotContain("booking");
  }

  @Test
  void whatIsInTheWrongPlaceIsRefused() throws IOException {
    build(Flavour.NATIVE, X86_64);
    build(Flavour.JVM, X86_64);
    Files.copy(
        project.resolve("functions/expiry/target/native/function.zip"),
        project.resolve("functions/expiry/target/jvm/function.zip"),
        StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> FunctionPackages.of(project, Flavour.JVM))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("expiry")
        .hasMessageContaining("is a native package in the place of a jvm one");
  }

  @Test
  void programsForDifferentProcessorsAreNotDeployedTogether() throws IOException {
    build(Flavour.NATIVE, X86_64);
    build("offices", Flavour.NATIVE, ARM64);

    assertThatThrownBy(() -> packaged(Flavour.NATIVE))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("[arm64, x86_64]");
  }

  @Test
  void whatIsNoProgramForLinuxIsNotDeployed() throws IOException {
    build(Flavour.NATIVE, X86_64);
    Path file = project.resolve("functions/payments/target/native/function.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry("bootstrap"));
      out.write(new byte[] {(byte) 0xcf, (byte) 0xfa, (byte) 0xed, (byte) 0xfe});
    }

    assertThatThrownBy(() -> packaged(Flavour.NATIVE))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("payments")
        .hasMessageContaining("no program for Linux");
  }

  @Test
  void whatIsOlderThanItsSourcesIsSaid() throws IOException {
    build(Flavour.NATIVE, X86_64);
    changed("functions/booking/src/main/java/One.java");
    assertThat(FunctionPackages.of(project, Flavour.NATIVE).outdated())
        .contains("Older than their sources: booking. ./antrean native booking makes them anew.");

    changed("functions/domain/src/main/java/One.java");
    assertThat(FunctionPackages.of(project, Flavour.NATIVE).outdated())
        .get()
        .asString()
        .contains(String.join(", ", modules()));
  }

  @Test
  void versionsMakeThemOlderToo() throws IOException {
    build(Flavour.NATIVE, X86_64);
    changed("pom.xml");

    assertThat(FunctionPackages.of(project, Flavour.NATIVE).outdated()).isPresent();
  }

  @Test
  void soDoesAFileThatIsThereNoMore() throws IOException {
    build(Flavour.NATIVE, X86_64);
    changed("functions/shared/aws/src/main/java/One.java");
    Files.delete(project.resolve("functions/shared/aws/src/main/java/One.java"));
    touch(project.resolve("functions/shared/aws/src/main/java"), later());

    assertThat(FunctionPackages.of(project, Flavour.NATIVE).outdated()).isPresent();
  }

  @Test
  void testsAndWhatIsBuiltMakeNothingOlder() throws IOException {
    build(Flavour.NATIVE, X86_64);
    changed("functions/statistics/target/One.class");
    changed("functions/statistics/src/test/java/OneTest.java");
    changed("functions/statistics/README.md");

    assertThat(FunctionPackages.of(project, Flavour.NATIVE).outdated()).isEmpty();
  }

  private void changed(String name) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, "");
    touch(file, later());
  }

  /** Than what was built a moment ago. */
  private static Instant later() {
    return Instant.now().plusSeconds(60);
  }

  private static void touch(Path file, Instant at) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(at));
  }
}
