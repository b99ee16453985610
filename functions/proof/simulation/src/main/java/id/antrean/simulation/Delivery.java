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
 * when the function failed, and sometimes again though it did not. What failed too often lies among
 * the dead letters, until somebody sends it again.
 */
final class Delivery<T> implements Caller {
  /** As {@code VisibilityTimeout} in the template. */
  static final Duration VISIBILITY = Duration.ofMinutes(3);

  private final String name;
  private final MemoryQueue<T> queue;
  private final Consumer<T> function;
  private final Function<T, String> words;
  private final List<T> underWay = new ArrayList<>();
  private final List<T> failed = new ArrayList<>();
  private final List<T> deadLetters = new ArrayList<>();
  private final int mostFailures;
  private int repeats;
  private int losses;

  /**
   * @param repeats how many messages are delivered once more than needed
   * @param losses how many get lost, which a queue does not do, but people who purge it
   * @param mostFailures so often a message may fail before it is a dead letter
   */
  Delivery(
      String name,
      MemoryQueue<T> queue,
      Consumer<T> function,
      Function<T, String> words,
      int repeats,
      int losses,
      int mostFailures) {
    this.name = name;
    this.queue = queue;
    this.function = function;
    this.words = words;
    this.repeats = repeats;
    this.losses = losses;
    this.mostFailures = mostFailures;
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
            fails(message);
          } else if (repeats > 0) {
            repeats--;
            queue.send(message, Duration.ZERO);
          }
        });
  }

  private void fails(T message) {
    failed.add(message);
    if (failed.stream().filter(message::equals).count() < mostFailures) {
      queue.send(message, VISIBILITY);
    } else {
      failed.removeIf(message::equals);
      deadLetters.add(message);
    }
  }

  boolean hasDeadLetters() {
    return !deadLetters.isEmpty();
  }

  /** Sends the dead letters again, as a supervisor does. */
  void redrive() {
    deadLetters.forEach(letter -> queue.send(letter, Duration.ZERO));
    deadLetters.clear();
  }

  /** What the queue keeps: waiting, at the function and not deleted yet, or a dead letter. */
  Stream<T> kept() {
    return Stream.of(
            queue.waiting().stream().map(MemoryQueue.Sent::message),
            underWay.stream(),
            deadLetters.stream())
        .flatMap(messages -> messages);
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
    return (queue.waiting().stream().mapToInt(MemoryQueue.Sent::hashCode).sum() * 31
                + failed.hashCode())
            * 31
        + deadLetters.hashCode()
        + repeats
        + losses;
  }
}
