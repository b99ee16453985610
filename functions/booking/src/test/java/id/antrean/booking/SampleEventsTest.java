package id.antrean.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import id.antrean.domain.application.Status;
import id.antrean.memory.SampleEvents;
import org.junit.jupiter.api.Test;

/** What API Gateway sends is what the entry takes; headers come in lower case over HTTP/2. */
class SampleEventsTest {
  private final FrontDesk desk = new FrontDesk();

  @Test
  void aRequestHoldsASeat() {
    APIGatewayProxyResponseEvent held =
        desk.receives(SampleEvents.read("hold.json", APIGatewayProxyRequestEvent.class));

    assertThat(held.getStatusCode()).as(held.getBody()).isEqualTo(200);
    assertThat(desk.siti().status()).isEqualTo(Status.AWAITING_PAYMENT);
  }
}
