package id.antrean.statistics;

import id.antrean.aws.applications.ApplicationStep;
import id.antrean.domain.application.Event.HoldExpired;
import id.antrean.domain.application.Event.PaymentReceived;
import id.antrean.domain.application.Event.SeatHeld;
import id.antrean.domain.application.TimelineEntry;
import id.antrean.gateway.Measure;
import id.antrean.gateway.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a step means to those who watch the whole system. It is measured where each step is counted
 * once, and not where it is taken: there it may be tried several times.
 */
final class StepMeasures {

  private StepMeasures() {}

  static List<Measure> of(ApplicationStep step) {
    List<Measure> measures = new ArrayList<>();
    for (TimelineEntry entry : step.entries()) {
      switch (entry.event()) {
        case SeatHeld _ -> measures.add(Measure.of(Metric.HOLDS, 1));
        case HoldExpired _ -> {
          measures.add(Measure.of(Metric.EXPIRIES, 1));
          step.payBefore()
              .map(payBy -> Duration.between(payBy, entry.at()))
              .ifPresent(late -> measures.add(Measure.of(Metric.FREED_AFTER_DEADLINE, late)));
        }
        case PaymentReceived _ when step.seatAfter().isPresent() ->
            measures.add(Measure.of(Metric.CONFIRMATIONS, 1));
        default -> {
          // Told to the offices, and nothing that says how the system is.
        }
      }
    }
    return measures;
  }
}
