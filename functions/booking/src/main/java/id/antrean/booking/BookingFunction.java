package id.antrean.booking;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import id.antrean.gateway.Api;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** What Lambda calls. */
@Startup
@Singleton
public class BookingFunction {
  private final Api api;

  BookingFunction(Api api) {
    this.api = api;
  }

  @Funq("booking")
  public APIGatewayProxyResponseEvent booking(APIGatewayProxyRequestEvent event) {
    return api.handle(event);
  }
}
