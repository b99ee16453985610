package id.antrean.domain.policy;

import static id.antrean.domain.office.Calendars.WIB;
import static id.antrean.domain.office.Calendars.WIT;
import static id.antrean.domain.office.Calendars.WITA;
import static id.antrean.domain.office.Calendars.at;
import static id.antrean.domain.office.Calendars.office;
import static id.antrean.domain.policy.Wishes.CILEGON;
import static id.antrean.domain.policy.Wishes.DAY;
import static id.antrean.domain.policy.Wishes.paid;
import static id.antrean.domain.policy.Wishes.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.OfficeId;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.Office;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Siti's session begins at eight; she is let in from seven on where her office is as most are. */
class CheckInOnTheDayTest {
  private static final Instant EIGHT = at(WIB, "2026-12-07T08:00");
  private static final Duration AN_HOUR = Duration.ofHours(1);

  /** One that is let in long before eight is let in from midnight on. */
  private static final Duration TEN_HOURS = Duration.ofHours(10);

  private static Office lettingIn(ZoneId zone, Duration before) {
    return with(office(zone), new OfficeId("CLG"), before);
  }

  private static Office elsewhere(ZoneId zone) {
    return with(office(zone), new OfficeId("DPS"), AN_HOUR);
  }

  private static Office with(Office office, OfficeId id, Duration letsIn) {
    return new Office(
        id,
        office.name(),
        office.address(),
        office.location(),
        office.zone(),
        office.services(),
        office.pattern(),
        new Office.Rules(
            office.rules().rescheduleLimit(),
            office.rules().cutOffDays(),
            letsIn,
            office.rules().releases()));
  }

  /** Whether she, who has a seat at that office, is let in there. */
  private static Optional<Refusal> atHers(Office office, Instant now) {
    return asks(paid(Status.CONFIRMED).seatAt(office, DAY), office, now);
  }

  private static Optional<Refusal> asks(Wishes siti, Office office, Instant now) {
    return new CheckInOnTheDay(office).refuses(siti.application(), now);
  }

  // ---- When ----

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"})
  void sheIsLetInFromAsLongBeforeHerSessionAsHerOfficeSays(String zone) {
    ZoneId here = ZoneId.of(zone);
    Office office = lettingIn(here, AN_HOUR);
    Instant opens = at(here, "2026-12-07T07:00");
    Refusal tooEarly = new Refusal.TooEarly(opens.atZone(here));
    assertThat(atHers(office, opens.minusSeconds(1))).contains(tooEarly);
    assertThat(atHers(office, opens.minusMillis(1))).contains(tooEarly);
    assertThat(atHers(office, opens)).isEmpty();
    assertThat(atHers(office, opens.plusSeconds(1))).isEmpty();
  }

  @Test
  void anotherOfficeLetsHerInAtAnotherTime() {
    Office slow = lettingIn(WIB, Duration.ofMinutes(15));
    Instant opens = at(WIB, "2026-12-07T07:45");
    assertThat(atHers(slow, opens.minusMillis(1)))
        .contains(new Refusal.TooEarly(opens.atZone(WIB)));
    assertThat(atHers(slow, opens)).isEmpty();
  }

  @Test
  void anOfficeThatLetsNobodyInBeforeTheSessionLetsHerInAsItBegins() {
    Office strict = lettingIn(WIB, Duration.ZERO);
    assertThat(atHers(strict, EIGHT.minusMillis(1)))
        .contains(new Refusal.TooEarly(EIGHT.atZone(WIB)));
    assertThat(atHers(strict, EIGHT)).isEmpty();
  }

  /** It would begin at ten in the evening before. */
  @ParameterizedTest
  @ValueSource(strings = {"Asia/Jakarta", "Asia/Jayapura"})
  void nobodyIsLetInOnTheDayBeforeHoweverEarlyTheOfficeBegins(String zone) {
    ZoneId here = ZoneId.of(zone);
    Office office = lettingIn(here, TEN_HOURS);
    Instant midnight = at(here, "2026-12-07T00:00");
    Refusal another = new Refusal.WrongDay(DAY);
    assertThat(atHers(office, at(here, "2026-12-06T22:30"))).contains(another);
    assertThat(atHers(office, midnight.minusSeconds(1))).contains(another);
    assertThat(atHers(office, midnight.minusMillis(1))).contains(another);
    assertThat(atHers(office, midnight)).isEmpty();
    assertThat(atHers(office, midnight.plusMillis(1))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Jakarta", "Asia/Jayapura"})
  void whoIsLateIsLetInUntilTheDayEndsAtTheOffice(String zone) {
    ZoneId here = ZoneId.of(zone);
    Office office = lettingIn(here, AN_HOUR);
    Instant midnight = at(here, "2026-12-08T00:00");
    assertThat(atHers(office, at(here, "2026-12-07T09:00"))).as("its session ended").isEmpty();
    assertThat(atHers(office, midnight.minusSeconds(1))).isEmpty();
    assertThat(atHers(office, midnight.minusMillis(1))).isEmpty();
    assertThat(atHers(office, midnight)).contains(new Refusal.WrongDay(DAY));
  }

  /** At half past ten in the evening it is half past midnight in Jayapura. */
  @Test
  void whichDayItIsTheClockOfTheOfficeTells() {
    Instant late = at(WIB, "2026-12-06T22:30");
    assertThat(atHers(lettingIn(WIT, TEN_HOURS), late)).isEmpty();
    assertThat(atHers(lettingIn(WITA, TEN_HOURS), late)).contains(new Refusal.WrongDay(DAY));
    assertThat(atHers(lettingIn(WIB, TEN_HOURS), late)).contains(new Refusal.WrongDay(DAY));
  }

  @Test
  void whoHasASeatOnAnotherDayHearsOnWhich() {
    Wishes tomorrow = paid(Status.CONFIRMED).seatAt(CILEGON, DAY.plusDays(1));
    Wishes yesterday = paid(Status.CONFIRMED).seatAt(CILEGON, DAY.minusDays(1));
    assertThat(asks(tomorrow, CILEGON, EIGHT)).contains(new Refusal.WrongDay(DAY.plusDays(1)));
    assertThat(asks(yesterday, CILEGON, EIGHT)).contains(new Refusal.WrongDay(DAY.minusDays(1)));
  }

  // ---- Where ----

  @ParameterizedTest
  @EnumSource(names = {"AWAITING_PAYMENT", "CONFIRMED", "CHECKED_IN", "COMPLETED", "NO_SHOW"})
  void whoHasOrHadHerSeatAtAnotherOfficeHearsAtWhich(Status status) {
    Wishes bali = paid(status).placeAt(elsewhere(WITA), DAY);
    assertThat(asks(bali, CILEGON, EIGHT)).contains(new Refusal.WrongOffice(new OfficeId("DPS")));
  }

  /** She has to travel first; then she hears of the day. */
  @Test
  void theOfficeIsToldBeforeTheDay() {
    Wishes bali = paid(Status.CONFIRMED).seatAt(elsewhere(WITA), DAY.plusDays(1));
    assertThat(asks(bali, CILEGON, EIGHT)).contains(new Refusal.WrongOffice(new OfficeId("DPS")));
    assertThat(asks(bali, elsewhere(WITA), EIGHT)).contains(new Refusal.WrongDay(DAY.plusDays(1)));
  }

  // ---- Who ----

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CONFIRMED"})
  void onlyWhoseSeatIsConfirmedIsLetIn(Status status) {
    assertThat(asks(paid(status), CILEGON, EIGHT)).contains(new Refusal.WrongStatus(status));
    assertThat(asks(unpaid(status), CILEGON, EIGHT)).contains(new Refusal.WrongStatus(status));
  }

  @ParameterizedTest
  @EnumSource(names = {"CHECKED_IN", "COMPLETED", "NO_SHOW"})
  void whoHasBeenHereOnAnotherDayHearsOnWhich(Status status) {
    assertThat(asks(paid(status), CILEGON, EIGHT.plus(Duration.ofDays(1))))
        .contains(new Refusal.WrongDay(DAY));
  }

  @Test
  void whoseMoneyWasTakenBackIsNotLetIn() {
    assertThat(asks(unpaid(Status.CONFIRMED), CILEGON, EIGHT)).contains(new Refusal.NotPaid());
    assertThat(asks(unpaid(Status.CONFIRMED), CILEGON, EIGHT.minus(AN_HOUR).minusMillis(1)))
        .as("waiting does not help her")
        .contains(new Refusal.NotPaid());
  }
}
