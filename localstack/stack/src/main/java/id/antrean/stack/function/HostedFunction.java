package id.antrean.stack.function;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One function: started when first needed, taking several events at once. Its threads are platform
 * threads, because a starting function would otherwise hold up every virtual thread of the stack.
 */
public final class HostedFunction implements AutoCloseable {
  private static final int LARGEST_ANSWER = 6 * 1024 * 1024;
  private static final int UNLIMITED = 1000;

  private final FunctionSpec spec;
  private final CodePackages packages;
  private final FunctionLog log;
  private final ExecutorService threads;
  private final Semaphore concurrency;
  private final Object starting = new Object();
  private volatile @Nullable Handler handler;

  HostedFunction(FunctionSpec spec, CodePackages packages, FunctionLog log) {
    this.spec = spec;
    this.packages = packages;
    this.log = log;
    this.concurrency = new Semaphore(spec.reservedConcurrency().orElse(UNLIMITED));
    this.threads =
        Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name(spec.logicalId() + "-", 1).factory());
  }

  /** What the template says of it. */
  public FunctionSpec spec() {
    return spec;
  }

  /**
   * Hands it one event and waits for the answer. Starting it does not count against its time limit,
   * as on Lambda.
   */
  public Invocation invoke(String event) {
    if (!concurrency.tryAcquire()) {
      return new Invocation.Throttled();
    }
    try {
      Handler started = started();
      Future<byte[]> answer =
          threads.submit(() -> handle(started, event.getBytes(StandardCharsets.UTF_8)));
      return await(answer);
    } catch (FunctionStartException e) {
      return new Invocation.Failed("Runtime.ExitError", String.valueOf(e.getMessage()));
    } finally {
      concurrency.release();
    }
  }

  /**
   * Starts it if it is not started.
   *
   * @throws FunctionStartException with its last log lines if it cannot start
   */
  public void start() {
    started();
  }

  private Handler started() {
    Handler known = handler;
    if (known != null) {
      return known;
    }
    synchronized (starting) {
      Handler twin = handler;
      if (twin != null) {
        return twin;
      }
      Handler fresh = coldStart();
      handler = fresh;
      return fresh;
    }
  }

  private Handler coldStart() {
    Future<Handler> start =
        threads.submit(
            () -> {
              FunctionLoader loader =
                  new FunctionLoader(spec.logicalId(), packages.classPath(spec.code()), log);
              loader.setVariables(spec.variables());
              return withContext(loader, () -> Handler.start(spec, loader));
            });
    try {
      return start.get();
    } catch (ExecutionException e) {
      throw new FunctionStartException(
          spec.logicalId(), e.getCause() == null ? e : e.getCause(), log);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FunctionStartException(spec.logicalId(), e, log);
    }
  }

  private static byte[] handle(Handler handler, byte[] event) throws Exception {
    return withContext(
        handler.loader(),
        () -> {
          ByteArrayOutputStream answer = new ByteArrayOutputStream();
          try {
            handler.handle(new ByteArrayInputStream(event), answer);
          } catch (Exception | Error e) {
            throw e;
          } catch (Throwable e) {
            throw new ExecutionException(e);
          }
          return answer.toByteArray();
        });
  }

  private Invocation await(Future<byte[]> answer) {
    try {
      byte[] payload = answer.get(spec.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return payload.length <= LARGEST_ANSWER
          ? new Invocation.Answered(new String(payload, StandardCharsets.UTF_8))
          : failed("Function.ResponseSizeTooLarge", "Response payload size exceeded maximum size");
    } catch (TimeoutException e) {
      answer.cancel(true);
      return failed(
          "Sandbox.Timedout",
          "Task timed out after %d seconds".formatted(spec.timeout().toSeconds()));
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return failed(cause.getClass().getName(), String.valueOf(cause.getMessage()));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Invocation.Failed("Sandbox.Stopped", "The stack is stopping");
    }
  }

  private Invocation failed(String type, String message) {
    byte[] line =
        (" ERROR invocation failed: " + type + ": " + message + "\n")
            .getBytes(StandardCharsets.UTF_8);
    log.write(line, 0, line.length);
    return new Invocation.Failed(type, message);
  }

  private static <T> T withContext(ClassLoader loader, Callable<T> work) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return work.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * Takes no more events and prints nothing more. Its classes stay: libraries in it may have asked
   * to tidy up when the process ends.
   */
  @Override
  public void close() {
    threads.shutdownNow();
    log.close();
  }
}
