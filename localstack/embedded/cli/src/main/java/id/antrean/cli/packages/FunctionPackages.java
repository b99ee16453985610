package id.antrean.cli.packages;

import id.antrean.cli.console.CommandFailure;
import id.antrean.stack.function.Architecture;
import id.antrean.stack.function.CodePackage;
import id.antrean.stack.function.Flavour;
import id.antrean.stack.function.NativeProgram;
import id.antrean.stack.function.NeededGlibc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
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

  /**
   * Says, if it is so, which of them are older than what they are made of: their own sources, those
   * that all share, or the versions.
   */
  public Optional<String> outdated() {
    FileTime shared =
        newest(
            Stream.of(
                project.resolve("pom.xml"),
                project.resolve("functions/domain"),
                project.resolve("functions/shared")));
    List<String> older =
        template.modules().stream()
            .filter(
                module -> {
                  FileTime built = changed(template.packageOf(module, flavour));
                  Path own = project.resolve("functions").resolve(module);
                  return built.compareTo(shared) < 0 || built.compareTo(newest(Stream.of(own))) < 0;
                })
            .toList();
    String anew = flavour == Flavour.NATIVE ? "native " + String.join(" ", older) : "build";
    return older.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Older than their sources: %s. ./antrean %s makes them anew."
                .formatted(String.join(", ", older), anew));
  }

  private static FileTime newest(Stream<Path> places) {
    return places
        .flatMap(place -> sources(place).stream())
        .map(FunctionPackages::changed)
        .max(FileTime::compareTo)
        .orElse(FileTime.fromMillis(0));
  }

  /** What packages are made of; folders too, which change when a file is deleted. */
  private static List<Path> sources(Path place) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          place,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              if (folder.endsWith("target")) {
                return FileVisitResult.SKIP_SUBTREE;
              }
              addIfSource(folder);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              addIfSource(file);
              return FileVisitResult.CONTINUE;
            }

            private void addIfSource(Path one) {
              if (one.endsWith("pom.xml")
                  || place.relativize(one).toString().contains("src/main")) {
                found.add(one);
              }
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
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
      if (flavour == Flavour.NATIVE) {
        found.add(fit(one));
      }
    }
    if (found.size() > 1) {
      throw new CommandFailure(
          "The native packages are for different processors, %s: build all of them on one machine."
              .formatted(new TreeSet<>(found)));
    }
    return found.isEmpty() ? EnumSet.allOf(Architecture.class) : found;
  }

  private static Architecture fit(CodePackage one) {
    NativeProgram program =
        one.program()
            .orElseThrow(
                () ->
                    new CommandFailure(
                        one.file()
                            + " holds no program for Linux: build it there, or in a container."));
    Optional<String> glibc = neededGlibc(one);
    if (glibc.isPresent() && !NeededGlibc.isEnough(GLIBC, glibc.get())) {
      throw new CommandFailure(
          """
          %s needs glibc %s, and Lambda's provided.al2023 has %s: build it on an older Linux, or in \
          a container (./antrean native --container).\
          """
              .formatted(one.file(), glibc.get(), GLIBC));
    }
    return program
        .architecture()
        .orElseThrow(
            () -> new CommandFailure(one.file() + " is for a processor that Lambda has not."));
  }

  private static Optional<String> neededGlibc(CodePackage one) {
    try {
      Path folder = Files.createTempDirectory("antrean-program");
      Path program = folder.resolve("bootstrap");
      try {
        one.unpackProgram(program);
        return NeededGlibc.of(program);
      } finally {
        Files.deleteIfExists(program);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new CommandFailure("%s cannot be read: %s".formatted(one.file(), e.getMessage()));
    }
  }
}
