package id.antrean.aws.applications;

import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.Timeline;
import id.antrean.domain.application.TimelineEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A timeline in the applications table: the newest entries within the application's item, the
 * others in items beside it, each of which is named by the place of its first entry.
 */
final class TimelineItems {
  /** Before the place in the part key; digits enough that the keys sort as the places do. */
  private static final String PART = "timeline#";

  private TimelineItems() {}

  static Timeline timeline(ItemReader item) {
    return new Timeline(
        item.has("earlierEntries") ? item.integer("earlierEntries") : 0, entries(item, "timeline"));
  }

  static List<ItemWriter> entries(Collection<TimelineEntry> entries) {
    return entries.stream().map(TimelineItems::entry).toList();
  }

  static List<TimelineEntry> entries(ItemReader item, String name) {
    return item.list(name).stream().map(TimelineItems::entry).toList();
  }

  static String part(int place) {
    return String.format("%s%010d", PART, place);
  }

  static int place(String part) {
    return Integer.parseInt(part.substring(PART.length()));
  }

  static Map<String, AttributeValue> key(ApplicationId id, int place) {
    return new ItemWriter().text("id", id.value()).text("part", part(place)).attributes();
  }

  private static ItemWriter entry(TimelineEntry entry) {
    return new ItemWriter()
        .instant("at", entry.at())
        .text("event", entry.event().kind().name())
        .text("role", entry.role())
        .text("name", entry.name())
        .map("details", EventDetails.of(entry.event()));
  }

  private static TimelineEntry entry(ItemReader item) {
    return new TimelineEntry(
        item.instant("at"),
        EventDetails.event(Event.Kind.valueOf(item.text("event")), item.map("details")),
        item.text("role"),
        item.text("name"));
  }
}
