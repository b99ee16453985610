package id.antrean.emulators.stepfunctions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Which execution goes on when. Thread-safe. */
final class Timetable {

  private static final Duration NOTHING_PLANNED = Duration.ofHours(1);

  private record Entry(Instant due, String arn) {}

  private final InstantSource clock;
  private final Map<String, Entry> byArn = new HashMap<>();
  private final TreeSet<Entry> byTime =
      new TreeSet<>(Comparator.comparing(Entry::due).thenComparing(Entry::arn));

  Timetable(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void put(String arn, Instant due) {
    remove(arn);
    Entry entry = new Entry(due, arn);
    byArn.put(arn, entry);
    byTime.add(entry);
    notifyAll();
  }

  synchronized void remove(String arn) {
    Entry before = byArn.remove(arn);
    if (before != null) {
      byTime.remove(before);
    }
  }

  /** Those due by now, the longest overdue first. */
  synchronized List<String> due(int most) {
    Instant now = clock.instant();
    return byTime.stream()
        .takeWhile(entry -> !entry.due().isAfter(now))
        .limit(most)
        .map(Entry::arn)
        .toList();
  }

  /** Returns when something is due. */
  synchronized void awaitDue() throws InterruptedException {
    for (Duration left = left(); left.isPositive(); left = left()) {
      wait(Math.max(1, left.toMillis()));
    }
  }

  private Duration left() {
    return byTime.isEmpty()
        ? NOTHING_PLANNED
        : Duration.between(clock.instant(), byTime.first().due());
  }

  /** Looks again, for the clock was moved. */
  synchronized void timeMoved() {
    notifyAll();
  }
}
