package id.antrean.acceptance;

import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.stack.RunningStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** People who do one thing after another until their stack is killed under them. */
final class KilledRush {
  private final Stack stack;
  private final List<Customer> people;
  private final List<OpenSession> sessions;
  private final AtomicBoolean killed = new AtomicBoolean();
  private final AtomicInteger answered = new AtomicInteger();

  KilledRush(Stack stack, List<Customer> people, List<OpenSession> sessions) {
    this.stack = stack;
    this.people = people;
    this.sessions = sessions;
  }

  /** Kills the stack when so many requests were answered, others being under way; how many were. */
  int until(int requests, Random random, RunningStack running) {
    CountDownLatch enough = new CountDownLatch(requests);
    try (ExecutorService threads = Executors.newFixedThreadPool(people.size())) {
      List<Future<?>> rushing = new ArrayList<>();
      for (Customer customer : people) {
        Random own = new Random(random.nextLong());
        rushing.add(threads.submit(() -> hurries(customer, own, enough)));
      }
      if (!enough.await(1, TimeUnit.MINUTES)) {
        throw new AssertionError("only " + answered + " requests were answered in a minute");
      }
      killed.set(true);
      running.kill();
      for (Future<?> one : rushing) {
        one.get();
      }
    } catch (ExecutionException beforeTheKill) {
      throw new AssertionError(beforeTheKill.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return answered.get();
  }

  private void hurries(Customer customer, Random random, CountDownLatch enough) {
    PassportApplication mine = customer.application(stack);
    while (!killed.get()) {
      try {
        customer.doesSomething(stack, mine, sessions, random);
        answered.incrementAndGet();
        enough.countDown();
      } catch (Exception | AssertionError cutOff) {
        if (!killed.get()) {
          throw cutOff;
        }
        // Its connection broke: what it asked for may be done or not, and is counted afterwards.
        return;
      }
    }
  }
}
