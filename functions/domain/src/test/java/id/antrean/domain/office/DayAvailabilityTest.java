package id.antrean.domain.office;

import static id.antrean.domain.office.Calendars.WIB;
import static id.antrean.domain.office.Calendars.WIT;
import static id.antrean.domain.office.Calendars.WITA;
import static id.antrean.domain.office.Calendars.at;
import static id.antrean.domain.office.Calendars.day;
import static id.antrean.domain.office.Calendars.office;
import static id.antrean.domain.office.Calendars.opening;
import static id.antrean.domain.office.Calendars.releasing;
import static id.antrean.domain.office.Calendars.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DayAvailabilityTest {
  private static final Office OFFICE = office(WIB);
  private static final Instant NOW = at(WIB, "2026-12-01T12:00:00");
  private static final Instant TOMORROW = at(WIB, "2026-12-02T12:00:00");

  private static final Session OPEN = session(OFFICE, "2026-12-07T08:00", 20, 7);
  private static final Session FULL = session(OFFICE, "2026-12-07T09:00", 3, 3);
  private static final Session CLOSED = session(OFFICE, "2026-12-07T10:00", 20, 0).closed();
  private static final Session UNOPENED =
      opening(session(OFFICE, "2026-12-07T11:00", 20, 0), TOMORROW);
  private static final Session UNOPENED_LONGER =
      opening(session(OFFICE, "2026-12-07T07:00", 20, 0), TOMORROW.plusSeconds(1));

  static Stream<Arguments> days() {
    return Stream.of(
        Arguments.of(List.of(FULL, OPEN, CLOSED, UNOPENED), SeatState.OPEN),
        Arguments.of(List.of(FULL, CLOSED, UNOPENED), SeatState.NOT_YET_OPEN),
        Arguments.of(List.of(FULL, CLOSED), SeatState.FULL),
        Arguments.of(List.of(CLOSED), SeatState.CLOSED));
  }

  @ParameterizedTest
  @MethodSource("days")
  void aDayIsAsGoodAsTheBestOfItsSessions(List<Session> sessions, SeatState state) {
    List<DayAvailability> days = DayAvailability.of(OFFICE, sessions, NOW);

    assertThat(days).extracting(DayAvailability::state).containsExactly(state);
  }

  @Test
  void aDayIsPastOnlyWhenItsLastSessionHasBegun() {
    List<Session> sessions = List.of(OPEN, FULL);

    assertThat(DayAvailability.of(OFFICE, sessions, at(WIB, "2026-12-07T08:59:59")))
        .extracting(DayAvailability::state)
        .containsExactly(SeatState.CLOSED);
    assertThat(DayAvailability.of(OFFICE, sessions, at(WIB, "2026-12-07T09:00:00")))
        .extracting(DayAvailability::state)
        .containsExactly(SeatState.PAST);
  }

  @Test
  void aDayThatIsNotYetOpenTellsItsFirstOpening() {
    assertThat(DayAvailability.of(OFFICE, List.of(UNOPENED_LONGER, FULL, UNOPENED), NOW))
        .extracting(DayAvailability::opensAt)
        .containsExactly(TOMORROW);
  }

  @Test
  void aDayWithSomethingOpenTellsNoOpening() {
    assertThat(DayAvailability.of(OFFICE, List.of(UNOPENED, OPEN), NOW))
        .extracting(DayAvailability::opensAt)
        .containsOnlyNulls();
  }

  /** Its first part is taken: what opens later is said of the day, not that it is full. */
  @Test
  void aDayWhoseOpenPartIsTakenTellsWhenTheNextPartOpens() {
    Session partly = releasing(FULL, new Release(NOW, 3), new Release(TOMORROW.plusSeconds(5), 1));
    Session more =
        releasing(
            session(OFFICE, "2026-12-07T10:00", 20, 3),
            new Release(NOW, 3),
            new Release(TOMORROW, 1));

    assertThat(DayAvailability.of(OFFICE, List.of(partly, more, FULL), NOW))
        .singleElement()
        .satisfies(
            day -> {
              assertThat(day.state()).isEqualTo(SeatState.NOT_YET_OPEN);
              // The quota of the other has no seat left for its second part.
              assertThat(day.opensAt()).isEqualTo(TOMORROW);
            });
  }

  @Test
  void aDayWithAPartOpenIsOpenWhateverOpensLater() {
    Session partly = releasing(OPEN, new Release(NOW, 8), new Release(TOMORROW, 12));

    assertThat(DayAvailability.of(OFFICE, List.of(partly, FULL), NOW))
        .singleElement()
        .satisfies(
            day -> {
              assertThat(day.state()).isEqualTo(SeatState.OPEN);
              assertThat(day.opensAt()).isNull();
            });
  }

  @Test
  void daysAndSessionsComeInTheirOrder() {
    Session later = session(OFFICE, "2026-12-08T08:00", 20, 0);

    List<DayAvailability> days =
        DayAvailability.of(OFFICE, List.of(later, UNOPENED, OPEN, FULL), NOW);

    assertThat(days)
        .extracting(DayAvailability::date)
        .containsExactly(day("2026-12-07"), day("2026-12-08"));
    assertThat(days.getFirst().sessions())
        .extracting(SessionAvailability::session)
        .containsExactly(OPEN, FULL, UNOPENED);
  }

  @Test
  void aMonthWithoutSessionsHasNoDays() {
    assertThat(DayAvailability.of(OFFICE, List.of(), NOW)).isEmpty();
  }

  /** An hour before midnight in Jakarta, the next day has begun in Makassar and Jayapura. */
  @Test
  void theSameMomentIsAnotherDayElsewhere() {
    Instant now = at(WIB, "2026-11-30T23:30:00");

    assertThat(
            Stream.of(WIB, WITA, WIT)
                .map(zone -> office(zone))
                .flatMap(
                    office ->
                        DayAvailability.of(
                            office, List.of(session(office, "2026-12-01T08:00", 5, 0)), now)
                            .stream())
                .map(DayAvailability::state))
        .containsExactly(SeatState.OPEN, SeatState.CLOSED, SeatState.CLOSED);
  }
}
