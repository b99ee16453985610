package id.antrean.aws.applications;

import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.TimelineEntry;
import id.antrean.domain.booking.BookingHistory;
import id.antrean.domain.booking.BookingHistory.Takes;
import id.antrean.domain.office.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an application's bookings leave to be decided by, within its item. Items of the former
 * version, which left it to the timeline, are read by that.
 */
final class HistoryItem {
  /** What may happen to a paid application without its having gone on. */
  private static final Set<Event.Kind> NOT_GOING_ON =
      Set.of(Event.Kind.IDENTITY_CHECKED, Event.Kind.BOOKING_REPAIRED);

  private HistoryItem() {}

  static void write(BookingHistory history, ItemWriter item) {
    SessionId last = history.lastSession();
    item.text("lastSession", last == null ? null : last.toString())
        .number("rescheduled", history.rescheduled())
        .number("seatOwed", history.seatOwed() ? 1 : 0)
        .instants("expiries", history.expiries())
        .map(
            "takes",
            new ItemWriter()
                .instant("since", history.takes().since())
                .number("count", history.takes().count()));
  }

  static BookingHistory history(ItemReader item) {
    return item.has("takes") ? written(item) : concluded(item);
  }

  private static BookingHistory written(ItemReader item) {
    ItemReader takes = item.map("takes");
    return new BookingHistory(
        lastSession(item),
        item.integer("seatOwed") == 1,
        item.integer("rescheduled"),
        item.instants("expiries"),
        new Takes(takes.instant("since"), takes.integer("count")));
  }

  private static BookingHistory concluded(ItemReader item) {
    List<TimelineEntry> newestFirst = TimelineItems.timeline(item).recent().reversed();
    SessionId lastSession = lastSession(item);
    boolean moneyCameLast =
        newestFirst.stream()
            .map(entry -> entry.event().kind())
            .dropWhile(NOT_GOING_ON::contains)
            .findFirst()
            .filter(Event.Kind.PAYMENT_RECEIVED::equals)
            .isPresent();
    List<Instant> expiries =
        newestFirst.stream()
            .filter(entry -> entry.event() instanceof Event.HoldExpired)
            .map(TimelineEntry::at)
            .limit(BookingHistory.EXPIRIES)
            .toList();
    return new BookingHistory(
        lastSession,
        moneyCameLast && lastSession != null && item.mapOrNull("booking") == null,
        item.integer("rescheduled"),
        expiries,
        Takes.NONE);
  }

  private static @Nullable SessionId lastSession(ItemReader item) {
    String text = item.textOrNull("lastSession");
    return text == null ? null : SessionId.parse(text).orElseThrow();
  }
}
