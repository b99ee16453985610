package id.antrean.aws.payments;

import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.NoticeId;
import id.antrean.domain.payment.Resolution;
import id.antrean.domain.payment.StoredNotification.State;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** What was decided about a notice, a map within the notice's item. */
public final class ResolutionItem {
  private static final String NAME = "resolution";

  private ResolutionItem() {}

  static Optional<Resolution> of(Map<String, AttributeValue> notice) {
    ItemReader item = new ItemReader(notice).mapOrNull(NAME);
    if (item == null) {
      return Optional.empty();
    }
    String target = item.textOrNull("target");
    return Optional.of(
        new Resolution(
            Resolution.Action.valueOf(item.text("action")),
            target == null ? null : new BillingCode(target),
            item.text("why"),
            item.text("proposedBy"),
            item.textOrNull("confirmedBy"),
            Resolution.Stage.valueOf(item.text("stage")),
            item.instant("at"),
            item.integer("revision")));
  }

  /**
   * The write, if the notice is an exception and its resolution stands at the revision before; the
   * last of them takes the notice off the list.
   */
  public static Update write(String table, NoticeId notice, Resolution resolution) {
    boolean done = resolution.stage() == Resolution.Stage.DONE;
    boolean first = resolution.revision() == 1;
    Map<String, String> names = new HashMap<>(Map.of("#state", "state", "#resolution", NAME));
    Map<String, AttributeValue> values =
        new HashMap<>(
            Map.of(
                ":resolution", AttributeValue.fromM(map(resolution)),
                ":exception", AttributeValue.fromS(State.EXCEPTION.name())));
    if (!first) {
      names.put("#revision", "revision");
      values.put(":before", AttributeValue.fromN(Integer.toString(resolution.revision() - 1)));
    }
    return Update.builder()
        .tableName(table)
        .key(NotificationItem.key(notice))
        .updateExpression("SET #resolution = :resolution" + (done ? " REMOVE openState" : ""))
        .conditionExpression(
            "#state = :exception AND "
                + (first ? "attribute_not_exists(#resolution)" : "#resolution.#revision = :before"))
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .build();
  }

  private static Map<String, AttributeValue> map(Resolution resolution) {
    BillingCode target = resolution.target();
    return new ItemWriter()
        .text("action", resolution.action().name())
        .text("target", target == null ? null : target.value())
        .text("why", resolution.reason())
        .text("proposedBy", resolution.proposedBy())
        .text("confirmedBy", resolution.confirmedBy())
        .text("stage", resolution.stage().name())
        .instant("at", resolution.at())
        .number("revision", resolution.revision())
        .attributes();
  }
}
