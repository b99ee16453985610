package id.antrean.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import id.antrean.aws.stream.StreamBatch;
import id.antrean.memory.SampleEvents;
import org.junit.jupiter.api.Test;

/** What a table's stream and API Gateway send is what the entries take. */
class SampleEventsTest {
  private final StatisticsHere here = new StatisticsHere();

  @Test
  void stepsAreCountedAndARequestShowsThem() {
    assertThat(
            here.function
                .counting(SampleEvents.read("steps.json", StreamBatch.class))
                .batchItemFailures())
        .isEmpty();

    APIGatewayProxyResponseEvent shown =
        here.function.statistics(
            SampleEvents.read("statistics.json", APIGatewayProxyRequestEvent.class));

    assertThat(shown.getStatusCode()).as(shown.getBody()).isEqualTo(200);
    assertThat(shown.getBody())
        .contains("\"date\":\"2026-11-23\"")
        .contains("\"held\":1,\"paid\":1,\"expired\":0")
        .contains("\"seatsTaken\":1,\"seatsReturned\":0");
  }
}
