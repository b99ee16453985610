package id.antrean.payments;

import id.antrean.domain.payment.CountOpenNotices;
import id.antrean.domain.payment.CountOpenNotices.Open;
import id.antrean.gateway.Measure;
import id.antrean.gateway.Metric;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What of the money waits, told with each sweep: alarms look at how old the oldest of it is. */
@Singleton
final class MeasureMoney {
  private final CountOpenNotices open;
  private final Clock clock;

  MeasureMoney(CountOpenNotices open, Clock clock) {
    this.open = open;
    this.clock = clock;
  }

  List<Measure> now() {
    Open unsettled = open.unsettled();
    Open exceptions = open.exceptions();
    return List.of(
        Measure.of(Metric.UNSETTLED, unsettled.count()),
        Measure.of(Metric.OLDEST_UNSETTLED, age(unsettled)),
        Measure.of(Metric.EXCEPTIONS_OPEN, exceptions.count()),
        Measure.of(Metric.OLDEST_EXCEPTION, age(exceptions)));
  }

  private Duration age(Open waiting) {
    Instant oldest = waiting.oldest();
    return oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
  }
}
