package id.antrean.offices;

import id.antrean.domain.office.FindMonth;
import id.antrean.domain.office.OfficeId;
import id.antrean.domain.office.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The calendar's months as they were a few seconds ago: what spares the table when everybody looks
 * at once. Only sessions and seats are kept; what can be held is judged anew at each request.
 */
final class MonthsInMemory {

  /**
   * A second less than people are promised, so that at least that second is left for caches between
   * us and them.
   */
  static final Duration KEPT = Duration.ofSeconds(4);

  private final FindMonth store;
  private final LongSupplier nanoTime;
  private final Clock clock;
  private final Map<Month, Picture> pictures = new ConcurrentHashMap<>();

  private record Month(OfficeId office, YearMonth month) {}

  private record Picture(List<Session> sessions, long takenNanos, Instant takenAt) {}

  /**
   * A month as it was.
   *
   * @param age how long ago that was, never more than {@link #KEPT}
   */
  record Seen(List<Session> sessions, Duration age) {}

  /**
   * @param nanoTime a clock that only ever goes forward, as {@link System#nanoTime}
   * @param clock business time: where it was moved, by a test or by an operator, nothing seen
   *     before counts
   */
  MonthsInMemory(FindMonth store, LongSupplier nanoTime, Clock clock) {
    this.store = store;
    this.nanoTime = nanoTime;
    this.clock = clock;
  }

  Seen see(OfficeId office, YearMonth month) {
    // Months that nobody asks for any more take no memory.
    pictures.values().removeIf(picture -> !fresh(picture));
    // Many who ask at once wait for one Query.
    Picture picture =
        pictures.compute(
            new Month(office, month),
            (key, kept) -> kept != null && fresh(kept) ? kept : take(office, month));
    return new Seen(picture.sessions(), age(picture));
  }

  /** The month was changed here: whoever changed it sees the change at once. */
  void forget(OfficeId office, YearMonth month) {
    pictures.remove(new Month(office, month));
  }

  private Picture take(OfficeId office, YearMonth month) {
    // Before the Query, so that no picture is older than it says.
    long nanos = nanoTime.getAsLong();
    Instant now = clock.instant();
    return new Picture(store.find(office, month), nanos, now);
  }

  private boolean fresh(Picture picture) {
    Duration elapsed = Duration.between(picture.takenAt(), clock.instant());
    return age(picture).compareTo(KEPT) <= 0
        && !elapsed.isNegative()
        && elapsed.compareTo(KEPT) <= 0;
  }

  private Duration age(Picture picture) {
    return Duration.ofNanos(nanoTime.getAsLong() - picture.takenNanos());
  }
}
