package id.antrean.domain.statistics;

import id.antrean.domain.ApplicationId;
import java.util.Map;

/** Counts what a step of an application means, however often it is told of the step. */
@FunctionalInterface
public interface CountOnce {

  /**
   * Adds the figures, all or none.
   *
   * @param version which the step brought the application to
   * @return false where that step has been counted before
   * @throws id.antrean.domain.Unavailable when nobody knows whether it was counted; ask again
   */
  boolean count(ApplicationId application, int version, Map<LaneDay, Figures> figures);
}
