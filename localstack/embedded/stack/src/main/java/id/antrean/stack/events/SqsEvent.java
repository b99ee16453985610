package id.antrean.stack.events;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.stack.template.Template;
import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/** The event a function gets for messages of a queue. */
final class SqsEvent {
  private SqsEvent() {}

  static String of(List<Message> messages, String queueArn) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    ArrayNode records = event.putArray("Records");
    messages.forEach(message -> record(records.addObject(), message, queueArn));
    return event.toString();
  }

  private static void record(ObjectNode item, Message message, String queueArn) {
    item.put("messageId", message.messageId());
    item.put("receiptHandle", message.receiptHandle());
    item.put("body", message.body());
    ObjectNode attributes = item.putObject("attributes");
    message.attributesAsStrings().forEach(attributes::put);
    ObjectNode own = item.putObject("messageAttributes");
    message
        .messageAttributes()
        .forEach(
            (name, value) -> {
              ObjectNode attribute = own.putObject(name);
              attribute.put("stringValue", value.stringValue());
              if (value.binaryValue() != null) {
                byte[] bytes = value.binaryValue().asByteArray();
                attribute.put("binaryValue", Base64.getEncoder().encodeToString(bytes));
              }
              attribute.put("dataType", value.dataType());
            });
    item.put("md5OfBody", message.md5OfBody());
    item.put("eventSource", "aws:sqs");
    item.put("eventSourceARN", queueArn);
    item.put("awsRegion", Template.REGION);
  }
}
