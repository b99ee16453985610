package id.antrean.domain.payment;

import static id.antrean.domain.payment.Notices.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.payment.PaymentCode.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A code to pay by: asked for, alive until the deadline, and then of no use. */
class OneCodeAtATimeTest {
  private static final Instant DEADLINE = NOW.plus(Duration.ofHours(2));
  private static final PayOffer VA = new PayOffer(PayChannel.BANK_VA, "bank", "BNI");
  private static final Bill BILL =
      Bill.issue(
          new BillingCode("820261123000001"),
          new Fee(List.of(new Fee.Line(Tariffs.Item.ELECTRONIC_10, 950_000))),
          NOW);
  private static final Bill ASKING = BILL.asking(VA, NOW, DEADLINE);

  private static PaymentCode code(Bill bill) {
    PaymentCode code = bill.paymentCode();
    assertThat(code).isNotNull();
    return code;
  }

  private static Bill live() {
    return ASKING.with(code(ASKING).live("9888", null, "theirs", NOW));
  }

  @Test
  void whatIsAskedForMayBePaidAndIsNotAliveYet() {
    PaymentCode asked = code(ASKING);

    assertThat(asked.state()).isEqualTo(State.ASKED);
    assertThat(asked.mayBePaid()).isTrue();
    assertThat(asked.isLive(NOW)).isFalse();
    assertThat(asked.expiresAt()).isEqualTo(DEADLINE);
  }

  @Test
  void forAMinuteSomebodyMayStillBeAskingForIt() {
    PaymentCode asked = code(ASKING);

    assertThat(asked.isBeingAsked(NOW)).isTrue();
    assertThat(asked.isBeingAsked(NOW.plusSeconds(59))).isTrue();
    assertThat(asked.isBeingAsked(NOW.plusSeconds(60))).isFalse();
    assertThat(code(live()).isBeingAsked(NOW)).isFalse();
  }

  @Test
  void itLivesUntilTheDeadlineOfItsHold() {
    PaymentCode live = code(live());

    assertThat(live.code()).isEqualTo("9888");
    assertThat(live.senderId()).isEqualTo("theirs");
    assertThat(live.isLive(DEADLINE.minusMillis(1))).isTrue();
    assertThat(live.isLive(DEADLINE)).isFalse();
    assertThat(live.mayBePaid()).as("its aggregator may be late").isTrue();
  }

  @Test
  void whatEndedCannotBePaidAnyMore() {
    PaymentCode ended = code(live()).ended(NOW.plusSeconds(5));

    assertThat(ended.mayBePaid()).isFalse();
    assertThat(ended.isLive(NOW)).isFalse();
    assertThat(ended.since()).isEqualTo(NOW.plusSeconds(5));
    assertThat(ended.code()).isEqualTo("9888");
  }

  @Test
  void eachThatIsAskedForHasAReferenceOfItsOwn() {
    Bill second = live().asking(new PayOffer(PayChannel.QRIS, "other", null), NOW, DEADLINE);

    assertThat(code(ASKING).reference(BILL.code())).isEqualTo("820261123000001-1");
    assertThat(code(second).reference(BILL.code())).isEqualTo("820261123000001-2");
  }

  @Test
  void itIsOfOneChannelOneAggregatorAndOneBank() {
    PaymentCode code = code(ASKING);

    assertThat(code.isOf(new PayOffer(PayChannel.BANK_VA, "bank", "BNI"))).isTrue();
    assertThat(code.isOf(new PayOffer(PayChannel.QRIS, "bank", "BNI"))).isFalse();
    assertThat(code.isOf(new PayOffer(PayChannel.BANK_VA, "other", "BNI"))).isFalse();
    assertThat(code.isOf(new PayOffer(PayChannel.BANK_VA, "bank", "BRI"))).isFalse();
  }

  @Test
  void aBillIsPaidAtWhoeverHasItsCodeAndAtAnybodyWithoutOne() {
    assertThat(BILL.isPayableAt("other")).isTrue();
    assertThat(ASKING.isPayableAt("bank")).isTrue();
    assertThat(ASKING.isPayableAt("other")).isFalse();
    assertThat(live().with(code(live()).ended(NOW)).isPayableAt("other")).isTrue();
  }

  @Test
  void whateverBecomesOfTheBillItsCodeIsKnown() {
    Bill.Payment payment = new Bill.Payment("bank", "p1", "QRIS", NOW, null);

    assertThat(live().voided().paymentCode()).isEqualTo(code(live()));
    assertThat(live().reopened().paymentCode()).isEqualTo(code(live()));
    assertThat(live().paid(payment).paymentCode()).isEqualTo(code(live()));
    assertThat(live().paid(payment).unpaid(Bill.State.OPEN).paymentCode()).isEqualTo(code(live()));
  }
}
