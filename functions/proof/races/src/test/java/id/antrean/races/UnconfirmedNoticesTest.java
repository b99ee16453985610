package id.antrean.races;

import static id.antrean.memory.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.aws.payments.DynamoPayments;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.Asking;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Notices that wait for their sender, as the table keeps them. */
@ExtendWith(RealStore.class)
class UnconfirmedNoticesTest {
  private static final int MOST = 5;
  private static final int AT_ONCE = 12;

  private final DynamoPayments payments;

  UnconfirmedNoticesTest(Tables tables) {
    this.payments = tables.payments();
  }

  private static StoredNotification notice(String event, Kind kind) {
    return StoredNotification.received(
        new PaymentNotification(
            "sender", event, "p1", "812345678901234", 1, -1, "IDR", kind, NOW, "QRIS", null),
        new RawNotification("sender", "", "{}", NOW));
  }

  @Test
  void ofManyAtOnceTheBillKeepsSoMany() {
    List<Callable<StoredNotification>> deeds =
        IntStream.range(0, AT_ONCE)
            .<Callable<StoredNotification>>mapToObj(
                i -> () -> payments.keepUnconfirmed(notice("made up " + i, Kind.PAID), MOST))
            .toList();
    assertThat(AtOnce.all(deeds)).filteredOn(kept -> kept.state() == State.RECEIVED).hasSize(MOST);
    assertThat(payments.toBeAskedBefore(NOW.plus(Duration.ofDays(1)))).hasSize(MOST);
  }

  @Test
  void oneThatIsKnownIsAnsweredAlsoWhereThereIsNoRoom() {
    StoredNotification first = payments.keepUnconfirmed(notice("first", Kind.PAID), 1);
    assertThat(payments.keepUnconfirmed(notice("first", Kind.PAID), 1)).isEqualTo(first);
    assertThat(payments.keepUnconfirmed(notice("second", Kind.PAID), 1).state())
        .isEqualTo(State.COUNTED);
    assertThat(payments.find(notice("second", Kind.PAID).notification().id())).isEmpty();
  }

  @Test
  void oneOfManyHandlersPostponesIt() {
    StoredNotification waiting = payments.keepUnconfirmed(notice("e1", Kind.PAID), MOST);
    Asking next = new Asking(1, NOW.plus(Duration.ofHours(1)));
    List<Callable<Boolean>> deeds =
        Collections.nCopies(AT_ONCE, () -> payments.postpone(waiting.asWaiting(), next));
    assertThat(AtOnce.all(deeds)).containsOnlyOnce(true);
    assertThat(payments.find(waiting.notification().id()).orElseThrow().asking()).isEqualTo(next);
  }

  @Test
  void theSweepFindsWhatIsLate() {
    StoredNotification waiting = payments.keepUnconfirmed(notice("e1", Kind.PAID), MOST);
    assertThat(payments.toBeAskedBefore(NOW.plusSeconds(60))).isEmpty();
    assertThat(payments.toBeAskedBefore(NOW.plusSeconds(61))).containsExactly(waiting.asWaiting());
    Asking next = new Asking(1, NOW.plus(Duration.ofHours(1)));
    assertThat(payments.postpone(waiting.asWaiting(), next)).isTrue();
    assertThat(payments.toBeAskedBefore(NOW.plusSeconds(61))).isEmpty();
  }

  @Test
  void onlyWhatIsOpenIsReplaced() {
    StoredNotification waiting = payments.keepUnconfirmed(notice("e1", Kind.PAID), MOST);
    StoredNotification givenUp = waiting.exception(ExceptionReason.NOT_CONFIRMED_BY_SENDER);
    assertThat(payments.resolve(givenUp)).isEqualTo(givenUp);
    assertThat(payments.resolve(waiting.settled())).isEqualTo(waiting.settled());
    assertThat(payments.resolve(waiting.noted())).isEqualTo(waiting.settled());
    assertThat(payments.postpone(waiting.asWaiting(), new Asking(1, NOW))).isFalse();

    StoredNotification failed = payments.keepUnconfirmed(notice("e2", Kind.FAILED).noted(), MOST);
    StoredNotification reversal = failed.exception(ExceptionReason.TAKEN_BACK);
    assertThat(payments.resolve(reversal)).isEqualTo(reversal);
  }
}
