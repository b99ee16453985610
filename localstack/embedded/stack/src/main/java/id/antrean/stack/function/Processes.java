package id.antrean.stack.function;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The processes of one function: another is started when all are busy, up to the function's limit
 * and what this machine bears; one that nobody needs is ended. While one starts, whoever waits
 * takes the first that is free: starting dozens at once would be slower for everybody.
 */
final class Processes implements Home {
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /** API Gateway does not wait longer for a function either. */
  private static final Duration PATIENCE = Duration.ofSeconds(29);

  private final FunctionSpec spec;
  private final Launch launch;
  private final FunctionLog log;
  private final Duration idleLimit;
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<RuntimeProcess> idle = new ArrayDeque<>();
  private final Set<RuntimeProcess> all = new HashSet<>();
  private boolean starting;
  private long failures;
  private @Nullable FunctionStartException lastFailure;
  private boolean closed;

  Processes(FunctionSpec spec, Launch launch, FunctionLog log, Duration idleLimit) {
    this.spec = spec;
    this.launch = launch;
    this.log = log;
    this.idleLimit = idleLimit;
    int bearable = bearable(spec.flavour());
    this.most = Math.min(bearable, Math.max(1, spec.reservedConcurrency().orElse(bearable)));
  }

  /** A JVM takes seconds of a processor and 200 MB to be there, a native one next to nothing. */
  private static int bearable(Flavour flavour) {
    return switch (flavour) {
      case JVM -> Math.max(2, 2 * PROCESSORS);
      case NATIVE -> Math.max(8, 8 * PROCESSORS);
    };
  }

  @Override
  public void start() {
    take().ifPresent(this::giveBack);
  }

  @Override
  public Invocation invoke(String event) {
    Optional<RuntimeProcess> process = take();
    if (process.isEmpty()) {
      return isClosed() ? Invocation.stopped() : new Invocation.Throttled();
    }
    try {
      Invocation invocation = process.get().handle(event);
      return isClosed() ? Invocation.stopped() : invocation;
    } finally {
      giveBack(process.get());
    }
  }

  /** One that is free, for the caller alone; nothing when the wait is over or the stack ends. */
  private Optional<RuntimeProcess> take() {
    long left = PATIENCE.toNanos();
    lock.lock();
    try {
      long failuresBefore = failures;
      while (!closed) {
        for (RuntimeProcess one = idle.poll(); one != null; one = idle.poll()) {
          if (one.isAlive()) {
            return Optional.of(one);
          }
          all.remove(one);
        }
        if (failures > failuresBefore && lastFailure != null) {
          throw lastFailure;
        }
        if (!starting && all.size() < most) {
          starting = true;
          Thread.ofPlatform().daemon().name("start-" + spec.logicalId()).start(this::startAnother);
        }
        if (starting) {
          changed.await(); // bounded by itself, and not to be counted
        } else if (left > 0) {
          left = changed.awaitNanos(left);
        } else {
          return Optional.empty();
        }
      }
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private void startAnother() {
    @Nullable RuntimeProcess fresh = null;
    @Nullable FunctionStartException failure = null;
    try {
      fresh = RuntimeProcess.begin(spec, launch, log);
      known(fresh);
      fresh.awaitStart();
    } catch (FunctionStartException e) {
      failure = e;
    } catch (RuntimeException e) {
      failure = new FunctionStartException(spec.logicalId(), e, log);
    }
    lock.lock();
    try {
      starting = false;
      if (failure != null) {
        failures++;
        lastFailure = failure;
        all.remove(fresh);
        changed.signalAll();
      } else if (fresh != null) {
        giveBack(fresh);
      }
    } finally {
      lock.unlock();
    }
  }

  /** So that it is ended with the others, even while it starts. */
  private void known(RuntimeProcess fresh) {
    lock.lock();
    try {
      all.add(fresh);
      if (closed) {
        fresh.end();
      }
    } finally {
      lock.unlock();
    }
  }

  private void giveBack(RuntimeProcess process) {
    lock.lock();
    try {
      if (closed || !process.isAlive()) {
        all.remove(process);
        process.end();
      } else {
        idle.push(process);
        endWhenIdle(process);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void endWhenIdle(RuntimeProcess process) {
    long use = process.uses();
    CompletableFuture.delayedExecutor(
            idleLimit.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
        .execute(
            () -> {
              lock.lock();
              try {
                if (process.uses() == use && idle.remove(process)) {
                  all.remove(process);
                  process.end();
                }
              } finally {
                lock.unlock();
              }
            });
  }

  /** How many live now. */
  int count() {
    lock.lock();
    try {
      return (int) all.stream().filter(RuntimeProcess::isAlive).count();
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      all.forEach(RuntimeProcess::end);
      all.clear();
      idle.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
