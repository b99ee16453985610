/** Seats on the real store: races, and the control that shows them when the guard is gone. */
@NullMarked
package id.antrean.aws.seats;

import org.jspecify.annotations.NullMarked;
