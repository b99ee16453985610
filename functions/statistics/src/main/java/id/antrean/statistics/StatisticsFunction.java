package id.antrean.statistics;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import id.antrean.aws.stream.BatchAnswer;
import id.antrean.aws.stream.ReadSteps;
import id.antrean.aws.stream.StreamBatch;
import id.antrean.gateway.Api;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** What Lambda calls: the stream of the applications, and the API. */
@Startup
@Singleton
public class StatisticsFunction {
  private final CountSteps count;
  private final Api api;

  StatisticsFunction(CountSteps count, Api api) {
    this.count = count;
    this.api = api;
  }

  @Funq("counting")
  public BatchAnswer counting(StreamBatch batch) {
    return ReadSteps.of(batch, count::on);
  }

  @Funq("statistics")
  public APIGatewayProxyResponseEvent statistics(APIGatewayProxyRequestEvent event) {
    return api.handle(event);
  }
}
