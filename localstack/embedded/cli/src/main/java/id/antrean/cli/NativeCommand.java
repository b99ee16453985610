package id.antrean.cli;

import id.antrean.cli.console.CommandFailure;
import id.antrean.cli.nativebuild.Builder;
import id.antrean.cli.nativebuild.FindBuilder;
import id.antrean.cli.nativebuild.NativeBuild;
import id.antrean.cli.packages.DeployedTemplate;
import id.antrean.stack.function.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./antrean native}: the functions' native packages, beside their JVM ones. */
@Command(
    name = "native",
    description = {
      "Build native packages of all functions, or of those that are named: with a GraalVM or",
      "Mandrel for JDK 25 (GRAALVM_HOME, JAVA_HOME, the path, the usual folders), else in a container."
    })
final class NativeCommand implements Callable<Integer> {
  /** The least that a function can be: what the others' starts are compared with. */
  private static final Map<String, Path> FLOOR = Map.of("floor", Path.of("localstack/proof/floor"));

  @Mixin final HelpOption help = new HelpOption();

  @Parameters(
      paramLabel = "FUNCTION",
      description = "A folder of functions/, such as booking; floor is the least of all functions.")
  private List<String> names = List.of();

  @Option(names = "--container", description = "In a container, even where there is a GraalVM.")
  private boolean container;

  @Option(names = "--find", description = "Only say what would build them here.")
  private boolean find;

  @Override
  public Integer call() throws IOException {
    Path project = Path.of(System.getProperty("antrean.home", "."));
    DeployedTemplate template = DeployedTemplate.of(project);
    Map<String, Path> modules = wanted(template);
    FindBuilder here = FindBuilder.here();
    Builder builder = container ? here.inContainer() : here.builder();
    if (find) {
      System.out.println(builder);
      return 0;
    }
    tellArchitecture(template);
    new NativeBuild(project, builder, System.out).build(modules);
    // What was packaged of former ones is not what would be deployed now.
    Files.deleteIfExists(PackageCommand.template(project));
    return 0;
  }

  private Map<String, Path> wanted(DeployedTemplate template) {
    Map<String, Path> known = new LinkedHashMap<>();
    template.modules().forEach(name -> known.put(name, Path.of("functions", name)));
    if (names.isEmpty()) {
      return known;
    }
    known.putAll(FLOOR);
    Map<String, Path> modules = new LinkedHashMap<>();
    for (String name : names) {
      Path folder = known.get(name);
      if (folder == null) {
        throw new CommandFailure(
            "There is no function %s; there are %s."
                .formatted(name, String.join(", ", known.keySet())));
      }
      modules.put(name, folder);
    }
    return modules;
  }

  /** A builder makes programs for its own processor, in a container too. */
  private static void tellArchitecture(DeployedTemplate template) {
    String here =
        Architecture.here()
            .map(Architecture::toString)
            .orElseThrow(() -> new CommandFailure("Lambda has no processor like this machine's."));
    if (!here.equals(template.architecture())) {
      System.out.printf(
          "They will be for %s, and template.yaml deploys to %s unless told otherwise: ./antrean"
              + " package tells it.%n",
          here, template.architecture());
    }
  }
}
