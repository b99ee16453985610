package id.antrean.stack.function;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All functions of the stack. */
public final class FunctionHost implements AutoCloseable {
  private static final Duration IDLE = Duration.ofMinutes(5);

  private final CodePackages packages;
  private final Launch launch;
  private final Path logs;
  private final Consumer<String> console;
  private final Map<String, HostedFunction> functions = new LinkedHashMap<>();

  /**
   * @param work where code packages are unpacked, kept between runs
   * @param logs where each function's output goes, one file each
   * @param console takes lines a developer has to see
   */
  public FunctionHost(Path work, Path logs, Consumer<String> console) throws IOException {
    this.packages = new CodePackages(work);
    this.launch = new JavaLaunch(packages, new RuntimeClient(work.resolve("runtime")));
    this.logs = logs;
    this.console = console;
    StandardStreams.install();
  }

  /**
   * Takes a function in; it starts when first invoked.
   *
   * @param hosting how it is to be run as long as it is fit for that
   * @throws IllegalArgumentException if its code package is not there
   */
  public synchronized HostedFunction add(FunctionSpec spec, Hosting hosting) {
    if (!Files.isRegularFile(spec.code())) {
      throw new IllegalArgumentException(
          spec.logicalId() + " has no code package " + spec.code() + ": build it first");
    }
    boolean asWished = hosting == Hosting.IN_PROCESS || Processes.areSupported();
    if (!asWished) {
      console.accept(
          spec.logicalId()
              + " runs in the stack's own process: apart from it functions run on Linux only.");
    }
    FunctionLog log = new FunctionLog(spec.logicalId(), logs, console);
    HostedFunction function =
        new HostedFunction(
            spec,
            log,
            console,
            () -> new Processes(spec, launch, log, IDLE),
            packages,
            asWished ? hosting : Hosting.IN_PROCESS);
    functions.put(spec.logicalId(), function);
    return function;
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
