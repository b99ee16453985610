package id.antrean.cli.packages;

import id.antrean.cli.console.CommandFailure;
import id.antrean.stack.function.Architecture;
import id.antrean.stack.function.CodePackage;
import id.antrean.stack.function.Flavour;
import id.antrean.stack.function.NativeProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All packages of one flavour, fit to be run or deployed together. */
public final class FunctionPackages {
  /** That of Lambda's provided.al2023. */
  private static final String GLIBC = "2.34";

  private final Path project;
  private final DeployedTemplate template;
  private final Flavour flavour;
  private final List<CodePackage> packages;

  private FunctionPackages(
      Path project, DeployedTemplate template, Flavour flavour, List<CodePackage> packages) {
    this.project = project;
    this.template = template;
    this.flavour = flavour;
    this.packages = packages;
  }

  /**
   * Those of the project.
   *
   * @throws CommandFailure if one is missing, or is not what its folder says
   */
  public static FunctionPackages of(Path project, Flavour flavour) {
    DeployedTemplate template = DeployedTemplate.of(project);
    String missing =
        template.modules().stream()
            .filter(module -> !Files.isRegularFile(template.packageOf(module, flavour)))
            .collect(Collectors.joining(" "));
    if (!missing.isEmpty()) {
      throw new CommandFailure(
          flavour == Flavour.NATIVE
              ? "There is no native package of %s: ./antrean native %s builds them (some minutes each)."
                  .formatted(missing.replace(" ", ", "), missing)
              : "There is no package of %s: ./antrean build makes them."
                  .formatted(missing.replace(" ", ", ")));
    }
    List<CodePackage> packages =
        template.modules().stream()
            .map(module -> read(template.packageOf(module, flavour)))
            .toList();
    packages.stream()
        .filter(one -> one.flavour() != flavour)
        .findFirst()
        .ifPresent(
            wrong -> {
              throw new CommandFailure(
                  "%s is a %s package in the place of a %s one: build it again."
                      .formatted(wrong.file(), wrong.flavour(), flavour));
            });
    return new FunctionPackages(project, template, flavour, packages);
  }

  private static CodePackage read(Path file) {
    try {
      return CodePackage.read(file);
    } catch (IOException e) {
      throw new CommandFailure("%s cannot be read: %s".formatted(file, e.getMessage()));
    }
  }

  /** Modules whose sources, or those that all share, were changed after their packages. */
  public List<String> outdated() {
    FileTime shared = newest(Stream.of("domain", "shared"));
    return template.modules().stream()
        .filter(
            module -> {
              FileTime built = changed(template.packageOf(module, flavour));
              return built.compareTo(shared) < 0 || built.compareTo(newest(Stream.of(module))) < 0;
            })
        .toList();
  }

  private FileTime newest(Stream<String> folders) {
    return folders
        .map(folder -> project.resolve("functions").resolve(folder))
        .flatMap(FunctionPackages::sources)
        .map(FunctionPackages::changed)
        .max(FileTime::compareTo)
        .orElse(FileTime.fromMillis(0));
  }

  /** What a package is made of. */
  private static Stream<Path> sources(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all
          .filter(Files::isRegularFile)
          .filter(file -> file.endsWith("pom.xml") || file.toString().contains("/src/main/"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The template that deploys them.
   *
   * @param folder where it will lie
   * @throws CommandFailure if they cannot run together on Lambda
   */
  public String template(Path folder) {
    return template.packaged(flavour, architectures(), folder);
  }

  /** The processors that all of them run on. */
  public Set<Architecture> architectures() {
    Set<Architecture> found = EnumSet.noneOf(Architecture.class);
    for (CodePackage one : packages) {
      one.program().ifPresent(program -> found.add(fit(one.file(), program)));
    }
    if (found.size() > 1) {
      throw new CommandFailure(
          "The native packages are for different processors, %s: build all of them on one machine."
              .formatted(new TreeSet<>(found)));
    }
    return found.isEmpty() ? EnumSet.allOf(Architecture.class) : found;
  }

  private static Architecture fit(Path file, NativeProgram program) {
    Optional<Architecture> architecture = program.architecture();
    if (architecture.isEmpty()) {
      throw new CommandFailure(file + " is for a processor that Lambda has not.");
    }
    if (!program.runsWith(GLIBC)) {
      throw new CommandFailure(
          """
          %s needs glibc %s, and Lambda's provided.al2023 has %s: build it on an older Linux, or in \
          a container (./antrean native --container).\
          """
              .formatted(file, program.glibc().orElse(""), GLIBC));
    }
    return architecture.get();
  }
}
