package id.antrean.domain.office;

import static id.antrean.domain.office.Calendars.WIB;
import static id.antrean.domain.office.Calendars.day;
import static id.antrean.domain.office.Calendars.office;
import static id.antrean.domain.office.Calendars.session;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.OfficeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosureTest {
  private static final ClosureId ONE = new ClosureId("2026-12-08-one");
  private static final ClosureId OTHER = new ClosureId("2026-12-08-other");

  private static Closure closure(@Nullable Lane lane, @Nullable String session) {
    return new Closure(
        ONE,
        new OfficeId("CLG"),
        day("2026-12-07"),
        day("2026-12-08"),
        lane,
        session == null ? null : id(session),
        "the roof leaks",
        Instant.EPOCH,
        "sri",
        "digest",
        false);
  }

  private static SessionId id(String id) {
    return SessionId.parse(id).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "CLG.2026-12-06.2300.REGULAR, false",
    "CLG.2026-12-07.0000.REGULAR, true",
    "CLG.2026-12-07.0800.EXPRESS, true",
    "CLG.2026-12-08.2359.PRIORITY, true",
    "CLG.2026-12-09.0000.REGULAR, false",
    "DPS.2026-12-07.0800.REGULAR, false"
  })
  void itIsAboutEverySessionOfItsOfficeFromItsFirstDayToItsLast(String session, boolean covered) {
    assertThat(closure(null, null).covers(id(session))).isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({
    "CLG.2026-12-07.0800.EXPRESS, true",
    "CLG.2026-12-07.0800.REGULAR, false",
    "CLG.2026-12-09.0800.EXPRESS, false"
  })
  void ofALaneItIsAboutThatLaneAlone(String session, boolean covered) {
    assertThat(closure(Lane.EXPRESS, null).covers(id(session))).isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({
    "CLG.2026-12-07.0800.REGULAR, true",
    "CLG.2026-12-08.0800.REGULAR, false",
    "CLG.2026-12-07.0900.REGULAR, false",
    "CLG.2026-12-07.0800.PRIORITY, false"
  })
  void ofASessionItIsAboutThatSessionAlone(String session, boolean covered) {
    assertThat(closure(null, "CLG.2026-12-07.0800.REGULAR").covers(id(session))).isEqualTo(covered);
  }

  @Test
  void aSessionOfAnotherLaneThanTheOneThatIsClosedStaysOpen() {
    assertThat(
            closure(Lane.EXPRESS, "CLG.2026-12-07.0800.REGULAR")
                .covers(id("CLG.2026-12-07.0800.REGULAR")))
        .isFalse();
  }

  @Test
  void takenBackItIsTheSameButForThat() {
    Closure closure = closure(Lane.EXPRESS, "CLG.2026-12-07.0800.EXPRESS");
    Closure lifted = closure.takenBack();

    assertThat(lifted.lifted()).isTrue();
    assertThat(lifted.takenBack()).isEqualTo(lifted);
    assertThat(lifted).usingRecursiveComparison().ignoringFields("lifted").isEqualTo(closure);
  }

  // ---- What it makes of a session ----

  @Test
  void aSessionStaysClosedUntilEveryClosureOfItIsTakenBack() {
    Session closed = session(office(WIB), "2026-12-07T08:00", 20, 3).closedBy(ONE).closedBy(OTHER);

    Session once = closed.openedFrom(ONE, true);
    Session twice = once.openedFrom(OTHER, true);

    assertThat(closed.state()).isEqualTo(Session.State.CLOSED);
    assertThat(closed.closures()).containsExactlyInAnyOrder(ONE, OTHER);
    assertThat(once.state()).isEqualTo(Session.State.CLOSED);
    assertThat(once.closures()).containsExactly(OTHER);
    assertThat(twice).isEqualTo(session(office(WIB), "2026-12-07T08:00", 20, 3));
  }

  @Test
  void closingAndOpeningAgainChangesNothing() {
    Session session = session(office(WIB), "2026-12-07T08:00", 20, 3);
    Session closed = session.closedBy(ONE);

    assertThat(closed.closedBy(ONE)).isEqualTo(closed);
    assertThat(session.openedFrom(ONE, true)).isEqualTo(session);
  }

  @Test
  void aSessionThatItsDayLeavesOutIsNotOpenedByTakingAClosureBack() {
    Session left = session(office(WIB), "2026-12-07T08:00", 20, 3).closedBy(ONE);

    assertThat(left.openedFrom(ONE, false).state()).isEqualTo(Session.State.CLOSED);
    assertThat(left.openedFrom(ONE, false).closures()).isEmpty();
  }

  @Test
  void whoHasASeatIsStillInAClosedSession() {
    Session session = session(office(WIB), "2026-12-07T08:00", 20, 3);

    assertThat(session.closedBy(ONE).seats()).isEqualTo(session.seats());
  }
}
