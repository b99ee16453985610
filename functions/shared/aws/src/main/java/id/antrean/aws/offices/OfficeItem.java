package id.antrean.aws.offices;

import id.antrean.aws.ItemReader;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.passport.PassportRequest;
import java.time.DayOfWeek;
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
        item.integer("rescheduleLimit"),
        item.integer("cutOffDays"));
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
}
