package id.antrean.statistics;

import id.antrean.aws.Environment;
import id.antrean.aws.statistics.DynamoStatistics;
import id.antrean.domain.office.FindOffice;
import id.antrean.gateway.EventLog;
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

  @Singleton
  CountSteps countSteps(DynamoStatistics statistics, FindOffice offices, EventLog log) {
    return new CountSteps(statistics, offices, log);
  }

  @Singleton
  StatisticsRoutes routes(FindOffice offices, DynamoStatistics statistics) {
    return new StatisticsRoutes(offices, statistics);
  }
}
