package id.antrean.booking;

import static id.antrean.booking.FrontDesk.EIGHT;
import static id.antrean.booking.FrontDesk.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.booking.FrontDesk.Reply;
import id.antrean.domain.application.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is answered to whoever takes a seat, another seat, or the same again. */
class HoldingTest {
  private final FrontDesk desk = new FrontDesk();

  @Test
  void aHoldAnswersTheApplicationWithItsSeatAndItsBill() {
    Reply held = desk.holds(EIGHT).done();

    assertThat(held.at("/id")).isEqualTo(desk.siti.id().value());
    assertThat(held.at("/status")).isEqualTo("AWAITING_PAYMENT");
    assertThat(held.at("/booking/session/id")).isEqualTo(EIGHT.toString());
    assertThat(held.at("/booking/state")).isEqualTo("HELD");
    assertThat(held.at("/booking/payBy")).isEqualTo("2026-11-23T11:00:00+07:00");
    assertThat(held.at("/bill/status")).isEqualTo("UNPAID");
    assertThat(held.at("/bill/amount")).isEqualTo("950000");
    assertThat(held.headers())
        .containsEntry("ETag", "\"" + (desk.siti.revision() + 1) + "\"")
        .containsEntry("Cache-Control", "no-store")
        .containsKey("Retry-After");
    assertThat(desk.world.see(EIGHT).seats()).hasSize(1);
  }

  @Test
  void theSameSessionAgainAnswersTheSameAndTakesNoSecondSeat() {
    Reply first = desk.holds(EIGHT).done();
    desk.world.pass(Duration.ofMinutes(10));

    Reply again = desk.holds(EIGHT).done();

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.headers()).containsEntry("ETag", first.tag());
    assertThat(desk.world.see(EIGHT).seats()).hasSize(1);
    assertThat(desk.world.deadlines.queue.waiting()).hasSize(1);
  }

  @Test
  void anUnpaidSeatMovesAndIsStillToBePaidByThen() {
    Reply held = desk.holds(EIGHT).done();
    desk.world.pass(Duration.ofMinutes(30));

    Reply moved = desk.holds(NINE).done();

    assertThat(moved.at("/booking/session/id")).isEqualTo(NINE.toString());
    assertThat(moved.at("/booking/payBy")).isEqualTo(held.at("/booking/payBy"));
    assertThat(moved.at("/bill/billingCode")).isEqualTo(held.at("/bill/billingCode"));
    assertThat(moved.headers()).containsEntry("ETag", "\"" + (desk.siti.revision() + 2) + "\"");
    assertThat(desk.world.see(EIGHT).seats()).isEmpty();
  }

  @Test
  void aPaidSeatMovesWithNothingToPay() {
    desk.holds(EIGHT).done();
    desk.isPaid();

    Reply moved = desk.holds(NINE).done();

    assertThat(moved.at("/status")).isEqualTo("CONFIRMED");
    assertThat(moved.at("/booking/state")).isEqualTo("CONFIRMED");
    assertThat(moved.at("/booking/rescheduled")).isEqualTo("1");
    assertThat(moved.json().at("/booking/payBy").isTextual()).isFalse();
    assertThat(moved.at("/bill/status")).isEqualTo("PAID");
    assertThat(desk.world.see(EIGHT).seats()).isEmpty();
  }

  @Test
  void whoPaidTooLateChoosesASeatAndIsConfirmedAtOnce() {
    desk.holds(EIGHT).done();
    desk.givesBack().done();
    desk.isPaid();
    assertThat(desk.siti().status()).isEqualTo(Status.PAID_UNSCHEDULED);

    Reply chosen = desk.holds(NINE).done();

    assertThat(chosen.at("/status")).isEqualTo("CONFIRMED");
    assertThat(chosen.at("/bill/status")).isEqualTo("PAID");
    assertThat(desk.world.see(NINE).seats()).hasSize(1);
  }
}
