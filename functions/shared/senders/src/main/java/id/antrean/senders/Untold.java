package id.antrean.senders;

import id.antrean.gateway.EventLog.Detail;
import id.antrean.gateway.Measure;
import id.antrean.gateway.Metric;
import java.util.List;

/**
 * That an aggregator had money and had not told us of it: found by asking, or on its list. Of one
 * that is silent while nobody pays nothing is found, so an alarm on it is never about a quiet day.
 */
public final class Untold {

  private Untold() {}

  /** One payment. */
  public static List<Measure> by(String aggregator) {
    return List.of(Measure.once(Metric.UNTOLD_PAYMENTS, new Detail("aggregator", aggregator)));
  }
}
