package id.antrean.domain.statistics;

import id.antrean.domain.OfficeId;
import id.antrean.domain.office.Lane;
import java.time.LocalDate;

/**
 * What is counted together: one lane of one office on one day.
 *
 * @param date on which it happened, in the office's zone; what happens at a visit, of its day,
 *     whenever it is put down
 */
public record LaneDay(OfficeId office, LocalDate date, Lane lane) {}
