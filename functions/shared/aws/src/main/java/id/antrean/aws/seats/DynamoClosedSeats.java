package id.antrean.aws.seats;

import id.antrean.aws.Retry;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.office.ClosureId;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.CloseSeats;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Closed sessions in the sessions table: the closures that keep one closed are a set on its item,
 * beside those whom they sent away. A session is closed by one update, which the condition of a
 * claim sees: what is claimed was claimed before it, and stands in what it returns.
 */
public final class DynamoClosedSeats implements CloseSeats {
  private static final String THERE = "attribute_exists(slot)";
  private static final String DISPLACED = "displaced";

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoClosedSeats(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<Session> close(SessionId session, ClosureId closure) {
    return update(
            session,
            "ADD closures :closures SET #state = :closed, requestId = :request",
            THERE,
            Map.of(
                ":closures", AttributeValue.fromSs(List.of(closure.value())),
                ":closed", AttributeValue.fromS(Session.State.CLOSED.name()),
                ":request", AttributeValue.fromS(CurrentRequest.id())))
        .map(SessionItem::session);
  }

  /** Opened only where no closure is left at the moment of the write. */
  @Override
  public Optional<Session> open(SessionId session, ClosureId closure, boolean planned) {
    Optional<Map<String, AttributeValue>> without =
        update(
            session,
            "DELETE closures :closures SET requestId = :request",
            THERE,
            Map.of(
                ":closures", AttributeValue.fromSs(List.of(closure.value())),
                ":request", AttributeValue.fromS(CurrentRequest.id())));
    if (without.isEmpty() || !planned || without.get().containsKey(SessionItem.CLOSURES)) {
      return without.map(SessionItem::session);
    }
    return update(
            session,
            "SET #state = :open",
            THERE + " AND attribute_not_exists(closures)",
            Map.of(":open", AttributeValue.fromS(Session.State.OPEN.name())))
        .or(() -> without)
        .map(SessionItem::session);
  }

  @Override
  public void noteDisplaced(SessionId session, HoldId hold) {
    var _ = update(session, "ADD displaced :holds", THERE, Map.of(":holds", holds(hold)));
  }

  @Override
  public Set<HoldId> displaced(SessionId session) {
    AttributeValue displaced = read(session, DISPLACED);
    return displaced == null
        ? Set.of()
        : displaced.bs().stream()
            .map(bytes -> HoldId.of(bytes.asByteArray()))
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void forgetDisplaced(SessionId session, HoldId hold) {
    var _ = update(session, "DELETE displaced :holds", THERE, Map.of(":holds", holds(hold)));
  }

  private static AttributeValue holds(HoldId hold) {
    return AttributeValue.fromBs(List.of(SdkBytes.fromByteArray(hold.bytes())));
  }

  private @Nullable AttributeValue read(SessionId session, String attribute) {
    return Retry.with(
            "reading a session",
            () ->
                dynamo.getItem(
                    get ->
                        get.tableName(table)
                            .key(SessionItem.key(session))
                            .projectionExpression(attribute)
                            .consistentRead(true)))
        .item()
        .get(attribute);
  }

  /** The item after it; empty where the condition does not hold. */
  private Optional<Map<String, AttributeValue>> update(
      SessionId session, String expression, String condition, Map<String, AttributeValue> values) {
    UpdateItemRequest.Builder update =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(SessionItem.key(session))
            .updateExpression(expression)
            .conditionExpression(condition)
            .expressionAttributeValues(new HashMap<>(values))
            .returnValues(ReturnValue.ALL_NEW);
    if (expression.contains("#state")) {
      update.expressionAttributeNames(Map.of("#state", "state"));
    }
    try {
      return Optional.of(
          Retry.with("closing a session", () -> dynamo.updateItem(update.build())).attributes());
    } catch (ConditionalCheckFailedException otherwise) {
      return Optional.empty();
    }
  }
}
