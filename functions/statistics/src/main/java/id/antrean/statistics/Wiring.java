package id.antrean.statistics;

import id.antrean.aws.Environment;
import id.antrean.aws.statistics.DynamoStatistics;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What these functions add to what all have. */
@RegisterForReflection(targets = StatisticsView.class)
class Wiring {

  @Singleton
  DynamoStatistics statistics(DynamoDbClient dynamo, Clock clock) {
    return new DynamoStatistics(dynamo, Environment.text("STATISTICS_TABLE"), clock);
  }
}
