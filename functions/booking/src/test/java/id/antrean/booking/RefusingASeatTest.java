package id.antrean.booking;

import static id.antrean.booking.FrontDesk.EIGHT;
import static id.antrean.booking.FrontDesk.NINE;
import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.draft;
import static id.antrean.memory.Samples.office;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.booking.FrontDesk.Reply;
import id.antrean.domain.Actor;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Application;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.memory.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Why a seat is not given, as a problem with what helps the person on. */
class RefusingASeatTest {
  private static final Actor REGISTRY = new Actor.Service("identity");

  private final FrontDesk desk = new FrontDesk();

  private Application has(Application application) {
    desk.world.has(application);
    return application;
  }

  private void eight(Session.State state, Instant opensAt) {
    desk.world.has(
        new Session(EIGHT, CILEGON.zone(), Duration.ofHours(1), 1, state, opensAt, Set.of(), null));
  }

  @Test
  void aFullSessionSaysUntilWhenASeatMayComeFree() {
    desk.holds(has(ready("budi")), EIGHT).done();

    Reply refused = desk.holds(EIGHT).refused(409, "sold-out");

    assertThat(refused.at("/heldUntil")).isEqualTo("2026-11-23T11:00:00+07:00");
  }

  @Test
  void aClosedSessionIsClosed() {
    eight(Session.State.CLOSED, NOW.minusSeconds(60));
    desk.holds(EIGHT).refused(409, "session-closed");
  }

  @Test
  void aSessionThatOpensLaterSaysWhen() {
    eight(Session.State.OPEN, NOW.plus(Duration.ofDays(1)));

    Reply refused = desk.holds(EIGHT).refused(409, "not-open-yet");

    assertThat(refused.at("/opensAt")).isEqualTo("2026-11-24T09:00:00+07:00");
  }

  @Test
  void aSessionThatTheOfficeDoesNotHaveIsUnknown() {
    desk.holds(sessionId("10:00", Lane.REGULAR)).refused(404, "unknown-session");
  }

  @Test
  void theEveningBeforeIsTooLateAndSaysSo() {
    desk.world.pass(Duration.ofDays(14));
    assertThat(desk.holds(EIGHT).refused(409, "too-late").at("/until"))
        .isEqualTo("2026-12-07T00:00:00+07:00");
  }

  @Test
  void missingPapersAreNamed() {
    Reply refused = desk.holds(has(draft("wati")), EIGHT).refused(409, "not-ready");

    assertThat(refused.json().path("missing"))
        .extracting(kind -> kind.asText())
        .containsExactly("ID_CARD", "FAMILY_CARD", "BIRTH_CERTIFICATE");
  }

  @Test
  void whomTheRegistryDoesNotKnowIsToldItsVerdict() {
    desk.becomes(
        desk.siti()
            .identified(new Identity(IdentityVerdict.NOT_FOUND, List.of(), NOW), REGISTRY, NOW));

    assertThat(desk.holds(EIGHT).refused(409, "identity").at("/verdict")).isEqualTo("NOT_FOUND");
  }

  @Test
  void anOfficeThatDoesNotMakeSuchAPassportDoesNotOfferIt() {
    desk.world.has(office("CLG", "Asia/Jakarta", 1, List.of()));
    desk.holds(EIGHT).refused(409, "not-offered");
  }

  @Test
  void whoHasASeatUnderAnotherApplicationIsToldThat() {
    desk.holds(EIGHT).done();
    Application again = has(ready("again", "another", "siti"));

    Reply refused = desk.holds(again, NINE).refused(409, "nik-has-booking");

    assertThat(refused.json().get("until").isNull()).isTrue();
    assertThat(desk.world.see(NINE).seats()).isEmpty();
  }

  @Test
  void anAccountWithTooManyUnpaidSeatsIsToldHowManyAndUntilWhen() {
    SessionId ten = sessionId("10:00", Lane.REGULAR);
    desk.world.has(session(ten, 1));
    desk.holds(EIGHT).done();
    desk.holds(has(ready("second", "siti")), NINE).done();

    Reply refused = desk.holds(has(ready("third", "siti")), ten).refused(409, "too-many-holds");

    assertThat(refused.at("/limit")).isEqualTo(Integer.toString(FrontDesk.UNPAID_HOLDS));
    assertThat(refused.at("/until")).isEqualTo("2026-11-23T11:00:00+07:00");
  }

  @Test
  void whoLetsThreeHoldsExpireIsToldUntilWhenToWait() {
    for (int expired = 0; expired < 3; expired++) {
      desk.becomes(
          Samples.expired(
              desk.siti().hold(seat(), NOW, new Actor.Applicant("siti"), NOW),
              new Actor.Service("expiry"),
              NOW));
    }
    assertThat(desk.holds(EIGHT).refused(409, "pause").at("/until"))
        .isEqualTo("2026-11-24T09:00:00+07:00");
  }

  private Seat seat() {
    Session eight = desk.world.see(EIGHT);
    return new Seat(
        EIGHT,
        new HoldId(desk.siti().id(), desk.siti().version()),
        eight.startsAt(),
        eight.endsAt(),
        eight.zone());
  }

  @Test
  void aBookingThatWasMovedAsOftenAsItMayIsToldTheLimit() {
    desk.holds(EIGHT).done();
    desk.isPaid();
    desk.holds(NINE).done();

    assertThat(desk.holds(EIGHT).refused(409, "reschedule-limit").at("/limit")).isEqualTo("1");
  }

  @Test
  void whatIsPaidForIsNotAnotherLane() {
    SessionId express = sessionId("07:30", Lane.EXPRESS);
    desk.world.has(session(express, 1));
    desk.holds(EIGHT).done();
    desk.isPaid();

    desk.holds(express).refused(409, "other-fee");
  }

  @Test
  void aCancelledApplicationTakesNoSeat() {
    desk.becomes(desk.siti().cancel(new Actor.Applicant("siti"), NOW));
    desk.holds(EIGHT).refused(409, "wrong-status");
  }

  /** Sessions are compared by looking; taking them one after the other is counted. */
  @Test
  void moreTakesThanAnHourAllowsAreToldWhenThereIsRoomAgain() {
    for (int take = 0; take < FrontDesk.TAKES_PER_HOUR; take++) {
      desk.holds(take % 2 == 0 ? EIGHT : NINE).done();
    }
    Application before = desk.siti();
    int messages = desk.world.deadlines.queue.waiting().size();

    Reply refused = desk.holds(EIGHT).refused(429, "too-many-requests");

    assertThat(refused.headers()).containsEntry("Retry-After", "3600");
    assertThat(desk.siti()).isEqualTo(before);
    assertThat(desk.world.deadlines.queue.waiting()).as("nothing was armed").hasSize(messages);
    desk.holds(NINE).done();
    desk.world.pass(Duration.ofHours(1));
    desk.holds(EIGHT).done();
  }

  @Test
  void whoIsSlowerThanTheirOtherDeviceHearsWhichSeatThatOneWon() {
    desk.faults.before("save", () -> desk.holds(NINE).done());

    Reply refused = desk.holds(EIGHT).refused(409, "overtaken");

    assertThat(refused.at("/sessionId")).isEqualTo(NINE.toString());
    assertThat(desk.world.see(EIGHT).seats()).isEmpty();
    assertThat(desk.siti().booking().seat().orElseThrow().session()).isEqualTo(NINE);
  }

  @Test
  void whoLosesToOtherStepsAgainAndAgainHearsThatThereIsNoSeat() {
    desk.isOvertaken(3);

    Reply refused = desk.holds(EIGHT).refused(409, "overtaken");

    assertThat(refused.json().get("sessionId").isNull()).isTrue();
    assertThat(desk.world.see(EIGHT).seats()).isEmpty();
  }

  @Test
  void aRefusalRaisesNoVersionThatItsPersonSees() {
    desk.holds(has(ready("budi")), EIGHT).done();
    desk.holds(EIGHT).refused(409, "sold-out");

    desk.holds(NINE, "If-Match", "\"" + desk.siti.revision() + "\"").done();
  }

  @Test
  void aRefusalIsSaidInTheLanguageOfWhoAsks() {
    eight(Session.State.CLOSED, NOW.minusSeconds(60));

    assertThat(desk.holds(EIGHT).at("/title")).isEqualTo("Session closed");
    assertThat(desk.holds(EIGHT, "Accept-Language", "id").at("/title")).isEqualTo("Sesi ditutup");
  }
}
