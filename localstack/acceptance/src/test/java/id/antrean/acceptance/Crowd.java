package id.antrean.acceptance;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** Many people who do something at the same time. */
record Crowd(int atATime) {

  static Crowd ofAtMost(int atATime) {
    return new Crowd(atATime);
  }

  /** Everybody does theirs; what each got, in their order. Fails if anybody's fails. */
  <T> List<T> each(Stream<? extends Callable<T>> deeds) {
    Semaphore turns = new Semaphore(atATime);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> results =
          deeds.map(deed -> threads.submit(() -> inTurn(turns, deed))).toList();
      return results.stream().map(Crowd::result).toList();
    }
  }

  private static <T> T inTurn(Semaphore turns, Callable<T> deed) throws Exception {
    turns.acquire();
    try {
      return deed.call();
    } finally {
      turns.release();
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
