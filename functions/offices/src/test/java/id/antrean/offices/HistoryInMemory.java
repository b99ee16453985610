package id.antrean.offices;

import id.antrean.domain.OfficeId;
import id.antrean.domain.office.FindHistory;
import id.antrean.domain.office.OfficeChange;
import id.antrean.memory.MemoryWeeks;
import id.antrean.memory.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was changed of offices, as it lies beside what was changed, in its order. */
final class HistoryInMemory implements FindHistory {
  private final World world;
  private final MemoryWeeks weeks;

  /** A change, and the place of it that a cursor names. */
  private record Placed(String place, OfficeChange change) {}

  HistoryInMemory(World world, MemoryWeeks weeks) {
    this.world = world;
    this.weeks = weeks;
  }

  @Override
  public Page find(
      OfficeId office, Instant from, Instant until, int limit, @Nullable String after) {
    List<Placed> rest =
        all().stream()
            .filter(it -> it.change().office().equals(office))
            .filter(it -> !it.change().at().isBefore(from) && it.change().at().isBefore(until))
            .filter(it -> after == null || it.place().compareTo(after) > 0)
            .toList();
    List<Placed> page = rest.stream().limit(limit).toList();
    return new Page(
        page.stream().map(Placed::change).toList(),
        rest.size() > limit ? page.getLast().place() : null);
  }

  private List<Placed> all() {
    List<OfficeChange> changes =
        Stream.of(world.calendar.history(), world.closures.history(), weeks.history())
            .flatMap(List::stream)
            .sorted(Comparator.comparing(OfficeChange::at))
            .toList();
    return IntStream.range(0, changes.size())
        .mapToObj(i -> new Placed(place(changes.get(i).at(), i), changes.get(i)))
        .toList();
  }

  private static String place(Instant at, int number) {
    return "%015d#%05d".formatted(at.toEpochMilli(), number);
  }
}
