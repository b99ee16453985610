package id.antrean.cli;

import id.antrean.cli.console.CommandFailure;
import id.antrean.cli.console.Style;
import id.antrean.cli.packages.FunctionPackages;
import id.antrean.stack.function.Architecture;
import id.antrean.stack.function.Flavour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./antrean package}: a template that deploys the packages of one flavour and no other. */
@Command(
    name = "package",
    description = {
      "Make the template that `sam deploy` takes of template.yaml and the functions' packages.",
      "It is refused by CloudFormation under another flavour or processor than theirs."
    })
final class PackageCommand implements Callable<Integer> {
  @Mixin final HelpOption help = new HelpOption();

  @Option(
      names = "--jvm",
      description = "With the JVM packages of ./antrean build, instead of the native ones.")
  private boolean jvm;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Where it is written: .aws-sam/build/template.yaml, where sam looks for it.")
  private @Nullable Path to;

  @Override
  public Integer call() throws IOException {
    Path project = Path.of(System.getProperty("antrean.home", "."));
    Flavour flavour = jvm ? Flavour.JVM : Flavour.NATIVE;
    Path file = to == null ? template(project) : to;
    if (Files.exists(file) && Files.isSameFile(file, project.resolve("template.yaml"))) {
      throw new CommandFailure("That is the template itself: --to names another file.");
    }
    FunctionPackages packages = FunctionPackages.of(project, flavour);
    Set<Architecture> architectures = packages.architectures();
    Path folder = file.toAbsolutePath().normalize().resolveSibling(".").normalize();
    String template = packages.template(architectures, folder);
    Files.writeString(Files.createDirectories(folder).resolve(file.getFileName()), template);
    packages.outdated().ifPresent(told -> System.out.println(Style.YELLOW.of(told)));
    System.out.printf(
        "%s  (%s, for %s)%n",
        file,
        flavour,
        architectures.stream().map(Object::toString).collect(Collectors.joining(" or ")));
    return 0;
  }

  /** Where sam looks for a template that is built. */
  static Path template(Path project) {
    return project.resolve(".aws-sam/build/template.yaml");
  }
}
