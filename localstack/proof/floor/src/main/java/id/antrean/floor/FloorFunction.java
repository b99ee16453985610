package id.antrean.floor;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.quarkus.funqy.Funq;

/**
 * The least that a function of this platform can be: it knows no domain, no store and no rule. What
 * {@code ./antrean bench --starts} measures of the others stands beside this.
 */
public class FloorFunction {
  @Funq("floor")
  public APIGatewayProxyResponseEvent floor(APIGatewayProxyRequestEvent event) {
    return new APIGatewayProxyResponseEvent().withStatusCode(200).withBody(event.getPath());
  }
}
