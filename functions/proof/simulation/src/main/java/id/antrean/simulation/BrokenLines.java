package id.antrean.simulation;

import id.antrean.domain.OfficeId;
import id.antrean.domain.counter.KeepLine;
import id.antrean.domain.counter.Line;
import id.antrean.memory.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lines broken: kept blindly, or read with somebody in them who never came. */
final class BrokenLines {

  private BrokenLines() {}

  /** Whatever the line has become meanwhile. */
  static KeepLine blindly(KeepLine lines, World world) {
    return new Passing(lines) {
      @Override
      public boolean keep(Line before, Line after, @Nullable Asked request, Instant now) {
        int version = world.counter.see(before.office(), before.date()).version();
        return lines.keep(before.atVersion(version), after, request, now);
      }
    };
  }

  /** As if somebody had come on every day. */
  static KeepLine asIfSomebodyCame(KeepLine lines) {
    return new Passing(lines) {
      @Override
      public Line find(OfficeId office, LocalDate date) {
        Line line = lines.find(office, date);
        return new Line(
            line.office(),
            line.date(),
            line.version(),
            Math.max(1, line.lastNumber()),
            line.prioritysTurn(),
            line.visitors(),
            line.shown());
      }
    };
  }

  private static class Passing implements KeepLine {
    private final KeepLine lines;

    Passing(KeepLine lines) {
      this.lines = lines;
    }

    @Override
    public Line find(OfficeId office, LocalDate date) {
      return lines.find(office, date);
    }

    @Override
    public boolean keep(Line before, Line after, @Nullable Asked request, Instant now) {
      return lines.keep(before, after, request, now);
    }

    @Override
    public Optional<Asked> asked(OfficeId office, LocalDate date, String key, Instant now) {
      return lines.asked(office, date, key, now);
    }
  }
}
