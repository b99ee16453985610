package id.antrean.cli.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.cli.console.CommandFailure;
import id.antrean.stack.function.Architecture;
import id.antrean.stack.function.Flavour;
import id.antrean.stack.template.Template;
import id.antrean.stack.template.TemplateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
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
    return Files.writeString(
        folder.resolve("template.yaml"), FunctionPackages.of(project, flavour).template(folder));
  }

  @Test
  void everyModuleOfTheTemplateIsKnown() {
    assertThat(modules())
        .containsExactlyInAnyOrder(
            "registration", "uploads", "booking", "payments", "expiry", "offices", "statistics");
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
        .hasMessageContaining("[ARM64, X86_64]".toLowerCase(Locale.ROOT));
  }

  @Test
  void whatIsOlderThanItsSourcesIsKnown() throws IOException {
    build(Flavour.NATIVE, X86_64);
    source("booking");
    assertThat(FunctionPackages.of(project, Flavour.NATIVE).outdated()).containsExactly("booking");

    source("domain");
    assertThat(FunctionPackages.of(project, Flavour.NATIVE).outdated())
        .containsExactlyElementsOf(modules());

    Stream.of("target/One.class", "src/test/java/OneTest.java")
        .forEach(file -> changed("statistics", file));
    build(Flavour.NATIVE, X86_64);
    for (String module : modules()) {
      touch(
          project.resolve("functions/%s/target/native/function.zip".formatted(module)),
          Instant.now().plusSeconds(120));
    }
    assertThat(FunctionPackages.of(project, Flavour.NATIVE).outdated()).isEmpty();
  }

  private void source(String module) {
    changed(module, "src/main/java/One.java");
  }

  private void changed(String module, String name) {
    try {
      Path file = project.resolve("functions/" + module).resolve(name);
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, "");
      touch(file, Instant.now().plusSeconds(60));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void touch(Path file, Instant at) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(at));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
