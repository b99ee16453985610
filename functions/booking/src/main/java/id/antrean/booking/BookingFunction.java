package id.antrean.booking;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.quarkus.funqy.Funq;

/** Probe. */
public class BookingFunction {
  @Funq("booking")
  public APIGatewayProxyResponseEvent booking(APIGatewayProxyRequestEvent event) {
    return new APIGatewayProxyResponseEvent().withStatusCode(200).withBody("{}");
  }
}
