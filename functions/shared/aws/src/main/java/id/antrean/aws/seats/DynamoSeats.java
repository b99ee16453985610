package id.antrean.aws.seats;

import id.antrean.aws.Items;
import id.antrean.aws.Retry;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.FindAppointments;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Release;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.ClaimSeat;
import id.antrean.domain.seat.FindSeats;
import id.antrean.domain.seat.FreeSeat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** The seats of the sessions table. */
public final class DynamoSeats implements ClaimSeat, FreeSeat, FindSeats {

  /**
   * Never at or above the quota of the moment, never twice the same hold, never in a session that
   * takes none.
   */
  private static final String MAY_CLAIM =
      "#state = :open AND opensAt <= :now AND quota > :none"
          + " AND (attribute_not_exists(seats)"
          + " OR (size(seats) < quota AND NOT contains(seats, :one)))"
          + " AND ("
          + released()
          + ")";

  /**
   * What is released by that moment is not all taken: nothing has to run when its time comes. The
   * first release is at {@code opensAt}.
   */
  private static String released() {
    StringBuilder condition = new StringBuilder("attribute_not_exists(releases)");
    for (int step = 0; step < Release.MOST; step++) {
      condition
          .append(" OR (releases[%d].#at <= :now AND".formatted(step))
          .append(
              " (attribute_not_exists(seats) OR size(seats) < releases[%d].upTo))".formatted(step));
    }
    return condition.toString();
  }

  /** Whoever moved their seat does not wait for the former one to be free. */
  private static final Duration NOBODY_WAITS = Duration.ofSeconds(1);

  private final DynamoDbClient dynamo;
  private final String table;
  private final FindAppointments appointments;

  public DynamoSeats(DynamoDbClient dynamo, String table, FindAppointments appointments) {
    this.dynamo = dynamo;
    this.table = table;
    this.appointments = appointments;
  }

  @Override
  public Claim claim(SessionId session, HoldId hold, Instant now) {
    AttributeValue one = AttributeValue.fromB(SdkBytes.fromByteArray(hold.bytes()));
    try {
      // An answer that got lost is asked for again: the hold is in the set then, and the
      // condition's failure says so.
      UpdateItemResponse claimed =
          Retry.with(
              "claiming a seat",
              () ->
                  dynamo.updateItem(
                      update ->
                          update
                              .tableName(table)
                              .key(SessionItem.key(session))
                              .updateExpression("ADD seats :set SET lastClaimAt = :now")
                              .conditionExpression(MAY_CLAIM)
                              .expressionAttributeNames(Map.of("#state", "state", "#at", "at"))
                              .expressionAttributeValues(
                                  Map.of(
                                      ":set", AttributeValue.fromBs(List.of(one.b())),
                                      ":one", one,
                                      ":open", AttributeValue.fromS(Session.State.OPEN.name()),
                                      ":none", AttributeValue.fromN("0"),
                                      ":now",
                                          AttributeValue.fromN(Long.toString(now.toEpochMilli()))))
                              .returnValues(ReturnValue.ALL_NEW)
                              .returnValuesOnConditionCheckFailure(
                                  ReturnValuesOnConditionCheckFailure.ALL_OLD)));
      return new Claimed(SessionItem.session(claimed.attributes()));
    } catch (ConditionalCheckFailedException refused) {
      return why(refused.hasItem() ? SessionItem.session(refused.item()) : null, hold);
    }
  }

  private static Claim why(@Nullable Session session, HoldId hold) {
    if (session == null) {
      return new Unknown();
    }
    return session.seats().contains(hold) ? new Claimed(session) : new Refused(session);
  }

  @Override
  public void free(SessionId session, HoldId hold) {
    free(session, hold, Retry.LONGEST);
  }

  @Override
  public void freeNowOrByMessage(SessionId session, HoldId hold) {
    try {
      free(session, hold, NOBODY_WAITS);
    } catch (Unavailable byMessage) {
      return;
    }
  }

  private void free(SessionId session, HoldId hold, Duration longest) {
    try {
      Retry.within(
          longest,
          "freeing a seat",
          () ->
              dynamo.updateItem(
                  update ->
                      update
                          .tableName(table)
                          .key(SessionItem.key(session))
                          .updateExpression("DELETE seats :set")
                          // Without it, freeing in a session that is gone would make an empty one.
                          .conditionExpression("attribute_exists(slot)")
                          .expressionAttributeValues(
                              Map.of(
                                  ":set",
                                  AttributeValue.fromBs(
                                      List.of(SdkBytes.fromByteArray(hold.bytes())))))));
    } catch (ConditionalCheckFailedException nothingToFree) {
      return;
    }
  }

  @Override
  public Optional<Session> find(SessionId session) {
    return Items.find(dynamo, table, SessionItem.key(session), "reading a session")
        .map(SessionItem::session);
  }

  @Override
  public boolean allPaid(Session session) {
    Set<ApplicationId> paid = appointments.paidIn(session.id());
    return session.seats().stream().map(HoldId::application).allMatch(paid::contains);
  }
}
