package id.antrean.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.Actor;
import id.antrean.domain.OfficeId;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.NoticeId;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.Resolution.Action;
import id.antrean.domain.payment.Resolution.Stage;
import id.antrean.domain.payment.Resolution.Wish;
import id.antrean.memory.Faults;
import id.antrean.payments.ResolveException.Exceptional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Money that settled nothing leaves the list by a decision, and by that of two where it is much.
 */
class DecidingAboutMoneyTest {
  private static final Actor.Staff RATNA = supervisor("ratna", "CLG");
  private static final Actor.Staff AGUS = supervisor("agus", "CLG");
  private static final Actor.Staff ELSEWHERE = supervisor("putu", "DPS");
  private final Counter counter = new Counter(new MoneyComesAndGoesTest.Believed());
  private final ResolveException deciding = counter.deciding(10_000_000);
  private final ResolveException careful = counter.deciding(500_000);

  private static Actor.Staff supervisor(String name, String office) {
    return new Actor.Staff("supervisor", name, new OfficeId(office));
  }

  private static Wish wish(Action action) {
    return new Wish(action, null, "because it is so");
  }

  private static Wish move(String code) {
    return new Wish(Action.MOVE, new BillingCode(code), "the payer says so");
  }

  private NoticeId theOne() {
    assertThat(counter.open()).hasSize(1);
    return counter.open().getFirst();
  }

  private static @Nullable Stage stage(Outcome<Exceptional> outcome) {
    return outcome instanceof Outcome.Done<Exceptional>(Exceptional done)
            && done.resolution() != null
        ? done.resolution().stage()
        : null;
  }

  private void paidTwice() {
    counter.happens("pays");
    counter.happens("pays again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"REFUND", "ACCEPT"})
  void aDecisionTakesItOffTheListAndItsPersonSeesIt(Action action) {
    paidTwice();
    NoticeId money = theOne();

    assertThat(stage(deciding.resolve(money, wish(action), RATNA))).isEqualTo(Stage.DONE);

    assertThat(counter.open()).isEmpty();
    assertThat(counter.events(Event.Kind.PAYMENT_RESOLVED)).isEqualTo(1);
    assertThat(counter.application().status()).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void whatIsToBeRefundedStaysDueAndWhatIsAcceptedIsNot() {
    paidTwice();

    deciding.resolve(theOne(), wish(Action.REFUND), RATNA);
    assertThat(counter.bill().path("refunds")).hasSize(1);

    counter.happens("second goes back");
    deciding.resolve(theOne(), wish(Action.ACCEPT), RATNA);
    assertThat(counter.bill().at("/refunds/0/status").asText()).isEqualTo("REFUNDED");
  }

  @Test
  void theSameAgainChangesNothingAndAnythingElseIsTooLate() {
    paidTwice();
    NoticeId money = theOne();
    deciding.resolve(money, wish(Action.REFUND), RATNA);

    assertThat(stage(deciding.resolve(money, wish(Action.REFUND), AGUS))).isEqualTo(Stage.DONE);
    assertThat(deciding.resolve(money, wish(Action.ACCEPT), AGUS))
        .isEqualTo(Outcome.refused(new Refusal.AlreadyResolved()));
    assertThat(counter.events(Event.Kind.PAYMENT_RESOLVED)).isEqualTo(1);
  }

  @Test
  void aboveAnAmountASecondPersonHasToAgree() {
    paidTwice();
    NoticeId money = theOne();

    assertThat(stage(careful.resolve(money, wish(Action.REFUND), RATNA))).isEqualTo(Stage.PROPOSED);
    assertThat(stage(careful.resolve(money, wish(Action.REFUND), RATNA)))
        .as("the same person is no second one")
        .isEqualTo(Stage.PROPOSED);
    assertThat(counter.events(Event.Kind.PAYMENT_RESOLVED)).isZero();
    assertThat(stage(careful.resolve(money, wish(Action.REFUND), AGUS))).isEqualTo(Stage.DONE);
    assertThat(counter.open()).isEmpty();
  }

  @Test
  void whoWantsSomethingElseProposesThatInstead() {
    paidTwice();
    NoticeId money = theOne();
    careful.resolve(money, wish(Action.REFUND), RATNA);

    assertThat(stage(careful.resolve(money, wish(Action.ACCEPT), AGUS))).isEqualTo(Stage.PROPOSED);
    assertThat(stage(careful.resolve(money, wish(Action.ACCEPT), AGUS))).isEqualTo(Stage.PROPOSED);
    assertThat(stage(careful.resolve(money, wish(Action.ACCEPT), RATNA))).isEqualTo(Stage.DONE);
  }

  @Test
  void anotherOfficeFindsNothing() {
    paidTwice();

    assertThat(deciding.resolve(theOne(), wish(Action.REFUND), ELSEWHERE))
        .isEqualTo(Outcome.refused(new Refusal.NotFound()));
    assertThat(counter.open()).hasSize(1);
  }

  @Test
  void whatSettledOrIsUnknownIsNotFound() {
    counter.happens("pays");

    assertThat(
            deciding.resolve(
                new NoticeId(counter.code(), "sender", "pays"), wish(Action.REFUND), RATNA))
        .isEqualTo(Outcome.refused(new Refusal.NotFound()));
  }

  @Test
  void tooLittleThatIsAcceptedPaysTheBill() {
    counter.happens("pays too little");

    deciding.resolve(theOne(), wish(Action.ACCEPT), RATNA);

    assertThat(counter.application().status()).isEqualTo(Status.CONFIRMED);
    assertThat(counter.bill().path("status").asText()).isEqualTo("PAID");
    assertThat(counter.bill().path("refunds")).isEmpty();
  }

  @Test
  void moneyThatWasAcceptedAndWentBackPaysNoMore() {
    counter.happens("pays too little");
    deciding.resolve(theOne(), wish(Action.ACCEPT), RATNA);

    counter.happens("too little goes back");

    assertThat(counter.bill().path("status").asText()).isEqualTo("REFUNDED");
    assertThat(counter.open()).hasSize(1);
  }

  @Test
  void aLittleThatIsAcceptedIsJudgedByTheWholeBill() {
    counter.receives(
        new PaymentNotification(
            "bank",
            "one",
            "one",
            counter.code(),
            1,
            -1,
            "IDR",
            Kind.PAID,
            counter.world.time.instant(),
            null,
            null));

    assertThat(stage(careful.resolve(theOne(), wish(Action.ACCEPT), RATNA)))
        .isEqualTo(Stage.PROPOSED);
    assertThat(counter.application().status()).isEqualTo(Status.AWAITING_PAYMENT);
  }

  @Test
  void nobodyDecidesAboutMoneyOfTheirOwn() {
    paidTwice();

    assertThat(deciding.resolve(theOne(), wish(Action.ACCEPT), supervisor("siti", "CLG")))
        .isEqualTo(Outcome.refused(new Refusal.NotFound()));
  }

  @Test
  void moneyMovesToAnotherBillOfTheSamePersonOnce() {
    paidTwice();
    String other = counter.anotherBillOfTheSamePerson();

    assertThat(stage(deciding.resolve(theOne(), move(other), RATNA))).isEqualTo(Stage.DONE);

    assertThat(counter.paid(other)).isTrue();
    assertThat(counter.bill().path("refunds")).isEmpty();
    assertThat(counter.open()).isEmpty();
  }

  @Test
  void moneyMovesToNobodyElsesBillAndToNoneOfAnotherAmount() {
    counter.happens("pays too little");
    String other = counter.anotherBillOfTheSamePerson();
    assertThat(deciding.resolve(theOne(), move(other), RATNA))
        .isEqualTo(Outcome.refused(new Refusal.OtherBill()));
    assertThat(deciding.resolve(theOne(), move(counter.billOfSomebodyElse()), RATNA))
        .isEqualTo(Outcome.refused(new Refusal.OtherBill()));
    assertThat(deciding.resolve(theOne(), move("800000000000099"), RATNA))
        .isEqualTo(Outcome.refused(new Refusal.OtherBill()));
    assertThat(counter.open()).hasSize(1);
  }

  /** Whatever call is lost, the same request goes on, and nothing happens twice. */
  @ParameterizedTest
  @ValueSource(strings = {"resolve", "save", "notification", "find", "bill"})
  void aCrashHalfWayIsGoneOnWith(String call) {
    paidTwice();
    String other = counter.anotherBillOfTheSamePerson();
    NoticeId money = theOne();
    counter.faults.crashBefore(call);
    assertThatThrownBy(() -> deciding.resolve(money, move(other), RATNA))
        .isInstanceOf(Faults.Crash.class);
    assertThat(counter.events(Event.Kind.PAYMENT_RESOLVED)).isZero();

    assertThat(stage(deciding.resolve(money, move(other), RATNA))).isEqualTo(Stage.DONE);
    assertThat(counter.paid(other)).isTrue();
    assertThat(counter.events(Event.Kind.PAYMENT_RESOLVED)).isEqualTo(1);
  }
}
