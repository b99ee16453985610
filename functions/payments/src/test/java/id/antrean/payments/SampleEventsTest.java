package id.antrean.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import id.antrean.domain.application.Status;
import id.antrean.gateway.ScheduledRun;
import id.antrean.memory.SampleEvents;
import org.junit.jupiter.api.Test;

/**
 * What API Gateway, SQS and EventBridge send is what the entries take; a body may come in Base64.
 */
class SampleEventsTest {
  private final PaymentsHouse house = new PaymentsHouse();

  @Test
  void aSignedNotificationSettles() {
    assertThat(
            house
                .function
                .payments(SampleEvents.read("notification.json", APIGatewayProxyRequestEvent.class))
                .getStatusCode())
        .isEqualTo(200);
    assertThat(house.counter.application().status()).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void aNotificationThatWasCapturedSettles() {
    SampleEvents.read("captured.json", SQSEvent.class)
        .getRecords()
        .forEach(house.function::settlement);

    assertThat(house.counter.application().status()).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void aScheduleSweeps() {
    house.function.sweep(SampleEvents.read("scheduled.json", ScheduledRun.class));

    assertThat(house.logged("payment-sweep")).isNotNull();
  }
}
