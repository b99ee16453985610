package id.antrean.statistics;

import id.antrean.aws.applications.ApplicationStep;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.statistics.CountOnce;
import id.antrean.domain.statistics.Figures;
import id.antrean.domain.statistics.LaneDay;
import id.antrean.gateway.Errand;
import id.antrean.gateway.EventLog;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts each step for the offices it is about, once, on the day on which it was taken there. */
@Singleton
final class CountSteps {
  private final CountOnce counts;
  private final FindOffice offices;
  private final EventLog log;

  CountSteps(CountOnce counts, FindOffice offices, EventLog log) {
    this.counts = counts;
    this.offices = offices;
    this.log = log;
  }

  /**
   * Throws {@link id.antrean.domain.Unavailable} when nobody knows whether it was counted, and
   * {@link IllegalStateException} for a session of no office.
   */
  void on(ApplicationStep step) {
    Map<SessionId, Figures> figures = StepFigures.of(step);
    if (figures.isEmpty()) {
      return;
    }
    log.errand(
        Errand.step("applications", step.requestId()).about(step.application().value()),
        () ->
            counts.count(step.application(), step.version(), byLaneDay(step, figures))
                ? "counted"
                : "counted before");
  }

  private Map<LaneDay, Figures> byLaneDay(ApplicationStep step, Map<SessionId, Figures> figures) {
    Instant at = step.entries().getLast().at();
    Map<LaneDay, Figures> byLaneDay = new LinkedHashMap<>();
    figures.forEach(
        (session, counted) -> byLaneDay.merge(laneDay(session, at), counted, Figures::plus));
    return byLaneDay;
  }

  private LaneDay laneDay(SessionId session, Instant at) {
    return offices
        .find(session.office())
        .map(office -> at.atZone(office.zone()).toLocalDate())
        .map(date -> new LaneDay(session.office(), date, session.lane()))
        .orElseThrow(() -> new IllegalStateException("a session of no office of ours"));
  }
}
