package id.antrean.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.Actor;
import id.antrean.domain.OfficeId;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.Resolution;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.gateway.EventLog;
import id.antrean.memory.Faults;
import id.antrean.senders.treasury.Treasury;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the treasury received is held against what senders took. */
class TheTreasurysListTest {
  private static final String NTPN = "0123456789ABCDEF";
  private static final String SECOND = "1123456789ABCDEF";
  private final Counter counter = new Counter(new MoneyComesAndGoesTest.Believed());
  private final DailyLists lists = new DailyLists(counter.world.time);
  private final ReconcileTreasury treasury = reconciling(counter);

  private ReconcileTreasury reconciling(Counter at) {
    EventLog log =
        new EventLog(new PrintStream(OutputStream.nullOutputStream()), at.world.time, "tried");
    return new ReconcileTreasury(
        lists,
        at.world.payments,
        new ProveBill(
            new FindBilled(at.world.payments, at.world.applications),
            at.world.applications,
            at.world.applications,
            at.world.payments,
            at.world.payments,
            at.world.time),
        new Differences(at.world.payments, log, at.world.time),
        log,
        at.world.time);
  }

  private void receives(String ntpn, String code, long amount) {
    lists
        .addLine()
        .put("ntpn", ntpn)
        .put("billingCode", code)
        .put("amount", amount)
        .put("receivedAt", counter.world.time.instant().toString());
  }

  private Bill.Payment payment() {
    return counter.application().booking().paidBill().map(Bill::payment).orElseThrow();
  }

  private List<ExceptionReason> found() {
    return counter.world.payments.kept().stream()
        .filter(kept -> kept.state() == State.EXCEPTION)
        .filter(kept -> kept.notification().aggregator().equals(Treasury.NAME))
        .map(StoredNotification::why)
        .map(Objects::requireNonNull)
        .toList();
  }

  /** The numbers in the books. */
  private List<String> receipts() {
    return counter.world.payments.kept().stream()
        .filter(kept -> kept.state() == State.NOTED)
        .filter(kept -> kept.notification().aggregator().equals(Treasury.NAME))
        .map(kept -> kept.notification().paymentId())
        .toList();
  }

  private void dayPasses(int times) {
    counter.world.pass(Duration.ofDays(times));
  }

  @Test
  void itsNumberComesOntoTheBillThatItProves() {
    counter.happens("pays");
    assertThat(payment().ntpn()).isNull();
    receives(NTPN, counter.code(), Counter.FEE);

    assertThat(treasury.untilNow()).isZero();

    assertThat(payment().ntpn()).isEqualTo(NTPN);
    assertThat(found()).isEmpty();
  }

  @Test
  void againNothingIsThereTwiceAndNothingWritten() {
    counter.happens("pays");
    receives(NTPN, counter.code(), Counter.FEE);
    treasury.untilNow();
    Application once = counter.application();
    int kept = counter.world.payments.kept().size();

    dayPasses(1);
    assertThat(treasury.untilNow()).isZero();

    assertThat(counter.application()).isEqualTo(once);
    assertThat(counter.world.payments.kept()).hasSize(kept);
  }

  @Test
  void whatHasNoNumberIsNoReceipt() {
    counter.happens("pays");
    receives("no number", counter.code(), Counter.FEE);
    receives("", counter.code(), Counter.FEE);
    dayPasses(2);

    assertThat(treasury.untilNow()).isEqualTo(1);

    assertThat(payment().ntpn()).isNull();
    assertThat(found()).containsExactly(ExceptionReason.NOT_RECEIVED_BY_TREASURY);
  }

  @Test
  void theSecondPaymentsReceiptIsNotTheFirstOnes() {
    counter.happens("pays");
    receives(NTPN, counter.code(), Counter.FEE);
    treasury.untilNow();
    dayPasses(1);
    receives(SECOND, counter.code(), Counter.FEE);
    assertThat(treasury.untilNow()).as("while its sender may still tell").isZero();
    dayPasses(2);

    assertThat(treasury.untilNow()).isEqualTo(1);

    assertThat(payment().ntpn()).isEqualTo(NTPN);
    assertThat(found()).containsExactly(ExceptionReason.LISTED_TWICE);
  }

  @Test
  void ofTwoPaymentsTheBillHasTheNumberOfTheOneThatPaysIt() {
    counter.happens("pays");
    counter.happens("pays again");
    receives(NTPN, counter.code(), Counter.FEE);
    receives(SECOND, counter.code(), Counter.FEE);

    assertThat(treasury.untilNow()).isZero();

    assertThat(payment().ntpn()).isEqualTo(NTPN);
    assertThat(receipts()).containsExactlyInAnyOrder(NTPN, SECOND);
  }

  @Test
  void whatOnlyItHasIsForAPersonWhenSendersHadTimeToTell() {
    receives(NTPN, counter.code(), Counter.FEE);
    assertThat(treasury.untilNow()).isZero();
    dayPasses(1);
    assertThat(treasury.untilNow()).isZero();
    dayPasses(1);

    assertThat(treasury.untilNow()).isEqualTo(1);
    assertThat(treasury.untilNow()).isEqualTo(1);

    assertThat(found()).containsExactly(ExceptionReason.RECEIVED_BY_TREASURY_ONLY);
    assertThat(counter.application().booking().paid()).isFalse();
  }

  @Test
  void whatPeopleMovedHasItsNumberOnTheBillThatItPays() {
    counter.happens("pays");
    counter.happens("pays again");
    String other = counter.anotherBillOfTheSamePerson();
    counter
        .deciding(10_000_000)
        .resolve(
            counter.open().getFirst(),
            new Resolution.Wish(
                Resolution.Action.MOVE, new BillingCode(other), "it is for that one"),
            new Actor.Staff("supervisor", "ratna", new OfficeId("CLG")));
    receives(NTPN, counter.code(), Counter.FEE);
    receives(SECOND, counter.code(), Counter.FEE);
    dayPasses(2);

    assertThat(treasury.untilNow()).isZero();

    assertThat(
            counter.world.applications.all().stream()
                .flatMap(it -> it.booking().bills().stream())
                .filter(bill -> bill.code().value().equals(other))
                .map(bill -> Objects.requireNonNull(bill.payment()).ntpn()))
        .containsExactly(SECOND);
  }

  @Test
  void whatIsToldAfterAllIsProved() {
    receives(NTPN, counter.code(), Counter.FEE);
    dayPasses(2);
    treasury.untilNow();

    counter.happens("pays");
    treasury.untilNow();

    assertThat(payment().ntpn()).isEqualTo(NTPN);
  }

  @Test
  void whatWaitsForItsSenderIsProvedWhenThatAgrees() {
    AskedSender sender = new AskedSender();
    sender.down = true;
    Counter waiting = new Counter(sender);
    waiting.happens("pays");
    ReconcileTreasury its = reconciling(waiting);
    receives(NTPN, waiting.code(), Counter.FEE);
    its.untilNow();
    assertThat(waiting.world.payments.kept()).hasSize(1);

    sender.down = false;
    waiting.happens("pays");
    its.untilNow();

    assertThat(waiting.application().booking().paidBill().map(Bill::payment).orElseThrow().ntpn())
        .isEqualTo(NTPN);
  }

  @Test
  void forNobodysBillItIsForAPersonToLookAt() {
    receives(NTPN, "899999999999999", Counter.FEE);
    dayPasses(2);
    treasury.untilNow();
    treasury.untilNow();

    assertThat(found()).containsExactly(ExceptionReason.RECEIVED_BY_TREASURY_ONLY);
  }

  @Test
  void anotherAmountIsADifferenceOnce() {
    counter.happens("pays");
    receives(NTPN, counter.code(), 5);
    dayPasses(2);
    treasury.untilNow();
    treasury.untilNow();

    assertThat(found())
        .containsExactlyInAnyOrder(
            ExceptionReason.LISTED_WITH_ANOTHER_AMOUNT, ExceptionReason.NOT_RECEIVED_BY_TREASURY);
  }

  @Test
  void whatItHasNotReceivedAfterTwoDaysIsADifference() {
    counter.happens("pays");
    dayPasses(1);
    assertThat(treasury.untilNow()).isZero();
    dayPasses(1);

    assertThat(treasury.untilNow()).isEqualTo(1);

    assertThat(found()).containsExactly(ExceptionReason.NOT_RECEIVED_BY_TREASURY);
  }

  @Test
  void whatItReceivesADayLaterIsNone() {
    counter.happens("pays");
    dayPasses(1);
    receives(NTPN, counter.code(), Counter.FEE);
    dayPasses(1);

    assertThat(treasury.untilNow()).isZero();
    assertThat(found()).isEmpty();
  }

  @Test
  void whatWentBackIsNotMissed() {
    counter.happens("pays");
    counter.happens("all goes back");
    dayPasses(2);

    assertThat(treasury.untilNow()).isZero();
  }

  @Test
  void aListThatIsMissingSaysNothing() {
    counter.happens("pays");
    dayPasses(2);
    var _ = lists.withhold(lists.today().minusDays(1));

    assertThat(treasury.untilNow()).isZero();
    assertThat(found()).isEmpty();
  }

  @Test
  void aCrashInBetweenIsMendedTheNextNight() {
    counter.happens("pays");
    receives(NTPN, counter.code(), Counter.FEE);
    counter.faults.crashBefore("resolve");
    assertThatThrownBy(treasury::untilNow).isInstanceOf(Faults.Crash.class);
    assertThat(payment().ntpn()).isEqualTo(NTPN);
    assertThat(receipts()).isEmpty();
    dayPasses(1);

    treasury.untilNow();

    assertThat(payment().ntpn()).isEqualTo(NTPN);
    assertThat(receipts()).containsExactly(NTPN);
  }

  /** The store does not answer for one of them: the others are looked at, and it says so. */
  @Test
  void whatCannotBeLookedAtKeepsNobodyElseWaiting() {
    counter.happens("pays");
    receives(SECOND, "800000000000000", Counter.FEE);
    receives(NTPN, counter.code(), Counter.FEE);
    counter.faults.down("notices");

    assertThatThrownBy(treasury::untilNow).isInstanceOf(Unavailable.class);

    assertThat(payment().ntpn()).isEqualTo(NTPN);
  }
}
