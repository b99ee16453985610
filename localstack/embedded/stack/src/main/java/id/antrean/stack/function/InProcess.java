package id.antrean.stack.function;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A function in the stack's own process, taking several events at once. Its threads are platform
 * threads, because a starting function would otherwise hold up every virtual thread of the stack;
 * they are its own and bounded, so that one that hangs uses up nobody else's.
 */
final class InProcess implements Home {
  private static final int MOST_THREADS = 200;
  private static final Duration LONGEST_START = Duration.ofMinutes(2);

  /** How long a function that was interrupted at its time limit may take to end. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final FunctionSpec spec;
  private final CodePackages packages;
  private final FunctionLog log;
  private final Consumer<String> unfit;
  private final ThreadPoolExecutor threads;
  private final Object starting = new Object();
  private volatile @Nullable Handler handler;

  /**
   * @param unfit told why the function must not run in this process any more
   */
  InProcess(FunctionSpec spec, CodePackages packages, FunctionLog log, Consumer<String> unfit) {
    this.spec = spec;
    this.packages = packages;
    this.log = log;
    this.unfit = unfit;
    this.threads =
        new ThreadPoolExecutor(
            MOST_THREADS,
            MOST_THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name(spec.logicalId() + "-", 1).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  @Override
  public void start() {
    started();
  }

  @Override
  public Invocation invoke(String event) {
    Attempt attempt = new Attempt(started(), event.getBytes(StandardCharsets.UTF_8));
    Future<byte[]> answer = threads.submit(attempt);
    try {
      return Invocation.answered(answer.get(spec.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      watch(attempt);
      return Invocation.timedOut(spec);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return new Invocation.Failed(cause.getClass().getName(), String.valueOf(cause.getMessage()));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return Invocation.stopped();
    }
  }

  private void watch(Attempt attempt) {
    Thread.ofVirtual()
        .name("overrun-" + spec.logicalId())
        .start(
            () -> {
              if (attempt.isStillRunningAfter(GRACE)) {
                unfit.accept(
                    "did not end %d s after its time limit, and a thread cannot be ended"
                        .formatted(GRACE.toSeconds()));
              }
            });
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
      return start.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new FunctionStartException(
          spec.logicalId(), e.getCause() == null ? e : e.getCause(), log);
    } catch (TimeoutException e) {
      start.cancel(true);
      throw new FunctionStartException(spec.logicalId(), e, log);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FunctionStartException(spec.logicalId(), e, log);
    }
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

  /** Its classes stay: libraries in it may have asked to tidy up when the process ends. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** One event in the handler's hands. */
  private final class Attempt implements Callable<byte[]> {
    private final Handler handler;
    private final byte[] event;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean begun;

    Attempt(Handler handler, byte[] event) {
      this.handler = handler;
      this.event = event;
    }

    @Override
    public byte[] call() throws Exception {
      begun = true;
      try {
        return withContext(handler.loader(), this::handle);
      } catch (Exception | Error e) {
        // Here, since by now nobody may wait for it any more.
        if (Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
            .anyMatch(OutOfMemoryError.class::isInstance)) {
          unfit.accept("ran out of memory");
        }
        throw e;
      } finally {
        ended.countDown();
      }
    }

    private byte[] handle() throws Exception {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      try {
        handler.handle(new ByteArrayInputStream(event), answer);
      } catch (Exception | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new ExecutionException(e);
      }
      return answer.toByteArray();
    }

    boolean isStillRunningAfter(Duration time) {
      try {
        return begun && !ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
