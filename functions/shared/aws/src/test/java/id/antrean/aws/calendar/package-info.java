/** The calendar on the real store: what no table in memory can promise. */
@NullMarked
package id.antrean.aws.calendar;

import org.jspecify.annotations.NullMarked;
