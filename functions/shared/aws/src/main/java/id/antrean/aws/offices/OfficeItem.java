package id.antrean.aws.offices;

import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.passport.PassportRequest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An office as an item; infra/offices.json shows one. Days of a week are 1 for Monday to 7. */
final class OfficeItem {

  private OfficeItem() {}

  static Office office(Map<String, AttributeValue> attributes) {
    ItemReader item = new ItemReader(attributes);
    return new Office(
        new OfficeId(item.text("id")),
        item.text("name"),
        item.text("address"),
        new Office.Location(
            Double.parseDouble(item.text("latitude")), Double.parseDouble(item.text("longitude"))),
        ZoneId.of(item.text("zone")),
        item.list("services").stream().map(OfficeItem::service).toList(),
        item.list("pattern").stream().map(OfficeItem::weekly).toList(),
        new Office.Rules(
            item.integer("rescheduleLimit"),
            item.integer("cutOffDays"),
            Duration.ofMinutes(item.numberOr("letsInMinutes", Office.Rules.LETS_IN.toMinutes())),
            item.list("releases").stream().map(OfficeItem::release).toList()));
  }

  private static Office.Service service(ItemReader item) {
    return new Office.Service(
        PassportRequest.Type.valueOf(item.text("type")),
        item.texts("kinds").stream().map(PassportRequest.Kind::valueOf).toList(),
        item.texts("lanes").stream().map(Lane::valueOf).toList());
  }

  private static Office.WeeklySession weekly(ItemReader item) {
    return new Office.WeeklySession(
        days(item),
        LocalTime.parse(item.text("start")),
        item.integer("minutes"),
        Lane.valueOf(item.text("lane")),
        item.integer("quota"));
  }

  private static Set<DayOfWeek> days(ItemReader item) {
    AttributeValue days = item.attributes().getOrDefault("days", AttributeValue.fromL(List.of()));
    return days.l().stream()
        .map(day -> DayOfWeek.of(Integer.parseInt(day.n())))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Office.WeeklyRelease release(ItemReader item) {
    return new Office.WeeklyRelease(
        item.integer("weeksBefore"),
        DayOfWeek.of(item.integer("day")),
        LocalTime.parse(item.text("time")),
        item.integer("seats"));
  }

  /** What an office decides of itself, as it is written anew. */
  static ItemWriter decided(Office office) {
    Office.Rules rules = office.rules();
    return new ItemWriter()
        .list("services", office.services().stream().map(OfficeItem::written).toList())
        .list("pattern", office.pattern().stream().map(OfficeItem::written).toList())
        .number("rescheduleLimit", rules.rescheduleLimit())
        .number("cutOffDays", rules.cutOffDays())
        .number("letsInMinutes", rules.letsIn().toMinutes())
        .list("releases", rules.releases().stream().map(OfficeItem::written).toList());
  }

  private static ItemWriter written(Office.Service service) {
    return new ItemWriter()
        .text("type", service.type().name())
        .texts("kinds", service.kinds().stream().map(PassportRequest.Kind::name).toList())
        .texts("lanes", service.lanes().stream().map(Lane::name).toList());
  }

  private static ItemWriter written(Office.WeeklySession weekly) {
    ItemWriter item =
        new ItemWriter()
            .text("start", weekly.start().toString())
            .number("minutes", weekly.minutes())
            .text("lane", weekly.lane().name())
            .number("quota", weekly.quota());
    item.attributes()
        .put(
            "days",
            AttributeValue.fromL(
                weekly.days().stream()
                    .sorted()
                    .map(day -> AttributeValue.fromN(Integer.toString(day.getValue())))
                    .toList()));
    return item;
  }

  private static ItemWriter written(Office.WeeklyRelease release) {
    return new ItemWriter()
        .number("weeksBefore", release.weeksBefore())
        .number("day", release.day().getValue())
        .text("time", release.time().toString())
        .number("seats", release.seats());
  }
}
