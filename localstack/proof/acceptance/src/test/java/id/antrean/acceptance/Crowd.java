package id.antrean.acceptance;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Many people who do something at the same time. */
record Crowd(int atATime) {

  static Crowd ofAtMost(int atATime) {
    return new Crowd(atATime);
  }

  /**
   * Everybody does theirs; what each got, in their order. Fails if anybody's fails. On threads of
   * the platform: the HTTP library loads Groovy classes under locks, and virtual ones that wait
   * there can occupy every carrier of a small machine.
   */
  <T> List<T> each(Stream<? extends Callable<T>> deeds) {
    try (ExecutorService threads = Executors.newFixedThreadPool(atATime)) {
      List<Future<T>> results = deeds.<Future<T>>map(threads::submit).toList();
      return results.stream().map(Crowd::result).toList();
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
