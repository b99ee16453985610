package id.antrean.aws.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item as it is written in a stream's record, as the store's own client has it. */
final class Attributes {

  private Attributes() {}

  static Map<String, AttributeValue> of(JsonNode item) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    item.properties().forEach(entry -> attributes.put(entry.getKey(), value(entry.getValue())));
    return attributes;
  }

  private static AttributeValue value(JsonNode typed) {
    if (typed.isEmpty()) {
      // So DynamoDB Local, and LocalStack with it, tell of an empty map.
      return AttributeValue.fromM(Map.of());
    }
    Map.Entry<String, JsonNode> only = typed.properties().iterator().next();
    JsonNode value = only.getValue();
    return switch (only.getKey()) {
      case "S" -> AttributeValue.fromS(value.textValue());
      case "N" -> AttributeValue.fromN(value.textValue());
      case "BOOL" -> AttributeValue.fromBool(value.booleanValue());
      case "NULL" -> AttributeValue.fromNul(true);
      case "B" -> AttributeValue.fromB(bytes(value));
      case "M" -> AttributeValue.fromM(of(value));
      case "L" -> AttributeValue.fromL(list(value));
      case "SS" -> AttributeValue.fromSs(texts(value));
      case "NS" -> AttributeValue.fromNs(texts(value));
      case "BS" -> AttributeValue.fromBs(value.valueStream().map(Attributes::bytes).toList());
      default -> throw new IllegalArgumentException("an attribute of no type that is known");
    };
  }

  private static List<AttributeValue> list(JsonNode items) {
    List<AttributeValue> values = new ArrayList<>();
    items.forEach(item -> values.add(value(item)));
    return values;
  }

  private static List<String> texts(JsonNode items) {
    return items.valueStream().map(JsonNode::textValue).toList();
  }

  private static SdkBytes bytes(JsonNode text) {
    return SdkBytes.fromByteArray(Base64.getDecoder().decode(text.textValue()));
  }
}
