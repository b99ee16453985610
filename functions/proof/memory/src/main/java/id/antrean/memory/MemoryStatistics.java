package id.antrean.memory;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.statistics.CountOnce;
import id.antrean.domain.statistics.Figures;
import id.antrean.domain.statistics.FindFigures;
import id.antrean.domain.statistics.LaneDay;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What was counted, and which steps were. */
public final class MemoryStatistics implements CountOnce, FindFigures {
  private final Calls calls;
  private final Set<Step> counted = new HashSet<>();
  private final Map<LaneDay, Figures> figures = new LinkedHashMap<>();

  private record Step(ApplicationId application, int version) {}

  public MemoryStatistics(Calls calls) {
    this.calls = calls;
  }

  @Override
  public boolean count(ApplicationId application, int version, Map<LaneDay, Figures> more) {
    return calls.make(
        "statistics.count",
        () -> {
          if (!counted.add(new Step(application, version))) {
            return false;
          }
          more.forEach((laneDay, counts) -> figures.merge(laneDay, counts, Figures::plus));
          return true;
        });
  }

  @Override
  public Map<LaneDay, Figures> find(OfficeId office, LocalDate from, LocalDate to) {
    return calls.make(
        "statistics.find",
        () -> {
          Map<LaneDay, Figures> found = new LinkedHashMap<>(figures);
          found
              .keySet()
              .removeIf(
                  it ->
                      !it.office().equals(office)
                          || it.date().isBefore(from)
                          || it.date().isAfter(to));
          return found;
        });
  }
}
