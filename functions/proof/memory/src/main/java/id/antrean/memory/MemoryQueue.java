package id.antrean.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Messages on their way, in no order: each may be taken from its moment on, by whom and how often
 * is decided outside.
 */
public final class MemoryQueue<T> {
  private final MovableTime time;
  private final List<Sent<T>> sent = new ArrayList<>();

  /** A message on its way. */
  public record Sent<T>(T message, Instant arrives) {}

  public MemoryQueue(MovableTime time) {
    this.time = time;
  }

  public void send(T message, Duration delay) {
    sent.add(new Sent<>(message, time.instant().plus(delay)));
  }

  /** Everything that was sent and not taken. */
  public List<Sent<T>> waiting() {
    return List.copyOf(sent);
  }

  /** What has arrived by now and was not taken. */
  public List<Sent<T>> arrived() {
    List<Sent<T>> arrived = new ArrayList<>();
    for (Sent<T> message : sent) {
      if (!message.arrives().isAfter(time.instant())) {
        arrived.add(message);
      }
    }
    return arrived;
  }

  /** Takes what has arrived by now. */
  public List<T> takeArrived() {
    List<Sent<T>> due = arrived();
    sent.removeAll(due);
    return due.stream().map(Sent::message).toList();
  }

  /** All messages get lost. */
  public void lose() {
    sent.clear();
  }

  /** When the next message arrives that has not arrived yet. */
  public Optional<Instant> next() {
    Instant next = Instant.MAX;
    for (Sent<T> message : sent) {
      if (message.arrives().isAfter(time.instant()) && message.arrives().isBefore(next)) {
        next = message.arrives();
      }
    }
    return next.equals(Instant.MAX) ? Optional.empty() : Optional.of(next);
  }

  /** Takes one off; it can be put back with another delay. */
  public void take(Sent<T> message) {
    sent.remove(message);
  }
}
