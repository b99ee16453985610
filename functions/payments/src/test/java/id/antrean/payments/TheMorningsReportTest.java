package id.antrean.payments;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.EffectiveDated;
import id.antrean.domain.payment.ListedPayment;
import id.antrean.payments.view.PaymentReportView;
import id.antrean.payments.view.PaymentReportView.SenderReportView;
import id.antrean.senders.Aggregators;
import id.antrean.senders.treasury.Treasury;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody who answers for the money looks at each morning. */
class TheMorningsReportTest {
  private final MoneyComesAndGoesTest.Believed sender = new MoneyComesAndGoesTest.Believed();
  private final Counter counter = new Counter(sender);
  private final ReportMoney report =
      new ReportMoney(counter.world.payments, new Aggregators(List.of(sender)), counter.world.time);

  private SenderReportView ofSender() {
    return report.now().senders().getFirst();
  }

  @Test
  void whatWasPaidTodayIsCountedAndWhatHasNoReceiptOfTheTreasury() {
    counter.happens("pays");
    counter.happens("pays again");

    PaymentReportView now = report.now();

    assertThat(now.paidToday()).as("what settled nothing is not paid").isEqualTo(1);
    assertThat(now.paidWithoutNtpn()).isEqualTo(1);
    assertThat(now.oldestUnsettledAt()).isNull();
  }

  @Test
  void whatTheTreasuryHasReceivedIsNoLongerWithoutItsNumber() {
    counter.happens("pays");
    Instant time = counter.world.time.instant();
    counter.world.payments.resolve(
        Treasury.notice(
                new ListedPayment(
                    "0123456789ABCDEF",
                    counter.code(),
                    Counter.FEE,
                    "IDR",
                    time,
                    "0123456789ABCDEF"),
                time)
            .noted());

    assertThat(report.now().paidWithoutNtpn()).isZero();
    assertThat(report.now().paidToday()).isEqualTo(1);
  }

  @Test
  void whatWasPaidYesterdayIsNotOfTodayButStillWithoutANumber() {
    counter.happens("pays");
    counter.world.pass(Duration.ofDays(1));

    assertThat(report.now().paidToday()).isZero();
    assertThat(report.now().paidWithoutNtpn()).isEqualTo(1);
  }

  @Test
  void whatWaitsForItsSenderLongestIsToldWithSinceWhen() {
    AskedSender silent = new AskedSender();
    silent.down = true;
    Counter asked = new Counter(silent);
    asked.happens("pays");
    ReportMoney waiting =
        new ReportMoney(asked.world.payments, new Aggregators(List.of()), asked.world.time);

    assertThat(waiting.now().oldestUnsettledAt()).isNotNull();
  }

  /** The world begins on a Monday at nine in the morning of Jakarta. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-23T08:00:00+07:00, false",
    "2026-11-23T08:59:59+07:00, false",
    "2026-11-23T09:00:00+07:00, true",
    "2026-11-23T15:59:59+07:00, true",
    "2026-11-23T16:00:00+07:00, false",
    "2026-11-24T07:59:59+07:00, false",
    "2026-11-28T10:00:00+07:00, false",
    "2026-11-29T10:00:00+07:00, false"
  })
  void whoWasNotHeardForAnHourOfOpeningTimeIsSilent(ZonedDateTime now, boolean silent) {
    Instant begins = counter.world.time.instant();
    assertThat(begins.atZone(EffectiveDated.JAKARTA).getHour()).isEqualTo(9);
    Counter alone = new Counter(sender);
    ReportMoney ofAlone =
        new ReportMoney(
            alone.world.payments,
            new Aggregators(List.of(sender)),
            Clock.fixed(now.toInstant(), EffectiveDated.JAKARTA));

    assertThat(ofAlone.now().senders().getFirst().silent()).isEqualTo(silent);
    assertThat(ofAlone.now().senders().getFirst().lastHeardAt()).isNull();
  }

  @Test
  void whoWasHeardIsSilentAnHourLater() {
    counter.happens("is pending");
    assertThat(ofSender().silent()).isFalse();
    assertThat(ofSender().lastHeardAt()).isNotNull();

    counter.world.pass(Duration.ofMinutes(59));
    assertThat(ofSender().silent()).isFalse();
    counter.world.pass(Duration.ofMinutes(1));
    assertThat(ofSender().silent()).isTrue();
  }
}
