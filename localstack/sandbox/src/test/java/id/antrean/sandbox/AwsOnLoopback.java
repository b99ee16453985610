package id.antrean.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.http.Json;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** As much of AWS's wire protocol as the sandbox's own SDK clients speak: two reads. */
final class AwsOnLoopback implements AutoCloseable {
  static final String SERVER_KEY = "serverKeyOfThisTest0123456789";
  static final String STANDARD_SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  static final String DUKCAPIL_PASSWORD = "passwordOfThisTest";
  static final String BILLING_CODE = "819204837561120";
  static final long AMOUNT = 950_000;

  private static final Map<String, String> SECRETS =
      Map.of(
          "midtrans", "{\"serverKey\":\"" + SERVER_KEY + "\"}",
          "standard", "{\"secret\":\"" + STANDARD_SECRET + "\"}",
          "xendit",
              "{\"callbackToken\":\"callbackTokenOfThisTest\",\"apiKey\":\"apiKeyOfThisTest\"}",
          "doku", "{\"clientId\":\"clientOfThisTest\",\"secretKey\":\"secretKeyOfThisTest\"}",
          "dukcapil", "{\"userId\":\"ANTREAN\",\"password\":\"" + DUKCAPIL_PASSWORD + "\"}");

  private final Javalin server =
      Javalin.create(config -> config.routes.post("/", AwsOnLoopback::answer))
          .start("127.0.0.1", 0);

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  @Override
  public void close() {
    server.stop();
  }

  private static void answer(Context context) {
    String operation = Objects.requireNonNull(context.header("X-Amz-Target"));
    JsonNode request = Json.parse(context.body()).orElseThrow();
    switch (operation) {
      case "secretsmanager.GetSecretValue" ->
          Json.answer(
              context,
              Json.object().put("SecretString", SECRETS.get(request.path("SecretId").asText())));
      case "DynamoDB_20120810.GetItem" -> Json.answer(context, bill(request.path("Key")));
      case "DynamoDB_20120810.Scan" ->
          Json.answer(
              context,
              Json.object()
                  .set(
                      "Items",
                      Json.tree(
                          List.of(
                              Map.of(
                                  "billingCode",
                                  Map.of("S", BILLING_CODE),
                                  "amount",
                                  Map.of("N", Long.toString(AMOUNT)))))));
      default -> context.status(400);
    }
  }

  private static ObjectNode bill(JsonNode key) {
    boolean known =
        key.at("/billingCode/S").asText().equals(BILLING_CODE)
            && key.at("/part/S").asText().equals("bill");
    ObjectNode answer = Json.object();
    if (known) {
      answer.set("Item", Json.tree(Map.of("amount", Map.of("N", Long.toString(AMOUNT)))));
    }
    return answer;
  }
}
