package id.antrean.aws.calendar;

import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.OfficeChange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What was changed of an office, as a partition of the sessions table, by time. */
public final class HistoryItem {

  private HistoryItem() {}

  static String partition(OfficeId office) {
    return office + "#history";
  }

  /** The place of what happened at that moment; of a request's several changes each has its own. */
  static String place(Instant at) {
    return "%015d".formatted(at.toEpochMilli());
  }

  /** To be written with what it is the record of. */
  public static TransactWriteItem put(OfficeChange change, String sessionsTable) {
    LocalDate date = change.date();
    String slot =
        place(change.at())
            + "#"
            + CurrentRequest.id()
            + "#"
            + change.kind()
            + (date == null ? "" : "#" + date);
    ItemWriter item =
        new ItemWriter()
            .text("officeMonth", partition(change.office()))
            .text("slot", slot)
            .number("schema", 1)
            .text("requestId", CurrentRequest.id())
            .instant("at", change.at())
            .text("role", change.role())
            .text("name", change.name())
            .text("kind", change.kind().name())
            .text("date", date == null ? null : date.toString())
            .texts("before", change.before())
            .texts("after", change.after());
    return TransactWriteItem.builder()
        .put(put -> put.tableName(sessionsTable).item(item.attributes()))
        .build();
  }

  static OfficeChange change(OfficeId office, Map<String, AttributeValue> attributes) {
    ItemReader item = new ItemReader(attributes);
    return new OfficeChange(
        office,
        item.instant("at"),
        item.text("role"),
        item.text("name"),
        OfficeChange.Kind.valueOf(item.text("kind")),
        date(item.textOrNull("date")),
        item.texts("before"),
        item.texts("after"));
  }

  private static @Nullable LocalDate date(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
