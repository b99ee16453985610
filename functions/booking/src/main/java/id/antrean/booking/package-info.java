/** Holding a seat, giving it back, and the bill: the function that an opening rush meets. */
@NullMarked
package id.antrean.booking;

import org.jspecify.annotations.NullMarked;
