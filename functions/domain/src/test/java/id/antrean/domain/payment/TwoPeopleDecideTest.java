package id.antrean.domain.payment;

import static id.antrean.domain.payment.Notices.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.payment.Resolution.Action;
import id.antrean.domain.payment.Resolution.Stage;
import id.antrean.domain.payment.Resolution.Wish;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What one person proposes another confirms, and nobody confirms their own. */
class TwoPeopleDecideTest {
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Wish REFUND = new Wish(Action.REFUND, null, "paid twice");
  private static final Wish ACCEPT = new Wish(Action.ACCEPT, null, "it is so");
  private static final Resolution PROPOSED = Resolution.first("ratna", REFUND, true, NOW);

  private static Wish move(String code) {
    return new Wish(Action.MOVE, new BillingCode(code), "another bill");
  }

  @Test
  void whatTakesOneIsDecidedAtOnce() {
    Resolution decided = Resolution.first("ratna", REFUND, false, NOW);

    assertThat(decided.stage()).isEqualTo(Stage.DECIDED);
    assertThat(decided.proposedBy()).isEqualTo("ratna");
    assertThat(decided.confirmedBy()).isNull();
    assertThat(decided.revision()).isEqualTo(1);
  }

  @Test
  void whatTakesTwoIsProposedAndConfirmedByAnother() {
    Resolution decided = PROPOSED.and("agus", REFUND, LATER);

    assertThat(PROPOSED.stage()).isEqualTo(Stage.PROPOSED);
    assertThat(decided.stage()).isEqualTo(Stage.DECIDED);
    assertThat(decided.proposedBy()).isEqualTo("ratna");
    assertThat(decided.confirmedBy()).isEqualTo("agus");
    assertThat(decided.reason()).isEqualTo("paid twice");
    assertThat(decided.at()).isEqualTo(LATER);
    assertThat(decided.revision()).isEqualTo(2);
  }

  @Test
  void nobodyConfirmsTheirOwn() {
    assertThat(PROPOSED.and("ratna", REFUND, LATER)).isEqualTo(PROPOSED);
  }

  @Test
  void whoWantsSomethingElseProposesThat() {
    Resolution other = PROPOSED.and("agus", ACCEPT, LATER);

    assertThat(other.stage()).isEqualTo(Stage.PROPOSED);
    assertThat(other.action()).isEqualTo(Action.ACCEPT);
    assertThat(other.proposedBy()).isEqualTo("agus");
    assertThat(other.confirmedBy()).isNull();
    assertThat(other.revision()).isEqualTo(2);
  }

  @Test
  void toMoveItSomewhereElseIsSomethingElse() {
    Resolution moving = Resolution.first("ratna", move("820261123000001"), true, NOW);

    assertThat(moving.isFor(move("820261123000001"))).isTrue();
    assertThat(moving.isFor(move("820261123000002"))).isFalse();
    assertThat(moving.and("agus", move("820261123000002"), LATER).stage())
        .isEqualTo(Stage.PROPOSED);
  }

  @Test
  void whatIsDoneSaysWhoDecidedItAndWhen() {
    Resolution done = PROPOSED.and("agus", REFUND, NOW).done(LATER);

    assertThat(done.stage()).isEqualTo(Stage.DONE);
    assertThat(done.confirmedBy()).isEqualTo("agus");
    assertThat(done.at()).isEqualTo(LATER);
    assertThat(done.revision()).isEqualTo(3);
  }
}
