package id.antrean.stack.events;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.stack.template.Template;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** The event a function gets for records of a table's stream. */
final class StreamEvent {
  private static final double MILLIS = 1000;

  private StreamEvent() {}

  static String of(List<Record> records, String streamArn) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    ArrayNode items = event.putArray("Records");
    records.forEach(record -> record(items.addObject(), record, streamArn));
    return event.toString();
  }

  private static void record(ObjectNode item, Record record, String streamArn) {
    item.put("eventID", record.eventID());
    item.put("eventName", record.eventNameAsString());
    item.put("eventVersion", record.eventVersion());
    item.put("eventSource", record.eventSource());
    item.put("awsRegion", Template.REGION);
    StreamRecord change = record.dynamodb();
    ObjectNode told = item.putObject("dynamodb");
    // In seconds, as a number with an exponent.
    told.put(
        "ApproximateCreationDateTime",
        change.approximateCreationDateTime().toEpochMilli() / MILLIS);
    image(told, "Keys", change.keys());
    image(told, "NewImage", change.newImage());
    image(told, "OldImage", change.oldImage());
    told.put("SequenceNumber", change.sequenceNumber());
    told.put("SizeBytes", change.sizeBytes());
    told.put("StreamViewType", change.streamViewTypeAsString());
    item.put("eventSourceARN", streamArn);
  }

  /** An image that the record does not have is not there. */
  private static void image(ObjectNode told, String name, Map<String, AttributeValue> attributes) {
    if (!attributes.isEmpty()) {
      map(told.putObject(name), attributes);
    }
  }

  private static void map(ObjectNode object, Map<String, AttributeValue> attributes) {
    attributes.forEach((name, value) -> value(object.putObject(name), value));
  }

  private static void value(ObjectNode object, AttributeValue value) {
    switch (value.type()) {
      case S -> object.put("S", value.s());
      case N -> object.put("N", value.n());
      case BOOL -> object.put("BOOL", value.bool());
      case NUL -> object.put("NULL", true);
      case B -> object.put("B", base64(value.b()));
      case SS -> value.ss().forEach(object.putArray("SS")::add);
      case NS -> value.ns().forEach(object.putArray("NS")::add);
      case BS -> {
        ArrayNode list = object.putArray("BS");
        value.bs().forEach(bytes -> list.add(base64(bytes)));
      }
      case L -> {
        ArrayNode list = object.putArray("L");
        value.l().forEach(item -> value(list.addObject(), item));
      }
      // What DynamoDB Local says of an empty map is nothing at all.
      case M, UNKNOWN_TO_SDK_VERSION -> map(object.putObject("M"), value.m());
    }
  }

  private static String base64(SdkBytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.asByteArray());
  }
}
