package id.antrean.aws.calendar;

import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.aws.seats.SessionItem;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.ArrangeDay.Planner;
import id.antrean.domain.office.CalendarDay.Setting;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.DayPlan.PlannedSession;
import id.antrean.domain.office.Lane;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The item that says that a day was laid out or set: key {@code dd#day} among the day's sessions.
 * It carries the plan in force, so that whoever is interrupted or overtaken can finish the latest.
 */
final class DayItem {

  /** The attribute that only these items of a partition have. */
  static final String SESSIONS = "sessions";

  /** A set of numbers, there while it has any. */
  static final String UNFINISHED = "unfinished";

  private DayItem() {}

  static Map<String, AttributeValue> key(OfficeId office, LocalDate date) {
    return new ItemWriter()
        .text("officeMonth", SessionItem.partition(office, YearMonth.from(date)))
        .text("slot", prefix(date) + "day")
        .attributes();
  }

  /** How the keys of a day's items begin. */
  static String prefix(LocalDate date) {
    return "%02d#".formatted(date.getDayOfMonth());
  }

  static LocalDate date(Map<String, AttributeValue> attributes, YearMonth month) {
    String slot = new ItemReader(attributes).text("slot");
    return month.atDay(Integer.parseInt(slot.substring(0, slot.indexOf('#'))));
  }

  /** The plan's attributes; an opening that is not waited for is not written. */
  static ItemWriter plan(DayPlan plan) {
    ItemWriter item =
        new ItemWriter()
            .list(SESSIONS, sessions(plan.sessions()))
            .instant("opensAt", plan.opensAt());
    SessionItem.writeReleases(plan.releases(), item);
    return item;
  }

  private static Collection<ItemWriter> sessions(Collection<PlannedSession> sessions) {
    return sessions.stream()
        .map(
            session ->
                new ItemWriter()
                    .text("start", session.start().toString())
                    .number("minutes", session.minutes())
                    .text("lane", session.lane().name())
                    .number("quota", session.quota()))
        .toList();
  }

  static Setting setting(Map<String, AttributeValue> attributes, LocalDate date) {
    ItemReader item = new ItemReader(attributes);
    return new Setting(
        new DayPlan(
            date,
            item.list(SESSIONS).stream().map(DayItem::session).toList(),
            item.instantOrNull("opensAt"),
            SessionItem.releases(item)),
        item.integer("revision"),
        item.text("setByRole").equals(Planner.CALENDAR.role()),
        unfinished(attributes));
  }

  private static Set<Integer> unfinished(Map<String, AttributeValue> attributes) {
    return attributes.containsKey(UNFINISHED)
        ? attributes.get(UNFINISHED).ns().stream()
            .map(Integer::valueOf)
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  static AttributeValue unfinished(Set<Integer> revisions) {
    return AttributeValue.fromNs(revisions.stream().map(String::valueOf).toList());
  }

  private static PlannedSession session(ItemReader item) {
    return new PlannedSession(
        LocalTime.parse(item.text("start")),
        item.integer("minutes"),
        Lane.valueOf(item.text("lane")),
        item.integer("quota"));
  }
}
