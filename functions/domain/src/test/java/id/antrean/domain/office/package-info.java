/** The rules of calendars, as an office and somebody looking for a seat would say them. */
@NullMarked
package id.antrean.domain.office;

import org.jspecify.annotations.NullMarked;
