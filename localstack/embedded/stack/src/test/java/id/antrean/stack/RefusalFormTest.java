package id.antrean.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is refused, and whoever refuses it, the refusal has one form. */
class RefusalFormTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An answer, read from the wire. */
  private record Raw(int status, String head, String body) {}

  private static Raw send(String requestLine, String... headers) throws IOException {
    int port = RunningStack.shared().stack().baseUri().getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request =
          requestLine
              + "\r\nHost: 127.0.0.1:"
              + port
              + "\r\nConnection: close\r\n"
              + String.join("", headers)
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = answer.indexOf("\r\n\r\n");
      return new Raw(
          Integer.parseInt(answer.substring(9, 12)),
          answer.substring(0, end),
          answer.substring(end + 4));
    }
  }

  private static void isAProblem(Raw answer, int status) throws IOException {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.head().toLowerCase(java.util.Locale.ROOT))
        .contains("content-type: application/problem+json");
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.path("type").asText()).startsWith("/problems/");
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(problem.path("instance").asText()).startsWith("/requests/");
  }

  @ParameterizedTest
  @CsvSource({
    "/nowhere, 404",
    "//v1/things/1, 404",
    "/v1//things/1, 404",
    "/v1/nothing/%ff, 404",
    "/v1/nothing/%c0%af, 404",
    "/v1/nothing/..%2f, 404",
    "/v1/nothing/.;x=1/, 404",
    "/%ff, 404",
    "/sandbox/nowhere, 404",
    "/docs/nowhere.js, 404",
    "/v1/things/1?limit=%, 400",
    "/v1/things/1?limit=%zz, 400",
    "/v1/things/1?%=1, 400",
  })
  void anAddressThatIsNone(String address, int status) throws IOException {
    isAProblem(send("GET " + address + " HTTP/1.1"), status);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/things/%zz",
    "/v1/things/%",
    "/%",
    "/%zz",
    "/v1/things/%00",
    "/%00",
    "/docs/%2e%2e/%00"
  })
  void percentEncodingThatMeansNothing(String address) throws IOException {
    isAProblem(send("GET " + address + " HTTP/1.1"), 400);
  }

  @ParameterizedTest
  @CsvSource({"POST, /health", "DELETE, /docs", "PUT, /v1/things/special", "OPTIONS, /nowhere"})
  void aMethodThatAPlaceDoesNotHave(String method, String address) throws IOException {
    isAProblem(send(method + " " + address + " HTTP/1.1"), 404);
  }

  @ParameterizedTest
  @CsvSource({"/v1/things/1", "/nowhere"})
  void headIsNoneOfTheContractsMethodsAndHasNoBody(String address) throws IOException {
    Raw answer = send("HEAD " + address + " HTTP/1.1");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.head()).containsIgnoringCase("content-type: application/problem+json");
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"431, X-Long", "431, Cookie"})
  void headersThatAreTooLarge(int status, String header) throws IOException {
    isAProblem(
        send("GET /v1/things/1 HTTP/1.1", header + ": " + "x".repeat(20_000) + "\r\n"), status);
  }

  @ParameterizedTest
  @CsvSource({"GET, 400", "G(T / HTTP/1.1, 400", "GET / HTTP/9.9, 505"})
  void whatIsNoRequest(String line, int status) throws IOException {
    isAProblem(send(line), status);
  }
}
