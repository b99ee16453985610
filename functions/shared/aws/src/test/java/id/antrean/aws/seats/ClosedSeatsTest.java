package id.antrean.aws.seats;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.aws.EmbeddedTables;
import id.antrean.aws.applications.DynamoAppointments;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.ClosureId;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Release;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.ClaimSeat.Claim;
import id.antrean.domain.seat.ClaimSeat.Claimed;
import id.antrean.domain.seat.ClaimSeat.Refused;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class ClosedSeatsTest {
  private static final String TABLE = "sessions";
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final SessionId SESSION =
      new SessionId(
          new OfficeId("CLG"), LocalDate.of(2026, 12, 7), LocalTime.of(8, 0), Lane.REGULAR);
  private static final SessionId NOWHERE =
      new SessionId(SESSION.office(), SESSION.date(), SESSION.start(), Lane.EXPRESS);
  private static final ClosureId STRIKE = new ClosureId("2026-12-07-strike");
  private static final ClosureId FLOOD = new ClosureId("2026-12-09-flood");

  private static final EmbeddedTables TABLES =
      new EmbeddedTables().with(TABLE, "officeMonth", "slot");

  private final DynamoDbClient dynamo = TABLES.dynamo();
  private final DynamoClosedSeats closed = new DynamoClosedSeats(dynamo, TABLE);
  private final DynamoSeats seats =
      new DynamoSeats(dynamo, TABLE, new DynamoAppointments(dynamo, "unused"));

  @AfterAll
  static void stop() {
    TABLES.close();
  }

  @BeforeEach
  void anOpenSession() {
    Session session =
        new Session(
            SESSION,
            ZoneId.of("Asia/Jakarta"),
            Duration.ofHours(1),
            20,
            Session.State.OPEN,
            NOW,
            List.of(new Release(NOW, 20)),
            Set.of(),
            null,
            Set.of());
    dynamo.putItem(put -> put.tableName(TABLE).item(SessionItem.of(session)));
  }

  private static HoldId hold(int contender) {
    return new HoldId(
        ApplicationId.of(ByteBuffer.allocate(ApplicationId.BYTES).putInt(contender).array()), 1);
  }

  private Claim claim(int contender) {
    return seats.claim(SESSION, hold(contender), NOW);
  }

  private Session found() {
    return seats.find(SESSION).orElseThrow();
  }

  @Test
  void aSessionIsClosedAsItStandsAndTakesNobodyAnyMore() {
    assertThat(claim(1)).isInstanceOf(Claimed.class);
    Session before = found();

    Session after = closed.close(SESSION, STRIKE).orElseThrow();

    assertThat(after).isEqualTo(before.closedBy(STRIKE)).isEqualTo(found());
    assertThat(claim(2)).isEqualTo(new Refused(after));
    assertThat(found().seats()).containsExactly(hold(1));
  }

  @Test
  void closingAgainChangesNothing() {
    Session once = closed.close(SESSION, STRIKE).orElseThrow();

    assertThat(closed.close(SESSION, STRIKE)).contains(once);
  }

  @Test
  void whoHadASeatWhenItWasClosedHasTheirClaimAnsweredAgain() {
    claim(1);
    closed.close(SESSION, STRIKE);

    assertThat(claim(1)).isInstanceOf(Claimed.class);
    assertThat(found().seats()).containsExactly(hold(1));
  }

  @Test
  void aSessionIsOpenAgainOnceItsClosureIsTakenBack() {
    Session before = found();
    closed.close(SESSION, STRIKE);

    assertThat(closed.open(SESSION, STRIKE, true)).contains(before);

    assertThat(found()).isEqualTo(before);
    assertThat(claim(1)).isInstanceOf(Claimed.class);
    assertThat(closed.open(SESSION, STRIKE, true)).as("once more").contains(found());
  }

  @Test
  void aSessionThatItsDayDoesNotHaveStaysClosedWithoutItsClosure() {
    closed.close(SESSION, STRIKE);

    Session after = closed.open(SESSION, STRIKE, false).orElseThrow();

    assertThat(after).isEqualTo(found());
    assertThat(after.state()).isEqualTo(Session.State.CLOSED);
    assertThat(after.closures()).isEmpty();
    assertThat(claim(1)).isInstanceOf(Refused.class);
  }

  @Test
  void ofTwoClosuresTheLastThatIsTakenBackOpensIt() {
    Session before = found();
    closed.close(SESSION, STRIKE);
    assertThat(closed.close(SESSION, FLOOD)).contains(before.closedBy(STRIKE).closedBy(FLOOD));

    assertThat(closed.open(SESSION, STRIKE, true)).contains(before.closedBy(FLOOD));
    assertThat(claim(1)).isInstanceOf(Refused.class);
    assertThat(closed.open(SESSION, STRIKE, true)).contains(before.closedBy(FLOOD));

    assertThat(closed.open(SESSION, FLOOD, true)).contains(before);
    assertThat(claim(1)).isInstanceOf(Claimed.class);
  }

  @Test
  void aClosureThatNeverClosedItIsTakenBackWithoutOpeningWhatAnotherCloses() {
    Session closedBy = closed.close(SESSION, FLOOD).orElseThrow();

    assertThat(closed.open(SESSION, STRIKE, true)).contains(closedBy);
    assertThat(found()).isEqualTo(closedBy);
  }

  @Test
  void whatIsNotThereIsNeitherClosedNorOpened() {
    assertThat(closed.close(NOWHERE, STRIKE)).isEmpty();
    assertThat(closed.open(NOWHERE, STRIKE, true)).isEmpty();
    closed.noteDisplaced(NOWHERE, hold(1));
    closed.forgetDisplaced(NOWHERE, hold(1));

    assertThat(closed.displaced(NOWHERE)).isEmpty();
    assertThat(seats.find(NOWHERE)).as("none of this makes a session").isEmpty();
  }

  @Test
  void whoLostASeatIsRememberedUntilTheyAreLookedAfter() {
    assertThat(closed.displaced(SESSION)).isEmpty();
    claim(3);
    closed.noteDisplaced(SESSION, hold(1));
    closed.noteDisplaced(SESSION, hold(2));
    closed.noteDisplaced(SESSION, hold(1));

    assertThat(closed.displaced(SESSION)).containsExactlyInAnyOrder(hold(1), hold(2));
    assertThat(found().seats()).as("they have no seat by it").containsExactly(hold(3));

    closed.forgetDisplaced(SESSION, hold(1));
    closed.forgetDisplaced(SESSION, hold(1));
    assertThat(closed.displaced(SESSION)).containsExactly(hold(2));
    closed.forgetDisplaced(SESSION, hold(2));
    assertThat(closed.displaced(SESSION)).isEmpty();
  }

  @Test
  void whoLostASeatIsRememberedOverClosingAndOpening() {
    closed.close(SESSION, STRIKE);
    closed.noteDisplaced(SESSION, hold(1));
    closed.open(SESSION, STRIKE, true);

    assertThat(closed.displaced(SESSION)).containsExactly(hold(1));
  }

  @Test
  void whoeverClaimsWhileItIsClosedStandsInWhatTheClosingAnswersOrHasNoSeat() throws Exception {
    for (int round = 0; round < 8; round++) {
      anOpenSession();
      CyclicBarrier start = new CyclicBarrier(13);
      Set<HoldId> claimed = new HashSet<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Boolean>> claims = new ArrayList<>();
        for (int contender = 0; contender < 12; contender++) {
          int who = contender;
          claims.add(
              threads.submit(
                  () -> {
                    start.await();
                    return claim(who) instanceof Claimed;
                  }));
        }
        Callable<Session> closing =
            () -> {
              start.await();
              return closed.close(SESSION, STRIKE).orElseThrow();
            };
        Session answered = threads.submit(closing).get();
        for (int contender = 0; contender < claims.size(); contender++) {
          if (claims.get(contender).get()) {
            claimed.add(hold(contender));
          }
        }
        assertThat(answered.seats()).isEqualTo(claimed);
      }
      assertThat(found().seats()).isEqualTo(claimed);
    }
  }

  @Test
  void aSessionIsNotOpenWhileAnotherClosesItAtTheSameMoment() throws Exception {
    for (int round = 0; round < 12; round++) {
      anOpenSession();
      closed.close(SESSION, STRIKE);
      CyclicBarrier start = new CyclicBarrier(2);
      try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<?> takenBack =
            both.submit(
                () -> {
                  start.await();
                  return closed.open(SESSION, STRIKE, true);
                });
        Future<?> closedAgain =
            both.submit(
                () -> {
                  start.await();
                  return closed.close(SESSION, FLOOD);
                });
        takenBack.get();
        closedAgain.get();
      }
      assertThat(found().closures()).containsExactly(FLOOD);
      assertThat(found().state()).isEqualTo(Session.State.CLOSED);
    }
  }
}
