package id.antrean.uploads;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import id.antrean.gateway.Api;
import id.antrean.gateway.QueueListener;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** What Lambda calls. */
@Startup
@Singleton
public class UploadFunctions {
  private final Api api;
  private final QueueListener uploadEvents;

  UploadFunctions(Api api, QueueListener uploadEvents) {
    this.api = api;
    this.uploadEvents = uploadEvents;
  }

  @Funq("uploads")
  public APIGatewayProxyResponseEvent uploads(APIGatewayProxyRequestEvent event) {
    return api.handle(event);
  }

  /** One message of the upload queue; throwing hands it back to the queue. */
  @Funq("verification")
  public void verification(SQSMessage message) {
    uploadEvents.receive(message);
  }
}
