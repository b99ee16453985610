package id.antrean.cli.nativebuild;

import id.antrean.cli.console.CommandFailure;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what can build native images here: a GraalVM or Mandrel first, since it needs nothing more,
 * else an engine of containers that runs.
 */
public final class FindBuilder {
  private static final int NEEDED = 25;
  private static final Pattern VERSION = Pattern.compile("native-image (\\d+)\\S*");
  private static final Pattern VENDOR =
      Pattern.compile("(?:GraalVM \\w+|Mandrel)[- ][0-9][^\\s)]*");
  private static final long PATIENCE_SECONDS = 30;

  private final boolean linux;
  private final Map<String, String> environment;
  private final List<Path> folders;

  /**
   * @param linux whether a program that is built here runs on Lambda
   * @param folders in whose sub-folders a JDK may lie
   */
  FindBuilder(boolean linux, Map<String, String> environment, List<Path> folders) {
    this.linux = linux;
    this.environment = environment;
    this.folders = folders;
  }

  /** Looks in the usual folders of this machine. */
  public static FindBuilder here() {
    Path user = Path.of(System.getProperty("user.home"));
    return new FindBuilder(
        System.getProperty("os.name").equals("Linux"),
        System.getenv(),
        List.of(
            user.resolve(".sdkman/candidates/java"),
            user.resolve(".jdks"),
            Path.of("/usr/lib/jvm"),
            Path.of("/usr/lib64/jvm"),
            Path.of("/opt"),
            Path.of("/opt/java"),
            Path.of("/usr/local")));
  }

  /**
   * The one to build with.
   *
   * @throws CommandFailure if there is none; says what to install
   */
  public Builder builder() {
    if (!linux) {
      return inContainer();
    }
    return graalVm()
        .or(this::container)
        .orElseThrow(
            () ->
                new CommandFailure(
                    """
                    A native build needs a GraalVM or Mandrel for JDK %d, or Docker or Podman to run one in. \
                    Neither was found: install one (https://www.graalvm.org/downloads, or \
                    https://github.com/graalvm/mandrel/releases) and set GRAALVM_HOME to its folder.\
                    """
                        .formatted(NEEDED)));
  }

  /**
   * A container's.
   *
   * @throws CommandFailure if no engine runs
   */
  public Builder inContainer() {
    return container()
        .orElseThrow(
            () ->
                new CommandFailure(
                    "Neither Docker's nor Podman's engine answers on this machine."));
  }

  private Optional<Builder> graalVm() {
    String wished = environment.getOrDefault("GRAALVM_HOME", "");
    if (!wished.isEmpty()) {
      return Optional.of(
          in(Path.of(wished).toAbsolutePath())
              .orElseThrow(
                  () ->
                      new CommandFailure(
                          "GRAALVM_HOME is %s, and there is no native-image for JDK %d in its bin."
                              .formatted(wished, NEEDED))));
    }
    return candidates().flatMap(home -> in(home).stream()).findFirst();
  }

  private Stream<Path> candidates() {
    Stream<Path> named =
        Stream.of(environment.getOrDefault("JAVA_HOME", ""))
            .filter(home -> !home.isEmpty())
            .map(Path::of);
    return Stream.of(
            named,
            onPath("native-image").flatMap(program -> realFolder(program).stream()),
            folders.stream().flatMap(FindBuilder::children))
        .flatMap(found -> found);
  }

  private Stream<Path> onPath(String program) {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable);
  }

  /** The folder above the {@code bin} in which a program, or what a link names, really is. */
  private static Optional<Path> realFolder(Path program) {
    try {
      return Optional.ofNullable(program.toRealPath().resolveSibling(".").normalize().getParent());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Stream<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList().stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private Optional<Builder> in(Path home) {
    Path program = home.resolve("bin").resolve("native-image");
    if (!Files.isExecutable(program)) {
      return Optional.empty();
    }
    return answer(program.toString(), "--version")
        .filter(said -> version(said) >= NEEDED)
        .map(said -> new Builder.GraalVm(home, vendor(said)));
  }

  private static int version(String said) {
    Matcher version = VERSION.matcher(said);
    return version.find() ? Integer.parseInt(version.group(1)) : 0;
  }

  private static String vendor(String said) {
    Matcher vendor = VENDOR.matcher(said);
    return vendor.find() ? vendor.group() : said.lines().findFirst().orElse("native-image");
  }

  private Optional<Builder> container() {
    return Stream.of("docker", "podman")
        .filter(engine -> onPath(engine).anyMatch(it -> answer(it.toString(), "info").isPresent()))
        .<Builder>map(Builder.Container::new)
        .findFirst();
  }

  /** What a program says if it ends well, and soon. */
  private Optional<String> answer(String... command) {
    try {
      Path said = Files.createTempFile("antrean", ".txt");
      try {
        return ends(command, said)
            ? Optional.of(Files.readString(said, StandardCharsets.UTF_8))
            : Optional.empty();
      } finally {
        Files.delete(said);
      }
    } catch (IOException e) {
      return Optional.empty(); // not there, or nothing to read
    }
  }

  private boolean ends(String[] command, Path output) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      // An engine that is stopped may let its client wait for ever.
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      process.destroyForcibly();
    }
  }
}
