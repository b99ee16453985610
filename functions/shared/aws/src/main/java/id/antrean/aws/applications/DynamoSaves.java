package id.antrean.aws.applications;

import id.antrean.aws.Conditions;
import id.antrean.aws.ItemWriter;
import id.antrean.aws.Retry;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.Change.Part;
import id.antrean.domain.application.SaveApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Saves applications. Only attributes that a step changed are written, under the condition that the
 * version is the one that was read: what a newer deployment keeps beside them stays.
 */
public final class DynamoSaves implements SaveApplication {
  private static final String SAME_VERSION = "#version = :version";

  private final DynamoDbClient dynamo;
  private final String table;
  private final TransactionParts parts;

  public DynamoSaves(DynamoDbClient dynamo, String table, TransactionParts parts) {
    this.dynamo = dynamo;
    this.table = table;
    this.parts = parts;
  }

  @Override
  public boolean create(Application application) {
    try {
      Retry.with(
          "storing an application",
          () ->
              dynamo.putItem(
                  put ->
                      put.tableName(table)
                          .item(ApplicationItem.of(application))
                          .conditionExpression("attribute_not_exists(id)")));
      return true;
    } catch (ConditionalCheckFailedException taken) {
      return false;
    }
  }

  @Override
  public StepOutcome save(Change.Step step) {
    return StepOutcome.class.cast(write(step, step.parts()));
  }

  @Override
  public BindOutcome bind(Change.Bind bind) {
    return BindOutcome.class.cast(write(bind, bind.parts()));
  }

  @Override
  public SettleOutcome settle(Change.Settle settle) {
    return SettleOutcome.class.cast(write(settle, settle.parts()));
  }

  private SaveOutcome write(Change change, List<Part> together) {
    return together.isEmpty() && change.entriesMoved().isEmpty()
        ? saveAlone(change)
        : saveTogether(change, together);
  }

  private SaveOutcome saveAlone(Change change) {
    AttributeChanges changes = changes(change);
    try {
      Retry.with(
          "changing an application",
          () ->
              dynamo.updateItem(
                  update ->
                      update
                          .tableName(table)
                          .key(ApplicationItem.key(change.before().id()))
                          .updateExpression(changes.expression())
                          .conditionExpression(SAME_VERSION)
                          .expressionAttributeNames(changes.names())
                          .expressionAttributeValues(changes.values())));
      return new Saved();
    } catch (ConditionalCheckFailedException moved) {
      return new Moved();
    }
  }

  private SaveOutcome saveTogether(Change change, List<Part> together) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(applicationWrite(change));
    together.forEach(part -> writes.add(parts.write(part, change, table)));
    if (!change.entriesMoved().isEmpty()) {
      writes.add(entriesWrite(change));
    }
    try {
      Retry.with(
          "changing an application",
          () -> dynamo.transactWriteItems(transaction -> transaction.transactItems(writes)));
      return new Saved();
    } catch (TransactionCanceledException cancelled) {
      return why(cancelled.cancellationReasons(), change, together);
    }
  }

  private TransactWriteItem applicationWrite(Change change) {
    AttributeChanges changes = changes(change);
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(table)
                    .key(ApplicationItem.key(change.before().id()))
                    .updateExpression(changes.expression())
                    .conditionExpression(SAME_VERSION)
                    .expressionAttributeNames(changes.names())
                    .expressionAttributeValues(changes.values()))
        .build();
  }

  /**
   * Older entries of the timeline go beside the item that they leave. Their place has not been
   * written before, or by a write that was not taken: whoever is at this version writes the same.
   */
  private TransactWriteItem entriesWrite(Change change) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(table)
                    .key(
                        TimelineItems.key(
                            change.before().id(), change.before().timeline().earlier()))
                    .updateExpression(
                        "SET #schema = :schema, requestId = :request, retainUntil = :retain,"
                            + " entries = :entries")
                    .expressionAttributeNames(Map.of("#schema", "schema"))
                    .expressionAttributeValues(
                        new ItemWriter()
                            .number(":schema", ApplicationItem.SCHEMA)
                            .text(":request", CurrentRequest.id())
                            .kept(":retain", "application", change.before().createdAt())
                            .list(":entries", TimelineItems.entries(change.entriesMoved()))
                            .attributes()))
        .build();
  }

  /**
   * The application's own condition speaks first: what the others say may be due to its having
   * moved.
   */
  private SaveOutcome why(List<CancellationReason> reasons, Change change, List<Part> together) {
    if (Conditions.failed(reasons.get(0))) {
      return new Moved();
    }
    for (int i = 0; i < together.size(); i++) {
      CancellationReason reason = reasons.get(i + 1);
      if (Conditions.failed(reason) && together.get(i) instanceof Change.ReleasePerson release) {
        // The guard has been another's since this booking counted no more; it cannot become ours
        // again at this version.
        return write(change, together.stream().filter(part -> !part.equals(release)).toList());
      }
      if (Conditions.failed(reason)) {
        return parts.refusal(together.get(i), reason.item());
      }
    }
    throw new IllegalStateException(
        "a transaction was cancelled without a failed condition: "
            + reasons.stream().map(CancellationReason::code).toList());
  }

  private static AttributeChanges changes(Change change) {
    Map<String, AttributeValue> before = ApplicationItem.of(change.before());
    Map<String, AttributeValue> after = ApplicationItem.of(change.after());
    before.keySet().removeIf(it -> ApplicationItem.SAID_ANEW.contains(it) && after.containsKey(it));
    return AttributeChanges.between(
        before,
        after,
        Map.of(":version", AttributeValue.fromN(Integer.toString(change.before().version()))));
  }
}
