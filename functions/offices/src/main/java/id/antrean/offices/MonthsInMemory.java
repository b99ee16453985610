package id.antrean.offices;

import id.antrean.domain.OfficeId;
import id.antrean.domain.Recency;
import id.antrean.domain.office.FindMonth;
import id.antrean.domain.office.Session;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calendar's months as they were a few seconds ago: what spares the table when everybody looks
 * at once. Only sessions and seats are kept; what can be held is judged anew at each request.
 */
@Singleton
final class MonthsInMemory {

  /**
   * A second less than people are promised, so that at least that second is left for caches between
   * us and them.
   */
  static final Duration KEPT = Duration.ofSeconds(4);

  private final FindMonth store;
  private final Recency recency;
  private final Map<Month, Picture> pictures = new ConcurrentHashMap<>();

  private record Month(OfficeId office, YearMonth month) {}

  private record Picture(List<Session> sessions, Recency.Mark taken) {}

  /**
   * A month as it was.
   *
   * @param age how long ago that was, never more than {@link #KEPT}
   */
  record Seen(List<Session> sessions, Duration age) {}

  MonthsInMemory(FindMonth store, Recency recency) {
    this.store = store;
    this.recency = recency;
  }

  Seen see(OfficeId office, YearMonth month) {
    // Months that nobody asks for any more take no memory.
    pictures.values().removeIf(picture -> !fresh(picture));
    // Many who ask at once wait for one Query.
    Picture picture =
        pictures.compute(
            new Month(office, month),
            (key, kept) -> kept != null && fresh(kept) ? kept : take(office, month));
    return new Seen(picture.sessions(), recency.age(picture.taken()));
  }

  /** The month was changed here: whoever changed it sees the change at once. */
  void forget(OfficeId office, YearMonth month) {
    pictures.remove(new Month(office, month));
  }

  /** Many months were changed here. */
  void forgetAll() {
    pictures.clear();
  }

  private Picture take(OfficeId office, YearMonth month) {
    Recency.Mark mark = recency.mark();
    return new Picture(store.find(office, month), mark);
  }

  private boolean fresh(Picture picture) {
    return recency.within(KEPT, picture.taken());
  }
}
