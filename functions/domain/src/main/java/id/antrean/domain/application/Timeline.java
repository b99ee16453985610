package id.antrean.domain.application;

import java.util.ArrayList;
import java.util.List;

/**
 * What happened to an application. Only the newest entries stand on it: the step that makes them
 * too many moves the older ones beside it, in the same write, so that no application outgrows its
 * item and none costs more as it ages. Nothing is decided by reading it.
 *
 * @param earlier how many entries stand beside the application
 * @param recent those that stand on it, oldest first
 */
public record Timeline(int earlier, List<TimelineEntry> recent) {
  /** An application never has more of them. */
  public static final int MOST = 32;

  /** So many stay when others move away: most steps move none. */
  private static final int STAYING = 16;

  public Timeline {
    recent = List.copyOf(recent);
  }

  public static Timeline of(TimelineEntry first) {
    return new Timeline(0, List.of(first));
  }

  /** How many entries there are in all. */
  public int size() {
    return earlier + recent.size();
  }

  Timeline and(TimelineEntry entry) {
    List<TimelineEntry> all = new ArrayList<>(recent);
    all.add(entry);
    return new Timeline(earlier, all).bounded();
  }

  /** The same where the newest are not too many; an item of a former version may have more. */
  Timeline bounded() {
    int moving = recent.size() <= MOST ? 0 : recent.size() - STAYING;
    return moving == 0
        ? this
        : new Timeline(earlier + moving, recent.subList(moving, recent.size()));
  }

  /** What moved beside the application since it had that timeline, oldest first. */
  public List<TimelineEntry> movedSince(Timeline before) {
    return before.recent.subList(0, earlier - before.earlier);
  }
}
