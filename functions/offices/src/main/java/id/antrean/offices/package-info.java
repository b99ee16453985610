/**
 * Where and when: offices and what is free, for everybody; the day as its officers set and see it;
 * and the calendar, laid out ahead from each office's week.
 */
@NullMarked
package id.antrean.offices;

import org.jspecify.annotations.NullMarked;
