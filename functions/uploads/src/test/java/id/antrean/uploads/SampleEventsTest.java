package id.antrean.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import id.antrean.domain.document.Document;
import id.antrean.memory.SampleEvents;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What API Gateway and S3 by SQS send is what the entries take. */
class SampleEventsTest {
  private static final String DOCUMENT = "random0000000001";

  private final House house = new House();

  @Test
  void aRequestDeclaresAndAnEventOfTheStoreVerifies() {
    APIGatewayProxyResponseEvent declared =
        house.function.uploads(
            SampleEvents.read("declare.json", APIGatewayProxyRequestEvent.class));
    assertThat(declared.getStatusCode()).isEqualTo(201);
    assertThat(declared.getBody()).contains(DOCUMENT);

    house.arrive(DOCUMENT, "a card");
    arrives("object-created.json");

    assertThat(house.document(DOCUMENT).state()).isEqualTo(Document.State.VERIFIED);
  }

  @Test
  void theStoresOwnTestEventIsTakenForWhatItIs() {
    arrives("test-event.json");

    assertThat(house.log.toString(StandardCharsets.UTF_8)).contains("ignored");
  }

  private void arrives(String file) {
    assertThat(
            house
                .function
                .verification(SampleEvents.read(file, SQSEvent.class))
                .getBatchItemFailures())
        .isEmpty();
  }
}
