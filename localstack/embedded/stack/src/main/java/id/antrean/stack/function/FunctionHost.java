package id.antrean.stack.function;

import id.antrean.stack.watch.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** All functions of the stack. */
public final class FunctionHost implements AutoCloseable {
  private static final Duration IDLE = Duration.ofMinutes(5);

  private final CodePackages packages;
  private final RuntimeClient client;
  private final Path logs;
  private final Consumer<String> console;
  private final Watch watch;
  private final Map<String, HostedFunction> functions = new LinkedHashMap<>();

  /**
   * @param work where code packages are unpacked, kept between runs
   * @param logs where each function's output goes, one file each
   * @param console takes lines a developer has to see
   * @param watch measures what they print and how their calls end
   */
  public FunctionHost(Path work, Path logs, Consumer<String> console, Watch watch)
      throws IOException {
    this.packages = new CodePackages(work);
    this.client = new RuntimeClient(work.resolve("runtime"));
    this.logs = logs;
    this.console = console;
    this.watch = watch;
    StandardStreams.install();
  }

  /**
   * Takes a function in; it starts when first invoked.
   *
   * @param wished how it is to be run as long as it is fit for that; a native one is a process
   * @throws WrongPackageException if its code package is not there, or not what the template takes
   *     it for
   */
  public synchronized HostedFunction add(FunctionSpec spec, Hosting wished) {
    checkPackage(spec);
    FunctionLog log = new FunctionLog(spec.logicalId(), logs, console, watch);
    HostedFunction function =
        new HostedFunction(
            spec,
            log,
            console,
            () -> new Processes(spec, launch(spec.flavour()), log, IDLE),
            packages,
            hosting(spec, wished),
            watch);
    functions.put(spec.logicalId(), function);
    return function;
  }

  private void checkPackage(FunctionSpec spec) {
    if (!Files.isRegularFile(spec.code())) {
      String build = spec.flavour() == Flavour.NATIVE ? "./antrean native" : "./antrean build";
      throw new WrongPackageException(
          "%s has no code package %s: %s makes it".formatted(spec.logicalId(), spec.code(), build));
    }
    try {
      Optional<String> refusal = CodePackage.read(spec.code()).refusal(spec.flavour());
      if (refusal.isPresent()) {
        throw new WrongPackageException("%s: %s".formatted(spec.logicalId(), refusal.get()));
      }
      if (spec.flavour() == Flavour.NATIVE) {
        // Before anything is started: a program that is still being written cannot be.
        packages.unpacked(spec.code());
      }
    } catch (IOException e) {
      throw new WrongPackageException(
          "%s: its code package cannot be read: %s".formatted(spec.logicalId(), e));
    }
  }

  /** How functions of a flavour are started as processes. */
  public Launch launch(Flavour flavour) {
    return switch (flavour) {
      case JVM -> new JavaLaunch(packages, client);
      case NATIVE -> new NativeLaunch(packages);
    };
  }

  private Hosting hosting(FunctionSpec spec, Hosting wished) {
    if (spec.flavour() == Flavour.NATIVE) {
      return Hosting.PROCESSES;
    }
    if (wished == Hosting.PROCESSES && !RuntimeClient.isSupported()) {
      console.accept(
          spec.logicalId()
              + " runs in the stack's own process: apart from it functions run on Linux only.");
      return Hosting.IN_PROCESS;
    }
    return wished;
  }

  /** The function of that logical id; refuses an unknown one. */
  public synchronized HostedFunction function(String logicalId) {
    HostedFunction function = functions.get(logicalId);
    if (function == null) {
      throw new IllegalArgumentException("there is no function " + logicalId);
    }
    return function;
  }

  /** All of them, in the template's order. */
  public synchronized Collection<HostedFunction> all() {
    return List.copyOf(functions.values());
  }

  @Override
  public synchronized void close() {
    for (HostedFunction function : functions.values()) {
      function.close();
    }
  }
}
