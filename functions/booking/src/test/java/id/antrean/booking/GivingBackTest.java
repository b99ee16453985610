package id.antrean.booking;

import static id.antrean.booking.FrontDesk.EIGHT;
import static id.antrean.booking.FrontDesk.NINE;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.draft;
import static id.antrean.memory.Samples.ready;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.booking.FrontDesk.Reply;
import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import org.junit.jupiter.api.Test;

/** An unpaid seat is anybody's again as soon as it is given back. */
class GivingBackTest {
  private final FrontDesk desk = new FrontDesk();

  @Test
  void theApplicationIsReadyAgainAndItsSeatFree() {
    desk.holds(EIGHT).done();

    Reply left = desk.givesBack().done();

    assertThat(left.at("/status")).isEqualTo("READY");
    assertThat(left.json().path("booking").isObject()).isFalse();
    assertThat(left.headers()).containsEntry("ETag", "\"" + (desk.siti.revision() + 2) + "\"");
    assertThat(desk.world.see(EIGHT).seats()).isEmpty();
    Application budi = ready("budi");
    desk.world.has(budi);
    desk.holds(budi, EIGHT).done();
  }

  @Test
  void givingBackTwiceIsGivingBackOnce() {
    desk.holds(EIGHT).done();
    Reply first = desk.givesBack().done();

    Reply again = desk.givesBack().done();

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.headers()).containsEntry("ETag", first.tag());
  }

  @Test
  void whereThereIsNoSeatThereIsNothingToDo() {
    Application draft = draft("wati");
    desk.world.has(draft);

    assertThat(desk.givesBackAs("wati", draft.id().value()).done().at("/status"))
        .isEqualTo("DRAFT");
    assertThat(desk.world.see(draft.id())).isEqualTo(draft);
  }

  @Test
  void aPaidSeatIsMovedAndNotGivenBack() {
    desk.holds(EIGHT).done();
    desk.isPaid();

    assertThat(desk.givesBack().refused(409, "already-paid").at("/detail")).contains("move");

    assertThat(desk.siti().status()).isEqualTo(Status.CONFIRMED);
    assertThat(desk.world.see(EIGHT).seats()).hasSize(1);
  }

  @Test
  void aCancelledApplicationHasNothingToGive() {
    desk.becomes(desk.siti().cancel(new Actor.Applicant("siti"), NOW));
    desk.givesBack().refused(409, "wrong-status");
  }

  @Test
  void whoLosesToOtherStepsAgainAndAgainHearsWhichSeatThereIs() {
    desk.holds(EIGHT).done();
    desk.isOvertaken(5);

    Reply refused = desk.givesBack().refused(409, "overtaken");

    assertThat(refused.at("/sessionId")).isEqualTo(EIGHT.toString());
    assertThat(desk.world.see(EIGHT).seats()).hasSize(1);
  }

  @Test
  void aMoveMeanwhileIsGivenBackAsItNowStands() {
    desk.holds(EIGHT).done();
    desk.faults.before("save", () -> desk.holds(NINE).done());

    desk.givesBack().done();

    assertThat(desk.siti().status()).isEqualTo(Status.READY);
    assertThat(desk.world.see(EIGHT).seats()).isEmpty();
    assertThat(desk.world.see(NINE).seats()).isEmpty();
  }
}
