package id.antrean.offices;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import id.antrean.gateway.ScheduledRun;
import id.antrean.memory.SampleEvents;
import org.junit.jupiter.api.Test;

/** What API Gateway and EventBridge send is what the entries take. */
class SampleEventsTest {
  private final OfficesAt offices = new OfficesAt("2026-12-02T05:00:00Z");

  @Test
  void aScheduleLaysTheCalendarOutAndARequestShowsIt() {
    offices.function().calendar(SampleEvents.read("scheduled.json", ScheduledRun.class));
    APIGatewayProxyResponseEvent shown =
        offices
            .function()
            .offices(SampleEvents.read("availability.json", APIGatewayProxyRequestEvent.class));

    assertThat(shown.getStatusCode()).as(shown.getBody()).isEqualTo(200);
    assertThat(shown.getBody()).contains("CLG.2026-12-07.0800.REGULAR");
  }
}
