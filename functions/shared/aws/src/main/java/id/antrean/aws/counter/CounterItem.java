package id.antrean.aws.counter;

import id.antrean.aws.ItemWriter;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.OfficeId;
import id.antrean.domain.counter.TicketCode;
import id.antrean.domain.office.HoldId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The keys of the counter table, and what each of its items says. */
final class CounterItem {
  private static final String TICKET = "ticket";

  private CounterItem() {}

  static Map<String, AttributeValue> line(OfficeId office, LocalDate date) {
    return key(day(office, date), "line");
  }

  static Map<String, AttributeValue> asked(OfficeId office, LocalDate date, String key) {
    return key(day(office, date), "asked#" + key);
  }

  static Map<String, AttributeValue> ticket(TicketCode code) {
    return key("ticket#" + code.value(), TICKET);
  }

  static Map<String, AttributeValue> ticket(HoldId hold) {
    return key("hold#" + hold.hex(), TICKET);
  }

  private static String day(OfficeId office, LocalDate date) {
    return "day#" + office + "#" + date;
  }

  private static Map<String, AttributeValue> key(String id, String part) {
    return new ItemWriter().text("id", id).text("part", part).attributes();
  }

  /** An item of that key, which ends some time after that moment. */
  static ItemWriter until(Instant moment, Map<String, AttributeValue> key) {
    ItemWriter item =
        new ItemWriter()
            .number("schema", 1)
            .text("requestId", CurrentRequest.id())
            .number("forgetAt", moment.getEpochSecond());
    item.attributes().putAll(key);
    return item;
  }
}
