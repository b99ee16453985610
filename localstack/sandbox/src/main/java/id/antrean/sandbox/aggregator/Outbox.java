package id.antrean.sandbox.aggregator;

import id.antrean.sandbox.clock.ClockControl;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What aggregators still have to tell: what is told late, and what comes again because it was not
 * answered well. It is kept in memory, as an aggregator's is that one restarts.
 */
public final class Outbox implements AutoCloseable {
  /** Enough for some storms; whoever fills it has to let time pass. */
  static final int MOST_WAITING = 10_000;

  private final NotificationSender sender;
  private final InstantSource businessTime;
  private final List<Waiting> waiting = new ArrayList<>();
  private final ReentrantLock telling = new ReentrantLock();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("outbox").factory());

  /**
   * A notice that somebody has to be told.
   *
   * @param tampered whether its body is changed after it was signed
   * @param comesAgain whether it comes again when it is not answered well
   */
  record Letter(
      Aggregator aggregator, Notification written, boolean tampered, boolean comesAgain) {}

  /**
   * A letter that waits.
   *
   * @param refused how many attempts were not answered well
   */
  record Waiting(Letter letter, int refused, Instant due) {}

  /** What came of one attempt; empty where nobody answered. */
  record Attempt(Letter letter, Optional<Delivery> delivery) {}

  public Outbox(NotificationSender sender, InstantSource businessTime) {
    this.sender = sender;
    this.businessTime = businessTime;
  }

  /** Lets time that passes by itself do what moving it does. */
  public void start() {
    var _ =
        clock.scheduleWithFixedDelay(() -> tellDue(businessTime.instant()), 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  /** Lets letters wait, all of them or none; false where there is no room for so many. */
  boolean put(List<Letter> letters, Instant due) {
    synchronized (waiting) {
      if (waiting.size() + letters.size() > MOST_WAITING) {
        return false;
      }
      letters.forEach(letter -> waiting.add(new Waiting(letter, 0, due)));
      return true;
    }
  }

  /** What waits there, the next first. */
  List<Waiting> of(Aggregator aggregator) {
    synchronized (waiting) {
      return waiting.stream()
          .filter(it -> it.letter().aggregator().equals(aggregator))
          .sorted(Comparator.comparing(Waiting::due))
          .toList();
    }
  }

  /** Tells it now, whatever else is being told; what is not answered well waits for its time. */
  Attempt tell(Letter letter) {
    return attempt(new Waiting(letter, 0, businessTime.instant()));
  }

  /** Tells now whatever waits there, in that order. */
  List<Attempt> tellAll(Aggregator aggregator, UnaryOperator<List<Waiting>> order) {
    telling.lock();
    try {
      return order.apply(taken(it -> it.letter().aggregator().equals(aggregator))).stream()
          .map(this::attempt)
          .toList();
    } finally {
      telling.unlock();
    }
  }

  /** What waits and is such, the next first; it waits no more. */
  private List<Waiting> taken(Predicate<Waiting> such) {
    synchronized (waiting) {
      List<Waiting> all =
          waiting.stream().filter(such).sorted(Comparator.comparing(Waiting::due)).toList();
      waiting.removeAll(all);
      return all;
    }
  }

  /** Moves that clock, and on the way tells everything at its time. */
  public ClockControl moving(ClockControl moved) {
    return new ClockControl() {
      @Override
      public Instant now() {
        return moved.now();
      }

      @Override
      public Instant advance(Duration by) {
        Instant end = moved.now().plus(by);
        tellDue(moved.now());
        for (Optional<Instant> next = dueUntil(end); next.isPresent(); next = dueUntil(end)) {
          moved.advance(fromNow(next.get()));
          tellDue(moved.now());
        }
        return moved.advance(fromNow(end));
      }

      private Duration fromNow(Instant then) {
        Duration left = Duration.between(moved.now(), then);
        return left.isNegative() ? Duration.ZERO : left;
      }
    };
  }

  private Optional<Instant> dueUntil(Instant end) {
    synchronized (waiting) {
      return waiting.stream()
          .map(Waiting::due)
          .filter(due -> !due.isAfter(end))
          .min(Comparator.naturalOrder());
    }
  }

  /** One after the other: whoever moves the clock waits until what came due has been told. */
  private void tellDue(Instant now) {
    telling.lock();
    try {
      taken(it -> !it.due().isAfter(now)).forEach(this::attempt);
    } finally {
      telling.unlock();
    }
  }

  private Attempt attempt(Waiting one) {
    Letter letter = one.letter();
    Optional<Delivery> delivery = deliver(letter);
    int status = delivery.map(Delivery::status).orElse(RetrySchedule.NO_ANSWER);
    if (letter.comesAgain() && status / 100 != 2) {
      int refused = one.refused() + 1;
      letter
          .aggregator()
          .retries()
          .next(refused, status)
          .ifPresent(wait -> waitsAgain(letter, refused, businessTime.instant().plus(wait)));
    }
    return new Attempt(letter, delivery);
  }

  /** Whoever comes again had room before. */
  private void waitsAgain(Letter letter, int refused, Instant due) {
    synchronized (waiting) {
      waiting.add(new Waiting(letter, refused, due));
    }
  }

  /** A fault of whatever kind is no answer: nothing else that waits is lost by it. */
  private Optional<Delivery> deliver(Letter letter) {
    try {
      Notification signed = letter.aggregator().signed(letter.written(), businessTime.instant());
      return Optional.of(
          sender.deliver(letter.tampered() ? letter.aggregator().tampered(signed) : signed));
    } catch (IOException | RuntimeException nobodyAnswered) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
