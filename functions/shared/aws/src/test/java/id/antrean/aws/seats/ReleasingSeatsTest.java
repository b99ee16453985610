package id.antrean.aws.seats;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.aws.EmbeddedTables;
import id.antrean.aws.applications.DynamoAppointments;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Release;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.ClaimSeat.Claimed;
import id.antrean.domain.seat.ClaimSeat.Refused;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Seats that come free to be held one release after the other, by nothing but a claim's moment. */
class ReleasingSeatsTest {
  private static final String TABLE = "sessions";
  private static final Instant FIRST = Instant.parse("2026-11-23T02:00:00.500Z");
  private static final Duration BETWEEN = Duration.ofDays(1);
  private static final Duration A_MILLISECOND = Duration.ofMillis(1);
  private static final int EACH = 2;
  private static final int PLENTY = 50;
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

  /** So many seats a day, from the first moment on. */
  private static List<Release> releases(int many) {
    return IntStream.range(0, many).mapToObj(it -> new Release(moment(it), EACH)).toList();
  }

  private static Instant moment(int release) {
    return FIRST.plus(BETWEEN.multipliedBy(release));
  }

  private void put(List<Release> releases, int quota) {
    put(releases, quota, Set.of());
  }

  private void put(List<Release> releases, int quota, Set<HoldId> taken) {
    Session session =
        new Session(
            SESSION,
            ZoneId.of("Asia/Jakarta"),
            Duration.ofHours(1),
            quota,
            Session.State.OPEN,
            FIRST,
            releases,
            taken,
            null,
            Set.of());
    dynamo.putItem(put -> put.tableName(TABLE).item(SessionItem.of(session)));
  }

  private static HoldId hold(int contender) {
    return new HoldId(
        ApplicationId.of(ByteBuffer.allocate(ApplicationId.BYTES).putInt(contender).array()), 1);
  }

  private static Set<HoldId> holds(int many) {
    Set<HoldId> holds = new HashSet<>();
    IntStream.range(0, many).mapToObj(ReleasingSeatsTest::hold).forEach(holds::add);
    return holds;
  }

  private Session found() {
    return seats.find(SESSION).orElseThrow();
  }

  private int taken() {
    return found().seats().size();
  }

  private boolean claims(int contender, Instant now) {
    return seats.claim(SESSION, hold(contender), now) instanceof Claimed;
  }

  /** How many seats are taken once everybody who can has claimed one at that moment. */
  private int takenOnceAllThatAreThereAreClaimed(Instant now) {
    int contender = taken();
    while (claims(contender, now)) {
      contender++;
    }
    assertThat(taken()).isEqualTo(contender);
    return contender;
  }

  @Test
  void whereNothingIsReleasedInStepsAllSeatsAreThereFromTheOpeningOn() {
    put(List.of(), 3);

    assertThat(claims(0, FIRST.minus(A_MILLISECOND))).isFalse();
    assertThat(takenOnceAllThatAreThereAreClaimed(FIRST)).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void atEachMomentAsManyAreTakenAsWereReleasedUntilThenToTheMillisecond(int many) {
    put(releases(many), PLENTY);

    for (int release = 0; release < many; release++) {
      Instant moment = moment(release);
      assertThat(takenOnceAllThatAreThereAreClaimed(moment.minus(A_MILLISECOND)))
          .as("before release %d", release)
          .isEqualTo(release * EACH);
      assertThat(takenOnceAllThatAreThereAreClaimed(moment))
          .as("from release %d on", release)
          .isEqualTo((release + 1) * EACH);
    }
    assertThat(takenOnceAllThatAreThereAreClaimed(moment(many).plus(BETWEEN)))
        .as("long after the last")
        .isEqualTo(many * EACH);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void aClaimIsAnsweredAsTheSessionItselfSaysWhatCanBeHeld(int many) {
    List<Release> releases = releases(many);
    for (int moment = -1; moment <= many; moment++) {
      for (long off : new long[] {-1, 0, 1}) {
        Instant now = moment(moment).plusMillis(off);
        for (int taken = 0; taken <= 2 * EACH; taken++) {
          put(releases, 3, holds(taken));
          assertThat(claims(PLENTY, now))
              .as("%d taken at %s", taken, now)
              .isEqualTo(found().seating(holds(taken), null).free(now) > 0);
        }
      }
    }
  }

  @Test
  void theFirstSeatOfASessionThatNeverHadOneWaitsForItsRelease() {
    put(releases(2), PLENTY);
    assertThat(item()).doesNotContainKey("seats");

    assertThat(seats.claim(SESSION, hold(1), FIRST.minus(A_MILLISECOND)))
        .isEqualTo(new Refused(found()));
    assertThat(item()).doesNotContainKey("seats");

    assertThat(claims(1, FIRST)).isTrue();
    seats.free(SESSION, hold(1));
    assertThat(item()).as("an empty set is no attribute").doesNotContainKey("seats");
    assertThat(claims(2, FIRST)).isTrue();
  }

  @Test
  void anOpeningHoldsAgainstAReleaseThatIsEarlier() {
    put(List.of(new Release(FIRST.minus(BETWEEN), 5)), PLENTY);

    assertThat(claims(1, FIRST.minus(A_MILLISECOND))).isFalse();
    assertThat(claims(1, FIRST)).isTrue();
  }

  @Test
  void whatIsFreedCanBeClaimedAgainAtOnceAndNoMoreThanThat() {
    put(releases(2), PLENTY);
    takenOnceAllThatAreThereAreClaimed(FIRST);

    seats.free(SESSION, hold(0));

    assertThat(claims(10, FIRST)).isTrue();
    assertThat(claims(11, FIRST)).isFalse();
    assertThat(claims(11, moment(1).minus(A_MILLISECOND))).isFalse();
  }

  @Test
  void theSameHoldAgainIsTheSameSeatThoughAllThatAreReleasedAreTaken() {
    put(releases(1), PLENTY);
    takenOnceAllThatAreThereAreClaimed(FIRST);

    assertThat(claims(0, FIRST)).isTrue();
    assertThat(taken()).isEqualTo(EACH);
  }

  @Test
  void aQuotaThatIsLoweredCountsAgainstEveryRelease() {
    put(releases(3), EACH + 1);
    assertThat(takenOnceAllThatAreThereAreClaimed(moment(3))).isEqualTo(EACH + 1);

    put(releases(3), 1, holds(EACH));
    assertThat(claims(PLENTY, moment(3))).isFalse();
    seats.free(SESSION, hold(0));
    assertThat(claims(PLENTY, moment(3))).isFalse();
    seats.free(SESSION, hold(1));
    assertThat(claims(PLENTY, moment(3))).isTrue();

    put(releases(3), 0);
    assertThat(claims(PLENTY, moment(3))).as("a quota of none").isFalse();
  }

  @Test
  void aRefusalShowsWhenMoreComeFree() {
    put(releases(2), PLENTY, holds(EACH));

    Session seen = ((Refused) seats.claim(SESSION, hold(PLENTY), FIRST)).session();

    assertThat(seen.releases()).isEqualTo(releases(2));
    assertThat(seen.free(FIRST)).isZero();
    assertThat(seen.opensNext(FIRST)).contains(moment(1));
  }

  @Test
  void ofManyAtOnceNeverMoreHaveASeatThanAreReleased() throws Exception {
    for (int release = 0; release < Release.MOST; release++) {
      put(releases(Release.MOST), PLENTY);
      Instant now = moment(release);
      CyclicBarrier start = new CyclicBarrier(24);
      try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Callable<Boolean>> everybody =
            IntStream.range(0, 24)
                .<Callable<Boolean>>mapToObj(
                    contender ->
                        () -> {
                          start.await();
                          return claims(contender, now);
                        })
                .toList();
        List<Future<Boolean>> claimed = crowd.invokeAll(everybody);
        assertThat(Collections.frequency(claimed.stream().map(Future::resultNow).toList(), true))
            .isEqualTo((release + 1) * EACH);
      }
      assertThat(taken()).isEqualTo((release + 1) * EACH);
    }
  }

  private Map<String, AttributeValue> item() {
    return dynamo
        .getItem(get -> get.tableName(TABLE).key(SessionItem.key(SESSION)).consistentRead(true))
        .item();
  }
}
