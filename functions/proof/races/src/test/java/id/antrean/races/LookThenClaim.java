package id.antrean.races;

import id.antrean.aws.seats.SessionItem;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.ClaimSeat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The control of every race for a seat: looks whether one is free, then something else happens,
 * then it writes without a condition.
 */
record LookThenClaim(Tables tables, Runnable meanwhile) implements ClaimSeat {

  @Override
  public Claim claim(SessionId session, HoldId hold, Instant now) {
    Session seen = tables.seats().find(session).orElseThrow();
    if (seen.untaken() == 0) {
      return new Refused(seen);
    }
    meanwhile.run();
    return new Claimed(
        SessionItem.session(
            tables
                .dynamo()
                .updateItem(
                    update ->
                        update
                            .tableName(tables.sessionsName())
                            .key(SessionItem.key(session))
                            .updateExpression("ADD seats :set")
                            .expressionAttributeValues(
                                Map.of(
                                    ":set",
                                    AttributeValue.fromBs(
                                        List.of(SdkBytes.fromByteArray(hold.bytes())))))
                            .returnValues("ALL_NEW"))
                .attributes()));
  }
}
