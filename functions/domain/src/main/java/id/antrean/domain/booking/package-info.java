/** How a seat is held, given back and made free again, whatever crashes half-way. */
@NullMarked
package id.antrean.domain.booking;

import org.jspecify.annotations.NullMarked;
