package id.antrean.offices;

import id.antrean.domain.office.SessionAvailability;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day as its office sees it.
 *
 * @param opensAt from when its seats can be held; null when open already
 * @param lines by start, then lane; none for a day that nobody has laid out
 */
public record DeskDay(LocalDate date, @Nullable Instant opensAt, List<Line> lines) {

  public DeskDay {
    lines = List.copyOf(lines);
  }

  /** A session and who is in it. */
  public record Line(SessionAvailability session, Attendance attendance) {}
}
