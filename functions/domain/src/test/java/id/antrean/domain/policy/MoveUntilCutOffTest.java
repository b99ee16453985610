package id.antrean.domain.policy;

import static id.antrean.domain.office.Calendars.WIB;
import static id.antrean.domain.office.Calendars.WIT;
import static id.antrean.domain.office.Calendars.WITA;
import static id.antrean.domain.office.Calendars.office;
import static id.antrean.domain.policy.Wishes.DAY;
import static id.antrean.domain.policy.Wishes.paid;
import static id.antrean.domain.policy.Wishes.ready;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MoveUntilCutOffTest {
  private static final List<ZoneId> ZONES = List.of(WIB, WITA, WIT);

  private final SeatRule rule = new MoveUntilCutOff();

  static Stream<Arguments> everyWay() {
    return ZONES.stream().flatMap(from -> ZONES.stream().map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void aSeatIsLeftUntilItsOwnDayBeginsWhereItIs(ZoneId from, ZoneId to) {
    Wishes siti =
        paid(Status.CONFIRMED).seatAt(office(from), DAY).asking(office(to)).on(DAY.plusDays(10));
    Instant begins = DAY.atStartOfDay(from).toInstant();
    Refusal tooLate = new Refusal.TooLate(begins.atZone(from));
    assertThat(rule.refuses(siti.at(begins.minusSeconds(1)).wish())).isEmpty();
    assertThat(rule.refuses(siti.at(begins).wish())).contains(tooLate);
    assertThat(rule.refuses(siti.at(begins.plusSeconds(1)).wish())).contains(tooLate);
  }

  @Test
  void aSeatOfALaterDayIsLeftForAnEarlierOneOfWhichThisRuleSaysNothing() {
    Wishes siti = paid(Status.CONFIRMED).seatAt(office(WIB), DAY.plusDays(10)).on(DAY);
    assertThat(rule.refuses(siti.at(DAY.plusDays(1).atStartOfDay(WIB).toInstant()).wish()))
        .isEmpty();
  }

  @Test
  void anOfficeThatIsNoneAnyMoreKeepsNobody() {
    Wishes late = paid(Status.CONFIRMED).at(DAY.plusDays(1).atStartOfDay(WIB).toInstant());
    assertThat(rule.refuses(late.wish())).isPresent();
    assertThat(rule.refuses(late.officeIsGone().wish())).isEmpty();
  }

  @Test
  void whoHasNoSeatLeavesNone() {
    assertThat(rule.refuses(ready().at(DAY.plusDays(1).atStartOfDay(WIB).toInstant()).wish()))
        .isEmpty();
  }
}
