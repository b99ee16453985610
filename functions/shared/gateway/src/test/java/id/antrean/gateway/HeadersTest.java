package id.antrean.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadersTest {

  @Test
  void aHeaderThatComesTwiceIsOneList() {
    Request request =
        Request.of(
            new APIGatewayProxyRequestEvent()
                .withHttpMethod("POST")
                .withResource("/x")
                .withHeaders(Map.of("Webhook-Signature", "v1,b", "If-Match", "\"3\""))
                .withMultiValueHeaders(
                    Map.of(
                        "Webhook-Signature",
                        List.of("v1,a", "v1,b"),
                        "If-Match",
                        List.of("\"3\""))));
    assertThat(request.header("webhook-signature")).contains("v1,a, v1,b");
    assertThat(request.header("if-match")).contains("\"3\"");
  }
}
