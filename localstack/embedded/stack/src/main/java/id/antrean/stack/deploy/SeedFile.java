package id.antrean.stack.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.stack.template.TemplateException;
import id.antrean.stack.template.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** First contents of tables, in the format of {@code aws dynamodb batch-write-item}. */
public final class SeedFile {
  private final Path file;

  public SeedFile(Path file) {
    this.file = file;
  }

  /** Writes every item; tables are named by their logical ids. Repeating it changes nothing. */
  public void writeInto(DynamoDbClient dynamoDb, Deployment deployment) {
    for (Map.Entry<String, JsonNode> table : YamlReader.plain(file).properties()) {
      String name = deployment.ref(table.getKey());
      for (JsonNode entry : table.getValue()) {
        Map<String, AttributeValue> item = item(entry.path("PutRequest").path("Item"));
        dynamoDb.putItem(request -> request.tableName(name).item(item));
      }
    }
  }

  private Map<String, AttributeValue> item(JsonNode written) {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    written.properties().forEach(entry -> item.put(entry.getKey(), value(entry.getValue())));
    return item;
  }

  private AttributeValue value(JsonNode written) {
    if (written.size() != 1) {
      throw new TemplateException(file.toString(), "has a value without one type: " + written);
    }
    Map.Entry<String, JsonNode> only = written.properties().iterator().next();
    JsonNode content = only.getValue();
    return switch (only.getKey()) {
      case "S" -> AttributeValue.fromS(content.asText());
      case "N" -> AttributeValue.fromN(content.asText());
      case "BOOL" -> AttributeValue.fromBool(content.asBoolean());
      case "NULL" -> AttributeValue.fromNul(true);
      case "B" -> AttributeValue.fromB(SdkBytes.fromByteArray(bytes(content)));
      case "M" -> AttributeValue.fromM(item(content));
      case "L" -> {
        List<AttributeValue> list = new ArrayList<>();
        content.forEach(one -> list.add(value(one)));
        yield AttributeValue.fromL(list);
      }
      case "SS" -> AttributeValue.fromSs(texts(content));
      case "NS" -> AttributeValue.fromNs(texts(content));
      default -> throw new TemplateException(file.toString(), "has the type " + only.getKey());
    };
  }

  private static byte[] bytes(JsonNode content) {
    return java.util.Base64.getDecoder().decode(content.asText());
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asText()));
    return texts;
  }
}
