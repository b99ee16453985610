package id.antrean.simulation;

import id.antrean.memory.MemoryQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A queue that delivers to a function: at least once, in any order, again after the visibility time
 * when the function failed, and sometimes again though it did not.
 */
final class Delivery<T> implements Caller {
  /** As {@code VisibilityTimeout} in the template. */
  static final Duration VISIBILITY = Duration.ofMinutes(3);

  private final String name;
  private final MemoryQueue<T> queue;
  private final Consumer<T> function;
  private final Function<T, String> words;
  private final List<T> underWay = new ArrayList<>();
  private int repeats;
  private int losses;

  /**
   * @param repeats how many messages are delivered once more than needed
   * @param losses how many get lost, which a queue does not do, but people who purge it
   */
  Delivery(
      String name,
      MemoryQueue<T> queue,
      Consumer<T> function,
      Function<T, String> words,
      int repeats,
      int losses) {
    this.name = name;
    this.queue = queue;
    this.function = function;
    this.words = words;
    this.repeats = repeats;
    this.losses = losses;
  }

  @Override
  public List<Call> next() {
    List<MemoryQueue.Sent<T>> arrived = queue.arrived();
    if (arrived.isEmpty()) {
      return List.of();
    }
    return arrived.stream().map(this::call).toList();
  }

  /** Nothing gets lost or repeated any more, but everything is delivered. */
  @Override
  public List<Call> nextInCalm() {
    repeats = 0;
    losses = 0;
    return next();
  }

  private Call call(MemoryQueue.Sent<T> sent) {
    T message = sent.message();
    return new Call(
        () -> name + ": " + words.apply(message),
        () -> {
          queue.take(sent);
          underWay.add(message);
        },
        () -> function.accept(message),
        ending -> {
          underWay.remove(message);
          if (!ending.answered()) {
            queue.send(message, VISIBILITY);
          } else if (repeats > 0) {
            repeats--;
            queue.send(message, Duration.ZERO);
          }
        });
  }

  /** What the queue keeps: waiting, or at the function and not deleted yet. */
  Stream<T> kept() {
    return Stream.concat(
        queue.waiting().stream().map(MemoryQueue.Sent::message), underWay.stream());
  }

  /** A message that may get lost now; empty when none does. */
  Optional<Runnable> loss() {
    List<MemoryQueue.Sent<T>> waiting = queue.waiting();
    return losses == 0 || waiting.isEmpty()
        ? Optional.empty()
        : Optional.of(
            () -> {
              losses--;
              queue.take(waiting.getFirst());
            });
  }

  @Override
  public int standing() {
    return queue.waiting().stream().mapToInt(MemoryQueue.Sent::hashCode).sum() * 31
        + repeats
        + losses;
  }
}
