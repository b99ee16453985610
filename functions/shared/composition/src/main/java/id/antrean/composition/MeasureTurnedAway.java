package id.antrean.composition;

import id.antrean.domain.CurrentRequest;
import id.antrean.domain.seat.TellTurnedAway;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.EventLog.Detail;
import id.antrean.gateway.Measure;
import id.antrean.gateway.Metric;
import java.util.List;

/** Whoever is turned away is a line of the log: what a rush costs the store is seen by it. */
record MeasureTurnedAway(EventLog log) implements TellTurnedAway {

  @Override
  public void tell(Seen seen) {
    Detail where = new Detail("seen", seen == Seen.IN_MEMORY ? "MEMORY" : "STORE");
    log.measure(CurrentRequest.id(), List.of(Measure.once(Metric.TURNED_AWAY, where)));
  }
}
