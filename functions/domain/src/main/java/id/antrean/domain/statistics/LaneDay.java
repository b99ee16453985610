package id.antrean.domain.statistics;

import id.antrean.domain.OfficeId;
import id.antrean.domain.office.Lane;
import java.time.LocalDate;

/**
 * What is counted together: one lane of one office on one day.
 *
 * @param date on which it happened, in the office's zone; not the day of the visit
 */
public record LaneDay(OfficeId office, LocalDate date, Lane lane) {}
