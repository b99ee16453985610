package id.antrean.registration;

import id.antrean.domain.application.TimelineEntry;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One page of a timeline, oldest first, and where the next begins. */
record TimelinePage(List<TimelineEntry> items, @Nullable String nextCursor) {
  private static final String PREFIX = "timeline-1:";

  static TimelinePage of(List<TimelineEntry> timeline, int start, int limit) {
    int from = Math.min(start, timeline.size());
    int to = Math.min(from + limit, timeline.size());
    return new TimelinePage(timeline.subList(from, to), to == timeline.size() ? null : cursor(to));
  }

  private static String cursor(int start) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((PREFIX + start).getBytes(StandardCharsets.US_ASCII));
  }

  /** Where a page begins; empty for what is no cursor of a timeline. */
  static Optional<Integer> start(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      return text.startsWith(PREFIX)
          ? Optional.of(Integer.parseUnsignedInt(text.substring(PREFIX.length())))
              .filter(start -> start >= 0)
          : Optional.empty();
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
