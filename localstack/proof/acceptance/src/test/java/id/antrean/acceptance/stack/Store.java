package id.antrean.acceptance.stack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What lies in the tables, read past every function, in DynamoDB's own notation. */
public final class Store {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCOPE =
      "AWS4-HMAC-SHA256 Credential=ANTREANLOCAL/20261123/ap-southeast-3/dynamodb/aws4_request,"
          + " SignedHeaders=host, Signature=0";

  private final URI aws;

  Store(URI aws) {
    this.aws = aws;
  }

  /** Every item of the table that the template calls so. */
  public List<JsonNode> all(String table) {
    ObjectNode scan =
        JSON.createObjectNode()
            .put("TableName", "antrean-paspor-" + table)
            .put("ConsistentRead", true);
    List<JsonNode> items = new ArrayList<>();
    while (true) {
      JsonNode page = asked("Scan", scan);
      page.path("Items").forEach(items::add);
      if (!page.has("LastEvaluatedKey")) {
        return items;
      }
      scan.set("ExclusiveStartKey", page.get("LastEvaluatedKey"));
    }
  }

  /** The item with this key, whose parts are texts; an item that is not there is a mistake. */
  public JsonNode one(String table, Map<String, String> key) {
    ObjectNode get =
        JSON.createObjectNode()
            .put("TableName", "antrean-paspor-" + table)
            .put("ConsistentRead", true);
    ObjectNode parts = get.putObject("Key");
    key.forEach((name, value) -> parts.putObject(name).put("S", value));
    JsonNode item = asked("GetItem", get).path("Item");
    assertThat(item.isObject()).as("there is " + key + " in " + table).isTrue();
    return item;
  }

  /** Makes of an item one that nobody here wrote. */
  public void spoils(String table, Map<String, String> key) {
    ObjectNode update = JSON.createObjectNode().put("TableName", "antrean-paspor-" + table);
    ObjectNode parts = update.putObject("Key");
    key.forEach((name, value) -> parts.putObject(name).put("S", value));
    update.put("UpdateExpression", "REMOVE #dossier");
    update.putObject("ExpressionAttributeNames").put("#dossier", "applicant");
    asked("UpdateItem", update);
  }

  /** Takes an item away, as an accident would. */
  public void removes(String table, Map<String, String> key) {
    ObjectNode delete = JSON.createObjectNode().put("TableName", "antrean-paspor-" + table);
    ObjectNode parts = delete.putObject("Key");
    key.forEach((name, value) -> parts.putObject(name).put("S", value));
    asked("DeleteItem", delete);
  }

  /** Puts an item that nobody here made. */
  public void puts(String table, String item) {
    ObjectNode put = JSON.createObjectNode().put("TableName", "antrean-paspor-" + table);
    put.set("Item", read(item));
    asked("PutItem", put);
  }

  private JsonNode asked(String operation, ObjectNode question) {
    Response answer =
        given()
            .baseUri(aws.toString())
            .header("X-Amz-Target", "DynamoDB_20120810." + operation)
            .header("Authorization", SCOPE)
            .contentType(ContentType.JSON)
            .body(question.toString())
            .post("/");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return read(answer.asString());
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
