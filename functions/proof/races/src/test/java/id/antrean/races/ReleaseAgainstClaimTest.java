package id.antrean.races;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.aws.seats.SessionItem;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Release;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.ClaimSeat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** A crowd claims while more seats come free to be held. */
@ExtendWith(RealStore.class)
class ReleaseAgainstClaimTest {
  private static final int ROUNDS = 12;
  private static final int AT_FIRST = 2;
  private static final int MORE = 3;
  private static final int CROWD = 6;
  private static final int QUOTA = 20;
  private static final Instant MOMENT = NOW.plus(Duration.ofHours(1));
  private static final Instant JUST_BEFORE = MOMENT.minusMillis(1);

  private final Scene scene;

  ReleaseAgainstClaimTest(Tables tables) {
    this.scene = Scene.on(tables);
  }

  /** Some seats now and more from the moment on. */
  private SessionId opens(int round) {
    SessionId session = scene.opens(round, "08:00", QUOTA);
    scene
        .tables()
        .put(
            new Session(
                session,
                CILEGON.zone(),
                Duration.ofHours(1),
                QUOTA,
                Session.State.OPEN,
                NOW,
                List.of(new Release(NOW, AT_FIRST), new Release(MOMENT, MORE)),
                Set.of(),
                null,
                Set.of()));
    return session;
  }

  private List<Callable<Outcome<Application>>> crowd(
      String name, Functions functions, SessionId session) {
    return IntStream.range(0, CROWD)
        .mapToObj(i -> scene.somebody(name + i))
        .<Callable<Outcome<Application>>>map(who -> () -> functions.hold(who, session))
        .toList();
  }

  private static long done(List<Outcome<Application>> answers) {
    return answers.stream().filter(Outcome.Done.class::isInstance).count();
  }

  @Test
  void rightBeforeTheMomentAsManyAsWereReleasedBeforeGetASeat() {
    for (int round = 0; round < ROUNDS; round++) {
      SessionId session = opens(round);
      List<Outcome<Application>> answers =
          AtOnce.all(crowd("p" + round + "-", scene.functions().at(JUST_BEFORE), session));
      assertThat(done(answers)).isEqualTo(AT_FIRST);
      assertThat(answers)
          .filteredOn(
              Outcome.refused(new Refusal.NotOpenYet(MOMENT.atZone(CILEGON.zone())))::equals)
          .hasSize(CROWD - AT_FIRST);
      assertThat(scene.taken(session)).isEqualTo(AT_FIRST);
    }
    assertThat(scene.brokenAtRest()).isEmpty();
  }

  /** Of two machines that answer the crowd one has come to the moment and the other has not. */
  @Test
  void acrossTheMomentNeverMoreAreTakenThanWereReleased() {
    for (int round = 0; round < ROUNDS; round++) {
      SessionId session = opens(round);
      List<Callable<Outcome<Application>>> everybody = new ArrayList<>();
      everybody.addAll(crowd("b" + round + "-", scene.functions().at(JUST_BEFORE), session));
      everybody.addAll(crowd("a" + round + "-", scene.functions().at(MOMENT), session));

      List<Outcome<Application>> answers = AtOnce.all(everybody);

      assertThat(done(answers.subList(0, CROWD))).isLessThanOrEqualTo(AT_FIRST);
      assertThat(done(answers)).isEqualTo(AT_FIRST + MORE);
      assertThat(scene.taken(session)).isEqualTo(AT_FIRST + MORE);
      assertThat(scene.functions().at(MOMENT).hold(scene.somebody("late" + round), session))
          .isInstanceOf(Outcome.Refused.class);
    }
    assertThat(scene.brokenAtRest()).isEmpty();
  }

  @Test
  void withoutTheReleasesInTheConditionMoreAreTakenThanWereReleased() {
    SessionId session = opens(0);
    Functions unguarded =
        scene.functions().at(JUST_BEFORE).claimingBy(new ClaimWhateverIsReleased(scene.tables()));

    assertThat(done(AtOnce.all(crowd("p", unguarded, session)))).isEqualTo(CROWD);
    assertThat(scene.taken(session)).isGreaterThan(AT_FIRST);
  }

  /** The control: the store's condition as it is where all seats open at once. */
  private record ClaimWhateverIsReleased(Tables tables) implements ClaimSeat {

    @Override
    public Claim claim(SessionId session, HoldId hold, Instant now) {
      SdkBytes bytes = SdkBytes.fromByteArray(hold.bytes());
      try {
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
                                .conditionExpression(
                                    "#state = :open AND opensAt <= :now AND quota > :none"
                                        + " AND (attribute_not_exists(seats)"
                                        + " OR size(seats) < quota)")
                                .expressionAttributeNames(Map.of("#state", "state"))
                                .expressionAttributeValues(
                                    Map.of(
                                        ":set", AttributeValue.fromBs(List.of(bytes)),
                                        ":open", AttributeValue.fromS("OPEN"),
                                        ":none", AttributeValue.fromN("0"),
                                        ":now",
                                            AttributeValue.fromN(
                                                Long.toString(now.toEpochMilli()))))
                                .returnValues(ReturnValue.ALL_NEW))
                    .attributes()));
      } catch (ConditionalCheckFailedException refused) {
        return new Refused(tables.seats().find(session).orElseThrow());
      }
    }
  }
}
