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
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.exception.SdkException;

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

  synchronized boolean hasRoomFor(int letters) {
    return waiting.size() + letters <= MOST_WAITING;
  }

  synchronized void put(Letter letter, Instant due) {
    waiting.add(new Waiting(letter, 0, due));
  }

  /** What waits there, the next first. */
  synchronized List<Waiting> of(Aggregator aggregator) {
    return waiting.stream()
        .filter(it -> it.letter().aggregator().equals(aggregator))
        .sorted(Comparator.comparing(Waiting::due))
        .toList();
  }

  /** Tells it now; what is not answered well waits for its next time. */
  synchronized Attempt tell(Letter letter) {
    return attempt(new Waiting(letter, 0, businessTime.instant()));
  }

  /** Tells now whatever waits there, in that order. */
  synchronized List<Attempt> tellAll(Aggregator aggregator, UnaryOperator<List<Waiting>> order) {
    List<Waiting> all = order.apply(of(aggregator));
    waiting.removeAll(all);
    return all.stream().map(this::attempt).toList();
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

  private synchronized Optional<Instant> dueUntil(Instant end) {
    return waiting.stream()
        .map(Waiting::due)
        .filter(due -> !due.isAfter(end))
        .min(Comparator.naturalOrder());
  }

  private synchronized void tellDue(Instant now) {
    List<Waiting> due =
        waiting.stream()
            .filter(it -> !it.due().isAfter(now))
            .sorted(Comparator.comparing(Waiting::due))
            .toList();
    waiting.removeAll(due);
    due.forEach(this::attempt);
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
          .ifPresent(
              wait -> waiting.add(new Waiting(letter, refused, businessTime.instant().plus(wait))));
    }
    return new Attempt(letter, delivery);
  }

  private Optional<Delivery> deliver(Letter letter) {
    try {
      Notification signed = letter.aggregator().signed(letter.written(), businessTime.instant());
      return Optional.of(
          sender.deliver(letter.tampered() ? letter.aggregator().tampered(signed) : signed));
    } catch (IOException | SdkException nobodyAnswered) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
