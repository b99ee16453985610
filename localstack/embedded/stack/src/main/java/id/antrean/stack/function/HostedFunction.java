package id.antrean.stack.function;

import id.antrean.stack.watch.Watch;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One function: started when first needed, taking several events at once. One that runs in the
 * stack's own process and turns out to be unfit for that (it does not end, it needs all memory) is
 * hosted as processes from then on, so that it takes no other function with it.
 */
public final class HostedFunction implements AutoCloseable {
  private static final int UNLIMITED = 1000;

  private final FunctionSpec spec;
  private final FunctionLog log;
  private final Consumer<String> console;
  private final Supplier<Processes> processes;
  private final Watch watch;
  private final Semaphore concurrency;
  private volatile Home home;
  private boolean closed;

  /**
   * Starts nothing yet.
   *
   * @param processes makes its home outside of this process
   */
  HostedFunction(
      FunctionSpec spec,
      FunctionLog log,
      Consumer<String> console,
      Supplier<Processes> processes,
      CodePackages packages,
      Hosting hosting,
      Watch watch) {
    this.spec = spec;
    this.log = log;
    this.console = console;
    this.processes = processes;
    this.watch = watch;
    this.concurrency = new Semaphore(spec.reservedConcurrency().orElse(UNLIMITED));
    this.home =
        switch (hosting) {
          case PROCESSES -> processes.get();
          case IN_PROCESS -> new InProcess(spec, packages, log, this::moveOut);
        };
  }

  /** What the template says of it. */
  public FunctionSpec spec() {
    return spec;
  }

  /** How it is run now. */
  public Hosting hosting() {
    return switch (home) {
      case InProcess _ -> Hosting.IN_PROCESS;
      case Processes _ -> Hosting.PROCESSES;
    };
  }

  /**
   * Hands it one event and waits for the answer. Starting it does not count against its time limit,
   * as on Lambda.
   */
  public Invocation invoke(String event) {
    if (!concurrency.tryAcquire()) {
      watch.throttled(spec.name());
      return new Invocation.Throttled();
    }
    try {
      Invocation invocation = home.invoke(event);
      if (invocation instanceof Invocation.Failed failed) {
        tell(failed);
      }
      return measured(invocation);
    } catch (FunctionStartException e) {
      return measured(new Invocation.Failed("Runtime.ExitError", String.valueOf(e.getMessage())));
    } finally {
      concurrency.release();
    }
  }

  private Invocation measured(Invocation invocation) {
    if (!invocation.equals(Invocation.stopped())) {
      watch.invoked(spec.name(), invocation instanceof Invocation.Failed);
    }
    return invocation;
  }

  /**
   * Starts it if it is not started.
   *
   * @throws FunctionStartException with its last log lines if it cannot start
   */
  public void start() {
    home.start();
  }

  private void tell(Invocation.Failed failed) {
    if (!failed.equals(Invocation.stopped())) {
      log.tell(" ERROR invocation failed: " + failed.errorType() + ": " + failed.message());
    }
  }

  private synchronized void moveOut(String why) {
    if (closed || !(home instanceof InProcess former)) {
      return;
    }
    if (!RuntimeClient.isSupported()) {
      console.accept(
          "%s %s. Only on Linux could it be hosted apart: start the stack again."
              .formatted(spec.logicalId(), why));
      return;
    }
    home = processes.get();
    former.close();
    console.accept(
        "%s %s: from now on it runs as a process of its own. What hangs here goes on until the stack ends."
            .formatted(spec.logicalId(), why));
  }

  /** Takes no more events and prints nothing more. */
  @Override
  public synchronized void close() {
    closed = true;
    home.close();
    log.close();
  }
}
