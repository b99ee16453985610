package id.antrean.races;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Deeds that begin at the same moment. */
final class AtOnce {
  private AtOnce() {}

  /** What each answered, in their order. Fails if one fails. */
  static <T> List<T> all(List<? extends Callable<? extends T>> deeds) {
    CyclicBarrier start = new CyclicBarrier(deeds.size());
    try (ExecutorService racers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<? extends T>> racing = new ArrayList<>();
      for (Callable<? extends T> deed : deeds) {
        racing.add(
            racers.submit(
                () -> {
                  start.await();
                  return deed.call();
                }));
      }
      List<T> answers = new ArrayList<>();
      for (Future<? extends T> one : racing) {
        answers.add(one.get());
      }
      return answers;
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
