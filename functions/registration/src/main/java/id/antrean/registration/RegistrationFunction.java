package id.antrean.registration;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import id.antrean.gateway.Api;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.QueueListener;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** What Lambda calls. */
@Startup
@Singleton
public class RegistrationFunction {
  private final Api api;
  private final QueueListener reminders;

  RegistrationFunction(Api api, Reminders reminders, EventLog log) {
    this.api = api;
    this.reminders = new QueueListener("identity", reminders, log);
  }

  @Funq("registration")
  public APIGatewayProxyResponseEvent registration(APIGatewayProxyRequestEvent event) {
    return api.handle(event);
  }

  /** One message of the identity queue; throwing hands it back to the queue. */
  @Funq("identity")
  public void identity(SQSMessage message) {
    reminders.receive(message);
  }
}
