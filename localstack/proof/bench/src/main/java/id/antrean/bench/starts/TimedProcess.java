package id.antrean.bench.starts;

import id.antrean.stack.function.FunctionSpec;
import id.antrean.stack.function.ResidentMemory;
import id.antrean.stack.function.RuntimeApi;
import id.antrean.stack.function.RuntimeApi.Event;
import id.antrean.stack.function.RuntimeApi.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One process of a function, whose first event waits for it before it is started. */
final class TimedProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RuntimeApi api = new RuntimeApi();
  private final FunctionSpec spec;
  private final Process process;
  private final long started;
  private final CompletableFuture<Outcome> first;

  /**
   * Starts it.
   *
   * @param words the program and its arguments
   * @param event its first
   * @param output where everything that it says goes
   */
  TimedProcess(Subject subject, List<String> words, String event, Path output) {
    spec = subject.spec();
    first = give(event);
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(subject.command().code().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().clear();
    builder.environment().putAll(subject.command().environment(spec, api.address()));
    started = System.nanoTime();
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::tellItsEnd);
  }

  /** Whoever waits for an answer is not left waiting. */
  private void tellItsEnd() {
    try {
      api.ended(new IllegalStateException("it ended with status " + process.waitFor()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Since its start. */
  double millis() {
    return (System.nanoTime() - started) / 1e6;
  }

  /**
   * Waits for the answer to its first event.
   *
   * @throws IllegalStateException if it is not answered with that status
   */
  void awaitFirst(int status) {
    await(first, status);
  }

  /**
   * Hands it another event, and waits for the answer.
   *
   * @throws IllegalStateException if it is not answered with that status
   */
  void answer(String event, int status) {
    await(give(event), status);
  }

  private CompletableFuture<Outcome> give(String event) {
    long deadline = System.currentTimeMillis() + PATIENCE.toMillis();
    return api.give(
        new Event(UUID.randomUUID().toString(), spec.arn(), "Root=1-0-0", deadline, event));
  }

  private static void await(CompletableFuture<Outcome> answer, int status) {
    try {
      Outcome outcome = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      String body = new String(outcome.body(), StandardCharsets.UTF_8);
      if (outcome.failed() || !body.contains("\"statusCode\":" + status)) {
        throw new IllegalStateException("asked for %d, it answered %s".formatted(status, body));
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Megabytes that it holds. */
  long memory() {
    return ResidentMemory.megabytes(process.pid());
  }

  /** Milliseconds of a processor that it has used. */
  double processorMillis() {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e6;
  }

  /** Asks it to end by itself, as a machine that shuts down does, and waits until it has. */
  void endOrderly() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("it did not end within " + PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    api.close();
  }
}
