package id.antrean.domain.statistics;

import id.antrean.domain.OfficeId;
import java.time.LocalDate;
import java.util.Map;

/** Finds what has been counted. */
@FunctionalInterface
public interface FindFigures {

  /**
   * An office's figures of those days, the first and the last included; lanes and days on which
   * nothing happened are not among them.
   */
  Map<LaneDay, Figures> find(OfficeId office, LocalDate from, LocalDate to);
}
