package id.antrean.stack.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.stack.function.RuntimeApi.Event;
import id.antrean.stack.function.RuntimeApi.Outcome;
import id.antrean.stack.function.RuntimeApi.Start;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One process of a function, from its start to its end: it takes one event after another, and is
 * killed when it passes the function's time limit or its memory.
 */
final class RuntimeProcess {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST_START = Duration.ofMinutes(2);
  private static final Duration LOOK_AT_MEMORY = Duration.ofMillis(250);

  /** What the JVM ends with by {@code -XX:+ExitOnOutOfMemoryError}. */
  private static final int OUT_OF_MEMORY = 3;

  private final FunctionSpec spec;
  private final FunctionLog log;
  private final RuntimeApi api = new RuntimeApi();
  private final Process process;
  private final Thread output;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile boolean overMemory;
  private volatile long uses;

  private RuntimeProcess(FunctionSpec spec, Launch.Command command, FunctionLog log)
      throws IOException {
    this.spec = spec;
    this.log = log;
    ProcessBuilder builder =
        new ProcessBuilder(Supervision.of(command.words()))
            .directory(command.code().toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(command.environment(spec, api.address()));
    this.process = builder.start();
    // Reading a pipe holds its thread, and whoever waits for the end of a process must not wait for
    // others first: threads of its own, and no pool that all share.
    this.output = thread("output").start(this::forward);
    thread("watch").start(this::watch);
  }

  private Thread.Builder thread(String work) {
    return Thread.ofPlatform().daemon().name(work + "-" + spec.logicalId());
  }

  /**
   * Starts one; see {@link #awaitStart}.
   *
   * @throws FunctionStartException if there is nothing to start
   */
  static RuntimeProcess begin(FunctionSpec spec, Launch launch, FunctionLog log) {
    try {
      return new RuntimeProcess(spec, launch.of(spec), log);
    } catch (IOException e) {
      throw new FunctionStartException(spec.logicalId(), e, log);
    }
  }

  /**
   * Waits until it asks for an event.
   *
   * @throws FunctionStartException if it does not; it is then ended
   */
  void awaitStart() {
    try {
      switch (api.start().get(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
        case Start.Ready() -> {}
        case Start.InitError(String body) -> throw notStarted(new IllegalStateException(body));
      }
    } catch (ExecutionException e) {
      throw notStarted(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw notStarted(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notStarted(e);
    }
  }

  private FunctionStartException notStarted(Throwable why) {
    end();
    return new FunctionStartException(spec.logicalId(), why, log);
  }

  boolean isAlive() {
    // One that was killed lives on for a moment, and is not to be given another event.
    return !ended.get() && process.isAlive();
  }

  /** How many events it has been given. */
  long uses() {
    return uses;
  }

  /** Hands it one event; never two at once. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // never two at once
  Invocation handle(String payload) {
    uses++;
    String id = UUID.randomUUID().toString();
    long now = System.currentTimeMillis();
    long deadline = now + spec.timeout().toMillis();
    String digits = id.replace("-", "");
    String trace =
        "Root=1-%08x-%s;Parent=%s;Sampled=0"
            .formatted(now / 1000, digits.substring(8), digits.substring(0, 16));
    try {
      Outcome outcome =
          api.give(new Event(id, spec.arn(), trace, deadline, payload))
              .get(spec.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return outcome.failed() ? failed(outcome.body()) : Invocation.answered(outcome.body());
    } catch (TimeoutException e) {
      end();
      return Invocation.timedOut(spec);
    } catch (ExecutionException e) {
      return ended(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      end();
      Thread.currentThread().interrupt();
      return Invocation.stopped();
    }
  }

  private Invocation ended(Throwable how) {
    return overMemory || exitStatus() == OUT_OF_MEMORY
        ? new Invocation.Failed(
            "Runtime.OutOfMemory",
            "The process needed more than its %d MB".formatted(spec.memoryMegabytes()))
        : new Invocation.Failed("Runtime.ExitError", String.valueOf(how.getMessage()));
  }

  private static Invocation failed(byte[] body) {
    try {
      JsonNode error = JSON.readTree(new String(body, StandardCharsets.UTF_8));
      return new Invocation.Failed(
          error.path("errorType").asText("Unhandled"), error.path("errorMessage").asText());
    } catch (JsonProcessingException e) {
      return new Invocation.Failed("Unhandled", "");
    }
  }

  private int exitStatus() {
    return process.isAlive() ? 0 : process.exitValue();
  }

  private void exited() throws InterruptedException {
    output.join(Duration.ofSeconds(1));
    try {
      // Its supervisor waits for this end of the pipe.
      process.getOutputStream().close();
    } catch (IOException e) {
      log.tell("the pipe to its process does not close: " + e.getMessage());
    }
    api.ended(new IllegalStateException("Runtime exited with error: exit status " + exitStatus()));
  }

  private void forward() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.tell(line);
      }
    } catch (IOException e) {
      // The pipe breaks when the process is killed.
      log.tell("its output ends: " + e.getMessage());
    } catch (UncheckedIOException e) {
      log.tell("its output cannot be kept: " + e.getMessage());
    }
  }

  /** Looks at its memory until it ends, and tells whoever waits for it. */
  private void watch() {
    try {
      while (!process.waitFor(LOOK_AT_MEMORY.toMillis(), TimeUnit.MILLISECONDS)) {
        if (ResidentMemory.megabytes(process.pid()) > spec.memoryMegabytes()) {
          overMemory = true;
          end();
        }
      }
      exited();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** At once: Lambda does not wait either. */
  void end() {
    if (ended.compareAndSet(false, true)) {
      process.destroyForcibly();
      api.close();
    }
  }
}
