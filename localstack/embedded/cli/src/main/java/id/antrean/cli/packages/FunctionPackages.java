package id.antrean.cli.packages;

import id.antrean.cli.console.CommandFailure;
import id.antrean.stack.function.Architecture;
import id.antrean.stack.function.CodePackage;
import id.antrean.stack.function.Flavour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All packages of one flavour, fit to be run or deployed together. */
public final class FunctionPackages {
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
        Sources.newest(
            List.of(
                project.resolve("pom.xml"),
                project.resolve("functions/domain"),
                project.resolve("functions/shared")));
    List<String> older =
        template.modules().stream()
            .filter(
                module -> {
                  FileTime built = Sources.changed(template.packageOf(module, flavour));
                  Path own = project.resolve("functions").resolve(module);
                  return built.compareTo(shared) < 0
                      || built.compareTo(Sources.newest(List.of(own))) < 0;
                })
            .toList();
    String anew = flavour == Flavour.NATIVE ? "native " + String.join(" ", older) : "build";
    return older.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Older than their sources: %s. ./antrean %s makes them anew."
                .formatted(String.join(", ", older), anew));
  }

  /**
   * The template that deploys them.
   *
   * @param architectures those that all of them run on, see {@link #architectures}
   * @param folder where it will lie
   */
  public String template(Set<Architecture> architectures, Path folder) {
    return template.packaged(flavour, architectures, folder);
  }

  /**
   * The processors that all of them run on, which takes a look at each program.
   *
   * @throws CommandFailure if they cannot run together on Lambda
   */
  public Set<Architecture> architectures() {
    if (flavour == Flavour.JVM) {
      return EnumSet.allOf(Architecture.class);
    }
    Set<Architecture> found =
        packages.stream()
            .map(FitForLambda::architecture)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Architecture.class)));
    if (found.size() > 1) {
      throw new CommandFailure(
          "The native packages are for different processors, %s: build all of them on one machine."
              .formatted(found));
    }
    return found;
  }
}
