package id.antrean.bench;

import id.antrean.aws.seats.SessionItem;
import id.antrean.bench.Answer.Fate;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.SessionId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * What the product is measured against: the same claim under the same condition, and nothing else:
 * no application is read, nothing armed or bound, no item sent back. Every loser costs a write.
 */
record BareLoop(Store store, Contest contest) {

  List<Answer> run(int contenders, SessionId session, Instant now) {
    return contest.atOnce(contenders, number -> claim(number, session, now));
  }

  private Fate claim(int number, SessionId session, Instant now) {
    byte[] id = ByteBuffer.allocate(ApplicationId.BYTES).putInt(number).array();
    SdkBytes hold = SdkBytes.fromByteArray(new HoldId(ApplicationId.of(id), 1).bytes());
    try {
      store
          .dynamo()
          .updateItem(
              update ->
                  update
                      .tableName(store.sessionsTable())
                      .key(SessionItem.key(session))
                      .updateExpression("ADD seats :set SET lastClaimAt = :now")
                      .conditionExpression(
                          "#state = :open AND opensAt <= :now AND quota > :none"
                              + " AND (attribute_not_exists(seats)"
                              + " OR (size(seats) < quota AND NOT contains(seats, :one)))")
                      .expressionAttributeNames(Map.of("#state", "state"))
                      .expressionAttributeValues(
                          Map.of(
                              ":set", AttributeValue.fromBs(List.of(hold)),
                              ":one", AttributeValue.fromB(hold),
                              ":open", AttributeValue.fromS("OPEN"),
                              ":none", AttributeValue.fromN("0"),
                              ":now", AttributeValue.fromN(Long.toString(now.toEpochMilli())))));
      return Fate.WON;
    } catch (ConditionalCheckFailedException full) {
      return Fate.REFUSED;
    }
  }
}
