package id.antrean.races;

import static id.antrean.memory.Samples.CILEGON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.memory.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The moments at which an answer changes, to the millisecond, in each zone and on the days that
 * calendars get wrong: the last and the first of a month and of a year, and the leap day.
 */
@ExtendWith(RealStore.class)
class MomentsTest {
  private static final Duration A_MILLISECOND = Duration.ofMillis(1);

  private final Tables tables;
  private int people;

  MomentsTest(Tables tables) {
    this.tables = tables;
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Jakarta, 2026-12-31, 2026-12-30T17:00:00Z",
    "Asia/Makassar, 2027-01-01, 2026-12-31T16:00:00Z",
    "Asia/Jayapura, 2028-02-29, 2028-02-28T15:00:00Z",
    "Asia/Jakarta, 2028-03-01, 2028-02-29T17:00:00Z"
  })
  void aSeatIsHeldUntilMidnightAtTheOfficeAndFoundInItsMonth(
      ZoneId zone, LocalDate day, Instant midnight) {
    Functions functions = Functions.on(tables, office(zone), midnight.minus(A_MILLISECOND));
    SessionId session = opens(zone, day, Instant.EPOCH);
    Application held = Scene.done(functions.hold(somebody("siti"), session));
    assertThat(tables.calendar().find(CILEGON.id(), YearMonth.from(day)))
        .filteredOn(it -> it.id().equals(session))
        .allSatisfy(
            it ->
                assertThat(it.seats()).containsExactly(held.booking().seat().orElseThrow().hold()))
        .hasSize(1);
    functions.clock().reach(midnight);
    assertThat(functions.hold(somebody("budi"), session))
        .isEqualTo(Outcome.refused(new Refusal.TooLate(midnight.atZone(zone))));
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Jakarta, 2026-12-31T17:00:00Z",
    "Asia/Makassar, 2027-01-31T16:00:00Z",
    "Asia/Jayapura, 2028-02-28T15:00:00Z"
  })
  void nobodyHoldsASeatBeforeItsOpeningMillisecond(ZoneId zone, Instant opensAt) {
    Functions functions = Functions.on(tables, office(zone), opensAt.minus(A_MILLISECOND));
    SessionId session = opens(zone, LocalDate.of(2028, 3, 31), opensAt);
    Application siti = somebody("siti");
    assertThat(functions.hold(siti, session))
        .isEqualTo(Outcome.refused(new Refusal.NotOpenYet(opensAt.atZone(zone))));
    functions.clock().reach(opensAt);
    assertThat(Scene.done(functions.hold(siti, session)).status())
        .isEqualTo(Status.AWAITING_PAYMENT);
  }

  @ParameterizedTest
  @CsvSource({
    // Held before a midnight, due after it: of a month, a year, the day before and after a leap
    // day.
    "2026-11-30T16:30:00.999Z, 2026-11-30T18:30:00Z",
    "2026-12-31T16:59:59.500Z, 2026-12-31T18:59:59Z",
    "2028-02-28T16:00:00Z, 2028-02-28T18:00:00Z",
    "2028-02-29T16:00:00Z, 2028-02-29T18:00:00Z"
  })
  void aHoldExpiresAtItsDeadlineAndGraceAndNotAMillisecondBefore(Instant heldAt, Instant payBy) {
    Functions functions = Functions.on(tables, CILEGON, heldAt);
    SessionId session = opens(CILEGON.zone(), LocalDate.of(2028, 3, 31), Instant.EPOCH);
    Application held = Scene.done(functions.hold(somebody("siti"), session));
    assertThat(held.booking().payBy()).as("whole seconds").contains(payBy);
    Instant due = payBy.plus(Functions.GRACE);
    functions.clock().reach(due.minus(A_MILLISECOND));
    functions.lookAfter(held);
    assertThat(see(held).status()).isEqualTo(Status.AWAITING_PAYMENT);
    functions.clock().reach(due);
    functions.lookAfter(held);
    assertThat(see(held).status()).isEqualTo(Status.READY);
    assertThat(tables.seats().find(session).orElseThrow().seats()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2026-12-31T16:00:00Z", "2028-02-28T16:00:00Z"})
  void moneyInTheLastMillisecondOfTheGraceKeepsTheSeat(Instant heldAt) {
    Functions functions = Functions.on(tables, CILEGON, heldAt);
    SessionId session = opens(CILEGON.zone(), LocalDate.of(2028, 3, 31), Instant.EPOCH);
    Application held = Scene.done(functions.hold(somebody("siti"), session));
    Instant due = heldAt.plus(Functions.WINDOW).plus(Functions.GRACE);
    functions.clock().reach(due.minus(A_MILLISECOND));
    functions.pay(held);
    functions.clock().reach(due);
    functions.lookAfter(held);
    assertThat(see(held).status()).isEqualTo(Status.CONFIRMED);
    assertThat(Rules.broken(tables, functions)).isEmpty();
  }

  // ---- At the counter ----

  @ParameterizedTest
  @CsvSource({
    "Asia/Jakarta, 2026-12-31, 2026-12-31T00:00:00Z",
    "Asia/Makassar, 2027-01-01, 2026-12-31T23:00:00Z",
    "Asia/Jayapura, 2028-02-29, 2028-02-28T22:00:00Z"
  })
  void nobodyIsLetInBeforeTheMillisecondFromWhichOnTheOfficeLetsIn(
      ZoneId zone, LocalDate day, Instant letsIn) {
    Functions functions = Functions.on(tables, office(zone), letsIn.minus(Duration.ofDays(9)));
    Application siti = payer(functions, opens(zone, day, Instant.EPOCH));
    functions.clock().reach(letsIn.minus(A_MILLISECOND));
    assertThat(functions.checkIn(siti))
        .isEqualTo(Outcome.refused(new Refusal.TooEarly(letsIn.atZone(zone))));
    functions.clock().reach(letsIn);
    assertThat(Scene.done(functions.checkIn(siti)).number()).isEqualTo(1);
    assertThat(see(siti).status()).isEqualTo(Status.CHECKED_IN);
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Jakarta, 2026-12-31, 2026-12-31T17:00:00Z",
    "Asia/Makassar, 2027-01-31, 2027-01-31T16:00:00Z",
    "Asia/Jayapura, 2028-02-28, 2028-02-28T15:00:00Z"
  })
  void whoeverIsLateIsLetInAndCalledUntilMidnightAtTheOffice(
      ZoneId zone, LocalDate day, Instant midnight) {
    Functions functions = Functions.on(tables, office(zone), midnight.minus(Duration.ofDays(9)));
    SessionId session = opens(zone, day, Instant.EPOCH);
    Application siti = payer(functions, session);
    Application budi = payer(functions, session);
    functions.clock().reach(midnight.minus(A_MILLISECOND));
    Scene.done(functions.checkIn(siti));
    assertThat(Scene.done(functions.call("desk", null)).application().id()).isEqualTo(siti.id());
    functions.clock().reach(midnight);
    assertThat(functions.checkIn(budi)).isEqualTo(Outcome.refused(new Refusal.WrongDay(day)));
    assertThat(functions.call("desk", null))
        .as("the line of another day")
        .isEqualTo(Outcome.refused(new Refusal.NobodyWaits()));
    assertThat(tables.lines().find(CILEGON.id(), day).lastNumber()).isEqualTo(1);
    assertThat(tables.lines().find(CILEGON.id(), day.plusDays(1)).somebodyCame()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Jakarta, 2027-01-01, 2026-12-31T17:00:00Z",
    "Asia/Makassar, 2028-02-29, 2028-02-28T16:00:00Z",
    "Asia/Jayapura, 2028-03-01, 2028-02-29T15:00:00Z"
  })
  void whoeverComesRightAfterMidnightIsLetInOnTheirDayAndNotOnTheDayBefore(
      ZoneId zone, LocalDate day, Instant midnight) {
    Functions functions = Functions.on(tables, office(zone), midnight.minus(Duration.ofDays(9)));
    SessionId session = opens(zone, day, LocalTime.of(0, 30), Instant.EPOCH);
    Application siti = payer(functions, session);
    functions.clock().reach(midnight.minus(A_MILLISECOND));
    assertThat(functions.checkIn(siti)).isEqualTo(Outcome.refused(new Refusal.WrongDay(day)));
    functions.clock().reach(midnight);
    assertThat(Scene.done(functions.checkIn(siti)).number()).isEqualTo(1);
    assertThat(tables.lines().find(CILEGON.id(), day).lastNumber()).isEqualTo(1);
  }

  private Application payer(Functions functions, SessionId session) {
    Application held = Scene.done(functions.hold(somebody("p" + people++), session));
    functions.pay(held);
    return see(held);
  }

  private static Office office(ZoneId zone) {
    return new Office(
        CILEGON.id(),
        CILEGON.name(),
        CILEGON.address(),
        CILEGON.location(),
        zone,
        CILEGON.services(),
        CILEGON.pattern(),
        CILEGON.rules());
  }

  private SessionId opens(ZoneId zone, LocalDate day, Instant opensAt) {
    return opens(zone, day, LocalTime.of(8, 0), opensAt);
  }

  private SessionId opens(ZoneId zone, LocalDate day, LocalTime start, Instant opensAt) {
    SessionId id = new SessionId(CILEGON.id(), day, start, Lane.REGULAR);
    tables.put(
        new Session(id, zone, Duration.ofHours(1), 2, Session.State.OPEN, opensAt, Set.of(), null));
    return id;
  }

  private Application somebody(String name) {
    Application ready = Samples.ready(name);
    tables.put(ready);
    return ready;
  }

  private Application see(Application who) {
    return tables.applications().find(who.id()).orElseThrow();
  }
}
