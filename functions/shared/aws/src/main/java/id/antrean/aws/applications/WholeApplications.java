package id.antrean.aws.applications;

import id.antrean.aws.BatchRead;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Applications that an index names, read whole and as they stand now. */
final class WholeApplications {

  private WholeApplications() {}

  /** By id; what is there no more is not among them. */
  static Map<ApplicationId, Application> read(
      DynamoDbClient dynamo, String table, Collection<ApplicationId> ids) {
    return BatchRead.of(
            dynamo, "applications", table, ids.stream().map(ApplicationItem::key).toList())
        .stream()
        .map(ApplicationItem::application)
        .collect(Collectors.toMap(Application::id, Function.identity()));
  }
}
