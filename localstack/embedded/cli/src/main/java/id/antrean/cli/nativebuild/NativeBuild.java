package id.antrean.cli.nativebuild;

import id.antrean.cli.console.CommandFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code mvn package -Dnative} of some modules, followed while it goes on. One that fails takes no
 * other with it.
 */
public final class NativeBuild {
  private static final int ERRORS_SHOWN = 5;

  private final Path project;
  private final Builder builder;
  private final PrintStream out;
  private final String maven;
  private final Path log;

  public NativeBuild(Path project, Builder builder, PrintStream out) {
    this(project, builder, out, "mvn");
  }

  /**
   * @param maven its program
   */
  NativeBuild(Path project, Builder builder, PrintStream out, String maven) {
    this.project = project;
    this.builder = builder;
    this.out = out;
    this.maven = maven;
    this.log = project.resolve(".antrean/native.log");
  }

  /**
   * Builds them one after the other, and prints how far it is and, as a table, what came of it.
   *
   * @param modules their folders by their names
   * @return what was built
   * @throws CommandFailure if one could not be built; the others are
   */
  public List<BuiltPackage> build(Map<String, Path> modules) {
    out.printf(
        "Building %s with %s. It takes some minutes each; all of it is in %s%n",
        String.join(", ", modules.keySet()), builder, log);
    modules.values().forEach(this::forgetFormer);
    BuildOutput said = new BuildOutput();
    int status = run(modules.values(), said);
    Map<String, BuiltPackage> built = new LinkedHashMap<>();
    modules.forEach(
        (name, folder) ->
            said.image(name)
                .filter(_ -> Files.exists(packageIn(folder)))
                .ifPresent(
                    image -> built.put(name, BuiltPackage.of(name, image, packageIn(folder)))));
    out.println();
    out.println(BuiltPackage.heading());
    built.values().forEach(one -> out.println(one.row()));
    if (status != 0 || built.size() < modules.size()) {
      throw failure(modules, built, said);
    }
    return List.copyOf(built.values());
  }

  private Path packageIn(Path module) {
    return project.resolve(module).resolve("target/native/function.zip");
  }

  /** So that one that is there afterwards was built now. */
  private void forgetFormer(Path module) {
    try {
      Files.deleteIfExists(packageIn(module));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run(Iterable<Path> folders, BuildOutput said) {
    List<String> command = new ArrayList<>(List.of(maven, "-B", "-ntp", "--fail-at-end"));
    command.addAll(List.of("package", "-Dnative", "-Dquick", "-Dmaven.test.skip=true"));
    command.addAll(builder.options());
    List<String> paths = new ArrayList<>();
    folders.forEach(folder -> paths.add(folder.toString()));
    command.addAll(List.of("-am", "-pl", String.join(",", paths)));
    ProcessBuilder process =
        new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
    process.environment().putAll(builder.environment());
    try {
      Files.createDirectories(log.resolveSibling("."));
      Process running = process.start();
      running.getOutputStream().close();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(running)));
      follow(running, said);
      return running.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  /** And waits, since whoever comes next writes to the same files. */
  private static void end(Process process) {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroy();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(one -> one.onExit().join());
  }

  private void follow(Process process, BuildOutput said) throws IOException {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        Writer kept = Files.newBufferedWriter(log)) {
      for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
        kept.write(line + "\n");
        Optional<String> shown = said.take(line);
        shown.ifPresent(out::println);
      }
    }
  }

  private CommandFailure failure(
      Map<String, Path> modules, Map<String, BuiltPackage> built, BuildOutput said) {
    String missing =
        modules.keySet().stream()
            .filter(name -> !built.containsKey(name))
            .collect(Collectors.joining(", "));
    String why =
        said.errors().stream()
            .limit(ERRORS_SHOWN)
            .map("\n  "::concat)
            .collect(Collectors.joining());
    return new CommandFailure(
        "%s could not be built; %s says why.%s"
            .formatted(missing.isEmpty() ? "Something" : missing, log, why));
  }
}
