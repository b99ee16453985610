package id.antrean.bench.starts;

import id.antrean.stack.Stack;
import id.antrean.stack.function.Flavour;
import id.antrean.stack.function.FunctionSpec;
import id.antrean.stack.function.Launch;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ways in which functions of a stack can be started, as far as their packages are at hand. */
final class Subjects {
  private static final Pattern MEMORY =
      Pattern.compile("MemorySize: !If \\[IsNative, ([0-9]+), [0-9]+]");

  private final Path project;
  private final Path work;
  private final Stack stack;

  /**
   * @param work for what is made on the way
   */
  Subjects(Path project, Path work, Stack stack) {
    this.project = project;
    this.work = work;
    this.stack = stack;
  }

  /** The least of all functions; nothing if it was not built. */
  Optional<Subject> floor() {
    return natively(
        "floor",
        specOf("BookingFunction", Map.of("QUARKUS_FUNQY_EXPORT", "floor")),
        "localstack/proof/");
  }

  /** A function's native program; nothing if it was not built. */
  Optional<Subject> natively(String module, String logicalId) {
    return natively(module, specOf(logicalId, Map.of()), "functions/");
  }

  private Optional<Subject> natively(String module, FunctionSpec spec, String folder) {
    Path code = project.resolve(folder + module + "/target/native/function.zip");
    if (!Files.exists(code)) {
      return Optional.empty();
    }
    FunctionSpec its = spec.withPackage(Flavour.NATIVE, code, nativeMegabytes());
    Launch.Command command = command(its);
    double size = size(Path.of(command.words().getFirst()));
    return Optional.of(new Subject(module, "native", size, its, command));
  }

  /** A function's classes, started as Lambda's Java starts them. */
  Subject jvm(String module, String logicalId) {
    FunctionSpec spec = specOf(logicalId, Map.of());
    List<String> words = new ArrayList<>(command(spec).words());
    // The stack spares this where many start at once; Lambda does not.
    words.remove("-XX:-BytecodeVerificationRemote");
    Launch.Command command = new Launch.Command(words, command(spec).code());
    return new Subject(module, "JVM", size(spec.code()), spec, command);
  }

  /**
   * The same from an AOT cache (JEP 483, 514), which takes no folders on its class path. It is made
   * by a run of the function, and serves no other JVM than the one that made it.
   */
  Subject ahead(Subject jvm, Training training) {
    Path cache = work.resolve(jvm.function() + ".aot");
    List<String> words = new ArrayList<>(jvm.command().words());
    words.remove("-Xshare:auto");
    int classPath = words.indexOf("-cp") + 1;
    Path root = jvm.command().code();
    words.set(
        classPath,
        words.get(classPath).replace(root.toString(), jarOf(root, jvm.function()).toString()));
    training.run(jvm, with(words, "-XX:AOTCacheOutput=" + cache));
    return new Subject(
        jvm.function(),
        "JVM, AOT cache",
        jvm.megabytes() + size(cache),
        jvm.spec(),
        new Launch.Command(with(words, "-XX:AOTCache=" + cache), root));
  }

  /** Runs a function so that what it needs is known, and ends it orderly. */
  interface Training {
    void run(Subject subject, List<String> words);
  }

  private static List<String> with(List<String> words, String option) {
    List<String> more = new ArrayList<>(words);
    more.add(1, option);
    return List.copyOf(more);
  }

  private Path jarOf(Path root, String name) {
    Path jar = work.resolve(name + "-application.jar");
    try (Stream<Path> files = Files.walk(root);
        OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Path one : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(root.relativize(one).toString()));
        Files.copy(one, out);
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FunctionSpec specOf(String logicalId, Map<String, String> others) {
    FunctionSpec spec = stack.function(logicalId);
    Map<String, String> variables = new HashMap<>(spec.variables());
    variables.putAll(others);
    return spec.withVariables(variables);
  }

  /** What the template gives a native function, where the stack runs those on the JVM. */
  private int nativeMegabytes() {
    try {
      Matcher memory = MEMORY.matcher(Files.readString(project.resolve("template.yaml")));
      if (!memory.find()) {
        throw new IllegalStateException(
            "template.yaml no longer says the memory of either flavour");
      }
      return Integer.parseInt(memory.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Launch.Command command(FunctionSpec spec) {
    try {
      return stack.launch(spec.flavour()).of(spec);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double size(Path file) {
    try {
      return Files.size(file) / 1e6;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
