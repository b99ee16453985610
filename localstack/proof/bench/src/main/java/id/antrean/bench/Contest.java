package id.antrean.bench;

import id.antrean.bench.Answer.Fate;
import id.antrean.domain.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;

/** Contenders one after another through a fixed number of threads. */
record Contest(Meter meter, int threads) {

  /** Everybody at once: each is answered as soon as a thread is free, and is due then. */
  List<Answer> atOnce(int contenders, IntFunction<Fate> ask) {
    return run(contenders, number -> System.nanoTime(), ask);
  }

  /**
   * Each at its own moment. Who finds every thread busy waits, and its latency counts from its
   * moment on: slow answers do not make later arrivals seem quick.
   *
   * @param due by {@link System#nanoTime}, rising with the number
   */
  List<Answer> onTime(int contenders, IntToLongFunction due, IntFunction<Fate> ask) {
    return run(contenders, due, ask);
  }

  private List<Answer> run(int contenders, IntToLongFunction due, IntFunction<Fate> ask) {
    AtomicInteger next = new AtomicInteger();
    CyclicBarrier start = new CyclicBarrier(threads);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<List<Answer>>> working = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        working.add(
            pool.submit(
                () -> {
                  start.await();
                  return serve(contenders, next, due, ask);
                }));
      }
      List<Answer> all = new ArrayList<>();
      for (Future<List<Answer>> one : working) {
        all.addAll(one.get());
      }
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in a contest", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a contender met a fault", e.getCause());
    }
  }

  private List<Answer> serve(
      int contenders, AtomicInteger next, IntToLongFunction due, IntFunction<Fate> ask) {
    List<Answer> mine = new ArrayList<>();
    for (int number = next.getAndIncrement();
        number < contenders;
        number = next.getAndIncrement()) {
      int contender = number;
      long dueAt = due.applyAsLong(contender);
      waitUntil(dueAt);
      long began = System.nanoTime();
      Meter.Metered<Fate> metered = meter.on(() -> patiently(contender, ask));
      mine.add(
          new Answer(
              contender, dueAt, began, System.nanoTime(), metered.answer(), metered.calls()));
    }
    return mine;
  }

  private static Fate patiently(int contender, IntFunction<Fate> ask) {
    try {
      return ask.apply(contender);
    } catch (Unavailable comeAgain) {
      return Fate.UNAVAILABLE;
    }
  }

  private static void waitUntil(long moment) {
    for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
