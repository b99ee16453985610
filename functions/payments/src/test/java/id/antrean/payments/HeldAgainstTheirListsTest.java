package id.antrean.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import id.antrean.domain.Actor;
import id.antrean.domain.OfficeId;
import id.antrean.domain.application.Status;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.Resolution;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.gateway.EventLog;
import id.antrean.senders.Aggregators;
import id.antrean.senders.standard.StandardWebhooks;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What an aggregator lists of a day is held against what it told. */
class HeldAgainstTheirListsTest {
  private final StandardWebhooks sender =
      new StandardWebhooks(() -> List.of(StandardSender.SECRET));
  private final Counter counter = new Counter(sender);
  private final DailyLists lists = new DailyLists(counter.world.time);
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final EventLog log =
      new EventLog(
          new PrintStream(written, true, StandardCharsets.UTF_8), counter.world.time, "tried");
  private final Reconcile reconcile =
      new Reconcile(
          new Aggregators(List.of(sender)),
          lists,
          counter.world.payments,
          new Differences(counter.world.payments, log, counter.world.time),
          counter.accept,
          log,
          counter.world.time);

  private void lists(String payment, long amount) {
    lists
        .addLine()
        .put("paymentId", payment)
        .put("billingCode", counter.code())
        .put("amount", amount)
        .put("currency", "IDR")
        .put("paidAt", counter.world.time.instant().toString());
  }

  /** It was paid then, and is told now. */
  private void tells(String payment, long amount, Instant paidAt) {
    counter.receives(
        new PaymentNotification(
            "standard",
            "told-" + payment,
            payment,
            counter.code(),
            amount,
            PaymentNotification.NOT_TOLD,
            "IDR",
            Kind.PAID,
            paidAt,
            null,
            null));
  }

  private void tells(String payment, long amount) {
    tells(payment, amount, counter.world.time.instant());
  }

  private void dayPasses() {
    counter.world.pass(Duration.ofDays(1));
  }

  private List<ExceptionReason> found() {
    return counter.world.payments.kept().stream()
        .filter(kept -> kept.state() == State.EXCEPTION)
        .map(StoredNotification::why)
        .map(Objects::requireNonNull)
        .toList();
  }

  @Test
  void whatBothHaveIsNoDifference() {
    tells("p1", Counter.FEE);
    lists("p1", Counter.FEE);
    dayPasses();

    assertThat(reconcile.untilNow()).isZero();
    assertThat(found()).isEmpty();
  }

  @Test
  void moneyThatItNeverToldOfIsTakenInOnTheSameDay() {
    lists("p1", Counter.FEE);

    assertThat(reconcile.untilNow()).isEqualTo(1);

    assertThat(counter.application().status()).isEqualTo(Status.CONFIRMED);
    assertThat(reconcile.untilNow()).as("differences, once more").isZero();
  }

  @Test
  void whatIsNotOnItIsADifferenceOnlyWhenItsDayIsOver() {
    tells("p1", Counter.FEE);
    assertThat(reconcile.untilNow()).as("of a list that is still being written").isZero();

    dayPasses();

    assertThat(reconcile.untilNow()).isEqualTo(1);
    assertThat(reconcile.untilNow()).isEqualTo(1);
    assertThat(found()).containsExactly(ExceptionReason.NOT_ON_SENDERS_LIST);
  }

  @Test
  void whatStandsOnTheListOfTheNextDayIsThere() {
    tells("p1", Counter.FEE);
    dayPasses();
    lists("p1", Counter.FEE);

    assertThat(reconcile.untilNow()).isZero();
  }

  @Test
  void whatWasToldDaysAfterItWasPaidIsOnTheListOfThatDay() {
    Instant then = counter.world.time.instant();
    lists("p1", Counter.FEE);
    counter.world.pass(Duration.ofDays(4));
    tells("p1", Counter.FEE, then);
    tells("p2", Counter.FEE, then);
    dayPasses();

    assertThat(reconcile.untilNow()).as("the other one is on no list").isEqualTo(1);
    assertThat(found())
        .containsExactlyInAnyOrder(
            ExceptionReason.ALREADY_PAID, ExceptionReason.NOT_ON_SENDERS_LIST);
  }

  @Test
  void anotherAmountAndARepeatedLineAreDifferences() {
    tells("p1", Counter.FEE);
    lists("p1", Counter.FEE + 1);
    lists("p1", Counter.FEE + 1);
    dayPasses();

    assertThat(reconcile.untilNow()).isEqualTo(2);
    assertThat(found())
        .containsExactlyInAnyOrder(
            ExceptionReason.LISTED_WITH_ANOTHER_AMOUNT, ExceptionReason.LISTED_TWICE);
  }

  @Test
  void aDayThatWasNotListedInTimeIsReadTheNextNight() {
    lists("p1", Counter.FEE);
    ArrayNode late = lists.withhold(lists.today());
    LocalDate day = lists.today();
    dayPasses();
    assertThat(reconcile.untilNow()).isZero();
    assertThat(written.toString(StandardCharsets.UTF_8)).contains("settlement-list-missing");

    dayPasses();
    lists.bring(day, late);

    assertThat(reconcile.untilNow()).isEqualTo(1);
    assertThat(counter.paid(counter.code())).isTrue();
  }

  @Test
  void whatPeopleMovedIsOnNoListAndNoDifference() {
    tells("p1", Counter.FEE);
    lists("p1", Counter.FEE);
    tells("p2", Counter.FEE);
    lists("p2", Counter.FEE);
    String other = counter.anotherBillOfTheSamePerson();
    counter
        .deciding(10_000_000)
        .resolve(
            counter.open().getFirst(),
            new Resolution.Wish(
                Resolution.Action.MOVE, new BillingCode(other), "it is for that one"),
            new Actor.Staff("supervisor", "ratna", new OfficeId("CLG")));
    assertThat(counter.paid(other)).isTrue();
    dayPasses();

    assertThat(reconcile.untilNow()).isZero();
  }
}
