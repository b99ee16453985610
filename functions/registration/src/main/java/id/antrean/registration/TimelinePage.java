package id.antrean.registration;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.FindEarlierEntries;
import id.antrean.domain.application.Timeline;
import id.antrean.domain.application.TimelineEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One page of a timeline, oldest first, and where the next begins. */
record TimelinePage(List<TimelineEntry> items, @Nullable String nextCursor) {
  private static final String PREFIX = "timeline-1:";

  /**
   * The page of an application that begins there; what is not on the application any more is asked
   * of where it stands.
   */
  static TimelinePage of(
      Application application, FindEarlierEntries earlier, int start, int limit) {
    Timeline timeline = application.timeline();
    int from = Math.min(start, timeline.size());
    int to = Math.min(from + limit, timeline.size());
    List<TimelineEntry> items = new ArrayList<>();
    if (from < timeline.earlier()) {
      int most = Math.min(to, timeline.earlier()) - from;
      items.addAll(earlier.find(application.id(), from, most));
    }
    items.addAll(
        timeline
            .recent()
            .subList(Math.max(0, from - timeline.earlier()), Math.max(0, to - timeline.earlier())));
    return new TimelinePage(items, to == timeline.size() ? null : cursor(to));
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
