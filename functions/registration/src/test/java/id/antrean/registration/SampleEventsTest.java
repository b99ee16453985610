package id.antrean.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.applicant.DukcapilAnswer;
import id.antrean.domain.applicant.DukcapilAnswer.Cause;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.memory.SampleEvents;
import org.junit.jupiter.api.Test;

/** What API Gateway and SQS send is what the entries take. */
class SampleEventsTest {
  private final House house = new House();

  @Test
  void aRequestRegistersAndAMessageAsksDukcapilAgain() {
    house.registry = new DukcapilAnswer.Unavailable(Cause.SLOW);
    APIGatewayProxyResponseEvent registered =
        house.function.registration(
            SampleEvents.read("register.json", APIGatewayProxyRequestEvent.class));

    assertThat(registered.getStatusCode()).isEqualTo(201);
    assertThat(registered.getHeaders())
        .containsEntry("Location", "/v1/applications/random0000000001");

    house.registry = new DukcapilAnswer.Matched();
    SampleEvents.read("reminder.json", SQSEvent.class)
        .getRecords()
        .forEach(house.function::identity);

    assertThat(
            house.world.see(new ApplicationId("random0000000001")).dossier().identity().verdict())
        .isEqualTo(IdentityVerdict.MATCHED);
  }
}
