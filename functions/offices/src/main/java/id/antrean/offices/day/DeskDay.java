package id.antrean.offices.day;

import id.antrean.domain.office.Holiday;
import id.antrean.domain.office.Release;
import id.antrean.domain.office.SessionAvailability;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day as its office sees it.
 *
 * @param version raised by every setting; 0 while nobody has laid it out
 * @param holiday why it has no sessions of its own
 * @param opensAt from when its seats can be held; null when open already
 * @param releases of each session, if not all at once
 * @param lines by start, then lane; none for a day that nobody has laid out
 */
public record DeskDay(
    LocalDate date,
    int version,
    @Nullable Holiday holiday,
    @Nullable Instant opensAt,
    List<Release> releases,
    List<Line> lines) {

  public DeskDay {
    releases = List.copyOf(releases);
    lines = List.copyOf(lines);
  }

  /** A session and who is in it. */
  public record Line(SessionAvailability session, Attendance attendance) {}
}
