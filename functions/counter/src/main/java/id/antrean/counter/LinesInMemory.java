package id.antrean.counter;

import id.antrean.domain.OfficeId;
import id.antrean.domain.Recency;
import id.antrean.domain.counter.KeepLine;
import id.antrean.domain.counter.Line;
import id.antrean.domain.office.Office;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Today's lines as they were a moment ago, for the displays: anybody may ask, as often as they
 * like, and it costs the table one read a second an office.
 */
@Singleton
final class LinesInMemory {
  /** For so long others may keep what they are shown, too. */
  static final Duration KEPT = Duration.ofSeconds(1);

  private final KeepLine lines;
  private final Recency recency;
  private final Clock clock;
  private final Map<OfficeId, Picture> pictures = new ConcurrentHashMap<>();

  private record Picture(Line line, Recency.Mark taken) {}

  LinesInMemory(KeepLine lines, Recency recency, Clock clock) {
    this.lines = lines;
    this.recency = recency;
    this.clock = clock;
  }

  /** Many who ask at once wait for one read. */
  Line today(Office office) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), office.zone());
    return pictures
        .compute(
            office.id(),
            (id, kept) ->
                kept != null
                        && kept.line().date().equals(today)
                        && recency.within(KEPT, kept.taken())
                    ? kept
                    : take(id, today))
        .line();
  }

  private Picture take(OfficeId office, LocalDate today) {
    Recency.Mark mark = recency.mark();
    return new Picture(lines.find(office, today), mark);
  }

  /** The line was changed here: whoever changed it sees the change at once. */
  void forget(Office office) {
    pictures.remove(office.id());
  }
}
