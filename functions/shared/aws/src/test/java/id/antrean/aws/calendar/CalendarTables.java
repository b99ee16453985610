package id.antrean.aws.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.aws.EmbeddedTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The two tables of the calendar on an embedded store, with the offices that a new stack has. */
final class CalendarTables implements AutoCloseable {
  static final String SESSIONS = "sessions";
  static final String OFFICES = "offices";

  private final EmbeddedTables tables =
      new EmbeddedTables().with(SESSIONS, "officeMonth", "slot").with(OFFICES, "id");
  final DynamoDbClient dynamo = tables.dynamo();

  CalendarTables() throws IOException {
    seedOffices();
  }

  /** infra/offices.json, as the operator's own command would write it. */
  private void seedOffices() throws IOException {
    JsonNode seed = new ObjectMapper().readTree(Path.of("../../../infra/offices.json").toFile());
    for (JsonNode put : seed.path("OfficesTable")) {
      Map<String, AttributeValue> item = WireFormat.item(put.path("PutRequest").path("Item"));
      dynamo.putItem(it -> it.tableName(OFFICES).item(item));
    }
  }

  @Override
  public void close() {
    tables.close();
  }

  /** Items as DynamoDB writes them in JSON. */
  private static final class WireFormat {

    static Map<String, AttributeValue> item(JsonNode fields) {
      Map<String, AttributeValue> item = new HashMap<>();
      fields.properties().forEach(field -> item.put(field.getKey(), value(field.getValue())));
      return item;
    }

    private static AttributeValue value(JsonNode typed) {
      Map.Entry<String, JsonNode> only = typed.properties().iterator().next();
      return switch (only.getKey()) {
        case "S" -> AttributeValue.fromS(only.getValue().textValue());
        case "N" -> AttributeValue.fromN(only.getValue().textValue());
        case "M" -> AttributeValue.fromM(item(only.getValue()));
        case "L" -> {
          List<AttributeValue> items = new ArrayList<>();
          only.getValue().forEach(element -> items.add(value(element)));
          yield AttributeValue.fromL(items);
        }
        default -> throw new IllegalStateException("a type the seed does not use");
      };
    }
  }
}
