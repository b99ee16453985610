package id.antrean.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import id.antrean.domain.EffectiveDated;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.gateway.EventLog;
import id.antrean.memory.Faults;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the treasury received is held against what senders took. */
class TheTreasurysListTest {
  private static final String NTPN = "0123456789ABCDEF";
  private final Counter counter = new Counter(new MoneyComesAndGoesTest.Believed());
  private final Map<LocalDate, ArrayNode> lists = new HashMap<>();
  private final EventLog log =
      new EventLog(new PrintStream(OutputStream.nullOutputStream()), counter.world.time);
  private final ReconcileTreasury treasury =
      new ReconcileTreasury(
          (aggregator, day) ->
              Optional.ofNullable(lists.get(day)).map(items -> "{\"items\":" + items + "}"),
          counter.world.payments,
          new FindBilled(counter.world.payments, counter.world.applications),
          counter.world.applications,
          counter.world.applications,
          counter.world.payments,
          new Differences(counter.world.payments, log, counter.world.time),
          counter.receive,
          log,
          counter.world.time);

  @BeforeEach
  void thereIsAListOfEveryDay() {
    for (int day = -5; day < 10; day++) {
      lists.put(today().plusDays(day), new ObjectMapper().createArrayNode());
    }
  }

  private LocalDate today() {
    return counter.world.time.instant().atZone(EffectiveDated.JAKARTA).toLocalDate();
  }

  private void receives(String ntpn, String code, long amount) {
    Objects.requireNonNull(lists.get(today()))
        .addObject()
        .put("ntpn", ntpn)
        .put("billingCode", code)
        .put("amount", amount)
        .put("receivedAt", counter.world.time.instant().toString());
  }

  private Bill.Payment payment() {
    return counter.application().booking().paidBill().map(Bill::payment).orElseThrow();
  }

  private List<StoredNotification> exceptions() {
    return counter.world.payments.kept().stream()
        .filter(kept -> kept.state() == State.EXCEPTION)
        .toList();
  }

  @Test
  void itsNumberComesOntoTheBillThatItProves() {
    counter.happens("pays");
    assertThat(payment().ntpn()).isNull();
    receives(NTPN, counter.code(), Counter.FEE);

    assertThat(treasury.untilNow()).isZero();

    assertThat(payment().ntpn()).isEqualTo(NTPN);
    assertThat(exceptions()).isEmpty();
  }

  @Test
  void againNothingIsThereTwiceAndNothingWritten() {
    counter.happens("pays");
    receives(NTPN, counter.code(), Counter.FEE);
    treasury.untilNow();
    Application once = counter.application();
    int kept = counter.world.payments.kept().size();

    counter.world.pass(Duration.ofDays(1));
    assertThat(treasury.untilNow()).isZero();

    assertThat(counter.application()).isEqualTo(once);
    assertThat(counter.world.payments.kept()).hasSize(kept);
  }

  @Test
  void aNumberThatIsNoneIsNotPutOnABill() {
    counter.happens("pays");
    receives("no number", counter.code(), Counter.FEE);

    assertThat(treasury.untilNow()).isZero();

    assertThat(payment().ntpn()).isNull();
  }

  @Test
  void moneyThatOnlyItHasPaysItsBillWhenTheDayIsOver() {
    receives(NTPN, counter.code(), Counter.FEE);
    assertThat(treasury.untilNow()).isZero();
    assertThat(counter.application().status()).isEqualTo(Status.AWAITING_PAYMENT);

    counter.world.pass(Duration.ofDays(1));
    assertThat(treasury.untilNow()).isEqualTo(1);

    assertThat(counter.application().status()).isEqualTo(Status.CONFIRMED);
    assertThat(payment().ntpn()).isEqualTo(NTPN);
    assertThat(payment().aggregator()).isEqualTo("treasury");
    assertThat(treasury.untilNow()).as("differences, the next time").isZero();
  }

  @Test
  void forNobodysBillItIsForAPersonToLookAt() {
    receives(NTPN, "899999999999999", Counter.FEE);
    counter.world.pass(Duration.ofDays(1));
    treasury.untilNow();
    treasury.untilNow();

    assertThat(exceptions())
        .singleElement()
        .extracting(StoredNotification::why)
        .isEqualTo(ExceptionReason.UNKNOWN_BILL);
  }

  @Test
  void anotherAmountAndOneReceiptTooManyAreDifferencesOnce() {
    counter.happens("pays");
    receives(NTPN, counter.code(), Counter.FEE);
    receives("1123456789ABCDEF", counter.code(), Counter.FEE);
    receives("2123456789ABCDEF", counter.code(), 5);
    assertThat(treasury.untilNow()).as("of a list that is still being written").isZero();

    counter.world.pass(Duration.ofDays(1));
    treasury.untilNow();
    treasury.untilNow();

    assertThat(exceptions())
        .extracting(StoredNotification::why)
        .containsExactlyInAnyOrder(
            ExceptionReason.LISTED_TWICE, ExceptionReason.LISTED_WITH_ANOTHER_AMOUNT);
  }

  @Test
  void whatItHasNotReceivedAfterTwoDaysIsADifference() {
    counter.happens("pays");
    counter.world.pass(Duration.ofDays(1));
    assertThat(treasury.untilNow()).isZero();

    counter.world.pass(Duration.ofDays(1));
    assertThat(treasury.untilNow()).isEqualTo(1);

    assertThat(exceptions())
        .singleElement()
        .matches(kept -> kept.why() == ExceptionReason.NOT_ON_SENDERS_LIST)
        .matches(kept -> kept.notification().aggregator().equals("treasury"));
  }

  @Test
  void whatItReceivesADayLaterIsNone() {
    counter.happens("pays");
    counter.world.pass(Duration.ofDays(1));
    receives(NTPN, counter.code(), Counter.FEE);
    counter.world.pass(Duration.ofDays(1));

    assertThat(treasury.untilNow()).isZero();
    assertThat(exceptions()).isEmpty();
  }

  @Test
  void aListThatIsMissingSaysNothing() {
    counter.happens("pays");
    counter.world.pass(Duration.ofDays(2));
    lists.clear();

    assertThat(treasury.untilNow()).isZero();
    assertThat(exceptions()).isEmpty();
  }

  @Test
  void aCrashInBetweenIsMendedTheNextNight() {
    counter.happens("pays");
    receives(NTPN, counter.code(), Counter.FEE);
    counter.faults.crashBefore("resolve");
    try {
      treasury.untilNow();
    } catch (Faults.Crash crash) {
      assertThat(payment().ntpn()).isEqualTo(NTPN);
    }

    treasury.untilNow();

    assertThat(payment().ntpn()).isEqualTo(NTPN);
    assertThat(counter.world.payments.kept())
        .filteredOn(kept -> kept.notification().aggregator().equals("treasury"))
        .singleElement()
        .extracting(StoredNotification::state)
        .isEqualTo(State.NOTED);
  }
}
