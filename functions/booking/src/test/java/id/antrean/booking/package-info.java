/** Seats and bills over HTTP, each rule under its name. */
@NullMarked
package id.antrean.booking;

import org.jspecify.annotations.NullMarked;
