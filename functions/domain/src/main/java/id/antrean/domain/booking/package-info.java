/** What stands of a booking: its seat, and what its past leaves to be decided by. */
@NullMarked
package id.antrean.domain.booking;

import org.jspecify.annotations.NullMarked;
