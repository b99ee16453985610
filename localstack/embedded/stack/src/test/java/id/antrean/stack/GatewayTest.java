package id.antrean.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatewayTest {
  private final RunningStack running = RunningStack.shared();

  private JsonNode event(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return RunningStack.json(answer).path("event");
  }

  @Test
  void aFunctionGetsTheRequestAsApiGatewayWouldTellIt() {
    JsonNode event =
        event(
            running.send(
                "POST",
                "/v1/things/a%20b%2Fc?x=1&x=2%263&empty=",
                "{\"é\":1}".getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/json",
                "X-Twice",
                "one",
                "X-Twice",
                "two"));
    assertThat(event.path("resource").asText()).isEqualTo("/things/{id}");
    assertThat(event.path("path").asText()).isEqualTo("/things/a%20b%2Fc");
    assertThat(event.path("httpMethod").asText()).isEqualTo("POST");
    assertThat(event.at("/pathParameters/id").asText()).isEqualTo("a b/c");
    assertThat(event.at("/queryStringParameters/x").asText()).isEqualTo("2&3");
    assertThat(event.at("/multiValueQueryStringParameters/x")).hasSize(2);
    assertThat(event.at("/queryStringParameters/empty").asText()).isEmpty();
    assertThat(event.at("/headers/X-Twice").asText()).isEqualTo("two");
    assertThat(event.at("/multiValueHeaders/X-Twice")).hasSize(2);
    assertThat(event.at("/requestContext/stage").asText()).isEqualTo("v1");
    assertThat(event.at("/requestContext/path").asText()).isEqualTo("/v1/things/a%20b%2Fc");
    assertThat(event.at("/requestContext/identity/sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(event.at("/requestContext/requestId").asText()).hasSize(36);
    assertThat(event.at("/stageVariables").isNull()).isTrue();
    assertThat(event.path("body").asText()).isEqualTo("{\"é\":1}");
    assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
  }

  @Test
  void whatIsAbsentIsNull() {
    JsonNode event = event(running.send("GET", "/v1/things/1"));
    assertThat(event.path("body").isNull()).isTrue();
    assertThat(event.path("queryStringParameters").isNull()).isTrue();
    assertThat(event.path("multiValueQueryStringParameters").isNull()).isTrue();
  }

  @Test
  void aBinaryBodyArrivesInBase64AndLeavesAsBytes() {
    byte[] bytes = {0, 1, 2, 3};
    JsonNode event =
        event(running.send("POST", "/v1/things/1", bytes, "Content-Type", "image/png"));
    assertThat(event.path("body").asText()).isEqualTo("AAECAw==");
    assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();

    HttpResponse<byte[]> answer =
        running.send("GET", "/v1/things/1?act=binary", "Accept", "image/png");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo(bytes);
    assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(answer.headers().allValues("X-Many")).containsExactly("a", "b");
    assertThat(running.send("GET", "/v1/things/1?act=binary", "Accept", "text/plain").body())
        .isEqualTo("AAECAw==".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theMostLiteralPathWinsAndItsRequiredParametersAreInsistedOn() {
    HttpResponse<byte[]> missing = running.send("GET", "/v1/things/special?month=2026-12");
    assertThat(missing.statusCode()).isEqualTo(400);
    assertThat(RunningStack.json(missing).path("message").asText())
        .isEqualTo("Missing required request parameters: [X-Needed]");
    HttpResponse<byte[]> whole =
        running.send("GET", "/v1/things/special?month=2026-12", "x-needed", "1");
    assertThat(RunningStack.json(whole).path("who").asText()).isEqualTo("second");
  }

  @Test
  void anUnknownPathOrMethodIsAnsweredAsTheContractConfiguresIt() {
    for (HttpResponse<byte[]> answer :
        List.of(
            running.send("GET", "/v1/nothing"),
            running.send("DELETE", "/v1/things/1"),
            running.send("POST", "/v1/things/special"),
            running.send("GET", "/v1/things/"))) {
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(RunningStack.json(answer).path("instance").asText())
          .startsWith("/requests/")
          .hasSize(10 + 36);
    }
  }

  @Test
  void aFaultyAFailingAndAHangingFunctionAreAnsweredAsTheContractConfiguresIt() {
    for (String act : new String[] {"malformed", "fail", "hang"}) {
      HttpResponse<byte[]> answer = running.send("GET", "/v1/things/1?act=" + act);
      assertThat(answer.statusCode()).as(act).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    }
  }

  @Test
  void tooLargeARequestIsRefused() {
    byte[] overLambda = new byte[6 * 1024 * 1024];
    assertThat(running.send("POST", "/v1/things/1", overLambda).statusCode()).isEqualTo(413);
    byte[] overGateway = new byte[10 * 1024 * 1024 + 1];
    assertThat(running.send("POST", "/v1/things/1", overGateway).statusCode()).isEqualTo(413);
  }

  @Test
  void aForeignOriginOrHostIsRefused() throws IOException {
    String own = running.stack().baseUri().toString();
    assertThat(running.send("GET", "/health", "Origin", own).statusCode()).isEqualTo(200);
    assertThat(running.send("GET", "/health", "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(statusWithHost("localhost:" + running.stack().baseUri().getPort())).isEqualTo(200);
    assertThat(statusWithHost("evil.example")).isEqualTo(421);
  }

  private int statusWithHost(String host) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), running.stack().baseUri().getPort())) {
      socket
          .getOutputStream()
          .write(
              ("GET /health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }

  @Test
  void functionsOfOneCodePackageHaveEnvironmentsOfTheirOwn() throws IOException {
    JsonNode first = RunningStack.json(running.send("GET", "/v1/things/1"));
    JsonNode second =
        RunningStack.json(running.send("GET", "/v1/things/special?month=1", "X-Needed", "1"));
    assertThat(first.path("who").asText()).isEqualTo("first");
    assertThat(second.path("who").asText()).isEqualTo("second");
    assertThat(first.path("same").asBoolean()).isTrue();
    assertThat(first.path("path").asText()).as("the machine's own PATH").isEqualTo("null");
    assertThat(Files.readString(running.stack().logs().resolve("FirstFunction.log")))
        .contains("echoed for first")
        .doesNotContain("echoed for second");
  }

  @Test
  void theContractIsThereToRead() {
    assertThat(running.send("GET", "/docs/index.html").statusCode()).isEqualTo(200);
    JsonNode contract = RunningStack.json(running.send("GET", "/docs/openapi.json"));
    assertThat(contract.at("/servers/0/url").asText()).isEqualTo("/v1");
    assertThat(contract.toString()).doesNotContain("x-amazon");
  }
}
