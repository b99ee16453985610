package id.antrean.statistics;

import id.antrean.aws.applications.ApplicationStep;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.statistics.CountOnce;
import id.antrean.domain.statistics.Figures;
import id.antrean.domain.statistics.LaneDay;
import id.antrean.gateway.Errand;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.EventLog.Detail;
import id.antrean.gateway.LogEvent;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts each step for the offices it is about, once, on the day on which it was taken there; what
 * happens at a visit, on the visit's own day.
 */
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
   * Throws {@link id.antrean.domain.Unavailable} when nobody knows whether it was counted. What is
   * of an office that is gone is told to the log and counted nowhere: it would be told again in
   * vain, and hold up all behind it.
   */
  void on(ApplicationStep step) {
    Map<SessionId, Figures> figures = StepFigures.of(step);
    Map<SessionId, Figures> visits = StepFigures.ofVisit(step);
    if (figures.isEmpty() && visits.isEmpty()) {
      return;
    }
    log.errand(
        Errand.step("applications", step.requestId()).about(step.application().value()),
        () -> count(step, byLaneDay(step, figures, visits)));
  }

  private String count(ApplicationStep step, Map<LaneDay, Figures> figures) {
    if (figures.isEmpty()) {
      return "of no office";
    }
    if (!counts.count(step.application(), step.version(), figures)) {
      return "counted before";
    }
    log.measure(step.requestId(), StepMeasures.of(step));
    return "counted";
  }

  private Map<LaneDay, Figures> byLaneDay(
      ApplicationStep step, Map<SessionId, Figures> figures, Map<SessionId, Figures> visits) {
    Instant at = step.entries().getLast().at();
    Map<LaneDay, Figures> byLaneDay = new LinkedHashMap<>();
    figures.forEach(
        (session, counted) ->
            laneDay(session, at)
                .ifPresentOrElse(
                    laneDay -> byLaneDay.merge(laneDay, counted, Figures::plus),
                    () -> tellOfNoOffice(step, session)));
    visits.forEach(
        (session, counted) ->
            byLaneDay.merge(
                new LaneDay(session.office(), session.date(), session.lane()),
                counted,
                Figures::plus));
    return byLaneDay;
  }

  private Optional<LaneDay> laneDay(SessionId session, Instant at) {
    return offices
        .find(session.office())
        .map(office -> at.atZone(office.zone()).toLocalDate())
        .map(date -> new LaneDay(session.office(), date, session.lane()));
  }

  private void tellOfNoOffice(ApplicationStep step, SessionId session) {
    log.tell(
        LogEvent.STEP_OF_NO_OFFICE,
        step.requestId(),
        new Detail("applicationId", step.application().value()),
        new Detail("sessionId", session.toString()));
  }
}
