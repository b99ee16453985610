package id.antrean.booking;

import static id.antrean.booking.FrontDesk.EIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.booking.FrontDesk.Reply;
import org.junit.jupiter.api.Test;

/** What to pay, until when, and whether it is paid. */
class LookingAtTheBillTest {
  private final FrontDesk desk = new FrontDesk();

  @Test
  void thereIsNoBillBeforeTheFirstHold() {
    desk.bill().refused(404, "not-found");
  }

  @Test
  void aHeldSeatHasABillToPay() {
    Reply held = desk.holds(EIGHT).done();

    Reply bill = desk.bill().done();

    assertThat(bill.json()).isEqualTo(held.json().path("bill"));
    assertThat(bill.at("/status")).isEqualTo("UNPAID");
    assertThat(bill.at("/payBy")).isEqualTo("2026-11-23T11:00:00+07:00");
    assertThat(bill.headers()).containsEntry("ETag", held.tag());
  }

  @Test
  void aPaidBillSaysWhenAndHow() {
    desk.holds(EIGHT).done();
    desk.isPaid();

    Reply bill = desk.bill().done();

    assertThat(bill.at("/status")).isEqualTo("PAID");
    assertThat(bill.at("/paidAt")).isEqualTo("2026-11-23T09:00:00+07:00");
    assertThat(bill.at("/aggregator")).isEqualTo("bank");
  }

  @Test
  void aBillThatHasNotChangedIsNotSentAgain() {
    String seen = desk.holds(EIGHT).done().tag();

    Reply unchanged = desk.bill("If-None-Match", seen);

    assertThat(unchanged.status()).isEqualTo(304);
    assertThat(unchanged.body()).isNullOrEmpty();
    desk.isPaid();
    desk.bill("If-None-Match", seen).done();
  }

  @Test
  void aBillIsReadInTheLanguageOfWhoAsks() {
    desk.holds(EIGHT).done();

    assertThat(desk.bill().at("/lines/0/detail")).startsWith("Electronic passport");
    assertThat(desk.bill("Accept-Language", "id").at("/lines/0/detail"))
        .startsWith("Paspor elektronik");
  }
}
