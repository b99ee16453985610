package id.antrean.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.payment.ListedPayment;
import id.antrean.domain.payment.NoticeId;
import id.antrean.domain.payment.NoticeRow;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.domain.settlement.Reconciliation.Difference;
import id.antrean.domain.settlement.Reconciliation.OtherAmount;
import id.antrean.domain.settlement.Reconciliation.OursOnly;
import id.antrean.domain.settlement.Reconciliation.TheirsOnly;
import id.antrean.domain.settlement.Reconciliation.Twice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An aggregator's list of a day against what it told: both have the same payments. */
class ReconciliationTest {
  private static final Instant NOW = Instant.parse("2026-11-27T02:00:00Z");

  private static ListedPayment listed(String id, long amount) {
    return new ListedPayment(id, "820261127000001", amount, "IDR", NOW, null);
  }

  private static NoticeRow told(String id, long amount, Kind kind, State state) {
    return new NoticeRow(
        new NoticeId("820261127000001", "bank", "e-" + id + kind),
        id,
        kind,
        amount,
        "IDR",
        state,
        state == State.EXCEPTION ? ExceptionReason.ALREADY_PAID : null,
        null,
        null,
        NOW,
        NOW);
  }

  private static NoticeRow settled(String id, long amount) {
    return told(id, amount, Kind.PAID, State.SETTLED);
  }

  private static List<Difference> differences(List<ListedPayment> theirs, List<NoticeRow> ours) {
    return Reconciliation.of(theirs, theirs, ours, ours);
  }

  @Test
  void whatBothHaveIsNoDifference() {
    assertThat(
            differences(
                List.of(listed("a", 5), listed("b", 7)),
                List.of(
                    settled("a", 5),
                    told("b", 7, Kind.PAID, State.EXCEPTION),
                    told("b", 7, Kind.TAKEN_BACK, State.EXCEPTION))))
        .isEmpty();
  }

  @Test
  void moneyThatNobodyToldOfIsTheirsOnly() {
    assertThat(differences(List.of(listed("a", 5)), List.of()))
        .containsExactly(new TheirsOnly(listed("a", 5)));
  }

  /** What is pending or waits for its sender says of no money that was taken in. */
  @Test
  void whatIsNoMoneyYetDoesNotHideIt() {
    assertThat(
            differences(
                List.of(listed("a", 5)),
                List.of(
                    told("a", 5, Kind.PENDING, State.NOTED),
                    told("a", 5, Kind.PAID, State.RECEIVED))))
        .containsExactly(new TheirsOnly(listed("a", 5)));
  }

  @Test
  void moneyThatTheyDoNotHaveIsOursOnlyAndOnce() {
    NoticeRow first = settled("a", 5);

    assertThat(differences(List.of(), List.of(first, told("a", 5, Kind.PAID, State.EXCEPTION))))
        .containsExactly(new OursOnly(first));
  }

  @Test
  void anotherAmountIsToldWithBoth() {
    assertThat(differences(List.of(listed("a", 6)), List.of(settled("a", 5))))
        .containsExactly(new OtherAmount(settled("a", 5), listed("a", 6)));
  }

  @Test
  void aPaymentThatIsListedTwiceIsToldOnceForEachTimeTooMany() {
    assertThat(
            differences(
                List.of(listed("a", 5), listed("a", 5), listed("a", 5)), List.of(settled("a", 5))))
        .containsExactly(new Twice(listed("a", 5)), new Twice(listed("a", 5)));
  }

  @Test
  void aPaymentAroundMidnightIsLookedForInTheDaysBeside() {
    assertThat(
            Reconciliation.of(
                List.of(listed("a", 5)),
                List.of(listed("a", 5), listed("b", 7)),
                List.of(settled("b", 7)),
                List.of(settled("a", 5), settled("b", 7))))
        .isEmpty();
  }

  /** Whatever is lost, doubled or changed on either side is found, and nothing else. */
  @Test
  void everyChangeIsFoundWhereverItIs() {
    Random random = new Random(14);
    for (int i = 0; i < 1_000; i++) {
      List<ListedPayment> theirs = new ArrayList<>();
      List<NoticeRow> ours = new ArrayList<>();
      int changed = 0;
      for (int j = 0; j < random.nextInt(20); j++) {
        ListedPayment payment = listed("p" + j, 1 + random.nextInt(9));
        switch (random.nextInt(5)) {
          case 0 -> {
            theirs.add(payment);
            changed++;
          }
          case 1 -> {
            ours.add(settled("p" + j, payment.amount()));
            changed++;
          }
          case 2 -> {
            theirs.add(payment);
            ours.add(settled("p" + j, payment.amount() + 1));
            changed++;
          }
          default -> {
            theirs.add(payment);
            ours.add(settled("p" + j, payment.amount()));
          }
        }
      }
      Collections.shuffle(theirs, random);
      Collections.shuffle(ours, random);
      assertThat(differences(theirs, ours)).as("%d", i).hasSize(changed);
    }
  }
}
