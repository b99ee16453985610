package id.antrean.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentRequestTest {
  @TempDir Path folder;
  private RunningSandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = new RunningSandbox(folder);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                 | /billingCode",
        "{\"billingCode\":\"800000000000000\"}              | /amount",
        "{\"billingCode\":\"8\",\"amount\":-1}              | /amount",
        "{\"billingCode\":\"8\",\"amount\":1.5}             | /amount",
        "{\"billingCode\":\"8\",\"amount\":\"1\"}           | /amount",
        "{\"billingCode\":\"8\",\"status\":\"paid\"}        | /status",
        "{\"billingCode\":\"8\",\"channel\":\"barter\"}     | /channel",
        "{\"billingCode\":\"8\",\"paidAt\":\"yesterday\"}   | /paidAt",
        "{\"billingCode\":\"8\",\"times\":-1}                | /times",
        "{\"billingCode\":\"8\",\"tamper\":\"yes\"}         | /tamper",
        "{\"billingCode\":\"8\",\"currency\":\"rupiah\"}    | /currency",
        "{\"billingCode\":\"8\",\"ammount\":1}              | /ammount",
        "nonsense                                           | ''",
      })
  void whatIsWrongIsNamedAndNothingIsSent(String body, String pointer) {
    HttpResponse<String> answer = sandbox.post("/sandbox/aggregators/midtrans/payments", body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"pointer\":\"" + pointer + "\"");
    assertThat(sandbox.received()).isEmpty();
  }

  @Test
  void anUnknownBillCanBePaidIfTheAmountIsSaid() {
    sandbox.post(
        "/sandbox/aggregators/midtrans/payments",
        "{\"billingCode\":\"800000000000000\",\"amount\":350000}");

    assertThat(sandbox.received().getFirst().json().path("gross_amount").asText())
        .isEqualTo("350000.00");
  }

  @Test
  void anAggregatorThatIsNotHereIsNotFound() {
    HttpResponse<String> answer =
        sandbox.post("/sandbox/aggregators/nobody/payments", "{\"billingCode\":\"8\"}");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("doku, midtrans, snap, standard, xendit");
    assertThat(sandbox.get("/sandbox/aggregators/nobody").statusCode()).isEqualTo(404);
  }
}
