package id.antrean.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is asked and whatever happens, there is an answer, and a line in the log. */
class AnsweringWhateverHappensTest {
  private final Desk desk = new Desk();

  @ParameterizedTest
  @CsvSource({"GET, /elsewhere", "DELETE, /open", "get, /open", "OPTIONS, /elsewhere"})
  void whatHasNoRouteIsNotFound(String method, String resource) {
    Desk.Answered answer = desk.ask(method, resource, "Bearer nobody");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body().path("type").textValue()).isEqualTo("/problems/not-found");
  }

  @Test
  void theMethodChoosesAmongTheRoutesOfAResource() {
    assertThat(desk.ask("GET", "/open", "").status()).isEqualTo(200);
    assertThat(desk.ask("PUT", "/open", "").status()).isEqualTo(204);
    assertThat(desk.ask("PUT", "/open", "").text()).isEmpty();
  }

  @Test
  void everyRequestIsALineInTheLogWithTheTimeItTook() {
    long begun = System.nanoTime();
    desk.ask("GET", "/open", "");
    long took = (System.nanoTime() - begun) / 1_000_000;

    assertThat(desk.log()).hasSize(1);
    JsonNode line = desk.log().getFirst();
    assertThat(line.path("event").textValue()).isEqualTo("request");
    assertThat(line.path("route").textValue()).isEqualTo("GET /open");
    assertThat(line.path("requestId").textValue()).isEqualTo("request-1");
    assertThat(line.path("millis").longValue()).isBetween(0L, took);
  }

  @Test
  void aHandlerWorksInTheNameOfItsRequest() {
    assertThat(desk.ask("GET", "/id", "").body().path("said").textValue()).isEqualTo("request-1");
  }

  @Test
  void whatIsRefusedIsToldAndWhatIsDoneIsAnswered() {
    Desk.Answered refused = desk.ask("GET", "/refused", "");
    assertThat(refused.status()).isEqualTo(412);
    assertThat(refused.body().path("version").intValue()).isEqualTo(3);

    assertThat(desk.ask("GET", "/done", "").body().path("said").textValue())
        .isEqualTo("it is done");
  }

  @ParameterizedTest
  @CsvSource({
    "/down, unavailable, Unavailable <- IllegalStateException",
    "/broken, fault, NullPointerException"
  })
  void aFaultTellsNothingOfUsToTheClientAndItsPlaceToTheLog(
      String resource, String event, String fault) {
    Desk.Answered answer = desk.ask("GET", resource, "");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsKey("Retry-After");
    assertThat(answer.body().path("type").textValue()).isEqualTo("/problems/unavailable");
    assertThat(desk.log()).hasSize(2);
    JsonNode line = desk.log().getFirst();
    assertThat(line.path("event").textValue()).isEqualTo(event);
    assertThat(line.path("level").textValue()).isEqualTo("ERROR");
    assertThat(line.path("route").textValue()).isEqualTo(resource);
    assertThat(line.path("fault").textValue()).isEqualTo(fault);
    assertThat(line.path("at").textValue()).isNotBlank();
    assertThat(line.toString() + answer.text()).doesNotContain("9901014107950001");
  }
}
