package id.antrean.emulators.clock;

import id.antrean.emulators.store.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Business time: the system's clock plus a lead that only grows. The lead is written, as an
 * ISO-8601 duration such as {@code PT2H1M}, to a file that functions read ({@code TIME_SOURCE});
 * the file is replaced atomically. Safe for use by several threads.
 */
public final class MovableClock implements InstantSource {

  private final Clock system = Clock.systemUTC();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Optional<Path> file;
  private volatile Duration lead;

  private MovableClock(Optional<Path> file, Duration lead) {
    this.file = file;
    this.lead = lead;
  }

  /** A clock that starts at the system's time and is forgotten with the process. */
  public static MovableClock inMemory() {
    return new MovableClock(Optional.empty(), Duration.ZERO);
  }

  /**
   * A clock whose lead is kept in the file; the file is made if missing, its folder too.
   *
   * @throws IllegalArgumentException when the file holds no duration of zero or more
   * @throws UncheckedIOException when it cannot be read or written
   */
  public static MovableClock keptIn(Path file) {
    MovableClock clock = new MovableClock(Optional.of(file), read(file));
    clock.write();
    return clock;
  }

  private static Duration read(Path file) {
    if (!Files.exists(file)) {
      return Duration.ZERO;
    }
    try {
      return notNegative(Duration.parse(Files.readString(file).strip()));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(file + " holds no ISO-8601 duration", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Duration notNegative(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("time does not run backwards: " + duration);
    }
    return duration;
  }

  /** Business time now. */
  @Override
  public Instant instant() {
    return system.instant().plus(lead);
  }

  /** By how much business time is ahead of the system's clock; zero or more. */
  public Duration lead() {
    return lead;
  }

  /** The file functions read the lead from; empty when the clock is in memory only. */
  public Optional<Path> file() {
    return file;
  }

  /** Called after each move, on the mover's thread. */
  public void onMove(Runnable listener) {
    listeners.add(listener);
  }

  /**
   * Moves business time ahead, writes the lead down, then tells the listeners.
   *
   * @throws IllegalArgumentException when the step is negative
   */
  public void advance(Duration step) {
    synchronized (this) {
      lead = lead.plus(notNegative(step));
      write();
    }
    listeners.forEach(Runnable::run);
  }

  private void write() {
    file.ifPresent(path -> WholeFile.replace(path, lead + "\n"));
  }
}
