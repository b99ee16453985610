package id.antrean.aws.seats;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.aws.EmbeddedTables;
import id.antrean.aws.applications.DynamoAppointments;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.ClaimSeat;
import id.antrean.domain.seat.ClaimSeat.Claim;
import id.antrean.domain.seat.ClaimSeat.Claimed;
import id.antrean.domain.seat.ClaimSeat.Refused;
import id.antrean.domain.seat.ClaimSeat.Unknown;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RacingForSeatsTest {
  private static final String TABLE = "sessions";
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final int QUOTA = 5;
  private static final int CONTENDERS = 24;
  private static final SessionId SESSION =
      new SessionId(
          new OfficeId("CLG"), LocalDate.of(2026, 12, 7), LocalTime.of(8, 0), Lane.REGULAR);

  private static final EmbeddedTables TABLES =
      new EmbeddedTables().with(TABLE, "officeMonth", "slot");

  private final DynamoDbClient dynamo = TABLES.dynamo();
  private final DynamoSeats seats =
      new DynamoSeats(dynamo, TABLE, new DynamoAppointments(dynamo, "unused"));

  @AfterAll
  static void stop() {
    TABLES.close();
  }

  @BeforeEach
  void anEmptySession() {
    put(session(Session.State.OPEN, NOW));
  }

  private void put(Session session) {
    dynamo.putItem(put -> put.tableName(TABLE).item(SessionItem.of(session)));
  }

  private static Session session(Session.State state, Instant opensAt) {
    return new Session(
        SESSION,
        ZoneId.of("Asia/Jakarta"),
        Duration.ofHours(1),
        QUOTA,
        state,
        opensAt,
        Set.of(),
        null);
  }

  private static HoldId hold(int contender) {
    return new HoldId(
        ApplicationId.of(ByteBuffer.allocate(ApplicationId.BYTES).putInt(contender).array()), 1);
  }

  /** Everybody claims at once; answers who got what. */
  private static List<Claim> race(ClaimSeat claims) throws InterruptedException {
    CyclicBarrier start = new CyclicBarrier(CONTENDERS);
    try (ExecutorService contenders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Claim>> racing = new ArrayList<>();
      for (int i = 0; i < CONTENDERS; i++) {
        HoldId hold = hold(i);
        racing.add(
            contenders.submit(
                () -> {
                  start.await();
                  return claims.claim(SESSION, hold, NOW);
                }));
      }
      List<Claim> claimed = new ArrayList<>();
      for (Future<Claim> one : racing) {
        claimed.add(one.get());
      }
      return claimed;
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private int taken() {
    return seats.find(SESSION).orElseThrow().seats().size();
  }

  @Test
  void noClaimSucceedsAtTheQuota() throws InterruptedException {
    List<Claim> claims = race(seats);
    assertThat(claims).filteredOn(Claimed.class::isInstance).hasSize(QUOTA);
    assertThat(claims).filteredOn(Refused.class::isInstance).hasSize(CONTENDERS - QUOTA);
    assertThat(taken()).isEqualTo(QUOTA);
  }

  /**
   * The control: look first, write then, no condition. If this did not oversell, the race above
   * would prove nothing.
   */
  @Test
  void withoutTheConditionTheSameRaceOversells() throws InterruptedException {
    CyclicBarrier everybodyLooked = new CyclicBarrier(CONTENDERS);
    ClaimSeat unguarded =
        (session, hold, now) -> {
          Session seen = seats.find(session).orElseThrow();
          await(everybodyLooked);
          if (seen.untaken() == 0) {
            return new Refused(seen);
          }
          dynamo.updateItem(
              update ->
                  update
                      .tableName(TABLE)
                      .key(SessionItem.key(session))
                      .updateExpression("ADD seats :set")
                      .expressionAttributeValues(
                          Map.of(
                              ":set",
                              AttributeValue.fromBs(
                                  List.of(SdkBytes.fromByteArray(hold.bytes()))))));
          return new Claimed(seen);
        };
    assertThat(race(unguarded)).filteredOn(Claimed.class::isInstance).hasSizeGreaterThan(QUOTA);
    assertThat(taken()).isGreaterThan(QUOTA);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theSameHoldAgainIsTheSameSeat() {
    assertThat(seats.claim(SESSION, hold(1), NOW)).isInstanceOf(Claimed.class);
    assertThat(seats.claim(SESSION, hold(1), NOW)).isInstanceOf(Claimed.class);
    assertThat(taken()).isEqualTo(1);
  }

  @Test
  void freeingTwiceFreesOnce() {
    assertThat(seats.claim(SESSION, hold(1), NOW)).isInstanceOf(Claimed.class);
    assertThat(seats.claim(SESSION, hold(2), NOW)).isInstanceOf(Claimed.class);
    seats.free(SESSION, hold(1));
    seats.free(SESSION, hold(1));
    assertThat(seats.find(SESSION).orElseThrow().seats()).containsExactly(hold(2));
    seats.free(SESSION, hold(2));
    assertThat(taken()).isZero();
  }

  @Test
  void aRefusalShowsHowTheSessionStands() {
    Session closed = session(Session.State.CLOSED, NOW);
    put(closed);
    assertThat(seats.claim(SESSION, hold(1), NOW)).isEqualTo(new Refused(closed));
    Session unopened = session(Session.State.OPEN, NOW.plusMillis(1));
    put(unopened);
    assertThat(seats.claim(SESSION, hold(1), NOW)).isEqualTo(new Refused(unopened));
    SessionId unknown =
        new SessionId(SESSION.office(), SESSION.date(), SESSION.start(), Lane.EXPRESS);
    assertThat(seats.claim(unknown, hold(1), NOW)).isEqualTo(new Unknown());
    seats.free(unknown, hold(1));
    assertThat(seats.find(unknown)).as("freeing makes no session").isEmpty();
  }
}
