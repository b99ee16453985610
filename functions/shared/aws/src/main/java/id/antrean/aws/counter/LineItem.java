package id.antrean.aws.counter;

import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.counter.Line;
import id.antrean.domain.counter.Line.Shown;
import id.antrean.domain.counter.Visitor;
import id.antrean.domain.counter.Visitor.Call;
import id.antrean.domain.counter.Visitor.Place;
import id.antrean.domain.office.SessionId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A line within its item: {@value Line#MOST_VISITORS} visitors are less than half of what fits. */
final class LineItem {

  private LineItem() {}

  static void write(Line line, ItemWriter item) {
    item.number("version", line.version())
        .number("lastNumber", line.lastNumber())
        .number("prioritysTurn", line.prioritysTurn() ? 1 : 0)
        .list("visitors", line.visitors().stream().map(LineItem::visitor).toList())
        .list("shown", line.shown().stream().map(LineItem::shown).toList());
  }

  static Line line(OfficeId office, LocalDate date, ItemReader item) {
    return new Line(
        office,
        date,
        item.integer("version"),
        item.integer("lastNumber"),
        item.integer("prioritysTurn") == 1,
        item.list("visitors").stream().map(LineItem::visitor).toList(),
        item.list("shown").stream().map(LineItem::shown).toList());
  }

  private static ItemWriter visitor(Visitor visitor) {
    Call call = visitor.call();
    return new ItemWriter()
        .number("number", visitor.number())
        .text("application", visitor.application().value())
        .text("session", visitor.session().toString())
        .instant("begins", visitor.beginsAt())
        .instant("came", visitor.arrivedAt())
        .map(
            "call",
            call == null
                ? null
                : new ItemWriter()
                    .text("desk", call.desk())
                    .instant("at", call.at())
                    .number("times", call.times())
                    .instant("first", call.first()))
        .text("place", visitor.place().name());
  }

  private static Visitor visitor(ItemReader item) {
    return new Visitor(
        item.integer("number"),
        new ApplicationId(item.text("application")),
        SessionId.parse(item.text("session")).orElseThrow(),
        item.instant("begins"),
        item.instant("came"),
        call(item.mapOrNull("call")),
        Place.valueOf(item.text("place")));
  }

  private static @Nullable Call call(@Nullable ItemReader item) {
    return item == null
        ? null
        : new Call(
            item.text("desk"), item.instant("at"), item.integer("times"), item.instant("first"));
  }

  private static ItemWriter shown(Shown call) {
    return new ItemWriter()
        .number("number", call.number())
        .text("desk", call.desk())
        .instant("at", call.at());
  }

  private static Shown shown(ItemReader item) {
    return new Shown(item.integer("number"), item.text("desk"), item.instant("at"));
  }
}
