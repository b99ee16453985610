package id.antrean.domain.office;

import id.antrean.domain.OfficeId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what was changed of an office. Throws {@link id.antrean.domain.Unavailable}. */
public interface FindHistory {

  /**
   * Changes from that moment on until before the other, oldest first, strongly consistent.
   *
   * @param after the place of the last one of the page before; null for the first page
   */
  Page find(OfficeId office, Instant from, Instant until, int limit, @Nullable String after);

  /** One page and the place of its last, by which the next is found; null when this is the last. */
  record Page(List<OfficeChange> items, @Nullable String next) {}
}
